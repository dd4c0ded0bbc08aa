-- Every version of the rules that ever judged, so that each verdict can be explained and replayed.
-- A version is a hash over its content, which never changes.

CREATE TABLE rule_set (
    version TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL,
    filters TEXT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Which version was put in force when. The last row is in force; rows are added and never changed.
CREATE TABLE rule_set_activation (
    seq {identity},
    version TEXT NOT NULL REFERENCES rule_set (version),
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    activated_at BIGINT NOT NULL
);

-- What a comment was judged in the light of, beside its own words: the numbers that the filters
-- were given, as JSON. Empty for comments from before there was this column.
ALTER TABLE comment ADD COLUMN context TEXT NOT NULL DEFAULT '';

-- Comments of much the same text share a cluster, named by the first of them; empty: alone so far.
ALTER TABLE comment ADD COLUMN cluster TEXT NOT NULL DEFAULT '';
CREATE INDEX comment_by_cluster ON comment (cluster) WHERE cluster <> '';

-- By what texts like it are looked up: a few numbers for each comment of some length.
CREATE TABLE comment_sketch (
    site TEXT NOT NULL,
    number BIGINT NOT NULL,
    comment TEXT NOT NULL REFERENCES comment (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX comment_sketch_by_number ON comment_sketch (site, number, created_at);

-- 1 for a finding that was recorded and had no say.
ALTER TABLE finding ADD COLUMN silent SMALLINT NOT NULL DEFAULT 0;

-- Comments in the order of their time, for trying rules on the latest.
CREATE INDEX comment_by_time ON comment (created_at, id);

-- Rules tried on stored comments, for the desk: how far, and what came out.
CREATE TABLE backtest (
    id TEXT NOT NULL PRIMARY KEY,
    candidate TEXT NOT NULL,
    actor TEXT NOT NULL,
    state TEXT NOT NULL,
    report TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
