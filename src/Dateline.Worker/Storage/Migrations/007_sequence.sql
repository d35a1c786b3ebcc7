-- An article's number in its feed, 1, 2, 3, ..., and the last one given.
alter table feeds add column last_sequence bigint not null default 0;
alter table articles add column sequence bigint not null default 0;

update articles set sequence = numbered.number
from (select id, row_number() over (partition by feed_id order by first_seen_at, id) as number from articles) numbered
where numbered.id = articles.id;
update feeds set last_sequence = (select count(*) from articles where articles.feed_id = feeds.id);
