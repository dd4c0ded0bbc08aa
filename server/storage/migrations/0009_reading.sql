-- What readers like, and the orders in which they read.

-- Each reader's like of a comment. liker is a keyed hash of both: it tells nobody what else the same
-- reader likes. comment.likes is the number of rows.
CREATE TABLE comment_like (
    comment TEXT NOT NULL REFERENCES comment (id),
    liker TEXT NOT NULL,
    PRIMARY KEY (comment, liker)
);

-- The pages of a story, the most liked first.
CREATE INDEX comment_by_likes ON comment (site, story, likes DESC, created_at, id)
    WHERE parent IS NULL AND shown > 0;

-- How long what was held waited for a moderator.
CREATE INDEX event_by_wait ON event (site, happened_at)
    WHERE kind = 'decided' AND from_state = 'pending';
