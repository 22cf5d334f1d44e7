// Text becomes a function. Text only: Lua does not verify compiled chunks, so one could corrupt
// memory. A byte order mark is accepted; a first line `#!` is not, a migration is no program.
#include <memory>
#include <new>
#include <string>

#include "base/text.h"
#include "files/files.h"
#include "lua/host.h"

namespace helium::lua {

namespace {

constexpr std::size_t piece_bytes = 64UL * 1024;

struct Reader {
  std::string_view left;
};

// Hands the text over in pieces, so that the clock is read while a long text is parsed.
const char* next_piece(lua_State* state, void* data, std::size_t* size) {
  Reader& reader = *static_cast<Reader*>(data);
  host_of(state).budget.check(state);
  const std::string_view piece = reader.left.substr(0, piece_bytes);
  reader.left.remove_prefix(piece.size());
  *size = piece.size();
  return piece.empty() ? nullptr : piece.data();
}

std::string objection(std::string_view text) {
  if (text.substr(0, 1) == "\x1b") {
    return "this is a compiled Lua chunk; only Lua text is run";
  }
  if (text.substr(0, 2) == "\xff\xfe" || text.substr(0, 2) == "\xfe\xff") {
    return "this file is UTF-16; save it as UTF-8";
  }
  if (const auto offset = base::invalid_utf8(text)) {
    return "invalid UTF-8 at byte " + std::to_string(*offset);
  }
  return "";
}

int append_to(lua_State*, const void* bytes, std::size_t size, void* text) {
  static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), size);
  return 0;
}

std::string compiled(const Chunk& chunk) {
  const std::unique_ptr<lua_State, decltype(&lua_close)> state(luaL_newstate(), lua_close);
  if (state == nullptr) {
    throw std::bad_alloc();
  }
  const std::string name = "@" + chunk.name;
  std::string code;
  const int status =
      luaL_loadbufferx(state.get(), chunk.text.data(), chunk.text.size(), name.c_str(), "t");
  if (status == LUA_ERRMEM) {
    throw std::bad_alloc();
  }
  if (status != LUA_OK || lua_dump(state.get(), append_to, &code, 0) != 0) {
    throw Error(Fault::bug, chunk.name + " cannot be compiled");
  }
  return code;
}

}  // namespace

void load_prelude(lua_State* state) {
  static constexpr const char* name = "scripts/prelude.lua";
  static const std::string code = compiled({name, files::embedded(name)});
  if (luaL_loadbufferx(state, code.data(), code.size(), name, "b") != LUA_OK) {
    lua_error(state);
  }
}

void load(lua_State* state, const Chunk& chunk) {
  Host& host = host_of(state);
  const std::string& text = host.sources.insert_or_assign(chunk.name, chunk.text).first->second;
  const std::string refused = objection(text);
  if (!refused.empty()) {
    const auto at = base::position_at(text, base::invalid_utf8(text).value_or(0));
    Span where;
    where.file = chunk.name;
    where.line = at.line;
    throw Error(Fault::script, refused).at(where);
  }
  Reader reader{text};
  if (reader.left.substr(0, 3) == "\xef\xbb\xbf") {
    reader.left.remove_prefix(3);
  }
  const std::string name = "@" + chunk.name;
  const int status = lua_load(state, next_piece, &reader, name.c_str(), "t");
  if (status == LUA_ERRMEM) {
    host.budget.memory_is_spent();
  }
  if (status != LUA_OK) {
    lua_error(state);
  }
}

}  // namespace helium::lua
