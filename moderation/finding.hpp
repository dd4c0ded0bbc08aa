#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// What a filter can see in a comment. The names (`banned_word`) are stable: they are stored, sent
/// over the API and written in rule sets. Add freely, never rename.
enum class reason : std::uint8_t {
    empty_text,               ///< Nothing visible was written.
    too_short,                ///< Fewer visible characters than the rule set asks for.
    too_long,                 ///< More code points than the rule set allows.
    banned_word,              ///< An entry of a banned list.
    suspect_word,             ///< An entry of a suspect list.
    disguised_word,           ///< A banned one may be meant: masked, or of the same sound.
    mild_word,                ///< A delicate word of everyday speech: tells little alone.
    promotion,                ///< The wording of an advertisement for oneself.
    blocked_host,             ///< A link, or the author's website, leads to a blocked host.
    too_many_links,           ///< One finding per link beyond the limit.
    link_only,                ///< Hardly anything but a link.
    link_in_name,             ///< The name is, or contains, an address on the web.
    disguised_link,           ///< A link written so that only people read it: "example[dot]com".
    link_shortener,           ///< A link to a service that hides where it leads.
    lookalike_host,           ///< A link to a host that is made to be read as another.
    repeated_text,            ///< The author wrote the same or nearly the same lately.
    copied_text,              ///< Several others wrote the same or nearly the same lately.
    flood,                    ///< Too many comments in a window: author, network or story.
    shouting,                 ///< Capitals, stretched letters or walls of punctuation.
    contact_data,             ///< Telephone number, e-mail address, IBAN or card number.
    own_address,              ///< The author's own address was in the comment; intake masked it.
    new_author,               ///< Not enough comments of this author were approved by a human.
    unicode_abuse,            ///< Stacked marks, reversed or hidden characters.
    blocked_email_domain,     ///< The author's address is at a blocked domain.
    disposable_email_domain,  ///< It is one that is thrown away after use.
    banned_author,            ///< A moderator banned the author.
    bad_record,               ///< Most of the author's earlier comments were rejected.
    impersonation,            ///< The name is that of the staff or of another author.
    other_language,           ///< The text is in no accepted language.
    honeypot,                 ///< A field that people do not see was filled in.
    no_form_token,            ///< The form came without the token of a page, or a forged one.
    form_too_fresh,           ///< It was sent sooner than people can write.
    form_stale,               ///< It was sent long after the page was loaded.
    form_replayed,            ///< Its token came with an earlier comment.
    old_story,                ///< The story is older than people still discuss.
    reported,                 ///< Readers reported the comment, with enough weight.
    filter_failed,            ///< A filter could not do its work. Always holds at least.
    pre_moderated,            ///< The site or story publishes only what a human approved.
};

inline constexpr std::size_t reason_count = static_cast<std::size_t>(reason::pre_moderated) + 1;

/// The stable name, e.g. "banned_word".
std::string_view to_string(reason value) noexcept;
std::optional<reason> reason_from(std::string_view name) noexcept;

/// The part of the comment in which something was seen.
enum class comment_field : std::uint8_t { name, website, email_domain, text };

std::string_view to_string(comment_field value) noexcept;
std::optional<comment_field> comment_field_from(std::string_view name) noexcept;

/// Half-open range of byte offsets into the original field. Always lies on code point boundaries;
/// empty where the finding is about the comment as a whole.
struct text_span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const noexcept { return begin == end; }
    bool operator==(const text_span&) const = default;
};

/// What a filter saw and where: never what should follow from it.
///
/// `detail` names the entry, host or kind of thing for a moderator ("iban", "casino.example"). It
/// must not repeat personal data: the place in the text is enough.
struct finding {
    moderation::reason reason = reason::filter_failed;
    comment_field field = comment_field::text;
    text_span span = {};
    std::string detail = {};
    std::string filter = {};  ///< Name of the filter; set by the pipeline.
    double weight = 0;        ///< What it added to the score; set by the policy.
    bool silent = false;      ///< Recorded and counted, without a say: a rule that is tried.

    bool operator==(const finding&) const = default;
};

using findings = std::vector<finding>;

}  // namespace rejoinder::moderation
