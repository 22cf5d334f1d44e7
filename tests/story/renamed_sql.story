What a comment says about an old name counts in .sql text that a server reads as well as in text that is folded.
--- dialects sqlite postgresql mariadb

--- file from.sql
CREATE TABLE person (
  id int PRIMARY KEY,
  email varchar(40)
);
--- file to.sql
-- @renamed from=person
CREATE TABLE people (
  id int PRIMARY KEY,
  mail varchar(40) -- @renamed from=email
);
--- run
helium diff --dialect "$(echo "$DATABASE_URL" | cut -d: -f1)" --from from.sql --to to.sql --format json
--- out
{"version":1,"changes":[{"kind":"rename_table",...{"kind":"rename_column",...}],"notes":[],...
