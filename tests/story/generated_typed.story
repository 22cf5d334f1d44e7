A NOT NULL column for a filled table, beside a change that must be SQL: everything that was proved is in the file.
--- dialects sqlite

--- file app/app_1.lua
return {
  forward = function(queries)
    queries:create_table("a", {
      columns = { { name = "id", type = "integer", null = false }, { name = "n", type = "integer" } },
      primary_key = { "id" },
    })
  end,
}
--- file from.sql
CREATE TABLE a (id integer NOT NULL, n integer, PRIMARY KEY (id));
--- file to.sql
CREATE TABLE a (id integer NOT NULL, n integer NOT NULL, w text NOT NULL, PRIMARY KEY (id));
CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET w = 'new' WHERE id = NEW.id; END;
--- run
helium up --design app
sql "INSERT INTO a VALUES (1, NULL), (2, 5)"
helium generate "more" --from from.sql --to to.sql --design app --dialect sqlite > said.txt
helium up --design app
sql "SELECT id, coalesce(n, 'null'), quote(w) FROM a ORDER BY id"
sql "SELECT group_concat(name || \"notnull\", ' ') FROM pragma_table_info('a')"
helium down --design app
--- out
up   app 1 ...
1 migration in ...
up   app 2 ...
1 migration in ...
1|0|''
2|5|''
id1 n1 w1
down app 2 ...
1 migration in ...
