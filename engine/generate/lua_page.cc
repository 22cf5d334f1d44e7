#include <algorithm>
#include <regex>

#include "base/text.h"
#include "generate/calls.h"
#include "generate/pages.h"
#include "source/lua_text.h"

namespace helium::generate {
namespace {

using source::lua_string;

bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

// Its sections may call the list as they like.
bool has_operation(const std::string& text) {
  static const std::regex operation(
      "\\w:(add|alter|attach|backfill|copy|create|delete|detach|drop|grant|insert|merge|rename|"
      "replace"
      "|revoke|set|split|sql|update)(_[a-z_]+)?[ ]*[(]");
  return std::regex_search(text, operation);
}

// What the newest file does.
struct Form {
  explicit Form(const std::string& newest)
      : typed(newest.empty() || has_operation(newest)),
        lists(!typed && !has(newest, "function(") && has(newest, "forward")),
        diagram(has(newest, "diagram")),
        described(newest.empty() || has(newest, "description")),
        table_option(has(newest, "\n  table = ") || has(newest, "\n\ttable = ")),
        schema_macro(has(newest, "${SCHEMA}")),
        table_macro(has(newest, "${TABLE}")) {
    const auto body = newest.find("return {\n");
    if (body != std::string::npos) {
      const std::string line = newest.substr(body + 9, newest.find('\n', body + 9) - body - 9);
      indent = line.substr(0, line.find_first_not_of(" \t"));
    }
    indent = indent.empty() ? "  " : indent;
    const auto option = newest.find("\n" + indent + "transaction = ");
    if (option != std::string::npos) {
      transaction = newest.substr(option + 1, newest.find('\n', option + 1) - option - 1);
    }
    open = has(newest, "[==[") ? "[==[" : has(newest, "[=[") || newest.empty() ? "[=[" : "[[";
    close = base::replaced(open, "[", "]");
  }

  bool typed;         // queries:add_column(...)
  bool lists;         // forward = { ... }
  bool diagram;       // it draws what it does
  bool described;     // entries say what they do
  bool table_option;  // table = "users"
  bool schema_macro;  // ${SCHEMA} before a table
  bool table_macro;   // ${TABLE} for the table of the option
  std::string indent;
  std::string transaction;  // the option's line; empty: none
  std::string open;         // of a long string
  std::string close;
};

class LuaPage {
 public:
  LuaPage(const Sheet& sheet, const std::string& newest)
      : sheet_(sheet), form_(newest), option_(form_.table_option && !sheet.page.table.empty()) {}

  std::string run() {
    for (const std::string& line : sheet_.header) {
      put(0, line);
    }
    text_ += "\nreturn {\n";
    if (option_) {
      put(1, "table = " + lua_string(sheet_.page.table) + ",");
    }
    if (!form_.transaction.empty()) {
      text_ += form_.transaction + "\n";
    }
    text_ += option_ || !form_.transaction.empty() ? "\n" : "";
    section("forward", sheet_.script.forward);
    // What forward takes away comes back from the stash when the way back is derived from it.
    if (!form_.typed || !sheet_.script.loses_data) {
      text_ += "\n";
      section("reverse", sheet_.script.reverse);
    }
    if (form_.diagram && !form_.typed) {
      diagram();
    }
    return text_ + "}\n";
  }

 private:
  // A line, or the lines of a text, so many levels deep.
  void put(std::size_t depth, const std::string& text) {
    for (const std::string& line : lines_of(text)) {
      const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
      if (own < line.size()) {
        for (std::size_t i = 0; i < depth + own / 2; ++i) {
          text_ += form_.indent;
        }
        text_.append(own % 2, ' ').append(line, own);
      }
      text_ += "\n";
    }
  }

  void section(const std::string& name, const std::vector<Entry>& entries) {
    put(1, form_.lists ? name + " = {" : name + " = function(queries)");
    for (const Entry& entry : entries) {
      if (!entry.review.empty()) {
        put(2, "-- REVIEW: " + entry.review);
      }
      if (form_.typed) {
        typed(entry);
      } else {
        entry_of(long_string(sql_of(entry)), entry.description);
      }
    }
    put(1, form_.lists ? "}," : "end,");
  }

