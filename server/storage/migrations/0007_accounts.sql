-- Accounts of the desk: the sites a moderator may work on, the second factor, invitations, tokens.

-- Ids of sites with spaces between them; empty: all.
ALTER TABLE moderator ADD COLUMN sites TEXT NOT NULL DEFAULT '';
ALTER TABLE moderator ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE moderator ADD COLUMN signed_in_at BIGINT;

-- Sessions whose password was given until then are over.
ALTER TABLE moderator ADD COLUMN valid_after BIGINT NOT NULL DEFAULT 0;

-- The secret of the second factor, sealed, and one that is not confirmed yet; the last step of
-- time whose code was taken.
ALTER TABLE moderator ADD COLUMN sealed_secret TEXT NOT NULL DEFAULT '';
ALTER TABLE moderator ADD COLUMN pending_secret TEXT NOT NULL DEFAULT '';
ALTER TABLE moderator ADD COLUMN last_step BIGINT NOT NULL DEFAULT 0;

-- Each stands for the second factor once.
CREATE TABLE recovery_code (
    moderator TEXT NOT NULL REFERENCES moderator (id),
    code_hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (moderator, code_hash)
);

CREATE TABLE invitation (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    sites TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    revoked_at BIGINT
);

-- With which programs act for a moderator.
CREATE TABLE api_token (
    id TEXT NOT NULL PRIMARY KEY,
    moderator TEXT NOT NULL REFERENCES moderator (id),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX api_token_by_moderator ON api_token (moderator);

-- What happened to accounts. Rows are added and never changed.
CREATE TABLE account_event (
    seq {identity},
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    happened_at BIGINT NOT NULL
);
CREATE INDEX account_event_by_time ON account_event (happened_at, seq);

-- The sites of the moderator who noted it: who sees less does not read it.
ALTER TABLE author_note ADD COLUMN sites TEXT NOT NULL DEFAULT '';
