#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::http {

/// The target of a request line, taken apart and decoded.
///
/// Each path segment is decoded by itself, so "%2F" within a segment is part of its value and never
/// a separator. "." and ".." are segments like any other: nothing here is a file name.
struct request_target {
    /// Bounds of what is taken apart at all; more is an invalid target.
    static constexpr std::size_t segments_max = 32;
    static constexpr std::size_t parameters_max = 256;

    std::vector<std::string> segments;  ///< "/a/b%20c/" is {"a", "b c", ""}; "/" is {""}.
    std::vector<std::pair<std::string, std::string>> query;
};

/// Takes origin-form ("/path?query") and absolute-form ("http://host/path"). Nothing when it is
/// neither, when an escape is broken, or when the decoded text is not UTF-8 or holds a control
/// character (NUL among them).
std::optional<request_target> parse_target(std::string_view target);

/// Decodes "name=value&name=value" as HTML forms and query strings write it ("+" is a space).
/// Nothing when an escape is broken, a value is not UTF-8, or there are too many pairs. Control
/// characters are allowed, since a comment has line breaks; NUL is not.
std::optional<std::vector<std::pair<std::string, std::string>>> parse_form(std::string_view text);

}  // namespace rejoinder::http
