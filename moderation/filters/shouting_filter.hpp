#pragma once

#include "moderation/filter.hpp"

#include <cstddef>

namespace rejoinder::moderation {

/// The "filters.shouting" section.
struct shouting_settings {
    std::size_t letters_min = 20;     ///< Shorter texts may be in capitals: "NATO", "LOL".
    double capitals_share_max = 0.7;  ///< Of the letters that have case.
    std::size_t stretch_max = 7;      ///< The same letter more often in a row: "noooooooo".
    std::size_t punctuation_max = 5;  ///< More "!" and "?" in a row.
};

/// Finds capitals, stretched letters and walls of punctuation. At most one finding of each; the
/// detail is "capitals", "stretched" or "punctuation".
class shouting_filter final : public filter {
public:
    explicit shouting_filter(shouting_settings settings);

    std::string_view name() const noexcept override { return "shouting"; }
    findings inspect(const comment_view& comment) const override;

private:
    shouting_settings settings_;
};

}  // namespace rejoinder::moderation
