What a virtual table of SQLite keeps its rows in belongs to it alone.
--- dialects sqlite

--- run
sql "CREATE VIRTUAL TABLE words USING fts5(body)"
sql "INSERT INTO words VALUES ('kept')"
echo "CREATE TABLE other (id integer);" >wanted.sql
helium diff --from "$DATABASE_URL" --to wanted.sql
--- out
create_table  other
note: virtual table words is not compared
