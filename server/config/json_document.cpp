#include "server/config/json_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace rejoinder::config {

namespace {

using nlohmann::json;

constexpr std::size_t layers_max = 5;
constexpr std::uintmax_t file_bytes_max = 16 * 1024 * 1024;

void merge(json& below, const json& above)
{
    if (!above.is_object()) {
        below = above;
        return;
    }
    if (!below.is_object())
        below = json::object();
    for (const auto& [key, value] : above.items()) {
        if (value.is_null())
            below.erase(key);
        else
            merge(below[key], value);
    }
}

json parse(
    const std::filesystem::path& file,
    const std::string& text,
    std::vector<problem>& problems)
{
    constexpr bool allow_exceptions = true;
    constexpr bool ignore_comments = true;
    try {
        auto value = json::parse(text, nullptr, allow_exceptions, ignore_comments);
        if (value.is_object())
            return value;
        problems.push_back({file.string(), "", "expected one JSON object"});
    } catch (const json::parse_error& failure) {
        const auto end =
            text.begin() + static_cast<std::ptrdiff_t>(std::min(failure.byte, text.size()));
        const auto line = 1 + std::count(text.begin(), end, '\n');
        problems.push_back({file.string(), "", fmt::format("line {} is not valid JSON", line)});
    } catch (const json::out_of_range&) {  // Which is all that the library says of it.
        problems.push_back({file.string(), "", "has a number that is too large"});
    }
    return json::object();
}

bool contains(const json& value, std::string_view path)
{
    const json* at = &value;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto key = std::string(path.substr(0, dot));
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
        if (!at->is_object() || !at->contains(key))
            return at->is_array();  // Array elements are not merged: the array's layer decides.
        at = &(*at)[key];
    }
    return true;
}

}  // namespace

json_document::json_document(const std::filesystem::path& file, std::vector<problem>& problems)
    : merged_(json::object())
{
    auto next = file;
    while (!next.empty()) {
        if (layers_.size() == layers_max) {
            problems.push_back(
                {file.string(), "extends", "expected no circle and at most 5 files"});
            break;
        }
        const auto before = problems.size();
        const auto text = read_file(next, problems);
        auto value = problems.size() == before ? parse(next, text, problems) : json::object();

        std::filesystem::path below;
        if (const auto extends = value.find("extends"); extends != value.end()) {
            if (extends->is_string())
                below = next.parent_path() / extends->get<std::string>();
            else
                problems.push_back({next.string(), "extends", "expected the name of a file"});
            value.erase("extends");
        }
        value.erase("$schema");
        layers_.push_back({next, std::move(value)});
        next = below;
    }
    for (auto below = layers_.rbegin(); below != layers_.rend(); ++below)
        merge(merged_, below->value);
}

json_document::json_document(nlohmann::json value, const std::string& name)
    : layers_{{name, std::move(value)}},
      merged_(layers_.front().value)
{
    merged_.erase("$schema");
}

std::vector<std::filesystem::path> json_document::files() const
{
    std::vector<std::filesystem::path> all;
    for (const auto& each : layers_)
        all.push_back(each.file);
    return all;
}

std::string json_document::file_of(std::string_view path) const
{
    for (const auto& above : layers_)
        if (contains(above.value, path))
            return above.file.string();
    return layers_.front().file.string();
}

std::string read_file(const std::filesystem::path& file, std::vector<problem>& problems)
{
    std::error_code failure;
    const auto size = std::filesystem::file_size(file, failure);
    std::ifstream stream(file, std::ios::binary);
    if (failure || !stream) {
        problems.push_back({file.string(), "", "cannot be read: no such file, or no right to"});
        return {};
    }
    if (size > file_bytes_max) {
        problems.push_back({file.string(), "", "is larger than 16 MiB"});
        return {};
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

}  // namespace rejoinder::config
