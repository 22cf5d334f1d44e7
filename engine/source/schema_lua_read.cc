// A Lua file becomes a schema.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "dialect/dialect.h"
#include "expand/details.h"
#include "expand/options.h"
#include "lua/state.h"
#include "source/known_types.h"
#include "source/schema_lua.h"

namespace helium::source {
namespace {

using expand::Details;

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names = {"extensions", "enums",    "domains",
                                                 "sequences",  "tables",   "views",
                                                 "routines",   "triggers", "grants"};
  return names;
}

// The file, run. A state of its own lives no longer than its values: they are plain copies.
lua::Value returned_by(std::string_view text, const std::string& file) {
  lua::State state(LuaLimits{}, {[](std::string_view) { return std::nullopt; },
                                 [](std::string_view) { return std::nullopt; },
                                 {}});
  return state.run({file, base::normalised(text)});
}

class Reading {
 public:
  Reading(std::string_view text, const std::string& file)
      : author_(file, text), value_(returned_by(text, file)) {
    language_.expanded = [](const std::string& said) { return said; };
    language_.placed = [this](const Error& error, std::string_view key) {
      return placed(error, key);
    };
  }

  [[nodiscard]] std::string dialect() {
    const auto whole = document();
    std::string said = whole.text("dialect");
    const std::vector<std::string> names(std::begin(dialect_names), std::end(dialect_names));
    if (!said.empty() && std::find(names.begin(), names.end(), said) == names.end()) {
      whole.refuse("dialect", "unknown dialect " + base::printable(said),
                   base::did_you_mean(said, names));
    }
    return said;
  }

  Schema read(const std::string& unless_said) {
    const std::string said = dialect();
    dialect_ = dialect::read(said.empty() ? unless_said : said);
    schema_.dialect = dialect_.name;
    schema_.written = said.empty();
    // A server's own words have their names as they are.
    dialect_.traits.upper_case_names = dialect_.traits.upper_case_names && said.empty();
    language_.dialect = &dialect_;
    KnownTypes known(dialect_);
    known_ = &known;
    const auto whole = document();
    for (const std::string& kind : kinds()) {
      if (schema_.written && !whole.has(kind)) {
        schema_.silent.push_back(kind);
      }
    }
    each(whole, "extensions", "an extension", [&](const Details& one) {
      one.only({"name", "version"});
      schema_.extensions.push_back({one.needed("name"), one.text("version")});
    });
    each(whole, "enums", "an enum", [&](const Details& one) {
      one.only({"comment", "name", "values"});
      known.add(one.needed("name"));
      schema_.enums.push_back({named(one), one.names("values"), one.text("comment")});
    });
    each(whole, "domains", "a domain", [&](const Details& one) { domain(one, known); });
    each(whole, "sequences", "a sequence", [&](const Details& one) { sequence(one); });
    each(whole, "tables", "a table", [&](const Details& one) { table(one); });
    each(whole, "views", "a view", [&](const Details& one) { view(one); });
    each(whole, "routines", "a routine", [&](const Details& one) {
      one.only({"arguments", "comment", "definition", "kind", "name"});
      schema_.routines.push_back({one.has("kind") ? one.text("kind") : "function", named(one),
                                  one.text("arguments"), one.needed("definition"),
                                  one.text("comment")});
    });
    each(whole, "triggers", "a trigger", [&](const Details& one) {
      one.only({"comment", "definition", "firing", "name", "table"});
      schema_.triggers.push_back({named(one), one.name("table"), one.needed("definition"), true,
                                  one.text("firing"), one.text("comment")});
    });
    each(whole, "grants", "a grant", [&](const Details& one) {
      one.only({"column", "grantable", "kind", "object", "privilege", "revoked", "to"});
      schema_.grants.push_back({one.has("kind") ? one.text("kind") : "table", one.needed("object"),
                                one.name("column"), one.needed("to"), one.needed("privilege"),
                                one.flag("grantable"), one.flag("revoked")});
    });
    each(whole, "unknown", "what is not understood", [&](const Details& one) {
      one.only({"kind", "name"});
      schema_.unknown.push_back({one.text("kind"), one.text("name")});
    });
    in_order(schema_.tables);
    in_order(schema_.views);
    return std::move(schema_);
  }

 private:
  [[nodiscard]] Details document() const {
    if (value_.table() == nullptr) {
      throw placed(
          Error(Fault::design, "a Lua schema returns a table, not a " + std::string(value_.kind()))
              .hinting("return { tables = { { name = ..., columns = { ... } } } }"),
          "");
    }
    Details whole(value_, "the schema", language_);
    std::vector<std::string> keys = kinds();
    keys.insert(keys.end(), {"dialect", "unknown"});
    whole.only(keys);
    return whole;
  }

  // Where the object that is read now begins: its kind's list, then the names on the way to it.
  [[nodiscard]] std::uint64_t here() const {
    std::uint64_t place = kind_.empty() ? 0 : author_.literals.key(kind_);
    for (const std::string& name : path_) {
      std::uint64_t at = author_.literals.key("name", place);
      while (at != std::string::npos && !says(at, name)) {
        at = author_.literals.key("name", at + 1);
      }
      place = at == std::string::npos ? place : at;
    }
    return place == std::string::npos ? 0 : place;
  }

