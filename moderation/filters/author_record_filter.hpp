#pragma once

#include "moderation/filter.hpp"

#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.author_record" section.
struct author_record_settings {
    /// So great a share of what was decided must be rejected.
    double share_max = 0.5;
    /// Of fewer comments no record is made: everybody has a bad day. 0 switches the record off.
    std::int64_t decided_min = 4;
};

/// Finds authors whom a moderator banned, and those of whose earlier comments too many were
/// rejected or spam. The detail of a record is its numbers: "3 of 5".
class author_record_filter final : public filter {
public:
    explicit author_record_filter(author_record_settings settings);

    std::string_view name() const noexcept override { return "author_record"; }
    findings inspect(const comment_view& comment) const override;

private:
    author_record_settings settings_;
};

}  // namespace rejoinder::moderation
