A trigger keeps the sql_mode under which it was made, which nothing but its author's words brings back.
--- dialects mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- No trigger
return { forward = function(queries) queries:drop_trigger("item", "made") end }
--- run exit=65
sql "CREATE TABLE item (id int PRIMARY KEY)"
sql "SET sql_mode = ''; CREATE TRIGGER made BEFORE INSERT ON item FOR EACH ROW SET NEW.id = NEW.id + 1"
helium up --design shop
--- out
shop/shop_1.lua:3: design: drop_trigger: the trigger made would come back with another DEFINER, sql_mode, character set or order
  ...
  hint: give it a reverse that makes it as it is: reverse = "CREATE DEFINER = ..."
--- run
cat >shop/shop_1.lua <<'END'
-- shop_1.lua
-- No trigger
return {
  forward = function(queries)
    queries:drop_trigger("item", "made").reverse = "CREATE TRIGGER made BEFORE INSERT ON item FOR EACH ROW SET NEW.id = NEW.id + 1"
  end,
}
END
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "INSERT INTO item VALUES (1)"
sql "SELECT * FROM item"
--- out
2
