#pragma once

#include "moderation/filter.hpp"

namespace rejoinder::moderation {

/// Finds comments that no person typed into the form: the field that people do not see was filled
/// in, or the token that the page carries is absent, too young, too old or used before. The detail
/// of `no_form_token` is "missing" or "invalid". A caller without forms checks nothing, and then
/// nothing is found.
class bot_filter final : public filter {
public:
    std::string_view name() const noexcept override { return "bot"; }
    findings inspect(const comment_view& comment) const override;
};

}  // namespace rejoinder::moderation
