#include "moderation/filters/report_filter.hpp"

namespace rejoinder::moderation {

double report_weight(std::int64_t upheld, std::int64_t dismissed) noexcept
{
    const auto right = static_cast<double>(upheld) + 1;
    return 2 * right / (right + static_cast<double>(dismissed) + 1);
}

report_filter::report_filter(report_settings settings)
    : settings_(settings)
{
}

findings report_filter::inspect(const comment_view& comment) const
{
    const auto& reports = comment.reports;
    if (settings_.weight_min <= 0 || reports.weight < settings_.weight_min)
        return {};
    return {{.reason = reason::reported, .detail = std::to_string(reports.count)}};
}

}  // namespace rejoinder::moderation
