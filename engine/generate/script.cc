#include <algorithm>
#include <set>

#include "base/text.h"
#include "ddl/ddl.h"
#include "ddl/together.h"
#include "generate/calls.h"
#include "generate/generate.h"
#include "generate/twice.h"
#include "generate/zero.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::generate {
namespace {

const Table* find(const Schema& schema, const std::string& name) {
  const auto found = std::find_if(schema.tables.begin(), schema.tables.end(),
                                  [&](const Table& table) { return table.name == name; });
  return found == schema.tables.end() ? nullptr : &*found;
}

bool fills_itself(const Column& column) {
  return column.null || column.default_value || column.identity != Column::Identity::none ||
         column.generated != Column::Generated::no ||
         column.type.find("serial") != std::string::npos;
}

bool takes_away(const Change& change) {
  return std::holds_alternative<Drop<Table>>(change.what) ||
         std::holds_alternative<Drop<Column>>(change.what);
}

// A column that was written is computed from now on: what stands in its rows goes.
bool computes(const Change& change) {
  const auto* altered = std::get_if<Alter<Column>>(&change.what);
  return altered != nullptr && altered->before.generated == Column::Generated::no &&
         altered->after.generated != Column::Generated::no;
}

// "Add the column name"
std::string words_of(const Change& change) {
  const ddl::Name name = ddl::name_of(change);
  const auto cut = name.kind.find('_');
  std::string verb = name.kind.substr(0, cut);
  verb[0] = static_cast<char>(verb[0] - 'a' + 'A');
  const std::string& object = name.object.empty() ? name.table : name.object;
  return verb + " the " + base::replaced(name.kind.substr(cut + 1), "_", " ") +
         (object.empty() ? "" : " " + object);
}

std::string words_of(const Changes& changes) {
  std::vector<std::string> words;
  for (const Change& change : changes) {
    words.push_back(words_of(change));
  }
  return base::joined(words, "; ");
}

class Writing {
 public:
  Writing(const Schema& before, const Dialect& dialect, const Wishes& wishes)
      : before_(before), now_(before), dialect_(dialect), wishes_(wishes) {}

  Script run(const Changes& changes) {
    const ddl::Together together(changes, before_);
    for (std::size_t at = 0, end = 0; at < changes.size(); at = end) {
      end = together.end(changes, at);
      const Changes group(changes.begin() + static_cast<std::ptrdiff_t>(at),
                          changes.begin() + static_cast<std::ptrdiff_t>(end));
      const Change& change = group.front();
      script_.loses_data =
          script_.loses_data || std::any_of(group.begin(), group.end(), takes_away);
      std::vector<Entry> back;
      if (group.size() > 1) {
        back = {in_one(group)};
      } else if (const auto* added = std::get_if<Add<Column>>(&change.what);
                 added != nullptr && find(before_, added->table) != nullptr &&
                 (!fills_itself(added->object) || backfill(added->table, added->object.name))) {
        std::vector<Entry> there = filled(*added, now_);
        script_.forward.insert(script_.forward.end(), there.begin(), there.end());
        back = {back_to(ddl::inverse(change))};
      } else if (const auto* dropped = std::get_if<Drop<Column>>(&change.what);
                 dropped != nullptr && !fills_itself(dropped->object)) {
        const Change inverse = ddl::inverse(change);
        (void)plain(change);
        Schema behind = now_;
        back = filled(std::get<Add<Column>>(inverse.what), behind);
      } else if (const auto* altered = std::get_if<Alter<Column>>(&change.what);
                 altered != nullptr && altered->before.null && !altered->after.null) {
        script_.forward.push_back(fill(altered->table, altered->after));
        back = {plain(change)};
      } else {
        back = {plain(change)};
      }
      script_.reverse.insert(script_.reverse.begin(), back.begin(), back.end());
    }
    for (const auto& [column, expression] : wishes_.backfills) {
      if (used_.count(column) == 0) {
        throw Error(Fault::usage, "nothing fills " + base::printable(column) +
                                      ": no column of that name is added or made NOT NULL");
      }
    }
    return std::move(script_);
  }

 private:
  [[nodiscard]] std::vector<std::string> rendered(const Changes& changes, const Schema& on) const {
    std::vector<std::string> lines;
    for (const auto& one : ddl::render(changes, on, dialect_)) {
      lines.push_back(wishes_.idempotent ? said_twice(one.text, dialect_) : one.text);
    }
    return lines;
  }

