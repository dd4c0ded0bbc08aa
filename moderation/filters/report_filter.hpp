#pragma once

#include "moderation/filter.hpp"

#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.report" section.
struct report_settings {
    /// From so much weight on, what readers say counts. The report of somebody unknown weighs 1.
    /// 0 switches this off.
    double weight_min = 3;
};

/// What the report of a reader weighs, between 0 and 2, of whose earlier ones moderators upheld and
/// dismissed so many: twice Laplace's rule of succession, so 1 for somebody without a record.
double report_weight(std::int64_t upheld, std::int64_t dismissed) noexcept;

/// Finds comments that readers reported with enough weight together. The detail is the number of
/// reports.
class report_filter final : public filter {
public:
    explicit report_filter(report_settings settings);

    std::string_view name() const noexcept override { return "report"; }
    findings inspect(const comment_view& comment) const override;

private:
    report_settings settings_;
};

}  // namespace rejoinder::moderation
