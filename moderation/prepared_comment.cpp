#include "moderation/prepared_comment.hpp"

namespace rejoinder::moderation {

prepared_comment::prepared_comment(const comment_input& input)
    : input_(input),
      name_(input.name),
      website_(input.website),
      text_(input.text),
      links_(find_links(input.text)),
      links_in_name_(find_links(input.name))
{
}

comment_view prepared_comment::view() const
{
    return {
        .name = input_.name,
        .website = input_.website,
        .email_domain = input_.email_domain,
        .text = input_.text,
        .folded_name = name_,
        .folded_website = website_,
        .folded_text_body = text_,
        .links = links_,
        .links_in_name = links_in_name_,
        .is_reply = input_.is_reply,
        .own_address_masked = input_.own_address_masked,
        .author = input_.author,
        .by_others = input_.by_others,
        .surroundings = input_.surroundings,
        .form = input_.form,
        .reports = input_.reports,
        .story_age_days = input_.story_age_days,
    };
}

}  // namespace rejoinder::moderation
