-- How a feed is asked (JSON: user agent, headers, credentials, cookie, proxy), whether its validators and its guids can be trusted,
-- and since when it says that it is gone.
alter table feeds add column access text;
alter table feeds add column validators_checked_at bigint;
alter table feeds add column validators_held bigint not null default 0;
alter table feeds add column validators_distrusted_until bigint;
alter table feeds add column guid_quality double precision not null default 1;
alter table feeds add column gone_since bigint;
