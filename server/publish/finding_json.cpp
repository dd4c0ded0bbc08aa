#include "server/publish/finding_json.hpp"

#include "moderation/reason_texts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace rejoinder::publish {

namespace {

/// Code points before this byte offset: bytes that do not continue a sequence.
std::size_t code_points_before(std::string_view text, std::size_t offset)
{
    const auto head = text.substr(0, std::min(offset, text.size()));
    return static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::size_t place(std::size_t offset, moderation::comment_field field, const found_in& fields)
{
    using enum moderation::comment_field;
    switch (field) {
    case name:
        return code_points_before(fields.name, offset);
    case website:
        return code_points_before(fields.website, offset);
    case text:
        return code_points_before(fields.text, offset);
    case email_domain:
        break;
    }
    return offset;
}

nlohmann::json finding_json(const moderation::finding& found, const found_in& fields)
{
    nlohmann::json object = {
        {"reason", moderation::to_string(found.reason)},
        {"filter", found.filter},
        {"field", moderation::to_string(found.field)},
        {"start", place(found.span.begin, found.field, fields)},
        {"end", place(found.span.end, found.field, fields)},
        {"weight", found.weight},
    };
    if (found.silent)
        object["silent"] = true;
    if (!found.detail.empty())
        object["detail"] = found.detail;
    return object;
}

}  // namespace

nlohmann::json findings_json(const moderation::findings& found, const found_in& fields)
{
    auto array = nlohmann::json::array();
    for (const auto& each : found)
        array.push_back(finding_json(each, fields));
    return array;
}

nlohmann::json reasons_json(const moderation::findings& all)
{
    auto reasons = nlohmann::json::array();
    std::set<std::string_view> said;
    for (const auto& found : all) {
        const auto text = moderation::text_for_author(found.reason);
        if (!found.silent && said.insert(text).second)
            reasons.push_back({{"code", moderation::to_string(found.reason)}, {"text", text}});
    }
    return reasons;
}

}  // namespace rejoinder::publish
