// What waits for an undo.
#include "base/text.h"
#include "show/json_parts.h"
#include "show/show.h"

namespace helium::show {
namespace {

const char* word(Stash::Kind kind) noexcept {
  switch (kind) {
    case Stash::Kind::table:
      return "table";
    case Stash::Kind::rows:
      return "rows";
    case Stash::Kind::sequence:
      return "sequence";
  }
  return "rows";
}

// "table note", "sequence s", "rows of person (id, fax)"
std::string holding(const Stash& stash) {
  const std::string of = stash.of.empty() ? "?" : stash.of;
  return stash.kind == Stash::Kind::rows
             ? "rows of " + of + " (" + base::joined(stash.columns, ", ") + ")"
             : std::string(word(stash.kind)) + " " + of;
}

std::string counted(const Stash& stash) {
  return stash.kind == Stash::Kind::sequence ? "" : std::to_string(stash.rows);
}

}  // namespace

std::string text(const std::vector<Stash>& stashes) {
  std::vector<Row> rows = {{"stash", "of", "holds", "rows", "bytes", "since"}};
  for (const Stash& stash : stashes) {
    rows.push_back({stash.name, owner_of(stash), holding(stash), counted(stash),
                    stash.bytes ? bytes_text(*stash.bytes) : "", stash.since});
  }
  return stashes.empty() ? "no stash\n" : table(rows) + total_text(stashes) + "\n";
}

std::string json(const std::vector<Stash>& stashes) {
  Json list = Json::array();
  std::uint64_t bytes = 0;
  for (const Stash& stash : stashes) {
    bytes += stash.bytes.value_or(0);
    list.push_back({{"name", stash.name},
                    {"kind", word(stash.kind)},
                    {"of", stash.of},
                    {"columns", stash.columns},
                    {"design", stash.design},
                    {"number", stash.number},
                    {"state", stash.design.empty() ? "" : name_of(stash.state)},
                    {"since", stash.since},
                    {"rows", stash.rows},
                    {"bytes", stash.bytes ? Json(*stash.bytes) : Json(nullptr)}});
  }
  return document({{"version", 1}, {"stashes", list}, {"bytes", bytes}});
}

std::string text(const StashScript& stashes) {
  std::string comments;
  for (const Stash& stash : stashes.stashes) {
    comments += "-- " + base::printable(stash.name) + ": " + base::printable(holding(stash)) +
                ", " + std::to_string(stash.rows) + " rows, of " +
                base::printable(owner_of(stash)) + " since " + base::printable(stash.since) + "\n";
  }
  return comments + script(stashes.statements, stashes.dialect);
}

}  // namespace helium::show
