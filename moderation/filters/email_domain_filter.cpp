#include "moderation/filters/email_domain_filter.hpp"

#include "moderation/text/host.hpp"

#include <utility>

namespace rejoinder::moderation {

email_domain_filter::email_domain_filter(email_domain_settings settings)
    : settings_(std::move(settings))
{
}

findings email_domain_filter::inspect(const comment_view& comment) const
{
    if (comment.email_domain.empty())
        return {};

    findings found;
    const auto domain = canonical_host(comment.email_domain);
    const auto note = [&](moderation::reason reason, const host_set& listed) {
        if (const auto entry = listed_host(listed, domain); !entry.empty())
            found.push_back(
                {.reason = reason,
                 .field = comment_field::email_domain,
                 .span = {0, comment.email_domain.size()},
                 .detail = std::string(entry)});
    };
    note(reason::blocked_email_domain, settings_.blocked);
    note(reason::disposable_email_domain, settings_.disposable);
    return found;
}

}  // namespace rejoinder::moderation
