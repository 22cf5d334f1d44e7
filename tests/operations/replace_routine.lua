-- replace_routine.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    if engine == "postgresql" then
      queries:replace_routine("thrice", { arguments = "n integer", definition = "CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n + n'" })
    elseif engine == "db2" then
      queries:replace_routine("thrice", { arguments = "n INTEGER", definition = "CREATE FUNCTION thrice(n INTEGER) RETURNS INTEGER RETURN n + n + n" })
    else
      queries:replace_routine("thrice", { arguments = "n int", definition = "RETURNS int DETERMINISTIC RETURN n + n + n" })
    end
  end,
}
