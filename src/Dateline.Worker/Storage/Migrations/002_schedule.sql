-- When a feed brings news (counters, base64), what its document says about polling, and its own bounds in minutes.
alter table feeds add column rhythm text;
alter table feeds add column hints text;
alter table feeds add column min_interval_minutes double precision;
alter table feeds add column max_interval_minutes double precision;
