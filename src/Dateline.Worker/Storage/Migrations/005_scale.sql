-- What was set aside is counted for the status page and the metrics: without these, over all rows.
create index articles_failed on articles (due_at) where state = 'failed';
create index outbox_failed on outbox (created_at) where failed_at is not null;
