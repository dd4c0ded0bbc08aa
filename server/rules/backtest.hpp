#pragma once

#include "moderation/verdict.hpp"
#include "server/config/load_rule_set.hpp"
#include "server/model/ids.hpp"
#include "server/storage/store.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace rejoinder::rules {

/// How well something foretells what moderators decide. Counted over decided comments: those that
/// a moderator published are good, those rejected or called spam are bad.
struct agreement {
    std::int64_t caught = 0;   ///< Bad, and singled out.
    std::int64_t wronged = 0;  ///< Good, and singled out.
    std::int64_t missed = 0;   ///< Bad, and not singled out.

    /// Share of what was singled out that is bad, and of what is bad that was singled out; 0 where
    /// there is none.
    double precision() const noexcept;
    double recall() const noexcept;

    void add(const agreement& other);
};

/// What one rule set makes of the comments.
struct judged_by {
    std::string version;
    agreement withheld;  ///< Singled out: not published at once.
    std::array<agreement, moderation::reason_count> by_reason{};
    std::array<std::int64_t, moderation::reason_count> comments_with{};
};

/// A comment that the candidate treats differently.
struct changed_comment {
    model::comment_id id;
    moderation::verdict_kind before = moderation::verdict_kind::hold;
    moderation::verdict_kind after = moderation::verdict_kind::hold;
    std::string excerpt;               ///< The first characters of its text.
    std::vector<std::string> reasons;  ///< That the candidate sees.
};

/// The first characters of a text.
std::string excerpt_of(const std::string& text);

inline constexpr std::size_t verdict_count = 4;

struct backtest_report {
    std::int64_t comments = 0;
    std::int64_t decided = 0;  ///< Of them by a moderator.
    judged_by before;
    judged_by after;

    /// Comments by verdict before and after.
    std::array<std::array<std::int64_t, verdict_count>, verdict_count> verdicts{};

    /// Some of each kind of change.
    std::vector<changed_comment> examples;

    /// Comments that the present rules had judged and of which they now find something else: none
    /// unless what the filters do has changed, or texts that were compared with are gone.
    std::int64_t unlike_stored = 0;

    std::int64_t changed() const noexcept;
};

struct backtest_settings {
    model::timestamp since = {};
    unsigned threads = 1;
    int examples_max = 3;  ///< Of each kind of change.
};

/// Told how many comments are done, of how many. False ends the backtest early.
using backtest_progress = std::function<bool(std::int64_t done, std::int64_t of)>;

/// Judges stored comments anew, by the rules of before and by others, in the light of what was
/// known when they were written. Changes nothing. Throws what the storage throws, and
/// rule_set_error.
backtest_report run_backtest(
    storage::store& record,
    const config::loaded_rule_set& before,
    const config::loaded_rule_set& after,
    const backtest_settings& settings,
    const backtest_progress& progress);

}  // namespace rejoinder::rules
