// The names of the states are declared beside the nouns.
#include "server/model/comment.hpp"
#include "server/model/decision.hpp"
#include "server/model/event.hpp"
#include "server/model/moderator.hpp"
#include "server/model/report.hpp"
#include "server/model/story.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace rejoinder;
using namespace rejoinder::model;

namespace {

/// Checks that each value has its pinned name and that reading gives it back.
template <class Enum, class Read>
void check_names(const std::vector<std::pair<Enum, std::string>>& pinned, Read read)
{
    for (const auto& [value, name] : pinned) {
        CHECK(to_string(value) == name);
        CHECK(read(name) == value);
        CHECK_FALSE(read(name + ' '));
    }
    CHECK(to_string(static_cast<Enum>(pinned.size())) == "unknown");
    CHECK_FALSE(read(""));
    CHECK_FALSE(read("unknown"));
}

using state = comment_state;
using action = decision_action;

}  // namespace

TEST_CASE("states: names are stable and read back", "[model]")
{
    check_names<state>(
        {{state::published, "published"},
         {state::pending, "pending"},
         {state::rejected, "rejected"},
         {state::spam, "spam"},
         {state::withdrawn, "withdrawn"},
         {state::erased, "erased"}},
        comment_state_from);
    check_names<story_state>(
        {{story_state::open, "open"},
         {story_state::pre_moderated, "pre_moderated"},
         {story_state::closed, "closed"}},
        story_state_from);
    check_names<action>(
        {{action::approve, "approve"}, {action::reject, "reject"}, {action::spam, "spam"}},
        decision_action_from);
    check_names<report_reason>(
        {{report_reason::offensive, "offensive"},
         {report_reason::abusive, "abusive"},
         {report_reason::spam, "spam"},
         {report_reason::illegal, "illegal"},
         {report_reason::other, "other"}},
        report_reason_from);
    check_names<report_outcome>(
        {{report_outcome::open, "open"},
         {report_outcome::upheld, "upheld"},
         {report_outcome::dismissed, "dismissed"}},
        report_outcome_from);
    check_names<event_kind>(
        {{event_kind::judged, "judged"},
         {event_kind::decided, "decided"},
         {event_kind::undone, "undone"},
         {event_kind::edited, "edited"},
         {event_kind::withdrawn, "withdrawn"},
         {event_kind::reported, "reported"},
         {event_kind::liked, "liked"},
         {event_kind::story_changed, "story_changed"}},
        event_kind_from);
    check_names<moderator_role>(
        {{moderator_role::admin, "admin"},
         {moderator_role::moderator, "moderator"},
         {moderator_role::viewer, "viewer"}},
        moderator_role_from);
}

TEST_CASE("states: what became of a decision has a stable name", "[model]")
{
    CHECK(to_string(decision_status::done) == "done");
    CHECK(to_string(decision_status::conflict) == "conflict");
    CHECK(to_string(decision_status::not_found) == "not_found");
    CHECK(to_string(decision_status::not_allowed) == "not_allowed");
}

TEST_CASE("states: only the verdict to publish makes a fresh comment public", "[model]")
{
    using moderation::verdict_kind;
    CHECK(state_after(verdict_kind::publish) == state::published);
    CHECK(state_after(verdict_kind::hold) == state::pending);
    CHECK(state_after(verdict_kind::spam) == state::spam);
    CHECK(state_after(verdict_kind::reject) == state::rejected);
    CHECK(state_after(static_cast<verdict_kind>(99)) == state::pending);
}

TEST_CASE("states: a moderator may move a comment to any state but its own", "[model]")
{
    const auto from = GENERATE(state::published, state::pending, state::rejected, state::spam);
    const auto after = [from](action taken, state to) {
        const auto reached = state_after(taken, from);
        CHECK(reached.has_value() == (from != to));
        CHECK(reached.value_or(to) == to);
    };

    after(action::approve, state::published);
    after(action::reject, state::rejected);
    after(action::spam, state::spam);
}

TEST_CASE("states: what its author took back or had erased is beyond decision", "[model]")
{
    const auto from = GENERATE(state::withdrawn, state::erased);
    const auto taken = GENERATE(action::approve, action::reject, action::spam);

    CHECK_FALSE(state_after(taken, from));
}
