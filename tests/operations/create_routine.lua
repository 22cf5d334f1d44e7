-- create_routine.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    if engine == "postgresql" then
      queries:create_routine("twice", { arguments = "n integer", definition = "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2'" })
    elseif engine == "db2" then
      queries:create_routine("twice", { arguments = "n INTEGER", definition = "CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER RETURN n * 2" })
    else
      queries:create_routine("twice", { arguments = "n int", definition = "RETURNS int DETERMINISTIC RETURN n * 2" })
    end
  end,
}
