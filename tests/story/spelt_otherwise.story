SQLite finds a table or column whatever the case of its name: what points to rows that go is seen however it spells them.
--- dialects sqlite
--- file app/app_1.lua
-- app_1.lua
-- A row less
return { forward = function(queries) queries:delete("parent", { where = "id = 1" }) end }
--- run exit=65
sql "CREATE TABLE parent (id INTEGER PRIMARY KEY, v TEXT NOT NULL UNIQUE); INSERT INTO parent VALUES (1, 'a')"
sql "CREATE TABLE child (Id INTEGER PRIMARY KEY, P INTEGER, FOREIGN KEY (p) REFERENCES PARENT(ID) ON DELETE CASCADE)"
sql "INSERT INTO child VALUES (7, 1)"
helium up --design app
--- out
...rows of child would go or change with those of parent...
--- run exit=65
sql "DROP TABLE child; CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES Parent(Id) ON DELETE SET NULL)"
helium up --design app
--- out
...rows of child would go or change with those of parent...
--- file app/app_1.lua
-- app_1.lua
-- Another number
return { forward = function(queries) queries:update("parent", { set = { id = "2" }, where = "id = 1" }) end }
--- run exit=65
sql "DROP TABLE child; CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES PARENT(ID) ON UPDATE SET NULL)"
helium up --design app
--- out
...rows of child would go or change with those of parent...
--- run exit=65
sql "DROP TABLE child; CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent ON UPDATE SET NULL)"
helium up --design app
--- out
...rows of child would go or change with those of parent...
--- file app/app_1.lua
-- app_1.lua
-- A table less
return { forward = function(queries) queries:drop_table("parent") end }
--- run exit=65
helium up --design app
--- out
...child points to parent...
--- file app/app_1.lua
-- app_1.lua
-- A rebuild and a view less
return {
  forward = function(queries)
    queries:drop_column("t", "gone")
    queries:drop_view("seen")
  end,
}
--- run
sql "CREATE TABLE t (Id INTEGER, Name TEXT, w INTEGER, gone TEXT, PRIMARY KEY (ID), UNIQUE (NAME) ON CONFLICT REPLACE, CHECK (w > 0))"
sql 'CREATE INDEX t_name ON T (NAME, "W" DESC, lower(NAME)) WHERE NAME IS NOT NULL'
sql "CREATE VIEW seen AS SELECT 1 AS one; CREATE TRIGGER seen_one INSTEAD OF INSERT ON SEEN BEGIN SELECT 1; END"
sql "INSERT INTO t VALUES (1, 'a', 1, 'g')"
helium up --design app >/dev/null
helium inspect --format sql
sql "SELECT seqno, cid, name FROM pragma_index_info('t_name')"
helium down --design app >/dev/null
sql "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
--- out
...
CREATE INDEX "t_name" ON "t" ("Name", "w" DESC, lower(NAME)) WHERE NAME IS NOT NULL;
0|1|Name
1|2|w
2|-2|
seen_one
--- file one.sql
CREATE TABLE a (Id INTEGER PRIMARY KEY, Name TEXT, UNIQUE (Name));
CREATE TABLE b (n INTEGER REFERENCES a(Id), m INTEGER REFERENCES NOWHERE(Id), FOREIGN KEY (n) REFERENCES a(Id));
CREATE INDEX b_n ON b (n);
--- file other.sql
CREATE TABLE a (Id INTEGER PRIMARY KEY, Name TEXT, UNIQUE (NAME));
CREATE TABLE b (n INTEGER REFERENCES A(ID), m INTEGER REFERENCES NOWHERE(Id), FOREIGN KEY (N) REFERENCES A(id));
CREATE INDEX b_n ON B (N);
--- run
helium diff --from one.sql --to other.sql --exit-code
sql "CREATE TABLE lost (m INTEGER REFERENCES NoWhere (Id))"
helium inspect --format sql | grep lost -A 2
--- out
the schemas are equal
CREATE TABLE "lost" (
  "m" integer,
  FOREIGN KEY ("m") REFERENCES "NoWhere" ("Id")
