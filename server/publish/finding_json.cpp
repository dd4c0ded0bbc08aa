#include "server/publish/finding_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

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

}  // namespace

nlohmann::json finding_json(const moderation::finding& found, std::string_view field)
{
    nlohmann::json json = {
        {"reason", moderation::to_string(found.reason)},
        {"filter", found.filter},
        {"field", moderation::to_string(found.field)},
        {"start", code_points_before(field, found.span.begin)},
        {"end", code_points_before(field, found.span.end)},
        {"weight", found.weight},
    };
    if (!found.detail.empty())
        json["detail"] = found.detail;
    return json;
}

}  // namespace rejoinder::publish
