-- Articles of the last days with their signatures, 128 values of 16 bits; articles that share a band may tell one story.
create table stories (
    no $identity$,
    article_id text not null unique,
    story_id text not null,
    signature $bytes$ not null,
    seen_at bigint not null
);
create index stories_of_story on stories (story_id);
create index stories_seen on stories (seen_at);

create table story_bands (
    band bigint not null,
    no bigint not null,
    primary key (band, no)
) $clustered$;
