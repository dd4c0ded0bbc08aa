#pragma once

#include "moderation/finding.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

class folded_text;
struct link;

/// A comment the same author wrote shortly before. Times are distances: this library has no clock.
struct recent_comment {
    std::string text;
    std::int64_t seconds_ago = 0;
    bool same_story = false;
    std::string id = {};  ///< The caller's own; filters do not look at it.
};

/// What is known of the author, counted within the site. `recent` is newest first and bounded by
/// the caller (the worker brings at most 20); any comment older than the longest window of the
/// rule set may be left out.
struct author_activity {
    std::int64_t published = 0;
    std::int64_t pending = 0;
    std::int64_t rejected = 0;           ///< Rejected or spam.
    std::int64_t approved_by_human = 0;  ///< Published by a moderator's decision.
    bool proved = false;            ///< The comment came with the author token of an earlier one.
    bool banned = false;            ///< A moderator banned the author.
    bool name_is_anothers = false;  ///< Another author, proved by token, writes under this name.
    std::vector<recent_comment> recent;
};

/// Comments lately, in any state. A count of 0 also means "not known". The caller counts within
/// the window the rule set names (`flood_settings`).
struct surrounding_activity {
    std::int64_t from_network = 0;  ///< From the same class of network addresses.
    std::int64_t in_story = 0;      ///< On the same story, by anybody.
};

/// What became of the token that a page's form carries: who wrote the page gave it out, dated.
enum class form_token_state : std::uint8_t {
    not_checked,  ///< The caller gives out no tokens, or the comment did not come by a form.
    missing,
    invalid,    ///< Forged, or of another story.
    too_fresh,  ///< Sent sooner than a person can read and write.
    good,
    stale,    ///< Sent longer after the page was loaded than a token lives.
    replayed  ///< It came with another comment before.
};

/// The stable name: "not_checked", "missing" …
std::string_view to_string(form_token_state value) noexcept;
std::optional<form_token_state> form_token_state_from(std::string_view name) noexcept;

/// What readers reported of the comment and no moderator has settled yet.
struct reader_reports {
    std::int64_t count = 0;
    double weight = 0;  ///< The sum of their weights; see `report_weight`.

    bool operator==(const reader_reports&) const = default;
};

/// What the form tells of who filled it in.
struct form_signs {
    bool honeypot_filled = false;  ///< The field that people do not see.
    form_token_state token = form_token_state::not_checked;

    bool operator==(const form_signs&) const = default;
};

/// Whether a comment may be public before a human has seen it. A matter for the policy; filters
/// are not told.
enum class moderation_mode : std::uint8_t {
    after,  ///< Publish what is unsuspicious; humans look afterwards.
    before  ///< Hold everything for a human.
};

/// The story commented on, and what of it the policy may depend on.
struct story_context {
    std::string_view site = {};
    /// The site's own id.
    std::string_view story = {};
    /// Of the story's URL: "/sport/2026/final". Its sections are in it.
    std::string_view path = {};
    /// Said by the story or the site; wins over the rule set.
    std::optional<moderation_mode> mode = {};
    int minute_of_day = -1;         ///< By the site's clock; -1: not known.
    std::int64_t review_queue = 0;  ///< Comments that wait for a moderator of the site.
};

/// A comment as the caller hands it in. Text must be valid UTF-8 (intake saw to it; anything else
/// is judged with replacement characters). Never holds an e-mail address or an IP: the domain of
/// the address is all there is of it. All views must outlive the call of `engine::judge`.
struct comment_input {
    std::string_view name;
    std::string_view website;       ///< Empty when none was given.
    std::string_view email_domain;  ///< Lower case; empty when not known.
    std::string_view text;
    bool is_reply = false;
    bool own_address_masked = false;  ///< Intake replaced the author's own address in a field.
    author_activity author;
    /// What others wrote lately that looks like it: the newest of each, newest first, at most some
    /// tens. The caller looks them up, roughly; the filter compares.
    std::vector<recent_comment> by_others;
    surrounding_activity surroundings;
    form_signs form;
    reader_reports reports = {};  ///< None for a fresh comment.
    /// Days since the site published the story, by the site's own word; empty when not known.
    std::optional<std::int64_t> story_age_days;
    story_context story;
};

/// All that a filter may see. Made from a `comment_input` by `prepared_comment`, which owns what is
/// viewed here; valid only during `filter::inspect`.
struct comment_view {
    std::string_view name;
    std::string_view website;
    std::string_view email_domain;
    std::string_view text;

    // The same fields made comparable, for everything that looks for words.
    const folded_text& folded_name;
    const folded_text& folded_website;
    const folded_text& folded_text_body;

    std::span<const link> links;          ///< In the text, in order.
    std::span<const link> links_in_name;  ///< In the name.

    bool is_reply;
    bool own_address_masked;
    const author_activity& author;
    std::span<const recent_comment> by_others;
    const surrounding_activity& surroundings;
    form_signs form;
    reader_reports reports;
    std::optional<std::int64_t> story_age_days;
};

}  // namespace rejoinder::moderation
