-- What moderators do beyond single decisions: taking them back, looking authors up, searching.

-- Decisions that were taken together share a batch, by which they are taken back together.
ALTER TABLE event ADD COLUMN batch TEXT NOT NULL DEFAULT '';
CREATE INDEX event_by_batch ON event (batch) WHERE batch <> '';
ALTER TABLE report ADD COLUMN batch TEXT NOT NULL DEFAULT '';

-- What moderators note about an author for one another.
CREATE TABLE author_note (
    id TEXT NOT NULL PRIMARY KEY,
    author TEXT NOT NULL REFERENCES author (pseudonym),
    text TEXT NOT NULL,
    actor TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX author_note_by_author ON author_note (author, created_at);

-- What moderators did to authors: kind is banned, ban_lifted or address_revealed. Rows are added
-- and never changed.
CREATE TABLE author_event (
    seq {identity},
    kind TEXT NOT NULL,
    author TEXT NOT NULL REFERENCES author (pseudonym),
    site TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    happened_at BIGINT NOT NULL
);

-- The path of a story's URL, by whose beginning the desk filters.
ALTER TABLE story ADD COLUMN path TEXT NOT NULL DEFAULT '';
CREATE INDEX story_by_path ON story (path);

-- Names and texts of comments, by their words.
{full_text};
