#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/pipeline.hpp"
#include "moderation/policy.hpp"
#include "moderation/verdict.hpp"

#include <string>
#include <vector>

namespace rejoinder::moderation {

struct rule_set_settings;

/// Raised whenever the same rule set may find something else in the same comment: part of every
/// rule set's version, so that a version means the same verdicts for ever.
inline constexpr int engine_revision = 2;

/// One compiled rule set: comment in, verdict out.
///
/// Building it compiles the word lists (some 0.3 s for 10,000 entries). Afterwards it is immutable
/// and may judge on many threads at once; a new version of the rules is a new engine.
class engine {
public:
    /// Throws rule_set_error naming the faulty entry.
    explicit engine(const rule_set_settings& settings);

    /// The same input and rule set always give the same verdict. Does not throw for anything a
    /// text can contain.
    verdict judge(const comment_input& comment) const;

    /// Names of the filters it runs, in their order.
    std::vector<std::string> filter_names() const;

    const std::string& version() const noexcept { return version_; }

    /// Which values hold where, and why.
    const policy& rules_of_policy() const noexcept { return policy_; }

private:
    std::string version_;
    pipeline pipeline_;
    policy policy_;
};

}  // namespace rejoinder::moderation
