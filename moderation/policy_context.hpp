#pragma once

#include "moderation/policy_settings.hpp"

namespace rejoinder::moderation {

/// What the choice of layers rests on.
struct policy_context {
    story_context story;
    author_class author = author_class::new_author;
};

author_class classify(const author_activity& author, const trust_settings& trust);

bool holds(const policy_condition& when, const policy_context& in);

}  // namespace rejoinder::moderation