  void typed(const Entry& entry) {
    if (!entry.call.empty()) {
      put(2, entry.call);
    } else if (!entry.within_call) {
      put(2, "queries:sql(" + long_string(sql_of(entry)) +
                 ", { description = " + lua_string(entry.description) + " })");
    }
  }

  [[nodiscard]] std::string sql_of(const Entry& entry) const {
    std::vector<std::string> all;
    for (const std::string& statement : entry.statements) {
      all.push_back(with_macros(spelt(statement, sheet_.spelling, sheet_.dialect)));
    }
    return base::joined(all, ";\n");
  }

  // ${SCHEMA}${TABLE} where the folder writes it so: behind the words that a table stands behind.
  [[nodiscard]] std::string with_macros(std::string text) const {
    if (!form_.schema_macro) {
      return text;
    }
    for (const std::string& table : sheet_.page.tables) {
      const std::string macro =
          "${SCHEMA}" + (option_ && form_.table_macro && table == sheet_.page.table
                             ? std::string("${TABLE}")
                             : table);
      for (const char* word : {"TABLE ", " ON ", "UPDATE ", " REFERENCES "}) {
        text = base::replaced(text, base::joined({word, table, " "}, ""),
                              base::joined({word, macro, " "}, ""));
      }
    }
    return text;
  }

  [[nodiscard]] std::string long_string(const std::string& sql) const {
    if (sql.find('\n') == std::string::npos) {
      return form_.open + " " + sql + " " + form_.close;
    }
    return form_.open + "\n  " + base::replaced(sql, "\n", "\n  ") + "\n" + form_.close;
  }

  void entry_of(const std::string& sql, const std::string& description) {
    const std::size_t depth = 2;
    put(depth, form_.lists ? "{" : "table.insert(queries, {");
    put(depth + 1, "sql = " + sql + ",");
    if (form_.described) {
      put(depth + 1, "description = " + lua_string(description) + ",");
    }
    put(depth, form_.lists ? "}," : "})");
  }

  void diagram() {
    text_ += "\n";
    put(1, form_.lists ? "diagram = {" : "diagram = function(queries)");
    for (const Table& table : sheet_.page.changed) {
      entry_of(long_string(diagram_of(table, sheet_.number)), table.name);
    }
    put(1, form_.lists ? "}," : "end,");
  }

  const Sheet& sheet_;
  Form form_;
  bool option_;
  std::string text_;
};

std::string json_string(const std::string& text) {
  return "\"" + base::replaced(base::replaced(text, "\\", "\\\\"), "\"", "\\\"") + "\"";
}

}  // namespace

std::string diagram_of(const Table& table, const std::string& number) {
  const auto holds = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<std::string> columns;
  for (const Column& column : table.columns) {
    const bool primary = table.primary_key && holds(table.primary_key->columns, column.name);
    const bool unique =
        primary || std::any_of(table.uniques.begin(), table.uniques.end(), [&](const Key& key) {
          return key.columns.size() == 1 && key.columns[0] == column.name;
        });
    const auto reference =
        std::find_if(table.foreign_keys.begin(), table.foreign_keys.end(),
                     [&](const ForeignKey& key) { return holds(key.columns, column.name); });
    std::string line = "{ \"name\": " + json_string(column.name) +
                       ", \"datatype\": " + json_string(column.type) +
                       ", \"nullable\": " + (column.null ? "true" : "false") +
                       ", \"primary_key\": " + (primary ? "true" : "false") +
                       ", \"unique\": " + (unique ? "true" : "false");
    if (reference != table.foreign_keys.end()) {
      line += ", \"references\": " + json_string(reference->table);
    }
    columns.push_back(line + " }");
  }
  return "{\n  \"diagram\": [\n    {\n      \"object_type\": \"table\",\n      \"object_id\": " +
         json_string("table." + table.name) + ",\n      \"object_ref\": " + json_string(number) +
         ",\n      \"table\": [\n        " + base::joined(columns, ",\n        ") +
         "\n      ]\n    }\n  ]\n}";
}

std::string lua_page(const Sheet& sheet, const std::string& newest) {
  return LuaPage(sheet, base::normalised(newest)).run();
}

}  // namespace helium::generate
