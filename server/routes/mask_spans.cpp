#include "server/routes/mask_spans.hpp"

#include "server/intake/unicode_text.hpp"

#include <algorithm>
#include <vector>

namespace rejoinder::routes {

namespace {

bool begins_code_point(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// By code point, whether it is masked.
std::vector<bool> covered(std::size_t length, std::span<const text_span> spans)
{
    std::vector<bool> points(length, false);
    for (const auto& span : spans)
        std::fill(
            points.begin() + static_cast<std::ptrdiff_t>(span.start),
            points.begin() + static_cast<std::ptrdiff_t>(span.end),
            true);
    return points;
}

}  // namespace

std::optional<std::string> mask_spans(std::string_view text, std::span<const text_span> spans)
{
    const auto length = intake::count_code_points(text);
    const auto fits = [&](const text_span& span) {
        return span.start < span.end && span.end <= *length;
    };
    if (!length || !std::ranges::all_of(spans, fits))
        return std::nullopt;

    const auto points = covered(*length, spans);
    std::string result;
    std::size_t next = 0;
    bool hidden = false;
    for (const char byte : text) {
        if (begins_code_point(byte)) {
            const bool was_hidden = std::exchange(hidden, points[next++]);
            if (hidden && !was_hidden)
                result += masked;
        }
        if (!hidden)
            result += byte;
    }
    return result;
}

}  // namespace rejoinder::routes
