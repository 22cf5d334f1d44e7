-- +goose Up
alter table users add column created_at timestamp default now();

-- +goose Down
alter table users drop column created_at;
