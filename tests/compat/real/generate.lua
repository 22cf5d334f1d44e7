-- What a folder's own database.lua makes of one migration, in a plain lua5.4.
-- Usage: lua5.4 generate.lua DESIGN NUMBER ENGINE SCHEMA, with LUA_PATH leading to the design's folder
-- and to this one.
local design, number, engine, schema = table.unpack(arg)
database = require("database")
if not database.defaults[engine] and engine == "mariadb" then
  engine = "mysql"
end
local migration = require(design .. "_" .. number)
local queries = migration(engine, design, schema, database.defaults[engine])
io.write(database:run_migration(queries, engine, design, schema))
