-- What moderators do to texts, and what it takes to look back at a whole newsroom's work.

-- Texts as they were before a moderator changed them: the one that the comment had until this
-- revision ended. undone is 1 where the change was taken back.
CREATE TABLE comment_revision (
    comment TEXT NOT NULL REFERENCES comment (id),
    revision BIGINT NOT NULL,
    text TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    batch TEXT NOT NULL,
    undone SMALLINT NOT NULL,
    happened_at BIGINT NOT NULL,
    PRIMARY KEY (comment, revision)
);
CREATE INDEX comment_revision_by_batch ON comment_revision (batch);

-- Of a cluster, what waits.
DROP INDEX comment_by_cluster;
CREATE INDEX comment_by_cluster ON comment (cluster, state) WHERE cluster <> '';

-- What waits, the most suspicious first.
CREATE INDEX comment_by_urgency ON comment (state, score DESC, created_at, id);

-- The audit log: all that was done by hand, in the order of time.
CREATE INDEX event_by_hand ON event (happened_at, seq) WHERE kind <> 'judged';
CREATE INDEX author_event_by_time ON author_event (happened_at, seq);

-- Statistics: how many events of which kind were when.
CREATE INDEX event_by_time ON event (happened_at, kind, from_state, to_state, site);
