-- Runs one migration of a Helium folder by the folder's own database.lua, as that format's first host
-- did: the module is a global too, the engine's macros are the fourth argument, and what comes back is
-- the text of all its statements.
--
-- keys: names of the engine in the folder's words, the best first.

local function known(database, key)
  return (database.engines and database.engines[key] ~= nil)
      or (database.defaults and database.defaults[key] ~= nil)
end

local function engine_of(database, keys)
  for _, key in ipairs(keys) do
    if known(database, key) then
      return key
    end
  end
  error("database.lua knows no engine '" .. keys[1] .. "'", 0)
end

local function templates_of(queries)
  local templates = {}
  for _, query in ipairs(queries) do
    if type(query) == "table" and type(query.sql) == "string" then
      table.insert(templates, query.sql)
    end
  end
  return templates
end

return function(keys, design, schema, file)
  database = require("database")
  local alone = type(database) == "function" -- the oldest hosts called it as run_migration
  if not alone and type(database) ~= "table" then
    error("database.lua must return a table, not a " .. type(database), 0)
  end
  local engine = alone and keys[1] or engine_of(database, keys)
  local macros = not alone and database.defaults and database.defaults[engine] or nil
  local migration = require(file)
  local queries = migration
  if type(migration) == "function" then
    queries = migration(engine, design, schema, macros)
  elseif type(migration) == "table" then
    queries = migration.queries or migration
  end
  if type(queries) ~= "table" then
    error("the migration must give a list of queries, not a " .. type(queries), 0)
  end
  local templates = templates_of(queries)
  local text
  if alone then
    text = database(queries, engine, design, schema)
  else
    text = database:run_migration(queries, engine, design, schema)
  end
  local name = type(macros) == "table" and macros.TABLE or nil
  return {
    text = text,
    templates = templates,
    table = name ~= nil and tostring(name) or "",
  }
end
