#pragma once

#include "moderation/filter.hpp"

namespace rejoinder::moderation {

/// Reports that intake found the author's own e-mail address in the comment and masked it. This
/// library never sees the address; the finding lets a moderator know why there is a gap.
class own_address_filter final : public filter {
public:
    std::string_view name() const noexcept override { return "own_address"; }
    findings inspect(const comment_view& comment) const override;
};

}  // namespace rejoinder::moderation
