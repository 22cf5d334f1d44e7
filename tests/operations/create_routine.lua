-- create_routine.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:create_routine("twice", { arguments = "n integer", definition = "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2'" })
  end,
}
