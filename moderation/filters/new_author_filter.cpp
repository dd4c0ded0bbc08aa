#include "moderation/filters/new_author_filter.hpp"

namespace rejoinder::moderation {

new_author_filter::new_author_filter(new_author_settings settings)
    : settings_(settings)
{
}

findings new_author_filter::inspect(const comment_view& comment) const
{
    const auto& author = comment.author;
    const auto approved = author.proved || !settings_.proof_required ? author.approved_by_human : 0;
    if (approved >= settings_.approved_min)
        return {};
    return {{.reason = reason::new_author}};
}

}  // namespace rejoinder::moderation
