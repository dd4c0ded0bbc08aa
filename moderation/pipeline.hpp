#pragma once

#include "moderation/filter.hpp"

namespace rejoinder::moderation {

/// Findings kept of one filter for one comment. What lies beyond says nothing new, and a hostile
/// text must not make a verdict of unbounded size.
inline constexpr std::size_t findings_per_filter_max = 50;

/// Runs the filters in their order and gathers what they found.
class pipeline {
public:
    explicit pipeline(filter_list filters);

    /// Never throws for a filter's sake: one that throws leaves a `filter_failed` finding with its
    /// name, and the others still run. Safe to call from several threads.
    findings run(const comment_view& comment) const;

    const filter_list& filters() const noexcept { return filters_; }

private:
    filter_list filters_;
};

}  // namespace rejoinder::moderation
