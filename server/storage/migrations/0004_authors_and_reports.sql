-- What becomes known of authors, stories and comments beside what was written.

-- Authors whom a moderator shut out: of every site where site is empty, of a whole site where story
-- is. A ban is lifted and never deleted.
CREATE TABLE ban (
    id TEXT NOT NULL PRIMARY KEY,
    author TEXT NOT NULL REFERENCES author (pseudonym),
    site TEXT NOT NULL,
    story TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    ends_at BIGINT,
    lifted_by TEXT NOT NULL,
    lifted_at BIGINT
);
CREATE INDEX ban_by_author ON ban (author, created_at);

-- What readers complain of, each once for a comment. reporter is a pseudonym.
CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    comment TEXT NOT NULL REFERENCES comment (id),
    reporter TEXT NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    outcome TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX report_once ON report (comment, reporter);
CREATE INDEX report_by_reporter ON report (reporter, created_at);
CREATE INDEX report_open ON report (comment) WHERE outcome = 'open';

-- The letters of the name under which an author wrote who proved to be the one of earlier comments;
-- empty where there was no proof. It tells whose a name is.
ALTER TABLE comment ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
CREATE INDEX comment_by_name ON comment (site, name_key, author, state) WHERE name_key <> '';

-- When the site published the story, where it said so.
ALTER TABLE story ADD COLUMN published_at BIGINT;
