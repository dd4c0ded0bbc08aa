#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::http {

/// Whether two header names, or two tokens of a header, are the same: ASCII, case aside.
bool same_token(std::string_view a, std::string_view b) noexcept;

/// A few header fields in the order they were added. Names compare without case.
class header_list {
public:
    struct field {
        std::string name;
        std::string value;

        friend bool operator==(const field&, const field&) = default;
    };

    /// The first value of that name, or empty.
    std::string_view find(std::string_view name) const noexcept;
    bool contains(std::string_view name) const noexcept;

    /// Adds one more. Throws std::logic_error for a name or value with a line break: what is taken
    /// from a client has to be checked before it gets here.
    void add(std::string name, std::string value);

    /// Replaces every field of that name.
    void set(std::string name, std::string value);
    void remove(std::string_view name);

    auto begin() const noexcept { return fields_.begin(); }
    auto end() const noexcept { return fields_.end(); }
    bool empty() const noexcept { return fields_.empty(); }

    friend bool operator==(const header_list&, const header_list&) = default;

private:
    std::vector<field> fields_;
};

/// Without the spaces and tabs around it.
std::string_view trim_blanks(std::string_view text) noexcept;

/// Whether the comma-separated value contains that token, case aside: "Connection: upgrade, foo".
bool has_token(std::string_view value, std::string_view token) noexcept;

}  // namespace rejoinder::http
