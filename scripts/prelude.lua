-- prelude.lua
-- The `queries` object that a section function gets. It looks like a plain list: table.insert,
-- queries[#queries + 1] = entry, #queries, ipairs and table.remove all work. Behind it the entries
-- are kept together with the line that added each, and typed operations can be added as methods.
--
-- It runs before the file does and gets one function: the line of the file that is running now.

local caller_line = ...
local error, ipairs, pairs, select, setmetatable = error, ipairs, pairs, select, setmetatable
local math_type, type = math.type, type

-- Operations are called as queries:name(...); each returns the entry that it added, so that
-- description, reverse and keep can be set on it. The host knows the names and reads the arguments.
local function called(name, queries, arguments, count)
  if type(queries) ~= "table" or #arguments ~= count then
    error(name .. ": an argument is nil, or queries." .. name .. "(...) stands for queries:" .. name .. "(...)", 0)
  end
  local entry = { operation = name, arguments = arguments }
  if name == "sql" then
    entry = {}
    for key, value in pairs(arguments[2] or {}) do
      entry[key] = value
    end
    entry.sql = arguments[1]
  end
  queries[#queries + 1] = entry
  return entry
end

local function new_queries()
  local entries = {}
  local line_of = {} -- by entry where it is a table, so that sorting keeps it; else by place

  local function write(_, place, entry)
    if math_type(place) ~= "integer" then
      error("queries holds entries only; '" .. type(place) .. "' is no place in it", 0)
    end
    if place < 1 or place > #entries + 1 then
      error("queries has " .. #entries .. " entries, so " .. place .. " is no place for the next", 0)
    end
    if entry == nil and place < #entries then
      error("removing entry " .. place .. " would leave a hole; table.remove closes it", 0)
    end
    local key = type(entry) == "table" and entry or place
    line_of[key] = type(entry) == "table" and line_of[key] or caller_line()
    entries[place] = entry
  end

  local function read(_, key)
    if type(key) == "string" then
      return function(queries, ...) return called(key, queries, { ... }, select("#", ...)) end
    end
    return entries[key]
  end

  local queries = setmetatable({}, {
    __index = read,
    __newindex = write,
    __len = function() return #entries end,
    __pairs = function() return pairs(entries) end,
    __metatable = false,
  })

  local function collected()
    local lines = {}
    for place, entry in ipairs(entries) do
      lines[place] = line_of[type(entry) == "table" and entry or place] or 0
    end
    return entries, lines
  end

  return queries, collected
end

return new_queries
