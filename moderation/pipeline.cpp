#include "moderation/pipeline.hpp"

#include <exception>
#include <iterator>
#include <utility>

namespace rejoinder::moderation {

namespace {

// The message of an exception may repeat the comment; only the filter's name is kept.
findings failure()
{
    return {finding{.reason = reason::filter_failed, .detail = "the filter could not do its work"}};
}

}  // namespace

pipeline::pipeline(filter_list filters)
    : filters_(std::move(filters))
{
}

findings pipeline::run(const comment_view& comment) const
{
    findings all;
    for (const auto& filter : filters_) {
        findings seen;
        try {
            seen = filter->inspect(comment);
        } catch (const std::exception&) {
            seen = failure();
        }
        if (seen.size() > findings_per_filter_max)
            seen.resize(findings_per_filter_max);
        for (auto& item : seen)
            item.filter = filter->name();
        all.insert(
            all.end(),
            std::make_move_iterator(seen.begin()),
            std::make_move_iterator(seen.end()));
    }
    return all;
}

}  // namespace rejoinder::moderation
