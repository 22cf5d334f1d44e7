// From a Lua error to file, line, message and source line.
#include <cctype>
#include <charconv>
#include <string>
#include <string_view>

#include "base/text.h"
#include "lua/host.h"

namespace helium::lua {

namespace {

constexpr std::size_t longest_message = 2000;
constexpr int deepest_level = 250;

// Lua writes "name:line: " before its messages, the name cut to 59 bytes from the left.
std::string shown_by_lua(std::string_view name) {
  constexpr std::size_t most = LUA_IDSIZE - 1;
  constexpr std::string_view dots = "...";
  if (name.size() <= most) {
    return std::string(name);
  }
  return std::string(dots) + std::string(name.substr(name.size() - (most - dots.size())));
}

struct Placed {
  std::string message;
  Span where;
};

// The message without its prefix when it begins with a place in the named file.
std::optional<Placed> placed_in(std::string_view name, std::string_view message) {
  const std::string shown = shown_by_lua(name) + ":";
  if (message.substr(0, shown.size()) != shown) {
    return std::nullopt;
  }
  const char* from = message.data() + shown.size();
  const char* end = message.data() + message.size();
  Placed placed;
  const auto read = std::from_chars(from, end, placed.where.line);
  const std::string_view rest(read.ptr, static_cast<std::size_t>(end - read.ptr));
  if (read.ptr == from || rest.substr(0, 2) != ": ") {
    return std::nullopt;
  }
  placed.where.file = std::string(name);
  placed.message = std::string(rest.substr(2));
  return placed;
}

// The place where Lua stands: the innermost line of the author's code.
Span standing_at(lua_State* state) {
  lua_Debug frame;
  for (int level = 0; level < deepest_level && lua_getstack(state, level, &frame) != 0; ++level) {
    lua_getinfo(state, "Sl", &frame);
    if (frame.currentline > 0 && std::string_view(frame.source) != prelude_source) {
      Span where;
      where.file = frame.source + 1;
      where.line = static_cast<std::uint32_t>(frame.currentline);
      return where;
    }
  }
  return {};
}

std::string table_text(lua_State* state) {
  if (luaL_getmetafield(state, 1, "__tostring") != LUA_TNIL) {
    lua_pushvalue(state, 1);
    if (lua_pcall(state, 1, 1, 0) == LUA_OK && lua_type(state, -1) == LUA_TSTRING) {
      return lua_tostring(state, -1);
    }
    return "error() was called with a table whose __tostring failed";
  }
  return "error() was called with a table; give it a text";
}

std::string text_of_error(lua_State* state) {
  switch (lua_type(state, 1)) {
    case LUA_TSTRING:
    case LUA_TNUMBER: {
      std::size_t length = 0;
      const char* text = lua_tolstring(state, 1, &length);
      return {text, length};
    }
    case LUA_TNIL:
      return "error() was called without a message";
    case LUA_TTABLE:
      return table_text(state);
    default:
      return std::string("error() was called with a ") + luaL_typename(state, 1) +
             "; give it a text";
  }
}

Placed place(lua_State* state, const std::string& text) {
  for (const auto& [name, unused] : host_of(state).sources) {
    if (auto placed = placed_in(name, text)) {
      return *placed;
    }
  }
  return {text, standing_at(state)};
}

// The last word that the message quotes, when it stands in the line; else the line's first letter.
std::uint32_t column_in(const std::string& line, const std::string& message) {
  std::size_t found = line.find_first_not_of(" \t");
  const std::size_t close = message.rfind('\'');
  const std::size_t open = close == 0 ? std::string::npos : message.rfind('\'', close - 1);
  if (close != std::string::npos && open != std::string::npos && close > open + 1) {
    const std::size_t word = line.find(message.substr(open + 1, close - open - 1));
    found = word == std::string::npos ? found : word;
  }
  return found == std::string::npos ? 1 : base::position_at(line, found).column;
}

std::string one_line(std::string text) {
  if (text.size() > longest_message) {
    text.resize(longest_message);
    text += " ...";
  }
  if (base::invalid_utf8(text)) {
    text = base::printable(text);
  }
  return base::replaced(base::normalised(text), "\n", " ");
}

}  // namespace

int keep_failure(lua_State* state) {
  Host& host = host_of(state);
  try {
    const Placed placed = place(state, text_of_error(state));
    host.failure = Error(Fault::script, one_line(placed.message)).at(placed.where);
  } catch (const std::exception& thrown) {
    host.failure = Error(Fault::script, thrown.what());
  }
  lua_settop(state, 1);
  return 1;
}

Error with_source_line(const Host& host, const Error& error) {
  const auto source = host.sources.find(error.where().file);
  if (source == host.sources.end()) {
    return error;
  }
  if (!error.where().known()) {
    return error;
  }
  const std::string line = base::line_of(source->second, error.where().line);
  Span where = error.where();
  where.column = column_in(line, error.message());
  return error.at(where).showing(line);
}

}  // namespace helium::lua
