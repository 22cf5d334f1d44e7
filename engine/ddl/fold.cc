// What a change does to a Schema, and the change that takes it back.
#include <algorithm>

#include "base/text.h"
#include "ddl/ddl.h"

namespace helium::ddl {
namespace {

template <typename Object>
auto by_name(std::vector<Object>& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(),
                      [&](const Object& one) { return one.name == name; });
}

template <typename Object>
void insert_sorted(std::vector<Object>& list, const Object& object) {
  list.insert(std::upper_bound(list.begin(), list.end(), object,
                               [](const Object& a, const Object& b) { return a.name < b.name; }),
              object);
}

template <typename Object>
void replace(std::vector<Object>& list, const Object& before, const Object& after) {
  if (const auto found = by_name(list, before.name); found != list.end()) {
    *found = after;
  }
}

void rename_in(std::vector<std::string>& names, const std::string& from, const std::string& to) {
  std::replace(names.begin(), names.end(), from, to);
}

class Folding {
 public:
  explicit Folding(Schema& schema) : schema_(schema) {}

  void operator()(const Add<Extension>& what) { insert_sorted(schema_.extensions, what.object); }
  void operator()(const Drop<Extension>& what) { erase(schema_.extensions, what.object); }
  void operator()(const Add<Enum>& what) { insert_sorted(schema_.enums, what.object); }
  void operator()(const Drop<Enum>& what) { erase(schema_.enums, what.object); }
  void operator()(const Alter<Enum>& what) { replace(schema_.enums, what.before, what.after); }
  void operator()(const Rename<Enum>& what) { rename(schema_.enums, what.object.name, what.name); }
  void operator()(const Add<Domain>& what) { insert_sorted(schema_.domains, what.object); }
  void operator()(const Drop<Domain>& what) { erase(schema_.domains, what.object); }
  void operator()(const Alter<Domain>& what) { replace(schema_.domains, what.before, what.after); }
  void operator()(const Add<Sequence>& what) { insert_sorted(schema_.sequences, what.object); }
  void operator()(const Drop<Sequence>& what) { erase(schema_.sequences, what.object); }
  void operator()(const Alter<Sequence>& what) {
    replace(schema_.sequences, what.before, what.after);
  }
  void operator()(const Add<View>& what) { insert_sorted(schema_.views, what.object); }
  void operator()(const Drop<View>& what) { erase(schema_.views, what.object); }
  void operator()(const Alter<View>& what) { replace(schema_.views, what.before, what.after); }
  void operator()(const Add<Routine>& what) { insert_sorted(schema_.routines, what.object); }
  void operator()(const Drop<Routine>& what) { std::erase(schema_.routines, what.object); }
  void operator()(const Alter<Routine>& what) {
    std::replace(schema_.routines.begin(), schema_.routines.end(), what.before, what.after);
  }
  void operator()(const Add<Trigger>& what) { insert_sorted(schema_.triggers, what.object); }
  void operator()(const Drop<Trigger>& what) { std::erase(schema_.triggers, what.object); }
  void operator()(const Add<Grant>& what) { schema_.grants.push_back(what.object); }
  void operator()(const Drop<Grant>& what) { std::erase(schema_.grants, what.object); }

  void operator()(const Add<Table>& what) { insert_sorted(schema_.tables, what.object); }
  void operator()(const Drop<Table>& what) {
    erase(schema_.tables, what.object);
    std::erase_if(schema_.triggers,
                  [&](const Trigger& one) { return one.table == what.object.name; });
  }
  void operator()(const Rename<Table>& what) {
    rename(schema_.tables, what.object.name, what.name);
    for (Sequence& one : schema_.sequences) {
      if (one.owned_by.starts_with(what.object.name + ".")) {
        one.owned_by.replace(0, what.object.name.size(), what.name);
      }
    }
    for (Table& table : schema_.tables) {
      for (ForeignKey& key : table.foreign_keys) {
        if (key.schema.empty() && key.table == what.object.name) {
          key.table = what.name;
        }
      }
      if (table.partition_of == what.object.name) {
        table.partition_of = what.name;
      }
    }
    for (Trigger& trigger : schema_.triggers) {
      if (trigger.table == what.object.name) {
        trigger.table = what.name;
      }
    }
    // Those of MySQL and MariaDB go on naming what is no more.
    const bool follow = schema_.dialect != "mysql" && schema_.dialect != "mariadb";
    for (Grant& grant : schema_.grants) {
      if (follow && grant.object == what.object.name) {
        grant.object = what.name;
      }
    }
  }
  void operator()(const Alter<TableOptions>& what) {
    if (Table* table = find(what.after.name); table != nullptr) {
      table->options = what.after.options;
      table->comment = what.after.comment;
    }
  }

