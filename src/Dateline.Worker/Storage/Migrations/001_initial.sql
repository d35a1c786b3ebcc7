-- Times are Unix milliseconds, UTC. A lease is held while lease_until is ahead; who completes must still be lease_owner.
create table feeds (
    id $identity$,
    url text not null unique,
    title text not null default '',
    homepage text,
    country text,
    language text,
    category text,
    cron text,
    etag text,
    last_modified text,
    body_hash text,
    health text not null default 'new',
    failures double precision not null default 0,
    last_error text,
    interval_ms bigint not null default 0,
    schedule_reason text not null default '',
    moved_to text,
    moved_count bigint not null default 0,
    added_at bigint not null,
    removed_at bigint,
    next_poll_at bigint not null,
    last_poll_at bigint,
    last_success_at bigint,
    last_document_at bigint,
    last_new_at bigint,
    lease_owner text,
    lease_until bigint not null default 0
);
create index feeds_due on feeds (next_poll_at) where removed_at is null;

create table articles (
    id text primary key,
    feed_id bigint not null references feeds (id),
    revision bigint not null,
    url text not null,
    canonical_url text not null,
    title text not null,
    summary text not null,
    content text not null,
    authors text not null,
    image text,
    language text,
    published_at bigint,
    fingerprint text not null,
    first_seen_at bigint not null,
    last_seen_at bigint not null,
    trace_parent text,
    state text not null,
    tagged_at bigint,
    attempts bigint not null default 0,
    error text,
    due_at bigint not null,
    lease_owner text,
    lease_until bigint not null default 0
);
create index articles_due on articles (due_at) where state = 'new';
create index articles_of_feed on articles (feed_id, last_seen_at);

-- every key that an article answers to: a feed's guid, a canonical address, a feed's title
create table article_keys (
    key text primary key,
    article_id text not null
);
create index article_keys_of_article on article_keys (article_id);

-- events to publish; the id is the message id
create table outbox (
    id text primary key,
    kind text not null,
    article_id text,
    revision bigint,
    routing_keys text not null,
    body text not null,
    trace_parent text,
    created_at bigint not null,
    published_at bigint,
    failed_at bigint,
    attempts bigint not null default 0,
    error text,
    due_at bigint not null,
    lease_owner text,
    lease_until bigint not null default 0
);
create index outbox_due on outbox (due_at) where published_at is null and failed_at is null;
create index outbox_created on outbox (created_at);
