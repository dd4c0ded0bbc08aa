#pragma once

#include "moderation/filter.hpp"
#include "moderation/text/host_list.hpp"

namespace rejoinder::moderation {

/// The "filters.email_domain" section. A domain also stands for its subdomains.
struct email_domain_settings {
    host_set blocked;     ///< Nobody writes from there who is welcome.
    host_set disposable;  ///< Addresses there are thrown away after use.
};

/// Finds authors whose e-mail address is at a blocked domain, or at one of those that lend an
/// address for ten minutes. The detail is the entry of the list, never the author's own domain.
class email_domain_filter final : public filter {
public:
    explicit email_domain_filter(email_domain_settings settings);

    std::string_view name() const noexcept override { return "email_domain"; }
    findings inspect(const comment_view& comment) const override;

private:
    email_domain_settings settings_;
};

}  // namespace rejoinder::moderation
