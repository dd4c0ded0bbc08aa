#pragma once

#include "moderation/filter.hpp"

#include <cstddef>

namespace rejoinder::moderation {

/// The "filters.unicode" section.
struct unicode_settings {
    /// Accents on one letter; careful Vietnamese has two, phonetic notation three. Marks that a
    /// script spells with (Thai, Hebrew, Tibetan) may be twice as many.
    std::size_t marks_max = 4;
    std::size_t invisible_run_max = 3;  ///< More invisible characters in a row are hidden text.
};

/// Finds in name and text what misleads or breaks the page rather than being read: marks stacked
/// on one letter, controls that reverse the direction, and hidden characters. At most one finding
/// of each in each field; the detail is "marks", "direction" or "hidden".
class unicode_filter final : public filter {
public:
    explicit unicode_filter(unicode_settings settings);

    std::string_view name() const noexcept override { return "unicode"; }
    findings inspect(const comment_view& comment) const override;

private:
    unicode_settings settings_;
};

}  // namespace rejoinder::moderation
