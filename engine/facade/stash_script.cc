// Stashes as a script: tables of values, for whoever wants them without an undo.
#include <utility>

#include "base/text.h"
#include "ddl/ddl.h"
#include "facade/inside.h"
#include "facade/stash.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium {
namespace {

// What one INSERT may be: servers refuse a packet or a list that is too long.
constexpr std::size_t most_rows = 100;
constexpr std::size_t most_bytes = 256UL * 1024;

// How a value of this type is written so that it is read again as the same: the key of the text.
std::string literal_key(const std::string& type, const Texts& texts) {
  const std::string word = base::lower(type);
  const auto has = [&](std::string_view part) { return word.find(part) != std::string::npos; };
  const bool bytes = has("blob") || has("binary") || has("geometry") || has("point") ||
                     has("linestring") || has("polygon") || has("vector");
  const std::string key = bytes                         ? "literal_bytes"
                          : word.rfind("bit", 0) == 0   ? "literal_bit"
                          : word.rfind("float", 0) == 0 ? "literal_float"
                                                        : "literal";
  return texts.count(key) != 0 ? key : "literal";
}

// Columns of plain values: what computed them, and what checked them, is not there to do it again.
Table plain(const Table& table) {
  Table result;
  result.name = table.name;
  for (const Column& column : table.columns) {
    result.columns.push_back({.name = column.name, .type = column.type});
  }
  return result;
}

class Scripting {
 public:
  Scripting(facade::Work& work, const TakeScript& take)
      : work_(work), dialect_(work.dialect()), take_(take) {}

  void table(const Table& table) {
    make({Add<Table>{"", plain(table)}, {}});
    std::vector<std::string> names;
    std::vector<std::string> values;
    for (const Column& column : table.columns) {
      names.push_back(sql::quote_identifier(column.name, dialect_.lexicon));
      const Texts& texts = dialect_.catalog;
      values.push_back(
          base::replaced(texts.at(literal_key(column.type, texts)), "{column}", names.back()));
    }
    const std::string name = sql::quote_identifier(table.name, dialect_.lexicon);
    refuse_hidden(table.name, name);
    const std::string start = "INSERT INTO " + name + " (" + base::joined(names, ", ") + ") VALUES";
    std::string rows;
    std::size_t count = 0;
    work_.session().each("SELECT " + base::joined(values, ", ") + " FROM " + name,
                         [&](session::Cells&& cells) {
                           rows += (rows.empty() ? "\n(" : ",\n(") + row(cells) + ")";
                           if (++count == most_rows || rows.size() > most_bytes) {
                             give(start + std::exchange(rows, {}));
                             count = 0;
                           }
                         });
    if (!rows.empty()) {
      give(start + rows);
    }
  }

  void sequence(const Sequence& sequence) { make({Add<Sequence>{"", sequence}, {}}); }

 private:
  // A table that was put aside has its policies still.
  void refuse_hidden(const std::string& table, const std::string& name) {
    if (dialect_.name != "postgresql") {
      return;
    }
    const std::string asked =
        "SELECT 1 WHERE row_security_active(" + sql::quote_literal(name, dialect_.lexicon) + ")";
    if (!work_.session().ask({asked, {}}).rows.empty()) {
      throw Error(Fault::refused, "row level security may hide rows of " + base::printable(table) +
                                      " from who writes them out")
          .hinting("do it as a role with BYPASSRLS");
    }
  }

  static std::string row(const session::Cells& cells) {
    std::string text;
    for (const auto& cell : cells) {
      text += (text.empty() ? "" : ", ") + cell.value_or("NULL");
    }
    return text;
  }

  void make(const Change& change) {
    Schema nothing;
    nothing.dialect = dialect_.name;
    for (const ddl::Rendered& one : ddl::render({change}, nothing, dialect_)) {
      give(one.text);
    }
  }

  void give(const std::string& statement) {
    take_({.dialect = dialect_.name, .stashes = {}, .statements = {statement}});
  }

  facade::Work& work_;
  const Dialect& dialect_;
  const TakeScript& take_;
};

}  // namespace

void Engine::stash_script(const std::string& name, const TakeScript& take) {
  const auto work = inside_->begin();
  if (!work->connect_for_reading()) {
    throw Error(Fault::missing, "there is no database yet").hinting("helium up makes it");
  }
  StashScript first;
  first.stashes = facade::stashes(*work, work->read_ledger(), {.names = {name}});
  first.dialect = work->dialect().name;
  const Texts& texts = work->dialect().catalog;
  if (texts.count("literal") == 0) {
    throw Error(Fault::unsupported, first.dialect + ": its own tools write rows to a file")
        .hinting("EXPORT TO FILE OF DEL SELECT * FROM \"" + first.stashes[0].name + "\"");
  }
  if (const auto begin = texts.find("literals_begin"); begin != texts.end()) {
    first.statements.push_back(begin->second);
  }
  const plan::Live live = work->live();
  take(first);
  Scripting scripting(*work, take);
  for (const Stash& stash : first.stashes) {
    for (const Table& table : live.stashes.tables) {
      if (table.name == stash.name) {
        scripting.table(table);
      }
    }
    for (const Sequence& sequence : live.stashes.sequences) {
      if (sequence.name == stash.name) {
        scripting.sequence(sequence);
      }
    }
  }
}

}  // namespace helium
