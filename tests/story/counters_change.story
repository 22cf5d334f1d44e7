A column that counts goes on where it was when it counts further, by another counter, or under another name.
--- dialects postgresql
--- file app/app_1.lua
return { forward = function(queries)
  queries:create_table("t", { columns = {
    { name = "id", type = "serial", primary_key = true }, { name = "k", type = "serial" }, { name = "n", type = "integer", null = false } } })
  queries:create_table("gone", { columns = { { name = "id", type = "serial", primary_key = true } } })
  queries:sql("INSERT INTO t (n) SELECT i FROM generate_series(1, 9) i", { reverse = "" })
  queries:sql("DELETE FROM t WHERE id > 6", { reverse = "" })
  queries:sql("INSERT INTO gone SELECT FROM generate_series(1, 3)", { reverse = "" })
end }
--- file wanted.sql
CREATE TABLE u (id bigserial CONSTRAINT t_pkey PRIMARY KEY, number integer GENERATED ALWAYS AS IDENTITY, n serial);
CREATE TABLE gone (id serial PRIMARY KEY, again text);
--- file later/app_2.lua
return { forward = function(queries)
  queries:alter_column("t", "id", { type = "bigint" })
  queries:rename_column("t", "k", "number")
  queries:rename_table("t", "u")
  queries:drop_table("gone")
  queries:create_table("gone", { columns = { { name = "id", type = "serial", primary_key = true }, { name = "again", type = "text" } } })
end }
--- run
helium up --design app >/dev/null
cp later/app_2.lua app/
helium up --design app >/dev/null
sql "INSERT INTO u (n) VALUES (10) RETURNING id, number"
sql "SELECT relname, format_type(seqtypid, NULL) FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid WHERE pg_table_is_visible(seqrelid) AND relname NOT LIKE 'helium%' ORDER BY 1"
helium generate more --from $DATABASE_URL --to wanted.sql --design app >/dev/null 2>&1
helium up --design app >/dev/null
helium diff --from $DATABASE_URL --to wanted.sql
sql "INSERT INTO u DEFAULT VALUES RETURNING id, number, n"
sql "INSERT INTO gone DEFAULT VALUES RETURNING id"
--- out
10|10
gone_id_seq|integer
u_id_seq|bigint
u_number_seq|integer
the schemas are equal
11|11|11
1
--- run
helium down --design app >/dev/null
sql "INSERT INTO u (n) VALUES (12) RETURNING id, number, n"
helium down --design app >/dev/null
sql "INSERT INTO t (n) VALUES (13) RETURNING id, k, n"
sql "INSERT INTO gone DEFAULT VALUES RETURNING id"
sql "SELECT relname, format_type(seqtypid, NULL) FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid WHERE pg_table_is_visible(seqrelid) AND relname NOT LIKE 'helium%' ORDER BY 1"
--- out
12|12|12
13|13|13
4
gone_id_seq|integer
t_id_seq|integer
t_k_seq|integer
