-- The desk's questions to a large record: its queues by site and by story in their order, counts
-- by state and by reason.

DROP INDEX comment_by_story;
CREATE INDEX comment_by_story ON comment (site, story, state, created_at, id);
CREATE INDEX comment_by_site ON comment (site, state, created_at, id);

-- What was found in the comments that wait, each reason once: kept by the database itself,
-- whatever changes a state or a finding.
CREATE TABLE waiting_reason (
    reason TEXT NOT NULL,
    site TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (reason, site, comment)
);
CREATE INDEX waiting_reason_by_comment ON waiting_reason (comment, reason);
INSERT INTO waiting_reason (reason, site, comment)
    SELECT DISTINCT f.reason, c.site, c.id FROM comment c JOIN finding f ON f.comment = c.id
    WHERE c.state = 'pending';
{waiting_reasons};

-- Words by their beginnings.
{drop_full_text};
{full_text};
