#include "moderation/default_filters.hpp"

#include "moderation/filters/bot_filter.hpp"
#include "moderation/filters/own_address_filter.hpp"
#include "moderation/rule_set.hpp"

namespace rejoinder::moderation {

filter_list default_filters(const rule_set_settings& settings)
{
    filter_list filters;

    // Who writes, and how often: needs no look at the text.
    filters.push_back(std::make_unique<flood_filter>(settings.flood));
    filters.push_back(std::make_unique<new_author_filter>(settings.new_author));
    filters.push_back(std::make_unique<author_record_filter>(settings.author_record));
    filters.push_back(std::make_unique<email_domain_filter>(settings.email_domain));
    filters.push_back(std::make_unique<impersonation_filter>(settings.impersonation));

    // By which way it came, and where it goes.
    filters.push_back(std::make_unique<bot_filter>());
    filters.push_back(std::make_unique<story_filter>(settings.story));
    filters.push_back(std::make_unique<report_filter>(settings.report));

    // The outer form of the text.
    filters.push_back(std::make_unique<length_filter>(settings.length));
    filters.push_back(std::make_unique<unicode_filter>(settings.unicode));
    filters.push_back(std::make_unique<shouting_filter>(settings.shouting));
    filters.push_back(std::make_unique<language_filter>(settings.language));

    // What it says and where it leads: most verdicts rest on these, so a moderator reads them
    // before anything subtler.
    filters.push_back(std::make_unique<wordlist_filter>(settings.words));
    filters.push_back(std::make_unique<link_filter>(settings.links));

    // Personal data in it.
    filters.push_back(std::make_unique<contact_filter>(settings.contact));
    filters.push_back(std::make_unique<own_address_filter>());

    // Against earlier comments: the dearest comparison comes last.
    filters.push_back(std::make_unique<repeat_filter>(settings.repeat));
    filters.push_back(std::make_unique<copy_filter>(settings.copy));

    return filters;
}

}  // namespace rejoinder::moderation