  // Where it runs is as it leaves it, behind this.
  Entry entry(const Change& change, Schema& on) const {
    Entry result{rendered({change}, on), call_of(change, {}), words_of(change), {}};
    on = ddl::fold(std::move(on), {change});
    return result;
  }

  // Forward; what takes it back is returned.
  Entry plain(const Change& change) {
    const Change inverse = ddl::inverse(change);
    script_.forward.push_back(entry(change, now_));
    if (takes_away(change)) {
      script_.forward.back().review = "the data of " + what(change) + " go with it";
    } else if (computes(change)) {
      script_.forward.back().review = "the values of " + what(change) +
                                      " go: it is computed, and down does not bring them back";
    }
    return back_to(inverse);
  }

  // No operation speaks of several changes.
  Entry in_one(const Changes& group) {
    Changes inverse;
    std::vector<std::string> gone;
    for (const Change& change : group) {
      inverse.insert(inverse.begin(), ddl::inverse(change));
      if (takes_away(change)) {
        gone.push_back(what(change));
      }
    }
    script_.forward.push_back({rendered(group, now_), {}, words_of(group), {}});
    if (!gone.empty()) {
      script_.forward.back().review = "the data of " + base::joined(gone, ", ") + " go with it";
    }
    now_ = ddl::fold(std::move(now_), group);
    return {rendered(inverse, now_), {}, words_of(inverse), {}};
  }

  // The way back of what `now_` holds already.
  [[nodiscard]] Entry back_to(const Change& inverse) const {
    return {rendered({inverse}, now_), call_of(inverse, {}), words_of(inverse), {}};
  }

  static std::string what(const Change& change) {
    const ddl::Name name = ddl::name_of(change);
    return name.table + (name.object.empty() || name.table.empty() ? "" : ".") + name.object;
  }

  [[nodiscard]] const std::string* backfill(const std::string& table, const std::string& column) {
    const auto found = wishes_.backfills.find(table + "." + column);
    if (found == wishes_.backfills.end()) {
      return nullptr;
    }
    used_.insert(found->first);
    return &found->second;
  }

  // What rows without a value get.
  std::string value_of(const std::string& table, const Column& column) {
    if (const std::string* given = backfill(table, column.name)) {
      return *given;
    }
    return column.default_value ? *column.default_value : zero_value(table, column, now_);
  }

  Entry fill(const std::string& table, const Column& column) {
    const std::string value = value_of(table, column);
    const auto quoted = [&](const std::string& name) {
      return sql::quote_identifier(name, dialect_.lexicon);
    };
    Entry result;
    result.statements = {"UPDATE " + quoted(table) + " SET " + quoted(column.name) + " = " + value +
                         " WHERE " + quoted(column.name) + " IS NULL"};
    result.call = backfill_call(table, column.name, value);
    result.description = "Fill " + column.name;
    if (backfill(table, column.name) == nullptr && !column.default_value) {
      result.review = "rows that are there get " + value + " in " + table + "." + column.name;
    }
    return result;
  }

  // Added as one that may be null, filled, made NOT NULL. As a typed operation it is one call.
  std::vector<Entry> filled(const Add<Column>& added, Schema& on) {
    Column open = added.object;
    open.null = true;
    std::vector<Entry> entries = {entry({Add<Column>{added.table, open}, {}}, on)};
    entries.push_back(fill(added.table, added.object));
    if (!added.object.null) {
      Column closed = added.object;
      open.follows.reset();
      closed.follows.reset();
      entries.push_back(entry({Alter<Column>{added.table, open, closed}, {}}, on));
      entries.back().description = "Make " + added.object.name + " NOT NULL";
    }
    entries.front().call = call_of({added, {}}, value_of(added.table, added.object));
    for (std::size_t i = 1; i < entries.size(); ++i) {
      entries[i].call.clear();
      entries[i].within_call = true;
    }
    return entries;
  }

  const Schema& before_;
  Schema now_;
  const Dialect& dialect_;
  const Wishes& wishes_;
  Script script_;
  std::set<std::string> used_;
};

}  // namespace

Script script(const Changes& changes, const Schema& before, const Dialect& dialect,
              const Wishes& wishes) {
  return Writing(before, dialect, wishes).run(changes);
}

}  // namespace helium::generate
