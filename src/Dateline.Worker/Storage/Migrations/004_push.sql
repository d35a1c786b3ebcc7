-- WebSub: the hubs that a feed names (parted by spaces) and the address under which they know it; what pushes brought since the last
-- poll; when the hub proved to miss nothing; a feed that became due while it was polled.
alter table feeds add column hubs text;
alter table feeds add column topic text;
alter table feeds add column pushed_new bigint not null default 0;
alter table feeds add column push_proved_at bigint;
alter table feeds add column due_again bigint not null default 0;
create index feeds_hubs on feeds (id) where hubs is not null and removed_at is null;

-- one a feed, beside those on their way out (leaving, ended)
create table subscriptions (
    id $identity$,
    feed_id bigint not null references feeds (id),
    hub text not null,
    hubs text not null,
    topic text not null,
    callback text not null,
    token text not null unique,
    secret text not null,
    state text not null,
    attempts bigint not null default 0,
    last_error text,
    verified_at bigint,
    expires_at bigint,
    last_push_at bigint,
    due_at bigint not null,
    lease_owner text,
    lease_until bigint not null default 0
);
create unique index subscriptions_of_feed on subscriptions (feed_id) where state not in ('leaving', 'ended');
create index subscriptions_due on subscriptions (due_at);