  // `name = "..."` stands at this byte, in either kind of quotes.
  [[nodiscard]] bool says(std::uint64_t at, const std::string& name) const {
    const std::string& text = author_.source.plain();
    const std::size_t quote =
        text.find_first_not_of(" \t\n=", at + std::string_view("name").size());
    return quote != std::string::npos && text.compare(quote + 1, name.size(), name) == 0 &&
           text.find_first_of("'\"", quote + 1 + name.size()) == quote + 1 + name.size();
  }

  // At the key of the object, else at the object's name.
  [[nodiscard]] Error placed(const Error& error, std::string_view key) const {
    const std::uint64_t begin = here();
    const std::uint64_t line = author_.source.line_start(author_.source.span(begin).line);
    const std::uint64_t place =
        key.empty() || key == "name" ? begin : author_.literals.key(key, line);
    return author_.source.placed(
        error, author_.source.span(place == std::string::npos ? begin : place, key.size()));
  }

  static std::string said_name(const Details& object) {
    const auto name = object.table().fields.find("name");
    const bool text = name != object.table().fields.end() && name->second.string() != nullptr;
    return text ? *name->second.string() : std::string();
  }

  template <typename Read>
  void each(const Details& whole, const std::string& kind, const std::string& about,
            const Read& read) {
    kind_ = kind;
    std::set<std::string> seen;
    for (const Details& one : whole.tables(kind, about)) {
      path_ = {said_name(one)};
      const bool alone = kind != "routines" && kind != "grants" && kind != "unknown";
      if (alone && !seen.insert(one.text("name") + '\n' + one.text("table")).second) {
        one.refuse("name", base::printable(one.text("name")) + " is there twice");
      }
      read(one);
    }
    path_.clear();
    kind_.clear();
  }

  [[nodiscard]] static std::string named(const Details& one) {
    return expand::name_of(one.needed("name"), one.language());
  }

  template <typename Object>
  static void in_order(std::vector<Object>& objects) {
    std::stable_sort(objects.begin(), objects.end(),
                     [](const Object& a, const Object& b) { return a.name < b.name; });
  }

  // A type that is nearly one is none.
  void check_type(const Details& object) {
    const auto type = object.table().fields.find("type");
    if (type == object.table().fields.end() || type->second.string() == nullptr) {
      return;  // said by those who read it
    }
    const std::string& said = *type->second.string();
    const std::string meant = known_->mistaken(said);
    if (!meant.empty()) {
      object.refuse("type", "unknown type " + base::printable(said),
                    "did you mean " + meant + "? A type of the server's own is written " +
                        dialect_.name + ":" + said);
    }
  }

  void table(const Details& details) {
    const std::string name = named(details);
    auto rest = std::make_shared<lua::Table>(details.table());
    rest->fields.erase("name");
    const Details held(lua::Value(std::shared_ptr<const lua::Table>(rest)),
                       "table " + base::printable(name), language_);
    held.only(expand::table_keys());
    std::set<std::string> seen;
    for (const Details& column : held.tables("columns", "a column of " + base::printable(name))) {
      path_.push_back(said_name(column));
      check_type(column);
      if (!seen.insert(column.text("name")).second) {
        column.refuse("name", base::printable(column.text("name")) + " is there twice");
      }
      path_.pop_back();
    }
    schema_.tables.push_back(expand::table_of(held, name));
  }

  void view(const Details& details) {
    details.only({"columns", "comment", "indexes", "materialized", "name", "options", "select"});
    View view;
    view.name = named(details);
    view.definition = details.needed("select");
    view.materialized = details.flag("materialized");
    for (const Details& index : details.tables("indexes", "an index of " + view.name)) {
      view.indexes.push_back(expand::index_of(index, view.name));
    }
    view.options = details.names("options");
    view.comment = details.text("comment");
    for (const Details& column : details.tables("columns", "a column of " + view.name)) {
      column.only({"comment", "name"});
      view.column_comments[named(column)] = column.needed("comment");
    }
    schema_.views.push_back(std::move(view));
  }

  void sequence(const Details& details) {
    details.only({"name", "options", "owned_by"});
    Sequence sequence;
    sequence.name = named(details);
    if (details.has("options")) {
      const auto options = details.table().fields.find("options");
      sequence.options = expand::sequence_of({options->second, "a sequence", language_});
    }
    sequence.owned_by = details.text("owned_by");
    schema_.sequences.push_back(std::move(sequence));
  }

  void domain(const Details& details, KnownTypes& known) {
    details.only({"checks", "comment", "default", "name", "null", "type"});
    check_type(details);
    Domain domain;
    domain.name = named(details);
    known.add(domain.name);
    domain.type = expand::type_of(details.needed("type"), dialect_);
    domain.null = details.flag("null", true);
    if (details.has("default")) {
      domain.default_value = details.text("default");
    }
    for (const Details& check : details.tables("checks", "a check of " + domain.name)) {
      domain.checks.push_back(expand::check_of(check, domain.name));
    }
    domain.comment = details.text("comment");
    schema_.domains.push_back(std::move(domain));
  }

  expand::Author author_;
  lua::Value value_;
  expand::Language language_;
  Dialect dialect_;
  KnownTypes* known_ = nullptr;
  std::string kind_;
  std::vector<std::string> path_;
  Schema schema_;
};

}  // namespace

std::string dialect_of_lua(std::string_view text, const std::string& file) {
  return Reading(text, file).dialect();
}

Schema schema_of_lua(std::string_view text, const std::string& file, const std::string& dialect) {
  return Reading(text, file).read(dialect);
}

}  // namespace helium::source