  void operator()(const Add<Column>& what) {
    with(what.table, [&](Table& table) {
      const auto& behind = what.object.follows;
      auto place = behind && behind->empty() ? table.columns.begin() : table.columns.end();
      if (behind && !behind->empty()) {
        const auto found = by_name(table.columns, *behind);
        place = found == table.columns.end() ? found : found + 1;
      }
      table.columns.insert(place, what.object)->follows.reset();
    });
  }
  // What stands on the column alone goes with it, as servers do.
  void operator()(const Drop<Column>& what) {
    const std::string& name = what.object.name;
    const auto names_it = [&](const std::vector<std::string>& columns) {
      return std::find(columns.begin(), columns.end(), name) != columns.end();
    };
    with(what.table, [&](Table& table) {
      erase(table.columns, what.object);
      std::erase_if(table.uniques, [&](const Key& key) { return names_it(key.columns); });
      std::erase_if(table.foreign_keys,
                    [&](const ForeignKey& key) { return names_it(key.columns); });
      std::erase_if(table.indexes, [&](const TableIndex& index) {
        return std::any_of(index.parts.begin(), index.parts.end(),
                           [&](const IndexPart& part) { return part.text == name; });
      });
    });
  }
  void operator()(const Alter<Column>& what) {
    Column after = what.after;
    after.conversion.clear();
    with(what.table, [&](Table& table) { replace(table.columns, what.before, after); });
  }
  void operator()(const Rename<Column>& what) {
    const std::string& from = what.object.name;
    with(what.table, [&](Table& table) {
      if (const auto found = by_name(table.columns, from); found != table.columns.end()) {
        found->name = what.name;
      }
      rename_in_keys(table, from, what.name);
    });
    for (Sequence& one : schema_.sequences) {
      if (one.owned_by == what.table + "." + from) {
        one.owned_by = what.table + "." + what.name;
      }
    }
    for (Table& table : schema_.tables) {
      for (ForeignKey& key : table.foreign_keys) {
        if (key.schema.empty() && key.table == what.table) {
          rename_in(key.referenced_columns, from, what.name);
        }
      }
    }
  }

  void operator()(const Add<PrimaryKey>& what) {
    with(what.table, [&](Table& table) { table.primary_key = what.object; });
  }
  void operator()(const Drop<PrimaryKey>& what) {
    with(what.table, [](Table& table) { table.primary_key.reset(); });
  }
  void operator()(const Add<Key>& what) {
    with(what.table, [&](Table& table) { insert_sorted(table.uniques, what.object); });
  }
  void operator()(const Drop<Key>& what) {
    with(what.table, [&](Table& table) { std::erase(table.uniques, what.object); });
  }
  void operator()(const Add<ForeignKey>& what) {
    with(what.table, [&](Table& table) { insert_sorted(table.foreign_keys, what.object); });
  }
  void operator()(const Drop<ForeignKey>& what) {
    with(what.table, [&](Table& table) { std::erase(table.foreign_keys, what.object); });
  }
  void operator()(const Add<Check>& what) {
    with(what.table, [&](Table& table) { insert_sorted(table.checks, what.object); });
  }
  void operator()(const Drop<Check>& what) {
    with(what.table, [&](Table& table) { std::erase(table.checks, what.object); });
  }
  void operator()(const Add<TableIndex>& what) {
    if (auto* list = indexes_of(what.table); list != nullptr) {
      insert_sorted(*list, what.object);
    }
  }
  void operator()(const Drop<TableIndex>& what) {
    if (auto* list = indexes_of(what.table); list != nullptr) {
      erase(*list, what.object);
    }
  }
  void operator()(const Rename<TableIndex>& what) {
    if (auto* list = indexes_of(what.table); list != nullptr) {
      rename(*list, what.object.name, what.name);
    }
  }

 private:
  template <typename Object>
  void erase(std::vector<Object>& list, const Object& object) {
    std::erase_if(list, [&](const Object& one) { return one.name == object.name; });
  }

  template <typename Object>
  void rename(std::vector<Object>& list, const std::string& from, const std::string& to) {
    if (const auto found = by_name(list, from); found != list.end()) {
      Object moved = *found;
      list.erase(found);
      moved.name = to;
      insert_sorted(list, moved);
    }
  }

