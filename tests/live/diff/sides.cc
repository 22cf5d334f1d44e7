#include "live/diff/sides.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "dialect/dialect.h"
#include "sql/split.h"
#include "support/places.h"

namespace helium::test {
namespace {

std::vector<Pair> read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Pair> pairs;
  std::string line;
  std::string part;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.rfind("=== ", 0) == 0) {
      pairs.emplace_back();
      pairs.back().title = line.substr(4);
      pairs.back().place = path.string() + ":" + std::to_string(number);
      part = "current";
    } else if (line.rfind("--- ", 0) == 0) {
      part = line.substr(4);
      pairs.back().one_way = pairs.back().one_way || part == "one way";
    } else if (part == "current") {
      pairs.back().current += line + "\n";
    } else if (part == "desired") {
      pairs.back().desired += line + "\n";
    } else if (part == "notes") {
      pairs.back().notes.push_back(line);
    } else if (part == "renames" && line.find('=') != std::string::npos) {
      pairs.back().renames[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
    }
  }
  return pairs;
}

std::string shell(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) {
    throw std::runtime_error("cannot run " + command);
  }
  std::string text;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    text.append(buffer.data(), got);
  }
  if (::pclose(pipe) != 0) {
    throw std::runtime_error(command + " failed");
  }
  return text;
}

}  // namespace

// Two tables that say the same in another order of keys are the same.
std::string sorted(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::string kept(base::trimmed(line));
    while (!kept.empty() && kept.back() == ',') {
      kept.pop_back();
    }
    // pg_dump guards its text with a random word: \restrict.
    if (!kept.empty() && kept.front() != '\\' && kept.rfind("--", 0) != 0) {
      lines.push_back(kept);
    }
  }
  std::sort(lines.begin(), lines.end());
  return base::joined(lines, "\n");
}

diff::Renames Pair::renames_back() const {
  diff::Renames back;
  for (const auto& [from, to] : renames) {
    const auto dot = from.find('.');
    if (dot == std::string::npos) {
      back[to] = from;
    } else {
      back[from.substr(0, dot + 1) + to] = from.substr(dot + 1);
    }
  }
  return back;
}

std::vector<Pair> pairs_of(const std::string& dialect) {
  std::vector<std::string> folders = {dialect};
  if (dialect == "mysql") {
    folders.insert(folders.begin(), "mariadb");
  }
  std::vector<Pair> pairs;
  for (const std::string& folder : folders) {
    const std::filesystem::path root = test::source_folder() + "/tests/diff/" + folder;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
      const bool for_maria = entry.path().stem().string().rfind("mariadb", 0) == 0;
      if (entry.path().extension() == ".pairs" && !(for_maria && dialect == "mysql")) {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      const auto more = read(file);
      pairs.insert(pairs.end(), more.begin(), more.end());
    }
  }
  return pairs;
}

Side::Side(const LiveServer& server)
    : place_(server),
      session_(place_.open({.create = true})),
      dialect_(dialect::read(session_->server().dialect)) {}

void Side::load(const std::string& text) {
  sql::Splitter splitter(text, dialect_.lexicon);
  while (const auto piece = splitter.next()) {
    run(*session_, text.substr(piece->offset, piece->length));
  }
}

Schema Side::inspect() {
  return catalog::inspect(*session_, dialect_, {place_.name(), "helium_"});
}

std::string Side::text() {
  const Schema schema = inspect();
  Schema nothing;
  nothing.dialect = schema.dialect;
  std::string text;
  for (const auto& one : ddl::render(diff::compare(nothing, schema).changes, nothing, dialect_)) {
    text += one.text + ";\n";
  }
  return text;
}

std::string Side::apply(const Changes& changes, const Schema& before) {
  std::string text;
  for (const auto& one : ddl::render(changes, before, dialect_)) {
    text += one.text + ";\n";
    try {
      run(*session_, one.text);
    } catch (const std::exception& error) {
      throw std::runtime_error(std::string(error.what()) + "\nin:\n" + text);
    }
  }
  return text;
}

std::string Side::words() {
  return dialect_.name == "sqlite"       ? sqlite_words()
         : dialect_.name == "postgresql" ? postgresql_words()
                                         : mysql_words();
}

std::string Side::postgresql_words() {
  std::string text =
      shell("pg_dump -s -O -n " + place_.name() + " '" + place_.server().url + "' 2>/dev/null");
  return sorted(base::replaced(text, place_.name(), "place"));
}

std::string Side::mysql_words() {
  std::string text;
  const auto tables = session_->ask({"SHOW FULL TABLES", {}});
  for (const auto& row : tables.rows) {
    const std::string name = row.at(0).value_or("");
    const std::string type = row.at(1).value_or("");
    const std::string kind = type == "VIEW" || type == "SEQUENCE" ? type : "TABLE";
    const auto made = session_->ask({"SHOW CREATE " + kind + " `" + name + "`", {}});
    text += sorted(made.rows.at(0).at(1).value_or("")) + "\n";
  }
  const auto triggers = session_->ask({"SHOW TRIGGERS", {}});
  for (const auto& row : triggers.rows) {
    for (std::size_t i = 0; i < 5; ++i) {
      text += row.at(i).value_or("") + "|";
    }
    text += "\n";
  }
  return base::replaced(text, "`" + place_.name() + "`.", "");
}

std::string Side::sqlite_words() {
  std::string text;
  const auto objects = session_->ask(
      {"SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE "
       "'!' ORDER BY type, name",
       {}});
  const auto add = [&](const std::string& question) {
    for (const auto& row : session_->ask({question, {}}).rows) {
      for (const auto& cell : row) {
        text += cell.value_or("NULL") + "|";
      }
      text += "\n";
    }
  };
  for (const auto& row : objects.rows) {
    const std::string type = row.at(0).value_or("");
    const std::string name = base::replaced(row.at(1).value_or(""), "'", "''");
    text += type + " " + name + "\n";
    if (type == "table") {
      add("SELECT name, lower(type), \"notnull\", dflt_value, pk, hidden FROM "
          "pragma_table_xinfo('" +
          name + "')");
      add("SELECT \"table\", \"from\", \"to\", on_update, on_delete, seq FROM "
          "pragma_foreign_key_list('" +
          name + "') ORDER BY 1, 2, 6");
      add("SELECT \"unique\", origin, partial, (SELECT group_concat(coalesce(x.name, '?') || "
          "x.desc "
          "|| x.coll) FROM pragma_index_xinfo(l.name) x WHERE x.key) FROM pragma_index_list('" +
          name + "') l ORDER BY 1, 2, 3, 4");
      add("SELECT strict, wr FROM pragma_table_list('" + name + "') WHERE schema = 'main'");
    } else {
      std::string words;
      sql::Lexer lexer(*row.at(3), dialect_.lexicon);
      for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
        words += base::lower(base::replaced(std::string(lexer.text_of(token)), "\"", "")) + " ";
      }
      text += words + "\n";
    }
  }
  return text;
}

}  // namespace helium::test
