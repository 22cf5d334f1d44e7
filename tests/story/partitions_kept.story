A partitioned table that is dropped takes its partitions along, so that others may have their names, and
down brings all of them back with their rows; so does that of one partition alone.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- A table of two parts
return {
  forward = function(queries)
    queries:create_table("event", {
      columns = { { name = "id", type = "bigint", identity = true }, { name = "what", type = "text" } },
      primary_key = { "id" },
      indexes = { { name = "event_what", columns = { "what" } } },
      partition_by = "RANGE (id)",
    })
    queries:create_table("event_low", { partition_of = "event", partition_bound = "FOR VALUES FROM (0) TO (10)" })
    queries:create_table("event_rest", { partition_of = "event", partition_bound = "DEFAULT" })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- Another table of the same names
return {
  forward = function(queries)
    queries:drop_table("event")
    queries:create_table("event", {
      columns = { { name = "id", type = "bigint", null = false } },
      primary_key = { "id" },
      partition_by = "RANGE (id)",
    })
    queries:create_table("event_low", { partition_of = "event", partition_bound = "FOR VALUES FROM (0) TO (9)" })
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- One part less
return {
  forward = function(queries)
    queries:drop_table("event_low")
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO event (id, what) SELECT n, 'e' || n FROM generate_series(1, 20) n"
helium inspect >before
helium up --design shop --to 2 >/dev/null
sql "INSERT INTO event SELECT generate_series(1, 8)"
helium up --design shop >/dev/null
helium stash
--- out
stash ...
helium_stash_shop_2_1  shop@2  table event ... 20 ...
helium_stash_shop_3_1  shop@3  table event_low  8 ...
2 stashes...
--- run
sql "SELECT count(*) FROM event"
helium down --design shop >/dev/null
sql "SELECT count(*) FROM event_low"
helium down --design shop >/dev/null
helium inspect | diff before -
sql "SELECT tableoid::regclass, count(*), min(what) FROM event GROUP BY 1 ORDER BY 1"
--- out
0
8
event_low|9|e1
event_rest|11|e10
--- run
helium down --design shop >/dev/null
helium inspect
helium up --design shop --to 1 >/dev/null
helium inspect | diff before -
sql "SELECT tableoid::regclass, count(*), min(what) FROM event GROUP BY 1 ORDER BY 1"
--- out
the schema is empty
event_low|9|e1
event_rest|11|e10
--- file own/own_1.lua
-- own_1.lua
-- What a part has of its own
return { forward = function(queries) queries:drop_column("visit", "what") end }
--- file own/own_2.lua
-- own_2.lua
-- Another default
return { forward = function(queries) queries:alter_column("visit", "what", { default = "'other'" }) end }
--- run exit=65
sql "CREATE TABLE visit (id int PRIMARY KEY, what text DEFAULT 'x') PARTITION BY RANGE (id)"
sql "CREATE TABLE visit_low PARTITION OF visit FOR VALUES FROM (0) TO (9)"
sql "CREATE INDEX own ON visit_low (what)"
helium up --design own --to 1
--- out
own/own_1.lua:3: design: drop_column: the partition visit_low has its own default, NOT NULL, comment, right, check or index of what, which would not come back
...
--- run exit=65
sql "DROP INDEX own"
helium up --design own --to 1 >/dev/null
helium down --design own >/dev/null
sql "ALTER TABLE visit_low ALTER what SET DEFAULT 'low'"
mv own/own_2.lua own/own_1.lua
helium up --design own --to 1
--- out
own/own_1.lua:3: design: alter_column: the partition visit_low has its own default, ...
...
