#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace rejoinder::storage {

std::vector<similar_comment> sql_store::similar_to(
    const model::site_id& site,
    std::span<const std::int64_t> sketch,
    model::timestamp since,
    int each_max)
{
    return read("looking for similar comments", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT c.id, c.author, c.text, c.story, c.created_at, c.cluster "
            "FROM comment_sketch s JOIN comment c ON c.id = s.comment "
            "WHERE s.site = :site AND s.number = :number AND s.created_at >= :since "
            "AND c.state NOT IN ('withdrawn', 'erased') "
            "ORDER BY s.created_at DESC LIMIT :each_max");
        const auto& id = select.text();
        const auto& author = select.text();
        const auto& text = select.text();
        const auto& story = select.text();
        const auto& created_at = select.integer();
        const auto& cluster = select.text();

        std::vector<similar_comment> found;
        std::unordered_set<std::string> known;
        for (const auto number : sketch) {
            select.run(site, static_cast<long long>(number), since, each_max);
            while (select.next())
                if (known.insert(id.value).second)
                    found.push_back(
                        {model::comment_id(id.value),
                         model::pseudonym(author.value),
                         text.value,
                         {site, model::story_id(story.value)},
                         created_at.time(),
                         cluster.value});
        }
        std::ranges::sort(found, [](const auto& a, const auto& b) {
            return std::tie(a.created_at, a.id) > std::tie(b.created_at, b.id);
        });
        return found;
    });
}

}  // namespace rejoinder::storage
