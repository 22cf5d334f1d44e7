// Random pairs of schemas: what diff writes makes one into the other and back. A failing pair tells
// its seed; HELIUM_TEST_SEED runs that one alone, HELIUM_TEST_DEPTH=deep 500 of them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "ddl/ddl.h"
#include "live/diff/sides.h"

using namespace helium;
using namespace helium::test;

namespace {

class Generator {
 public:
  Generator(unsigned seed, std::string dialect) : random_(seed), dialect_(std::move(dialect)) {}

  Schema schema() {
    Schema schema;
    schema.dialect = dialect_;
    const std::size_t tables = 1 + below(3);
    for (std::size_t i = 0; i < tables; ++i) {
      schema.tables.push_back(table("t" + std::to_string(i), i));
    }
    return schema;
  }

  // Another schema, near enough to have most things in common with the first.
  Schema changed(Schema schema) {
    for (Table& table : schema.tables) {
      while (below(3) != 0) {
        change(table);
      }
    }
    if (below(4) == 0) {
      schema.tables.push_back(table("t9", schema.tables.size()));
    }
    return schema;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  template <typename Value>
  const Value& one_of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

  struct Kind {
    std::string type;
    std::vector<std::string> defaults;
  };

  const std::vector<Kind>& kinds() const {
    static const std::vector<Kind> all = {{"integer", {"0", "7", "-1"}},
                                          {"bigint", {"0", "12345678901"}},
                                          {"varchar(20)", {"'x'", "'it''s'"}},
                                          {"varchar(80)", {"'x'", "''"}},
                                          {"decimal(10,2)", {"0.00", "1.50"}},
                                          {"date", {"'2026-01-01'"}},
                                          {"smallint", {"1"}}};
    return all;
  }

  std::string type_of(const std::string& type) const {
    return dialect_ == "sqlite" || dialect_ == "postgresql" ? type
           : type == "integer"                              ? "int"
                                                            : type;
  }

  Column column(const std::string& name) {
    const Kind& kind = one_of(kinds());
    Column column;
    column.name = name;
    column.type = type_of(kind.type);
    column.null = below(2) == 0;
    // A column that is added to rows needs a value for them.
    if (!column.null || below(3) == 0) {
      column.default_value = one_of(kind.defaults);
    }
    return column;
  }

  Table table(const std::string& name, std::size_t earlier) {
    Table table;
    table.name = name;
    Column id;
    id.name = "id";
    id.type = type_of("integer");
    id.null = false;
    table.columns.push_back(id);
    table.primary_key =
        Key{.name = dialect_ == "postgresql" ? name + "_pkey" : "", .columns = {"id"}};
    const std::size_t columns = 1 + below(5);
    for (std::size_t i = 0; i < columns; ++i) {
      table.columns.push_back(column("c" + std::to_string(i)));
    }
    if (earlier > 0 && below(2) == 0) {
      Column reference = id;
      reference.name = "ref";
      reference.null = true;
      table.columns.push_back(reference);
      ForeignKey key;
      key.name = name + "_ref";
      key.columns = {"ref"};
      key.table = "t" + std::to_string(below(earlier));
      key.referenced_columns = {"id"};
      key.on_delete = one_of<std::string>({"no action", "cascade", "set null"});
      table.foreign_keys.push_back(key);
    }
    while (below(2) == 0) {
      add_part(table);
    }
    return table;
  }

  std::string any_column(const Table& table) { return one_of(table.columns).name; }

  void add_part(Table& table) {
    const std::string name = table.name + "_p" + std::to_string(parts_++);
    const std::string column = any_column(table);
    if (const auto what = below(3); what == 0) {
      TableIndex index;
      index.name = name;
      index.parts.push_back({.text = column});
      index.unique = false;
      table.indexes.push_back(index);
    } else if (what == 1) {
      Key key{.name = name, .columns = {column}};
      if (column != "id") {
        key.columns.emplace_back("id");
      }
      table.uniques.push_back(key);
    } else {
      table.checks.push_back({.name = name, .expression = "id > " + std::to_string(below(9))});
    }
  }

  void change(Table& table) {
    switch (below(6)) {
      case 0:
        table.columns.push_back(column("n" + std::to_string(parts_++)));
        break;
      case 1:
        drop_column(table);
        break;
      case 2:
        alter_column(table);
        break;
      case 3:
        add_part(table);
        break;
      case 4:
        if (!table.indexes.empty()) {
          table.indexes.pop_back();
        }
        break;
      default:
        if (!table.checks.empty()) {
          table.checks.pop_back();
        }
    }
  }

  static bool is_used(const Table& table, const std::string& name) {
    const auto among = [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    return name == "id" || name == "ref" ||
           std::any_of(table.uniques.begin(), table.uniques.end(),
                       [&](const Key& key) { return among(key.columns); }) ||
           std::any_of(table.indexes.begin(), table.indexes.end(),
                       [&](const TableIndex& index) { return index.parts.front().text == name; });
  }

  void drop_column(Table& table) {
    const std::string name = any_column(table);
    if (!is_used(table, name)) {
      std::erase_if(table.columns, [&](const Column& one) { return one.name == name; });
    }
  }

  void alter_column(Table& table) {
    Column& column = table.columns[below(table.columns.size())];
    if (column.name == "id" || column.name == "ref") {
      return;
    }
    if (below(2) == 0) {
      column.null = !column.null;
    } else {
      column.default_value.reset();
    }
  }

  std::mt19937 random_;
  std::string dialect_;
  int parts_ = 0;
};

// A new column beside a dropped one of the same type: said to be two things.
diff::Renames answers(const diff::Difference& difference) {
  diff::Renames renames;
  for (const auto& doubt : difference.doubts) {
    renames[doubt.dropped.empty() ? doubt.table : doubt.table + "." + doubt.dropped] = "";
  }
  return renames;
}

void hold(const LiveServer& server, unsigned seed) {
  INFO("HELIUM_TEST_SEED=" << seed);
  Generator generator(seed, server.dialect);
  const Schema first = generator.schema();
  const Schema second = generator.changed(first);
  Side current(server);
  Side desired(server);
  Schema nothing;
  nothing.dialect = server.dialect;
  current.apply(diff::compare(nothing, first).changes, nothing);
  desired.apply(diff::compare(nothing, second).changes, nothing);
  const Schema from = current.inspect();
  const Schema to = desired.inspect();
  const std::string words_before = current.words();
  const auto renames = answers(diff::compare(from, to));
  INFO(current.apply(diff::compare(from, to, renames).changes, from));
  const Schema reached = current.inspect();
  CHECK(diff::compare(reached, to).changes.empty());
  CHECK(current.words() == desired.words());
  const auto back = answers(diff::compare(reached, from));
  INFO(current.apply(diff::compare(reached, from, back).changes, reached));
  CHECK(diff::compare(current.inspect(), from).changes.empty());
  CHECK(sorted(current.words()) == sorted(words_before));
}

unsigned rounds() {
  const char* depth = std::getenv("HELIUM_TEST_DEPTH");
  return depth != nullptr && std::string(depth) == "deep" ? 500 : 12;
}

}  // namespace

TEST_CASE("What diff writes for a random pair of schemas makes one into the other and back") {
  const char* alone = std::getenv("HELIUM_TEST_SEED");
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      if (alone != nullptr) {
        hold(server, static_cast<unsigned>(std::stoul(alone)));
        continue;
      }
      for (unsigned seed = 1; seed <= rounds(); ++seed) {
        hold(server, seed);
      }
    }
  }
}
