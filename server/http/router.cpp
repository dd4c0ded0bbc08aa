#include "server/http/router.hpp"

#include "server/http/error_response.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

namespace rejoinder::http {

namespace {

std::string listed(const std::vector<verb>& methods)
{
    std::string text;
    for (const auto method : methods) {
        if (!text.empty())
            text += ", ";
        text += name_of(method);
    }
    return text;
}

}  // namespace

void router::add(verb method, std::string pattern, handler handle)
{
    auto& found = route_of(std::move(pattern));
    assert(
        std::none_of(found.endpoints.begin(), found.endpoints.end(), [method](const auto& other) {
            return other.method == method;
        }));
    found.endpoints.push_back({method, std::move(handle)});
}

void router::add_websocket(std::string pattern, websocket_handler handle)
{
    auto& found = route_of(std::move(pattern));
    assert(!found.websocket);
    found.websocket = std::move(handle);
}

router::route& router::route_of(std::string pattern)
{
    auto segments = parse_pattern(pattern);
    for (const auto& known : routes_)
        if (known->segments == segments)
            return *known;

    auto made = std::make_unique<route>();
    made->pattern = std::move(pattern);
    made->segments = std::move(segments);
    auto& added = *made;
    const auto place = std::find_if(routes_.begin(), routes_.end(), [&](const auto& other) {
        return more_specific(added, *other);
    });
    routes_.insert(place, std::move(made));
    return added;
}

std::vector<router::segment> router::parse_pattern(std::string_view pattern)
{
    assert(pattern.starts_with('/'));
    pattern.remove_prefix(1);

    std::vector<segment> segments;
    for (;;) {
        const auto slash = pattern.find('/');
        auto text = pattern.substr(0, slash);
        auto kind = segment::kind::literal;
        if (text.starts_with('{') && text.ends_with('}')) {
            text = text.substr(1, text.size() - 2);
            kind = segment::kind::parameter;
            if (text.ends_with("...")) {
                text.remove_suffix(3);
                kind = segment::kind::rest;
                assert(slash == std::string_view::npos);
            }
            assert(!text.empty());
        }
        segments.push_back({kind, std::string(text)});
        if (slash == std::string_view::npos)
            return segments;
        pattern.remove_prefix(slash + 1);
    }
}

bool router::more_specific(const route& a, const route& b)
{
    const auto shorter = std::min(a.segments.size(), b.segments.size());
    for (std::size_t i = 0; i < shorter; ++i)
        if (a.segments[i].is != b.segments[i].is)
            return a.segments[i].is < b.segments[i].is;
    return a.segments.size() > b.segments.size();
}

bool router::matches(const route& candidate, const std::vector<std::string>& path)
{
    for (std::size_t i = 0; i < candidate.segments.size(); ++i) {
        const auto& wanted = candidate.segments[i];
        if (i >= path.size())
            return false;
        if (wanted.is == segment::kind::rest)
            return true;
        // An empty segment is no value: "/sites//counts" names no site.
        if (wanted.is == segment::kind::parameter ? path[i].empty() : path[i] != wanted.text)
            return false;
    }
    return path.size() == candidate.segments.size();
}

parameters router::take_parameters(const route& found, const std::vector<std::string>& path)
{
    parameters taken;
    for (std::size_t i = 0; i < found.segments.size(); ++i) {
        const auto& wanted = found.segments[i];
        if (wanted.is == segment::kind::literal)
            continue;
        std::string value = path[i];
        if (wanted.is == segment::kind::rest)
            for (std::size_t j = i + 1; j < path.size(); ++j)
                value.append("/").append(path[j]);
        taken.emplace_back(wanted.text, std::move(value));
    }
    return taken;
}

const router::route* router::find_route(const std::vector<std::string>& path) const
{
    for (const auto& candidate : routes_)
        if (matches(*candidate, path))
            return candidate.get();
    return nullptr;
}

router::match router::find(request& asked, bool upgrade) const
{
    const auto* const found = find_route(asked.target.segments);
    if (!found)
        return not_found();
    asked.route = found->pattern;
    asked.path_parameters = take_parameters(*found, asked.target.segments);

    if (upgrade && found->websocket)
        return &found->websocket;

    const auto wanted = asked.method == verb::head ? verb::get : asked.method;
    std::vector<verb> methods;
    for (const auto& candidate : found->endpoints) {
        if (candidate.method == wanted)
            return &candidate.handle;
        methods.push_back(candidate.method);
        if (candidate.method == verb::get)
            methods.push_back(verb::head);
    }
    if (methods.empty() && asked.method == verb::get)
        return upgrade_required();
    if (methods.empty())
        methods.push_back(verb::get);
    if (asked.method == verb::options)
        return options{std::move(methods)};
    methods.push_back(verb::options);
    return not_allowed{std::move(methods)};
}

response router::answer(const request& asked, const match& found) const
{
    if (const auto* refused = std::get_if<not_allowed>(&found))
        return error_response(status::method_not_allowed).with("Allow", listed(refused->methods));
    if (const auto* asked_for = std::get_if<options>(&found)) {
        if (preflight_)
            return preflight_(asked, asked_for->methods);
        return response(status::no_content).with("Allow", listed(asked_for->methods));
    }
    if (std::holds_alternative<upgrade_required>(found))
        return error_response(status::upgrade_required);
    return error_response(status::not_found);
}

header_list router::headers_for(const request& asked) const
{
    return common_headers_ ? common_headers_(asked) : header_list();
}

}  // namespace rejoinder::http
