#pragma once

#include "moderation/filters/author_record_filter.hpp"
#include "moderation/filters/contact_filter.hpp"
#include "moderation/filters/copy_filter.hpp"
#include "moderation/filters/email_domain_filter.hpp"
#include "moderation/filters/flood_filter.hpp"
#include "moderation/filters/impersonation_filter.hpp"
#include "moderation/filters/language_filter.hpp"
#include "moderation/filters/length_filter.hpp"
#include "moderation/filters/link_filter.hpp"
#include "moderation/filters/new_author_filter.hpp"
#include "moderation/filters/repeat_filter.hpp"
#include "moderation/filters/report_filter.hpp"
#include "moderation/filters/shouting_filter.hpp"
#include "moderation/filters/story_filter.hpp"
#include "moderation/filters/unicode_filter.hpp"
#include "moderation/filters/wordlist_filter.hpp"
#include "moderation/policy_settings.hpp"
#include "moderation/rule_set_error.hpp"

#include <string>

namespace rejoinder::moderation {

/// Everything an engine is built from: one version of all filter settings, with the word lists
/// already loaded. Plain data with the shipped defaults; only the lists start empty.
struct rule_set_settings {
    std::string version = "default";  ///< Kept with every verdict.

    length_settings length;
    wordlist_settings words;
    link_settings links;
    repeat_settings repeat;
    copy_settings copy;
    flood_settings flood;
    shouting_settings shouting;
    contact_settings contact;
    new_author_settings new_author;
    author_record_settings author_record;
    email_domain_settings email_domain;
    impersonation_settings impersonation;
    story_settings story;
    report_settings report;
    unicode_settings unicode;
    language_settings language;

    policy_settings policy;
};

}  // namespace rejoinder::moderation
