A table that says no collation has its database's own, here and on the throw-away server: that is no difference.
--- dialects mariadb
--- file app/app_1.lua
return { forward = function(queries)
  queries:create_table("t", { columns = { { name = "id", type = "integer", primary_key = true }, { name = "word", type = "varchar(20)" } } })
end }
--- file wanted.sql
CREATE TABLE t (id integer NOT NULL PRIMARY KEY, word varchar(20));
--- file other.sql
CREATE TABLE t (id integer NOT NULL PRIMARY KEY, word varchar(20)) COLLATE utf8mb4_bin;
--- run
sql "ALTER DATABASE $HELIUM_SCHEMA COLLATE latin1_german2_ci"
helium up --design app >/dev/null
helium diff --from $DATABASE_URL --to wanted.sql
helium diff --from wanted.sql --to $DATABASE_URL
helium diff --from app@1 --to $DATABASE_URL
helium drift --design app
helium auto --to wanted.sql --design app
ls app
helium diff --from $DATABASE_URL --to other.sql --format sql
--- out
the schemas are equal
the schemas are equal
the schemas are equal
the schema is what its migrations make
nothing to do
app_1.lua
ALTER TABLE `t` COLLATE=utf8mb4_bin;
ALTER TABLE `t` MODIFY COLUMN `word` varchar(20) NULL;
