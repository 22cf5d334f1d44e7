-- Brotli for a plain lua5.4: the command of the Debian package, with the window of the library's own
-- default.
local function piped(command, data)
  local name = os.tmpname()
  local file = assert(io.open(name, "wb"))
  file:write(data)
  file:close()
  local pipe = assert(io.popen(command .. " < " .. name, "r"))
  local result = pipe:read("a")
  assert(pipe:close())
  os.remove(name)
  return result
end

return {
  compress = function(data, quality)
    return piped("brotli --stdout -w 22 -q " .. tostring(quality), data)
  end,
  decompress = function(data)
    return piped("brotli --stdout -d", data)
  end,
}
