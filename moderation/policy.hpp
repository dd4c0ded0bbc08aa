#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/verdict.hpp"

#include <array>
#include <map>
#include <optional>

namespace rejoinder::moderation {

/// The "policy" section of a rule set. The defaults are those of the shipped one.
struct policy_settings {
    /// Whether comments may be public before a human has seen them. A story may be stricter.
    moderation_mode mode = moderation_mode::after;

    /// What each finding adds to the score. A reason that is not named weighs nothing: it is
    /// recorded and shown, and never decides.
    std::map<reason, double> weights = {
        {reason::empty_text, 5},
        {reason::too_short, 5},
        {reason::too_long, 5},
        {reason::suspect_word, 5},
        {reason::promotion, 5},
        {reason::too_many_links, 5},
        {reason::link_in_name, 5},
        {reason::link_only, 5},
        {reason::repeated_text, 5},
        {reason::flood, 5},
        {reason::shouting, 2},
        {reason::contact_data, 5},
        {reason::own_address, 0},
        {reason::new_author, 0},
        {reason::unicode_abuse, 5},
        {reason::blocked_email_domain, 0},
        {reason::disposable_email_domain, 5},
        {reason::banned_author, 0},
        {reason::bad_record, 5},
        {reason::impersonation, 5},
        {reason::other_language, 5},
        {reason::honeypot, 0},
        {reason::no_form_token, 5},
        {reason::form_too_fresh, 3},
        {reason::form_stale, 2},
        {reason::form_replayed, 5},
        {reason::old_story, 5},
        {reason::blocked_host, 0},
        {reason::banned_word, 0},
        {reason::pre_moderated, 0},
        {reason::filter_failed, 0},
    };

    /// Reasons of which one finding settles at least this verdict, whatever the score says.
    /// `filter_failed` and `pre_moderated` hold at least, even when not named here.
    std::map<reason, verdict_kind> decisive = {
        {reason::banned_word, verdict_kind::reject},
        {reason::blocked_host, verdict_kind::spam},
        {reason::blocked_email_domain, verdict_kind::spam},
        {reason::banned_author, verdict_kind::reject},
        {reason::honeypot, verdict_kind::spam},
        {reason::filter_failed, verdict_kind::hold},
        {reason::pre_moderated, verdict_kind::hold},
    };

    // The least score for each verdict; an absent one is never reached by score.
    std::optional<double> hold_at = 5;
    std::optional<double> spam_at = 20;
    std::optional<double> reject_at;

    /// Of one reason, at most this many findings add to the score, so that one fault repeated does
    /// not outweigh several different ones.
    int counted_per_reason_max = 3;
};

/// Turns findings into a verdict.
class policy {
public:
    /// Throws rule_set_error for a negative weight, thresholds that are not rising, or a decisive
    /// verdict of publish.
    explicit policy(policy_settings settings);

    /// `mode` is the story's; the stricter of it and the rule set's counts.
    verdict decide(findings found, moderation_mode mode) const;

private:
    double weigh(finding& item, std::array<int, reason_count>& counted) const;

    policy_settings settings_;
    std::array<double, reason_count> weights_{};
    std::array<verdict_kind, reason_count> decisive_{};  // publish: not decisive
};

}  // namespace rejoinder::moderation
