#include "server/storage/log_rows.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/statistics_rows.hpp"

#include <cassert>

namespace rejoinder::storage {

model::result<log_page> sql_store::list_log(const log_request& request)
{
    std::optional<log_cursor> after;
    if (!request.cursor.empty()) {
        after = read_log_cursor(request.cursor);
        if (!after)
            return model::refusal(model::error::invalid_request);
    }
    assert(request.limit >= 1);
    return read("listing the audit log", [&](soci::session& session) {
        auto found = read_log(session, request, after);
        log_page page;
        if (found.size() > static_cast<std::size_t>(request.limit)) {
            found.pop_back();
            page.next = write_log_cursor(found.back().place);
        }
        for (auto& [place, entry] : found)
            page.entries.push_back(std::move(entry));
        return page;
    });
}

model::result<statistics> sql_store::statistics_of(const statistics_request& request)
{
    const bool fits = request.step.count() > 0 && request.since < request.until &&
                      (request.until - request.since) / request.step < steps_max;
    if (!fits)
        return model::refusal(model::error::invalid_request);
    return read("making statistics", [&](soci::session& session) {
        statistics made;
        made.series = read_series(session, request);
        made.reasons = read_reasons(session, request);
        read_decisions(session, request, made);
        return made;
    });
}

}  // namespace rejoinder::storage
