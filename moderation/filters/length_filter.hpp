#pragma once

#include "moderation/filter.hpp"

#include <cstddef>

namespace rejoinder::moderation {

/// The "filters.length" section. Counted in code points of what is visible: blanks at the ends and
/// invisible characters do not make a text longer than it looks.
struct length_settings {
    std::size_t text_min = 1;       ///< Fewer are `too_short`; none at all is `empty_text`.
    std::size_t text_max = 10'000;  ///< More are `too_long`.
};

/// Finds text that is empty, too short or too long.
class length_filter final : public filter {
public:
    explicit length_filter(length_settings settings);

    std::string_view name() const noexcept override { return "length"; }
    findings inspect(const comment_view& comment) const override;

private:
    length_settings settings_;
};

}  // namespace rejoinder::moderation
