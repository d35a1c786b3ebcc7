-- When a host may be asked next, and by whom it is being asked until when at most, over all workers of one PostgreSQL: microseconds of its
-- clock. Matters for seconds, so it is not logged. A SQLite file has one worker, which knows by itself.
create $unlogged$ table host_turns (
    host text primary key,
    next_at bigint not null,
    under_way $bigints$ not null
);
