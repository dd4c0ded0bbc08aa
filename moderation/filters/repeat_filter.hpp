#pragma once

#include "moderation/filter.hpp"

#include <cstddef>
#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.repeat" section.
struct repeat_settings {
    std::int64_t window_seconds = 24 * 60 * 60;  ///< How far back a text counts as repeated.
    std::size_t letters_min = 12;  ///< "Thank you!" twice is no repetition; letters and digits.
    /// Share of common shingles from which texts are nearly the same.
    double similarity_min = 0.7;
};

/// Finds text that its author has written before, exactly or nearly. Case, blanks, punctuation
/// and disguises make no difference. One finding for the most similar earlier comment; the detail
/// is "same" or "nearly the same".
class repeat_filter final : public filter {
public:
    explicit repeat_filter(repeat_settings settings);

    std::string_view name() const noexcept override { return "repeat"; }
    findings inspect(const comment_view& comment) const override;

private:
    repeat_settings settings_;
};

}  // namespace rejoinder::moderation