  static void rename_in_keys(Table& table, const std::string& from, const std::string& to) {
    if (table.primary_key) {
      rename_in(table.primary_key->columns, from, to);
    }
    for (Key& key : table.uniques) {
      rename_in(key.columns, from, to);
    }
    for (ForeignKey& key : table.foreign_keys) {
      rename_in(key.columns, from, to);
    }
    for (TableIndex& index : table.indexes) {
      rename_in(index.include, from, to);
      for (IndexPart& part : index.parts) {
        if (!part.expression && part.text == from) {
          part.text = to;
        }
      }
    }
  }

  Table* find(const std::string& name) {
    const auto found = by_name(schema_.tables, name);
    return found == schema_.tables.end() ? nullptr : &*found;
  }

  template <typename Act>
  void with(const std::string& name, const Act& act) {
    if (Table* table = find(name); table != nullptr) {
      act(*table);
    }
  }

  std::vector<TableIndex>* indexes_of(const std::string& name) {
    if (Table* table = find(name); table != nullptr) {
      return &table->indexes;
    }
    const auto view = by_name(schema_.views, name);
    return view == schema_.views.end() ? nullptr : &view->indexes;
  }

  Schema& schema_;
};

class Inverting {
 public:
  template <typename Object>
  ChangeKind operator()(const Add<Object>& what) const {
    return Drop<Object>{what.table, what.object};
  }
  template <typename Object>
  ChangeKind operator()(const Drop<Object>& what) const {
    return Add<Object>{what.table, what.object};
  }
  template <typename Object>
  ChangeKind operator()(const Alter<Object>& what) const {
    return Alter<Object>{what.table, what.after, what.before};
  }
  template <typename Object>
  ChangeKind operator()(const Rename<Object>& what) const {
    Object renamed = what.object;
    renamed.name = what.name;
    return Rename<Object>{what.table, std::move(renamed), what.object.name};
  }
};

const char* word(const Extension*) {
  return "extension";
}
const char* word(const Enum*) {
  return "enum";
}
const char* word(const Domain*) {
  return "domain";
}
const char* word(const Sequence*) {
  return "sequence";
}
const char* word(const Table*) {
  return "table";
}
const char* word(const TableOptions*) {
  return "table";
}
const char* word(const Column*) {
  return "column";
}
const char* word(const PrimaryKey*) {
  return "primary_key";
}
const char* word(const Key*) {
  return "unique";
}
const char* word(const ForeignKey*) {
  return "foreign_key";
}
const char* word(const Check*) {
  return "check";
}
const char* word(const TableIndex*) {
  return "index";
}
const char* word(const View*) {
  return "view";
}
const char* word(const Routine*) {
  return "routine";
}
const char* word(const Trigger*) {
  return "trigger";
}
const char* word(const Grant* grant) {
  return grant->revoked ? "revocation" : "grant";
}

std::string object_name(const Grant& grant) {
  return grant.privilege + " on " + grant.object + (grant.revoked ? " from " : " to ") +
         grant.grantee;
}
template <typename Object>
std::string object_name(const Object& object) {
  return object.name;
}

class Naming {
 public:
  template <typename Object>
  Name operator()(const Add<Object>& what) const {
    return made("add_", "create_", what.table, what.object);
  }
  template <typename Object>
  Name operator()(const Drop<Object>& what) const {
    return made("drop_", "drop_", what.table, what.object);
  }
  template <typename Object>
  Name operator()(const Alter<Object>& what) const {
    return made("alter_", "alter_", what.table, what.after);
  }
  template <typename Object>
  Name operator()(const Rename<Object>& what) const {
    return made("rename_", "rename_", what.table, what.object);
  }

 private:
  // What stands in a table is added to it; what stands alone is created.
  template <typename Object>
  static Name made(const char* inside, const char* alone, const std::string& table,
                   const Object& object) {
    const std::string kind = (table.empty() ? alone : inside) + std::string(word(&object));
    if constexpr (std::is_same_v<Object, Table> || std::is_same_v<Object, TableOptions>) {
      return {kind, object.name, ""};
    } else {
      return {kind, table, object_name(object)};
    }
  }
};

}  // namespace

Schema fold(Schema schema, const Changes& changes) {
  for (const Change& change : changes) {
    std::visit(Folding(schema), change.what);
  }
  return schema;
}

Change inverse(const Change& change) {
  return {std::visit([](const auto& what) -> ChangeKind { return Inverting()(what); }, change.what),
          change.span};
}

Name name_of(const Change& change) {
  return std::visit([](const auto& what) { return Naming()(what); }, change.what);
}

}  // namespace helium::ddl
