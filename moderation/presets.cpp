#include "moderation/presets.hpp"

#include <string>

namespace rejoinder::moderation {

namespace {

constexpr double holds_alone = 5;  // what reaches the threshold for hold of every preset

/// One doubt is let pass, two wait.
void relax(rule_set_settings& rules)
{
    auto& weights = rules.policy.base.weights;
    for (const auto why :
         {reason::suspect_word, reason::promotion, reason::too_many_links, reason::link_shortener})
        weights[why] = 3;
    weights[reason::shouting] = 1;
    rules.links.links_max = 4;
    rules.flood.author_max = 8;
}

/// A human sees first comments first, and every link.
void tighten(rule_set_settings& rules)
{
    auto& policy = rules.policy.base;
    policy.decisive[reason::new_author] = verdict_kind::hold;
    policy.weights[reason::shouting] = holds_alone;
    policy.weights[reason::mild_word] = 2;
    policy.weights[reason::own_address] = holds_alone;
    rules.links.links_max = 0;
    rules.flood.author_max = 3;
}

/// What WordPress looks at, and no other part of a comment: two links, its moderation keys, its
/// disallowed keys, and whether a comment of this name and address was approved before. What a
/// moderator banned stays banned.
void follow_wordpress(rule_set_settings& rules)
{
    auto& policy = rules.policy.base;
    policy.weights = {
        {reason::too_many_links, holds_alone},
        {reason::suspect_word, holds_alone},
        {reason::disguised_word, holds_alone},
        {reason::new_author, holds_alone},
    };
    policy.decisive = {
        {reason::banned_word, verdict_kind::reject},
        {reason::banned_author, verdict_kind::reject},
    };
    policy.spam_at = threshold{};
    rules.links.links_max = 1;
    rules.new_author.proof_required = false;
}

}  // namespace

policy_change balanced_policy()
{
    policy_change made;
    made.mode = moderation_mode::after;
    made.weights = {
        {reason::empty_text, holds_alone},
        {reason::too_short, holds_alone},
        {reason::too_long, holds_alone},
        {reason::suspect_word, holds_alone},
        {reason::disguised_word, holds_alone},
        {reason::mild_word, 1},
        {reason::promotion, holds_alone},
        {reason::too_many_links, holds_alone},
        {reason::link_in_name, holds_alone},
        {reason::disguised_link, holds_alone},
        {reason::link_shortener, holds_alone},
        {reason::lookalike_host, holds_alone},
        {reason::link_only, holds_alone},
        {reason::repeated_text, holds_alone},
        {reason::copied_text, holds_alone},
        {reason::flood, holds_alone},
        {reason::shouting, 2},
        {reason::contact_data, holds_alone},
        {reason::unicode_abuse, holds_alone},
        {reason::disposable_email_domain, holds_alone},
        {reason::bad_record, holds_alone},
        {reason::impersonation, holds_alone},
        {reason::other_language, holds_alone},
        // Signs of a program, none of which is enough: a page without JavaScript has no token.
        {reason::no_form_token, 1},
        {reason::form_too_fresh, 2},
        {reason::form_stale, 1},
        {reason::form_replayed, 3},
        {reason::old_story, holds_alone},
        {reason::reported, holds_alone},
    };
    made.decisive = {
        {reason::banned_word, verdict_kind::reject},
        {reason::blocked_host, verdict_kind::spam},
        {reason::blocked_email_domain, verdict_kind::spam},
        {reason::banned_author, verdict_kind::reject},
        {reason::honeypot, verdict_kind::spam},
    };
    made.hold_at = threshold{holds_alone};
    made.spam_at = threshold{20};
    made.reject_at = threshold{};
    made.counted_per_reason_max = 3;
    return made;
}

policy_settings::policy_settings()
    : base(balanced_policy())
{
}

rule_set_settings preset(std::string_view name)
{
    rule_set_settings rules;
    if (name == "relaxed")
        relax(rules);
    else if (name == "strict")
        tighten(rules);
    else if (name == "wordpress")
        follow_wordpress(rules);
    else
        name = "balanced";
    rules.policy.base_name = "preset " + std::string(name);
    return rules;
}

}  // namespace rejoinder::moderation
