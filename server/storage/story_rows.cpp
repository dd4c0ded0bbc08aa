#include "server/storage/story_rows.hpp"

#include "server/storage/storage_failure.hpp"

namespace rejoinder::storage {

namespace {

/// Run once per story; the count walks an index and nothing else.
class story_query {
public:
    explicit story_query(soci::session& session)
        : select_(
              session,
              "SELECT s.url, s.title, s.state, s.published_at, (SELECT COUNT(*) FROM comment c "
              "WHERE "
              "c.site = s.site AND c.story = s.story AND c.state = 'published') "
              "FROM story s WHERE s.site = :site AND s.story = :story"),
          url_(select_.text()),
          title_(select_.text()),
          state_(select_.text()),
          published_at_(select_.integer()),
          published_(select_.integer())
    {
    }

    std::optional<model::story> read(const model::story_key& key)
    {
        std::optional<model::story> found;
        select_.run(key.site, key.story);
        while (select_.next()) {
            const auto state = model::story_state_from(state_.value);
            if (!state)
                throw storage_failure("reading a story of an unknown state", 0);
            found.emplace();
            found->key = key;
            found->url = url_.value;
            found->title = title_.value;
            found->state = *state;
            found->published_at = published_at_.optional_time();
            found->published_count = published_.value;
        }
        return found;
    }

private:
    sql_statement select_;
    const text_column& url_;
    const text_column& title_;
    const text_column& state_;
    const integer_column& published_at_;
    const integer_column& published_;
};

}  // namespace

std::optional<model::story> read_story(soci::session& session, const model::story_key& key)
{
    return story_query(session).read(key);
}

std::unordered_map<model::story_key, model::story> read_stories(
    soci::session& session,
    std::span<const model::story_key> keys)
{
    std::unordered_map<model::story_key, model::story> stories;
    story_query query(session);
    for (const auto& key : keys)
        if (!stories.contains(key))
            if (auto story = query.read(key))
                stories.emplace(key, *std::move(story));
    return stories;
}

}  // namespace rejoinder::storage
