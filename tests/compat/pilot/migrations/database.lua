-- database.lua
-- The macro engine of the pilot pack: of an older age, when MariaDB went by the name of MySQL
--
-- CHANGELOG
-- 3.0.0 - 2026-03-01 - Blocks above 1 KB are compressed

local database = {
  engines = { postgresql = true, mysql = true, sqlite = true, db2 = true },
  defaults = {},
}

for engine in pairs(database.engines) do
  database.defaults[engine] = require("database_" .. engine)
end

local dialects = { postgresql = 1, sqlite = 2, mysql = 3, db2 = 4 }

local framework = {
  QUERIES = "queries",
  SUBQUERY_DELIMITER = "-- SUBQUERY DELIMITER",
  TIMEOUT = "5000",
  QUERIES_INSERT = [[query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
    query_queue_a58, query_timeout, code, name, summary, collection, ${COMMON_FIELDS}]],
  COMMON_CREATE = [[valid_after ${TIMESTAMP_TZ},
        valid_until ${TIMESTAMP_TZ},
        created_id ${INTEGER} NOT NULL,
        created_at ${TIMESTAMP_TZ} NOT NULL,
        updated_id ${INTEGER} NOT NULL,
        updated_at ${TIMESTAMP_TZ} NOT NULL,]],
  COMMON_FIELDS = "valid_after, valid_until, created_id, created_at, updated_id, updated_at",
  COMMON_VALUES = "NULL, NULL, 0, ${NOW}, 0, ${NOW}",
  COMMON_INSERT = [[NULL AS valid_after, NULL AS valid_until, 0 AS created_id, ${NOW} AS created_at,
    0 AS updated_id, ${NOW} AS updated_at]],
  COMMON_DIAGRAM = [[
          {"name": "valid_after", "datatype": "${TIMESTAMP_TZ}", "nullable": true, "primary_key": false, "unique": false, "standard": true},
          {"name": "valid_until", "datatype": "${TIMESTAMP_TZ}", "nullable": true, "primary_key": false, "unique": false, "standard": true},
          {"name": "created_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "standard": true},
          {"name": "created_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false, "standard": true},
          {"name": "updated_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "standard": true},
          {"name": "updated_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false, "standard": true}]],
  STATUS_INACTIVE = "0",
  STATUS_ACTIVE = "1",
  TYPE_INTERNAL_SQL = "0",
  TYPE_SQL = "1",
  TYPE_PUBLIC = "10",
  TYPE_PROTECTED = "11",
  TYPE_FORWARD_MIGRATION = "1000",
  TYPE_REVERSE_MIGRATION = "1001",
  TYPE_DIAGRAM_MIGRATION = "1002",
  TYPE_APPLIED_MIGRATION = "1003",
  QTC_SLOW = "0",
  QTC_MEDIUM = "1",
  QTC_FAST = "2",
  QTC_CACHED = "3",
}

local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

-- Byte by byte into a string of bits, six bits at a time into letters.
local function base64(data)
  local bits = data:gsub(".", function(char)
    local byte, text = char:byte(), ""
    for place = 7, 0, -1 do
      text = text .. (byte // 2 ^ place % 2 == 1 and "1" or "0")
    end
    return text
  end)
  local rest = #data % 3
  local padded = bits .. (rest == 1 and "0000" or rest == 2 and "00" or "")
  local encoded = padded:gsub("%d%d%d%d%d%d", function(six)
    local value = 0
    for place = 1, 6 do
      value = value * 2 + (six:sub(place, place) == "1" and 1 or 0)
    end
    return letters:sub(value + 1, value + 1)
  end)
  return encoded .. (rest == 1 and "==" or rest == 2 and "=" or "")
end

local function compressed(data)
  local found, brotli = pcall(require, "brotli")
  if not found then
    error("brotli is needed to seal a block of " .. #data .. " bytes")
  end
  return brotli.compress(data, 11)
end

local function expand(text, macros, passes)
  for _ = 1, passes do
    for name, value in pairs(macros) do
      if type(value) == "string" or type(value) == "number" then
        text = text:gsub("%${" .. name .. "}", tostring(value))
      end
    end
    if not text:find("%${[%w_]+}") then
      break
    end
  end
  return text
end

local function dedent(content, base)
  local lines = {}
  for line in (content .. "\n"):gmatch("(.-)\n") do
    local blanks = #line:match("^%s*")
    table.insert(lines, line:sub(math.min(blanks, base) + 1))
  end
  return table.concat(lines, "\n")
end

local function sealed(content, macros)
  if #content > 1024 then
    local quoted = "'" .. base64(compressed(content)) .. "'"
    if macros.COMPRESS_START and macros.COMPRESS_END then
      return macros.COMPRESS_START .. quoted .. macros.COMPRESS_END
    elseif macros.BASE64_START and macros.BASE64_END then
      return macros.BASE64_START .. quoted .. macros.BASE64_END
    end
    return quoted
  end
  local quoted = "'" .. base64(content) .. "'"
  if macros.BASE64_START and macros.BASE64_END then
    return macros.BASE64_START .. quoted .. macros.BASE64_END
  end
  return quoted
end

local function seal(text, macros)
  local highest = 0
  for level = 1, 5 do
    if text:find("[" .. ("="):rep(level) .. "[", 1, true) then
      highest = level
    end
  end
  for level = highest, 1, -1 do
    local signs = ("="):rep(level)
    local pattern = "(\n?)(%s*)%[" .. signs .. "%[(.-)%]" .. signs .. "%]"
    text = text:gsub(pattern, function(newline, blanks, content)
      return newline .. blanks .. sealed(dedent(content, #blanks + 4), macros)
    end)
    text = expand(text, macros, 5)
  end
  return text
end

function database:replace_query(template, engine, design_name, schema_name)
  if not self.engines[engine] then
    error("the design " .. tostring(design_name) .. " does not know the engine " .. tostring(engine))
  end
  local macros = self.defaults[engine]
  local schema = ""
  if schema_name and schema_name ~= "" and schema_name ~= "." then
    schema = schema_name .. "."
  end
  macros.SCHEMA = engine == "db2" and schema:upper() or schema
  macros.DIALECT = dialects[engine]
  for name, value in pairs(framework) do
    macros[name] = value
  end
  for name in template:gmatch("%${([%w_]+)}") do
    if not macros[name] then
      macros[name] = os.getenv(name)
    end
  end
  local text = expand(template, macros, 6)
  text = seal(text, macros)
  return expand(text, macros, 5)
end

-- Lines are put in order by their brackets; nothing depends on how they look.
local function indented(sql)
  local lines, depth = {}, 0
  for line in (sql .. "\n"):gmatch("(.-)\n") do
    local plain = line:match("^%s*(.-)%s*$")
    if plain ~= "" then
      local closing = #(plain:match("^[)%]}]+") or "")
      table.insert(lines, ("  "):rep(math.max(depth - closing, 0)) .. plain)
      if plain:sub(1, 2) ~= "--" and not plain:find("'", 1, true) then
        local _, open = plain:gsub("[(%[{]", "")
        local _, shut = plain:gsub("[)%]}]", "")
        depth = math.max(depth + open - shut, 0)
      end
    end
  end
  return table.concat(lines, "\n")
end

function database:run_migration(queries, engine, design_name, schema_name)
  local texts = {}
  for _, query in ipairs(queries) do
    if query.sql then
      table.insert(texts, indented(self:replace_query(query.sql, engine, design_name, schema_name)))
    end
  end
  return table.concat(texts, "\n-- QUERY DELIMITER\n") .. "\n"
end

return database
