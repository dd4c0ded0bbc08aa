#include "server/storage/finding_writer.hpp"

namespace rejoinder::storage {

finding_writer::finding_writer(soci::session& session)
    : insert_(
          session,
          "INSERT INTO finding (comment, ord, reason, filter_name, field, span_begin, span_end, "
          "detail, weight, silent) VALUES (:comment, :ord, :reason, :filter_name, :field, "
          ":span_begin, :span_end, :detail, :weight, :silent)")
{
}

void finding_writer::write(const model::comment_id& comment, const moderation::findings& all)
{
    int ord = 0;
    for (const auto& found : all)
        insert_.run(
            comment,
            ord++,
            moderation::to_string(found.reason),
            found.filter,
            moderation::to_string(found.field),
            static_cast<long long>(found.span.begin),
            static_cast<long long>(found.span.end),
            found.detail,
            found.weight,
            found.silent ? 1 : 0);
}

}  // namespace rejoinder::storage
