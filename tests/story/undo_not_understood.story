What would be lost in silence by the way there or back is refused by name: rules that keep values from coming back,
comments and rules where no Schema has a place for them, a sequence that goes with its column.
--- dialects postgresql
--- run
mkdir -p shop
sql "CREATE TABLE item (id integer PRIMARY KEY, note text, number integer CONSTRAINT positive CHECK (number > 0))"
sql "INSERT INTO item VALUES (1, 'one', 1)"
sql "CREATE RULE nothing AS ON UPDATE TO item DO INSTEAD NOTHING"
cat > shop/shop_1.lua <<'END'
-- shop_1.lua
-- No notes
return { forward = function(queries) queries:drop_column("item", "note") end }
END
--- run exit=65
helium up --design shop
--- out
...the rule nothing on item may keep rows and values from coming back...
--- run
sql "DROP RULE nothing ON item"
sql "CREATE SEQUENCE notes OWNED BY item.note"
--- run exit=65
helium up --design shop
--- out
...the sequence notes is owned by note...
--- run
sql "DROP SEQUENCE notes"
sql "COMMENT ON CONSTRAINT positive ON item IS 'why'"
cat > shop/shop_1.lua <<'END'
-- shop_1.lua
-- No number
return { forward = function(queries) queries:drop_column("item", "number") end }
END
--- run exit=65
helium up --design shop
--- out
...without the comment on the constraint positive...
--- run
sql "COMMENT ON CONSTRAINT positive ON item IS NULL"
cat > shop/shop_1.lua <<'END'
-- shop_1.lua
-- Two at once
return {
  forward = function(queries)
    queries:rename_column("item", "number", "amount")
    queries:drop_column("item", "amount")
  end,
}
END
--- run exit=65
helium up --design shop
--- out
...only the server knows how it says it now...
--- run
cat > shop/shop_1.lua <<'END'
-- shop_1.lua
-- Who was asked
return { forward = function(queries) queries:insert("item", { { id = { sql = "abs(-7)" }, note = "x" } }) end }
END
helium up --design shop >/dev/null
--- run exit=65
helium down --design shop
--- out
...a key of the rows for item is an expression...
--- run
sql "SELECT id, note FROM item ORDER BY id"
--- out
1|one
7|x
--- run
sql 'CREATE TABLE odd (id integer PRIMARY KEY, "we""ird" integer CONSTRAINT above CHECK ("we""ird" > 0))'
sql "INSERT INTO odd VALUES (1, 2)"
cat > shop/shop_2.lua <<'END'
-- shop_2.lua
-- Nothing odd
return { forward = function(queries) queries:drop_column("odd", 'we"ird') end }
END
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql 'SELECT "we""ird" FROM odd'
sql "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'above' AND conrelid = 'odd'::regclass"
--- out
2
CHECK (("we""ird" > 0))
