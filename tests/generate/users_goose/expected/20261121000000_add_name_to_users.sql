-- Proved by folding the text: no server ran it.
-- +goose Up
alter table users add column name varchar(255);
-- REVIEW: rows that are there get '' in users.name
update users set name = '' where name is null;
alter table users alter column name set not null;
alter table users add column updated_at timestamp default now();
create index users_email_idx on users (email);

-- +goose Down
drop index users_email_idx;
alter table users drop column updated_at;
alter table users drop column name;
