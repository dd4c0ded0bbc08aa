#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::intake {

/// Number of code points, or nothing for what is not valid UTF-8 (RFC 3629: no surrogates, no
/// overlong forms, nothing above U+10FFFF).
std::optional<std::size_t> count_code_points(std::string_view text) noexcept;

/// Whether it contains NUL or another C0 or C1 control, line feed and tab excepted.
bool has_controls(std::string_view text) noexcept;

/// Whether it contains white space of any kind, line feed and tab among it.
bool has_white_space(std::string_view text) noexcept;

/// Without white space at either end, line ends as LF.
std::string tidy(std::string_view text);

/// Whether there is anything to see: at least one code point that is no white space, no control and
/// not ignorable by default.
bool has_visible(std::string_view text) noexcept;

}  // namespace rejoinder::intake
