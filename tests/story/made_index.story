MySQL and MariaDB make an index for a foreign key that finds none, and take it back when another serves. What an
operation adds beside it can be taken back all the same, and nobody drops what a foreign key stands on.
--- dialects mysql mariadb
--- file shop/shop_1.lua
-- shop_1.lua
-- Two tables and the index that the server makes
return {
  forward = {
    { sql = "CREATE TABLE p (id int PRIMARY KEY)" },
    { sql = "CREATE TABLE a (id int PRIMARY KEY, p int, q int, CONSTRAINT a_p FOREIGN KEY (p) REFERENCES p (id))" },
  },
}
--- file shop/shop_2.lua
-- shop_2.lua
-- A key beside it, and a foreign key whose index is of its making
return {
  forward = function(queries)
    queries:add_unique("a", { name = "a_u", columns = { "p", "id" } })
    queries:add_foreign_key("a", { name = "a_q", columns = { "q" }, references = "p", referenced_columns = { "id" } })
    queries:add_index("a", { name = "a_i", columns = { "q", "id" } })
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- A foreign key goes, its index stays
return {
  forward = function(queries)
    queries:drop_constraint("a", "a_p")
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
helium inspect --format json | sed '/sealed/d; /digests/,/^ }/d' >before
helium up --design shop --to 2 >/dev/null
helium inspect --format json | sed '/sealed/d; /digests/,/^ }/d' >two
grep -c '"name": "a_[piqu]"' two
helium up --design shop >/dev/null
helium down --design shop >/dev/null
helium inspect --format json | sed '/sealed/d; /digests/,/^ }/d' | diff two -
helium down --design shop
helium inspect --format json | sed '/sealed/d; /digests/,/^ }/d' | diff before -
--- out
6
down shop 2 ...
--- file shop/shop_2.lua
-- shop_2.lua
-- What a foreign key stands on
return {
  forward = function(queries)
    queries:drop_index("a", "a_p")
  end,
}
--- run exit=65
helium up --design shop --to 2
--- out
shop/shop_2.lua:5: design: drop_index: the foreign key a_p of a stands on it
      queries:drop_index("a", "a_p")
  hint: queries:drop_constraint("a", "a_p") before it, or another index that begins with p
