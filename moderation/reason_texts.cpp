#include "moderation/reason_texts.hpp"

namespace rejoinder::moderation {

std::string_view text_for_author(reason value) noexcept
{
    using enum reason;
    switch (value) {
    case empty_text:
    case too_short:
        return "It says too little.";
    case too_long:
        return "It is longer than comments here may be.";
    case banned_word:
    case suspect_word:
    case disguised_word:
    case mild_word:
        return "Its wording is not what this site publishes unseen.";
    case promotion:
        return "It reads like an advertisement.";
    case blocked_host:
    case too_many_links:
    case link_only:
    case disguised_link:
    case link_shortener:
    case lookalike_host:
        return "It has links that this site does not publish unseen.";
    case link_in_name:
        return "The name has a web address in it.";
    case repeated_text:
        return "Much the same was written shortly before.";
    case copied_text:
        return "Much the same was written by several people.";
    case flood:
        return "Many comments came in a short time.";
    case shouting:
        return "It is written very loudly.";
    case contact_data:
    case own_address:
        return "It has contact data in it, which this site does not publish unseen.";
    case new_author:
        return "A moderator reads the first comments of everybody.";
    case unicode_abuse:
        return "It has characters that cannot be read.";
    case blocked_email_domain:
    case disposable_email_domain:
        return "The e-mail address is at a provider that this site does not accept.";
    case banned_author:
        return "This author's comments are not published.";
    case bad_record:
        return "Earlier comments by this author were not published.";
    case impersonation:
        return "The name belongs to somebody else.";
    case other_language:
        return "It is not in a language of this site.";
    case honeypot:
    case no_form_token:
    case form_too_fresh:
    case form_stale:
    case form_replayed:
        return "The form did not arrive as it should. Reloading the page may help.";
    case old_story:
        return "The article is an old one.";
    case reported:
        return "Readers asked a moderator to look at it.";
    case filter_failed:
        return "It could not be checked automatically.";
    case pre_moderated:
        return "A moderator reads every comment here before it is published.";
    }
    return "A moderator reads it first.";
}

}  // namespace rejoinder::moderation
