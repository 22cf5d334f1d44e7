-- grant.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    if engine == "postgresql" or engine == "db2" then
      queries:grant("person", { privileges = { "select", "insert" }, to = "public" })
      return
    end
    queries:sql("CREATE USER IF NOT EXISTS 'helium_reader'@'localhost'", { reverse = "DROP USER IF EXISTS 'helium_reader'@'localhost'" })
    queries:grant("person", { privileges = { "select", "insert" }, to = "'helium_reader'@'localhost'" })
  end,
}
