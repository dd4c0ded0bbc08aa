#include "server/cli/search_refusals.hpp"

#include "server/cli/asking.hpp"
#include "server/cli/leak_report.hpp"
#include "server/privacy/private_email.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace rejoinder::cli {

namespace {

using boost::beast::http::verb;
using nlohmann::json;

constexpr const char* made_up = "nobody.at.all@verify-privacy.example";
constexpr unsigned first_refusal = 400;

constexpr std::array<std::pair<std::string_view, verb>, 5> methods = {
    {{"get", verb::get},
     {"post", verb::post},
     {"put", verb::put},
     {"patch", verb::patch},
     {"delete", verb::delete_}}};

/// The path with each of its parameters replaced.
std::string filled(std::string_view path, const std::string& value)
{
    std::string target;
    while (!path.empty()) {
        const auto open = path.find('{');
        target += path.substr(0, open);
        if (open == std::string_view::npos)
            break;
        target += value;
        const auto shut = path.find('}', open);
        path = shut == std::string_view::npos ? std::string_view() : path.substr(shut + 1);
    }
    return target;
}

/// A body with the address in every field that one of ours has, none of which makes it whole.
std::string body_with(const std::string& address)
{
    return json{
        {"email", address},
        {"text", address},
        {"name", ""},
        {"website", address},
        {"parent", address},
        {"story_url", address},
        {"reason", address},
        {"decisions", {{{"comment", address}, {"action", address}}}},
    }
        .dump();
}

bool is_of_desk(const std::string& path)
{
    return path.find("/desk/") != std::string::npos;
}

/// Signing in counts guesses, and who is not signed in may sign out: neither is asked.
bool is_sign_in(const std::string& path, verb method)
{
    return method != verb::get && path.ends_with("/desk/session");
}

void search_route(asking& asked, const std::string& path, verb method, leak_report& report)
{
    const auto value = escaped(made_up);
    const auto query = fmt::format("?cursor={0}&sort={0}&since={0}&state={0}&q={0}", value);
    const auto target = filled(path, value) + (method == verb::get ? query : std::string());
    auto body = method == verb::get || method == verb::delete_ ? std::string() : body_with(made_up);
    const auto answer = asked.ask(method, target, std::move(body));
    const auto place = fmt::format("refusal of {} {}", std::string(to_string(method)), path);
    if (is_of_desk(path) && answer.status < first_refusal)
        throw std::runtime_error(
            fmt::format("{}: without a session the desk answers {}", place, answer.status));
    report.search(place, answer.head + answer.body);
}

}  // namespace

privacy::private_email made_up_address()
{
    return privacy::private_email(made_up);
}

void search_refusals(const std::string& server, leak_report& report)
{
    asking asked(server);
    const auto document = json::parse(asked.get("/openapi.json").body);
    for (const auto& [path, operations] : document.at("paths").items())
        for (const auto& [name, method] : methods) {
            if (!operations.contains(name) || is_sign_in(path, method))
                continue;
            search_route(asked, path, method, report);
        }
    for (const auto* target : {"/nothing", "/api/v1/nothing", "/%00", "/../keys"})
        report.search(
            fmt::format("refusal of GET {}", target),
            asked.ask(verb::get, std::string(target) + "?email=" + escaped(made_up)).body);
}

}  // namespace rejoinder::cli
