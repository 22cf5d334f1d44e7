#include "generate/checkpoint.h"

#include <algorithm>

#include "base/text.h"
#include "design/checkpoint.h"
#include "source/lua_text.h"

namespace helium::generate {
namespace {

// The text with no macro in it: what looks like one has its dollars said by a macro.
std::string without_macros(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of('$', at), text.size());
    const bool opens = end > at && end < text.size() && text[end] == '{';
    for (std::size_t i = at; i < end; ++i) {
      result += opens ? "${DOLLAR}" : "$";
    }
    const std::size_t next = std::min(text.find('$', end), text.size());
    result.append(text, end, next - end);
    at = next;
  }
  return result;
}

// A Lua text that is the statement byte for byte, behind the macros too. Long strings change line
// ends and lose a first one.
std::string quoted(const std::string& statement, const std::string& schema) {
  const std::string text = with_schema(without_macros(statement), schema, "${SCHEMA}");
  if (text.find('\r') != std::string::npos || text.rfind('\n', 0) == 0) {
    return source::lua_string(text);
  }
  std::string level = "=";
  while (text.find("]" + level) != std::string::npos) {
    level += '=';
  }
  return "[" + level + "[" + text + "]" + level + "]";
}

std::string body(const std::map<std::string, Folded>& dialects) {
  std::string text =
      "\nreturn {\n"
      "  macros = { DOLLAR = \"$\" },\n\n"
      "  forward = function(queries)\n"
      "    local statements = {\n";
  for (const auto& [dialect, folded] : dialects) {
    text += "      " + dialect + " = {\n";
    for (const std::string& statement : folded.statements) {
      text += "        " + quoted(statement, folded.schema) + ",\n";
    }
    text += "      },\n";
  }
  return text +
         "    }\n"
         "    for _, sql in ipairs(statements[engine]) do\n"
         "      table.insert(queries, { sql = sql })\n"
         "    end\n"
         "  end,\n"
         "}\n";
}

}  // namespace

std::string with_schema(std::string text, const std::string& schema, std::string_view word) {
  if (schema.empty()) {
    return text;
  }
  for (const char* quote : {"`", "\"", ""}) {
    text = base::replaced(std::move(text), base::joined({quote, schema, quote, "."}, ""), word);
  }
  return text;
}

std::string checkpoint_page(const Checkpoint& checkpoint,
                            const std::map<std::string, Folded>& dialects,
                            const std::string& date) {
  const auto named = [&](std::int64_t number) {
    return checkpoint.design + "_" + std::to_string(number);
  };
  const std::string rest = body(dialects);
  std::string head = "-- " + named(checkpoint.number) + ".lua\n" + "-- What " +
                     named(checkpoint.folds.begin()->first) + " to " + named(checkpoint.number) +
                     " make, for databases that are empty\n"
                     "--\n"
                     "-- CHANGELOG\n"
                     "-- 1.0.0 - " +
                     date + " - Written by helium checkpoint " + std::to_string(checkpoint.number) +
                     "\n"
                     "--\n"
                     "-- helium up begins with it while the migrations below are as they were.\n";
  for (const auto& [dialect, folded] : dialects) {
    head += "-- for " + dialect + " " + folded.macros + " on " + folded.where + "\n";
  }
  for (const auto& [number, checksum] : checkpoint.folds) {
    head += "-- folds " + std::to_string(number) + " " + checksum + "\n";
  }
  head += "-- proved " + design::checkpoint_proof("\n" + rest) + "\n";
  return head + rest;
}

}  // namespace helium::generate
