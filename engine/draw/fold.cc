// From what migrations say to the picture at a version.
#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>

#include "base/text.h"
#include "draw/section.h"

namespace helium::draw {
namespace {

// Names are compared as a server without quotes would: case aside.
std::vector<DiagramTable>::iterator find(std::vector<DiagramTable>& tables,
                                         const std::string& name) {
  return std::find_if(tables.begin(), tables.end(),
                      [&](const DiagramTable& table) { return base::same_word(table.name, name); });
}

// A column keeps the longest type it ever had: the layout makes room for it.
void add_widest(DiagramTable& table, const DiagramColumn& column) {
  for (auto& known : table.columns) {
    if (known.name == column.name) {
      known = known.datatype.size() < column.datatype.size() ? column : known;
      return;
    }
  }
  table.columns.push_back(column);
}

void lose(std::vector<DiagramTable>& tables, const DiagramVersion::Lost& lost) {
  const auto table = find(tables, lost.table);
  if (table == tables.end()) {
    return;
  }
  auto& columns = table->columns;
  const auto column = std::find_if(columns.begin(), columns.end(), [&](const auto& candidate) {
    return base::same_word(candidate.name, lost.column);
  });
  if (column != columns.end() && lost.renamed.empty()) {
    columns.erase(column);
  } else if (column != columns.end()) {
    column->name = lost.renamed;
  }
}

// What `*` stands for when the name fits the pattern.
std::optional<std::string> fitted(const std::string& name, const std::string& pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string::npos) {
    return name == pattern ? std::optional<std::string>("") : std::nullopt;
  }
  const std::string head = pattern.substr(0, star);
  const std::string tail = pattern.substr(star + 1);
  if (name.size() <= head.size() + tail.size() || name.rfind(head, 0) != 0 ||
      name.compare(name.size() - tail.size(), tail.size(), tail) != 0) {
    return std::nullopt;
  }
  return name.substr(head.size(), name.size() - head.size() - tail.size());
}

// "status_a27" speaks of lookup 27: the folder format's way to name a column of lookups.
bool names_a_lookup(const std::string& column) {
  const std::size_t mark = column.rfind("_a");
  return mark != std::string::npos && mark + 2 < column.size() &&
         column.find_first_not_of("0123456789", mark + 2) == std::string::npos;
}

// Finds what columns refer to.
class Relating {
 public:
  Relating(Diagram& diagram, const std::vector<DiagramNaming>& naming)
      : diagram_(diagram), naming_(naming) {
    for (const auto& table : diagram.tables) {
      tables_.emplace(base::lower(table.name), &table);
    }
  }

  void relate() {
    for (const auto& table : diagram_.tables) {
      for (const auto& column : table.columns) {
        relate(table, column);
      }
    }
  }

 private:
  void relate(const DiagramTable& table, const DiagramColumn& column) {
    using Kind = DiagramRelation::Kind;
    if (!column.references.empty()) {
      (void)add(table, column, column.references, column.lookup ? Kind::lookup : Kind::reference);
      return;
    }
    for (const auto& rule : naming_) {
      const auto star = fitted(column.name, rule.column);
      if (star && add(table, column, base::replaced(rule.references, "*", *star), Kind::naming)) {
        return;
      }
    }
    if (column.lookup && names_a_lookup(column.name)) {
      (void)add(table, column, "lookups", Kind::lookup);
    }
  }

  bool add(const DiagramTable& table, const DiagramColumn& column, const std::string& references,
           DiagramRelation::Kind kind) {
    const std::size_t dot = references.rfind('.');
    const auto found = tables_.find(base::lower(references.substr(0, dot)));
    if (found == tables_.end()) {
      return false;
    }
    const DiagramTable& target = *found->second;
    const auto referred =
        column_of(target, dot == std::string::npos ? "" : references.substr(dot + 1));
    // A naming rule that leads a key to itself says nothing.
    if (kind == DiagramRelation::Kind::naming &&
        (!referred || (&target == &table && *referred == column.name))) {
      return false;
    }
    diagram_.relations.push_back({.from_table = table.name,
                                  .from_column = column.name,
                                  .to_table = target.name,
                                  .to_column = referred.value_or(""),
                                  .kind = kind});
    return true;
  }

  // The column that is named, or the only key where none is.
  static std::optional<std::string> column_of(const DiagramTable& table, const std::string& name) {
    std::vector<std::string> fitting;
    for (const auto& column : table.columns) {
      if (name.empty() ? column.primary_key : base::same_word(column.name, name)) {
        fitting.push_back(column.name);
      }
    }
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
  }

  Diagram& diagram_;
  const std::vector<DiagramNaming>& naming_;
  std::unordered_map<std::string, const DiagramTable*> tables_;
};

}  // namespace

void fold_in(std::vector<DiagramTable>& tables, const DiagramVersion& version) {
  // A highlight is for the readers of its own version.
  for (auto& table : tables) {
    table.highlight = false;
    for (auto& column : table.columns) {
      column.highlight = false;
    }
  }
  for (const auto& lost : version.lost) {
    lose(tables, lost);
  }
  for (const auto& name : version.gone) {
    if (const auto table = find(tables, name); table != tables.end()) {
      tables.erase(table);
    }
  }
  for (const auto& described : version.described) {
    if (const auto table = find(tables, described.name); table != tables.end()) {
      *table = described;
    } else {
      tables.push_back(described);
    }
  }
}

Folding::Folding(const DiagramHistory& history) : history_(history) {}

bool Folding::next() {
  if (taken_ == history_.versions.size()) {
    return false;
  }
  take(history_.versions[taken_++]);
  return true;
}

const DiagramVersion& Folding::version() const {
  return history_.versions.at(taken_ - 1);
}

void Folding::take(const DiagramVersion& version) {
  fold_in(tables_, version);
  naming_.insert(naming_.end(), version.naming.begin(), version.naming.end());
  frame_ = version.frame.empty() ? frame_ : version.frame;
}

Diagram Folding::diagram() const {
  Diagram diagram;
  diagram.title = history_.title;
  diagram.dialect = history_.dialect;
  diagram.at = taken_ == 0 ? 0 : version().number;
  diagram.frame = frame_;
  diagram.tables = tables_;
  Relating(diagram, naming_).relate();
  return diagram;
}

Diagram at(const DiagramHistory& history, std::int64_t number) {
  DiagramHistory part{history.title, history.dialect, {}};
  for (const auto& version : history.versions) {
    if (version.number <= number) {
      part.versions.push_back(version);
    }
  }
  Folding folding(part);
  while (folding.next()) {
  }
  return folding.diagram();
}

Diagram everything(const DiagramHistory& history) {
  Diagram all;
  all.title = history.title;
  all.dialect = history.dialect;
  std::map<std::string, std::size_t> places;
  std::map<std::string, bool> known;
  Folding folding(history);
  while (folding.next()) {
    const Diagram now = folding.diagram();
    for (const auto& table : now.tables) {
      const auto [place, is_new] = places.emplace(table.name, all.tables.size());
      if (is_new) {
        all.tables.push_back(table);
        continue;
      }
      auto& whole = all.tables[place->second];
      for (const auto& column : table.columns) {
        add_widest(whole, column);
      }
    }
    for (const auto& relation : now.relations) {
      if (known.emplace(path_key(relation), true).second) {
        all.relations.push_back(relation);
      }
    }
  }
  return all;
}

}  // namespace helium::draw
