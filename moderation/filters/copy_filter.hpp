#pragma once

#include "moderation/filter.hpp"

#include <cstddef>
#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.copy" section.
struct copy_settings {
    std::int64_t window_seconds = 24 * 60 * 60;  ///< How far back a text counts as copied.
    std::size_t letters_min = 40;  ///< Shorter texts are said by many people. Letters and digits.
    double similarity_min =
        0.7;  ///< Share of common shingles from which texts are nearly the same.
    std::size_t authors_min = 2;  ///< Others who wrote it; 0 switches the filter off.
};

/// Finds text that several others have written, exactly or nearly: a campaign under many names. One
/// finding; the detail says how many others, at least.
class copy_filter final : public filter {
public:
    explicit copy_filter(copy_settings settings);

    std::string_view name() const noexcept override { return "copy"; }
    findings inspect(const comment_view& comment) const override;

private:
    copy_settings settings_;
};

}  // namespace rejoinder::moderation
