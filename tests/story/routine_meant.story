Routines of one name are told apart by their arguments: none is dropped or replaced that nobody asked for.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- One function less
return { forward = function(queries) queries:drop_routine("f", { kind = "function" }) end }
--- run exit=65
sql "CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 2'"
helium up --design shop
--- out
shop/shop_1.lua:3: design: drop_routine: there is more than one function: f(integer), f(text)
...
  hint: say one of them by arguments = "...", as it is written there
--- file shop/shop_1.lua
-- shop_1.lua
-- Another function
return {
  forward = function(queries)
    queries:replace_routine("f", { definition = "CREATE OR REPLACE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 3'" })
  end,
}
--- run exit=65
helium up --design shop
--- out
...there is more than one function: f(integer), f(text)...
--- file shop/shop_1.lua
-- shop_1.lua
-- The one of a date
return { forward = function(queries) queries:drop_routine("f", { kind = "function", arguments = "date" }) end }
--- run exit=65
helium up --design shop
--- out
...there is no function with these arguments, but f(integer), f(text)...
--- file shop/shop_1.lua
-- shop_1.lua
-- The one of a text
return {
  forward = function(queries)
    queries:replace_routine("f", {
      arguments = "text",
      definition = "CREATE OR REPLACE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 3'",
    })
    queries:drop_routine("f", { arguments = "text" })
  end,
}
--- run
helium up --design shop >/dev/null
sql "SELECT f(1)"
sql "SELECT count(*) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
helium down --design shop >/dev/null
sql "SELECT f(1), f('a'::text)"
--- out
1
1
1|2
