#pragma once

#include "moderation/finding.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// A text in which parts of another are replaced, with the way back to the original bytes. Written
/// from the beginning of the original to its end, without leaving anything out.
class rewritten_text {
public:
    const std::string& text() const noexcept { return text_; }
    bool is_rewritten() const noexcept { return !changes_.empty(); }

    /// Takes over the next part of the original as it is.
    void keep(std::string_view part);

    /// Writes `with` for the next `length` bytes of the original; nothing, to drop them.
    void replace(std::size_t length, std::string_view with);

    /// Place in the original of the bytes [begin, end). A part that was replaced counts as a whole.
    text_span original_span(std::size_t begin, std::size_t end) const;

    /// Whether anything within the bytes [begin, end) was replaced, or dropped between them.
    bool is_rewritten(std::size_t begin, std::size_t end) const;

private:
    struct change {
        std::size_t begin;  // in the text
        std::size_t end;
        std::size_t original_begin;
        std::size_t original_end;
    };

    std::string text_;
    std::size_t original_at_ = 0;
    std::vector<change> changes_;
};

}  // namespace rejoinder::moderation
