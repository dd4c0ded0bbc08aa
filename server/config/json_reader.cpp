#include "server/config/json_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace rejoinder::config {

namespace {

/// Edits that lead from one word to the other (Levenshtein), for the hint about a misspelt key.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
        }
    }
    return row.back();
}

/// Whole numbers without a point.
nlohmann::json number_json(double value)
{
    const auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? nlohmann::json(whole) : nlohmann::json(value);
}

}  // namespace

json_reader::json_reader(
    const json_document& document,
    const nlohmann::json& object,
    std::string path,
    std::vector<problem>& problems)
    : document_(document),
      object_(object),
      path_(std::move(path)),
      problems_(problems)
{
}

json_reader::json_reader(
    const json_document& empty,
    nlohmann::json& schema,
    std::vector<problem>& problems)
    : json_reader(empty, empty.root(), "", problems)
{
    schema_ = &schema;
    schema = {{"type", "object"}, {"additionalProperties", false}};
}

void json_reader::text(std::string_view key, std::string& target)
{
    const auto* value = find(key, {{"type", "string"}});
    if (!value)
        return;
    if (value->is_string())
        target = value->get<std::string>();
    else
        complain(key, "expected a text in quotation marks");
}

void json_reader::flag(std::string_view key, bool& target)
{
    const auto* value = find(key, {{"type", "boolean"}});
    if (!value)
        return;
    if (value->is_boolean())
        target = value->get<bool>();
    else
        complain(key, "expected true or false");
}

void json_reader::texts(std::string_view key, std::vector<std::string>& target)
{
    const auto* value = find(key, {{"type", "array"}, {"items", {{"type", "string"}}}});
    if (!value)
        return;
    const bool fits =
        value->is_array() && std::all_of(value->begin(), value->end(), [](const auto& element) {
            return element.is_string();
        });
    if (fits)
        target = value->get<std::vector<std::string>>();
    else
        complain(key, "expected a list of texts");
}

void json_reader::choice(
    std::string_view key,
    const std::vector<std::string_view>& words,
    const std::function<void(std::string_view)>& apply)
{
    const auto* value = find(key, {{"enum", words}});
    if (!value)
        return;
    const auto word = value->is_string() ? value->get<std::string>() : std::string();
    if (std::find(words.begin(), words.end(), word) != words.end())
        apply(word);
    else
        complain(key, fmt::format("expected one of \"{}\"", fmt::join(words, "\", \"")));
}

void json_reader::object(std::string_view key, const std::function<void(json_reader&)>& read)
{
    if (auto* inside = describe(key, nlohmann::json::object()))
        *inside = schema_of(read);
    if (const auto* value = find(key))
        read_object(*value, path_of(key), read);
}

void json_reader::members(
    std::string_view key,
    const std::function<void(const std::string&, json_reader&)>& read)
{
    if (auto* all = describe(key, {{"type", "object"}}))
        (*all)["additionalProperties"] =
            schema_of([&read](json_reader& inside) { read("", inside); });
    const auto* value = find(key);
    if (!value)
        return;
    if (!value->is_object())
        return complain(key, "expected an object");
    for (const auto& [name, member] : value->items())
        read_object(
            member,
            path_of(key) + '.' + name,
            [&read, &key_inside = name](json_reader& inside) { read(key_inside, inside); });
}

void json_reader::elements(std::string_view key, const std::function<void(json_reader&)>& read)
{
    if (auto* list = describe(key, {{"type", "array"}}))
        (*list)["items"] = schema_of(read);
    const auto* value = find(key);
    if (!value)
        return;
    if (!value->is_array())
        return complain(key, "expected a list of objects");
    for (std::size_t i = 0; i < value->size(); ++i)
        read_object((*value)[i], fmt::format("{}.{}", path_of(key), i), read);
}

void json_reader::complain(std::string_view key, std::string expected)
{
    const auto path = key.empty() ? path_ : path_of(key);
    problems_.push_back({document_.file_of(path), path, std::move(expected)});
}

void json_reader::finish()
{
    for (const auto& [key, value] : object_.items()) {
        if (known_.contains(key))
            continue;
        const auto nearest = std::min_element(
            known_.begin(),
            known_.end(),
            [&key = key](const auto& a, const auto& b) {
                return distance(key, a) < distance(key, b);
            });
        const bool near = nearest != known_.end() && distance(key, *nearest) <= 1 + key.size() / 3;
        complain(
            key,
            near ? fmt::format("unknown key; is \"{}\" meant?", *nearest) : "unknown key");
    }
}

const nlohmann::json* json_reader::find(std::string_view key, nlohmann::json kind)
{
    known_.emplace(key);
    if (!kind.is_null())
        describe(key, std::move(kind));
    const auto found = object_.find(std::string(key));
    return found == object_.end() ? nullptr : &*found;
}

const nlohmann::json* json_reader::numeric(
    std::string_view key,
    bool whole,
    double least,
    double most)
{
    const auto* value = find(
        key,
        {{"type", whole ? "integer" : "number"},
         {"minimum", number_json(least)},
         {"maximum", number_json(most)}});
    if (!value)
        return nullptr;
    const bool fits = (whole ? value->is_number_integer() : value->is_number()) &&
                      value->get<double>() >= least && value->get<double>() <= most;
    if (fits)
        return value;
    complain(
        key,
        fmt::format("expected a {}number from {} to {}", whole ? "whole " : "", least, most));
    return nullptr;
}

nlohmann::json* json_reader::describe(std::string_view key, nlohmann::json kind)
{
    if (!schema_)
        return nullptr;
    auto& property = (*schema_)["properties"][std::string(key)];
    property = std::move(kind);
    return &property;
}

std::string json_reader::path_of(std::string_view key) const
{
    return path_.empty() ? std::string(key) : path_ + '.' + std::string(key);
}

void json_reader::read_object(
    const nlohmann::json& value,
    std::string path,
    const std::function<void(json_reader&)>& read)
{
    if (!value.is_object()) {
        problems_.push_back({document_.file_of(path), path, "expected an object"});
        return;
    }
    json_reader inside(document_, value, std::move(path), problems_);
    read(inside);
    inside.finish();
}

nlohmann::json schema_of(const std::function<void(json_reader&)>& read)
{
    std::vector<problem> not_asked;
    nlohmann::json schema;
    const json_document empty(nlohmann::json::object(), "");
    json_reader reader(empty, schema, not_asked);
    read(reader);
    return schema;
}

}  // namespace rejoinder::config
