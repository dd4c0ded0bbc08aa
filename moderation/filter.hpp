#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/finding.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Looks at one aspect of a comment and says what it saw.
///
/// A filter knows nothing of weights, verdicts or other filters. It is immutable after construction
/// and may be used by many threads at once. A filter that cannot do its work throws; the pipeline
/// turns that into `filter_failed`.
class filter {
public:
    virtual ~filter() = default;

    /// Stable and unique, e.g. "link"; kept with each finding.
    virtual std::string_view name() const noexcept = 0;

    /// Leaves `finding::filter` and `finding::weight` to the pipeline and the policy.
    virtual findings inspect(const comment_view& comment) const = 0;
};

using filter_list = std::vector<std::unique_ptr<filter>>;

}  // namespace rejoinder::moderation
