#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rejoinder::routes {

/// Code points of a text, `end` not included.
struct text_span {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// What stands for a masked span, however long it was.
inline constexpr std::string_view masked = "\u2588\u2588\u2588";

/// The text with these spans masked; those that touch or overlap become one. Nothing where a span
/// is empty or reaches beyond the text, which is valid UTF-8.
std::optional<std::string> mask_spans(std::string_view text, std::span<const text_span> spans);

}  // namespace rejoinder::routes
