-- What readers wrote, what the filters saw in it, and everything that happened to it.
--
-- Times are milliseconds since the epoch, UTC. Sealed addresses and pseudonyms are text.
-- {identity} is the engine's way to say: a number the database gives, ever increasing.
-- A statement ends with a semicolon at the end of a line.

CREATE TABLE story (
    site TEXT NOT NULL,
    story TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (site, story)
);

CREATE TABLE author (
    pseudonym TEXT NOT NULL PRIMARY KEY,
    avatar TEXT NOT NULL,
    first_seen_at BIGINT NOT NULL
);

-- root is the top-level ancestor, the comment itself where it has none: a discussion is read by
-- it. shown counts the published comments of a discussion and is kept in its root only.
-- decided is 1 while the state is a moderator's decision.
CREATE TABLE comment (
    id TEXT NOT NULL PRIMARY KEY,
    site TEXT NOT NULL,
    story TEXT NOT NULL,
    parent TEXT REFERENCES comment (id),
    root TEXT NOT NULL,
    author TEXT NOT NULL REFERENCES author (pseudonym),
    author_name TEXT NOT NULL,
    author_website TEXT NOT NULL,
    author_proof TEXT NOT NULL,
    sealed_email TEXT NOT NULL,
    email_domain TEXT NOT NULL,
    own_address_masked SMALLINT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    decided SMALLINT NOT NULL,
    revision BIGINT NOT NULL,
    shown BIGINT NOT NULL,
    likes BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    verdict TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    rule_set TEXT NOT NULL,
    client TEXT NOT NULL,
    network TEXT NOT NULL,
    FOREIGN KEY (site, story) REFERENCES story (site, story)
);

-- Counts of a story, and the counts of all states the desk shows.
CREATE INDEX comment_by_story ON comment (site, story, state);

-- The pages of a story: its discussions that have something to show.
CREATE INDEX comment_by_discussion ON comment (site, story, created_at, id)
    WHERE parent IS NULL AND shown > 0;

-- The replies of a discussion.
CREATE INDEX comment_by_root ON comment (root, state, created_at, id);

-- What hangs below a comment, and what the reference of parent asks for.
CREATE INDEX comment_by_parent ON comment (parent) WHERE parent IS NOT NULL;

-- The desk's lists.
CREATE INDEX comment_by_state ON comment (state, created_at, id);

-- What an author did lately.
CREATE INDEX comment_by_author ON comment (author, site, created_at, state, decided);

-- How much came from a network lately. A pseudonym that has expired is empty.
CREATE INDEX comment_by_network ON comment (network, created_at) WHERE network <> '';

CREATE TABLE finding (
    comment TEXT NOT NULL REFERENCES comment (id),
    ord BIGINT NOT NULL,
    reason TEXT NOT NULL,
    filter_name TEXT NOT NULL,
    field TEXT NOT NULL,
    span_begin BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    detail TEXT NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (comment, ord)
);

CREATE INDEX finding_by_reason ON finding (reason, comment);

-- Audit log, undo history and outbox in one. Rows are added and never changed.
CREATE TABLE event (
    seq {identity},
    kind TEXT NOT NULL,
    site TEXT NOT NULL,
    story TEXT NOT NULL,
    comment TEXT,
    from_state TEXT,
    to_state TEXT,
    story_state TEXT,
    actor TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    happened_at BIGINT NOT NULL
);

CREATE INDEX event_by_comment ON event (comment, seq);

-- One row: up to where the outbox has been published.
CREATE TABLE outbox (
    id BIGINT NOT NULL PRIMARY KEY,
    published_through BIGINT NOT NULL
);

INSERT INTO outbox (id, published_through) VALUES (1, 0);
