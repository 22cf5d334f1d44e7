-- Runs one migration of a Helium folder as that format's first host did: the module `database` is a global
-- too, and the engine's macros are the fourth argument.
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

-- What the file made of the macros: its list of queries.
local function queries_of(file, engine, design, schema, macros)
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
  return queries
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

-- The macros that a text can name, as texts.
local function values_of(macros)
  local values = {}
  for name, value in pairs(macros) do
    if type(name) == "string" and (type(value) == "string" or type(value) == "number") then
      values[name] = tostring(value)
    end
  end
  return values
end

local run = {}

-- By the folder's own database.lua: the text of all statements is what that gives.
function run.theirs(keys, design, schema, file)
  database = require("database")
  local alone = type(database) == "function" -- the oldest hosts called it as run_migration
  if not alone and type(database) ~= "table" then
    error("database.lua must return a table, not a " .. type(database), 0)
  end
  local engine = alone and keys[1] or engine_of(database, keys)
  local macros = not alone and database.defaults and database.defaults[engine] or nil
  local queries = queries_of(file, engine, design, schema, macros)
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

-- By the macros that are given: the entries come back to be expanded outside of Lua, and the macros as the
-- migration left them.
function run.ours(engine, design, schema, file, macros)
  local templates = templates_of(queries_of(file, engine, design, schema, macros))
  return { templates = templates, macros = values_of(macros) }
end

-- Entries that hold every rule of the format once: macros in macros, blocks in blocks and beside each other,
-- blank lines and blanks before them, one long enough to be compressed, brackets, comments, signs of patterns.
local function trial_of(macros)
  local names = {}
  for name in pairs(values_of(macros)) do
    if name:find("^[%w_]+$") then
      table.insert(names, "${" .. name .. "}")
    end
  end
  table.sort(names)
  local all = table.concat(names, ",\n      ")
  macros.TABLE, macros.MIGRATION, macros.TRIAL_A = "trial", "044", "a%1${TRIAL_B}%%\\"
  macros.TRIAL_B, macros.TRIAL_C = "${TRIAL_C}$", 7
  return {
    "CREATE TABLE ${SCHEMA}${TABLE} (\n    id ${INTEGER},\n      {$TABLE} [x], -- (\n\n  note ${TRIAL_A}\n);  \n",
    "SELECT\n    " .. all .. "\n  FROM ${SCHEMA}${QUERIES} WHERE x = '(' || ${MIGRATION} ${NO_SUCH_NAME};",
    "INSERT INTO ${SCHEMA}${QUERIES} (a, b) VALUES (\n  ${MIGRATION},   \n\n    [==[\n        outer ${TRIAL_A}\n"
      .. "\t\t[=[ {} ]=], [=[\n      x\n    ${TABLE}\r\n  ]=]\n          deep\n      ${SUBQUERY_DELIMITER}\n"
      .. "    short\n    ]==], f([=[{}]=]), [=[\n" .. ("    a long line of ${TABLE}\n"):rep(60) .. "]=]\n);",
    "UPDATE x SET a = [===[ one [==[ two [=[ three ${NOW} ]=] ]==] ]===], b = [=[\n" .. all .. "\n]=]",
    "SELECT [=[" .. ("x"):rep(1024) .. "]=], [=[" .. ("x"):rep(1025) .. "]=]",
    "]) -- closes\n({[\n)]}\n  \n",
  }
end

-- What the folder's own database.lua does with the trial, with which macros. Macros of the frame are those
-- that it sets again for each entry, whatever a migration did to them.
function run.trial(keys, design, schema)
  local database = require("database")
  if type(database) ~= "table" or type(database.defaults) ~= "table" then
    error("only a database.lua with engines and defaults can be tried", 0)
  end
  local engine = engine_of(database, keys)
  local macros = database.defaults[engine]
  local before, frame = values_of(macros), {}
  for name in pairs(before) do
    macros[name] = "?"
  end
  database:run_migration({ { sql = "-- nothing" } }, engine, design, schema)
  for name, value in pairs(values_of(macros)) do
    if value ~= "?" then
      frame[name] = value
    elseif before[name] then
      macros[name] = before[name]
    end
  end
  local templates = trial_of(macros)
  local given = values_of(macros)
  local queries = {}
  for _, text in ipairs(templates) do
    table.insert(queries, { sql = text })
  end
  local text = database:run_migration(queries, engine, design, schema)
  return {
    engine = engine, macros = before, frame = frame, given = given, templates = templates, text = text,
  }
end

return run
