#pragma once

#include "moderation/filter.hpp"

#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.story" section.
struct story_settings {
    std::int64_t days_max = 0;  ///< An older story is hardly read by people. 0 switches this off.
};

/// Finds comments on stories whose discussion is long over: it is mostly spam that comes late. The
/// detail is the age in days. A story whose age is not known is not old.
class story_filter final : public filter {
public:
    explicit story_filter(story_settings settings);

    std::string_view name() const noexcept override { return "story"; }
    findings inspect(const comment_view& comment) const override;

private:
    story_settings settings_;
};

}  // namespace rejoinder::moderation
