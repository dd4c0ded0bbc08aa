#pragma once

#include "moderation/filter.hpp"

#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.new_author" section.
struct new_author_settings {
    /// So many comments must have been approved by a human before an author is known. 0 switches
    /// the filter off.
    std::int64_t approved_min = 1;

    /// False trusts the typed address, as WordPress does: whoever knows the address of an approved
    /// author then passes as that author.
    bool proof_required = true;
};

/// Finds authors no human has approved yet. Approval of an earlier comment counts only when the
/// author proved by token to be the same: a typed address proves nothing.
class new_author_filter final : public filter {
public:
    explicit new_author_filter(new_author_settings settings);

    std::string_view name() const noexcept override { return "new_author"; }
    findings inspect(const comment_view& comment) const override;

private:
    new_author_settings settings_;
};

}  // namespace rejoinder::moderation
