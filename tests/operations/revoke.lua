-- revoke.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    if engine == "postgresql" or engine == "db2" then
      queries:revoke("account", { privileges = { "select" }, to = "public" })
      return
    end
    queries:sql("CREATE USER IF NOT EXISTS 'helium_writer'@'localhost'", { reverse = "DROP USER IF EXISTS 'helium_writer'@'localhost'" })
    queries:grant("person", { privileges = { "select", "insert" }, to = "'helium_writer'@'localhost'" })
    queries:revoke("person", { privileges = { "insert" }, to = "'helium_writer'@'localhost'" })
  end,
}
