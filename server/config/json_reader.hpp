#pragma once

#include "server/config/json_document.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rejoinder::config {

/// Reads one object of a configuration document into settings. Each read names a key; a key that is
/// absent leaves the target at its default, one of the wrong kind is a problem with its path, and
/// finish() makes a problem of every key nobody read, with the nearest known key as a hint.
///
/// It can also describe what is asked of it, as a JSON Schema for editors (see schema_of), so that
/// the schema is never another than what is read.
class json_reader {
public:
    json_reader(
        const json_document& document,
        const nlohmann::json& object,
        std::string path,
        std::vector<problem>& problems);

    /// Reads nothing, but writes down in `schema` what it is asked for.
    json_reader(const json_document& empty, nlohmann::json& schema, std::vector<problem>& problems);

    void text(std::string_view key, std::string& target);
    void flag(std::string_view key, bool& target);
    void texts(std::string_view key, std::vector<std::string>& target);

    template <class Number>
    void number(std::string_view key, Number& target, double least, double most)
    {
        static_assert(std::is_arithmetic_v<Number>);
        if (const auto* value = numeric(key, std::is_integral_v<Number>, least, most))
            target = value->template get<Number>();
    }

    /// A whole number of the unit that ends the key's name: "deadline_ms", "window_s".
    template <class Rep, class Period>
    void duration(
        std::string_view key,
        std::chrono::duration<Rep, Period>& target,
        std::int64_t least,
        std::int64_t most)
    {
        auto count = static_cast<std::int64_t>(target.count());
        number(key, count, static_cast<double>(least), static_cast<double>(most));
        target = std::chrono::duration<Rep, Period>(static_cast<Rep>(count));
    }

    /// One of a few words; `apply` gets the word chosen.
    void choice(
        std::string_view key,
        const std::vector<std::string_view>& words,
        const std::function<void(std::string_view)>& apply);

    /// Whether anything is said at a key.
    bool has(std::string_view key) { return find(key) != nullptr; }

    /// Reads an object inside; not called when the key is absent.
    void object(std::string_view key, const std::function<void(json_reader&)>& read);

    /// Reads each member of an object of objects, with its key.
    void members(
        std::string_view key,
        const std::function<void(const std::string&, json_reader&)>& read);

    /// Reads each element of an array of objects.
    void elements(std::string_view key, const std::function<void(json_reader&)>& read);

    /// Says that the value at a key (or the object itself, for "") is not what was expected.
    void complain(std::string_view key, std::string expected);

    void finish();

    const std::string& path() const noexcept { return path_; }
    std::filesystem::path folder() const { return document_.folder(); }

private:
    const nlohmann::json* find(std::string_view key, nlohmann::json kind = {});
    nlohmann::json* describe(std::string_view key, nlohmann::json kind);
    const nlohmann::json* numeric(std::string_view key, bool whole, double least, double most);
    std::string path_of(std::string_view key) const;
    void read_object(
        const nlohmann::json& value,
        std::string path,
        const std::function<void(json_reader&)>& read);

    const json_document& document_;
    const nlohmann::json& object_;
    std::string path_;
    std::vector<problem>& problems_;
    std::set<std::string, std::less<>> known_;
    nlohmann::json* schema_ = nullptr;  ///< Where what is asked for is written down, if anywhere.
};

/// JSON Schema (2020-12) of an object that is read like this: every key with its kind, range or
/// words.
nlohmann::json schema_of(const std::function<void(json_reader&)>& read);

}  // namespace rejoinder::config
