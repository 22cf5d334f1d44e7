#include <algorithm>
#include <map>

#include "draw/film.h"

namespace helium::draw {
namespace {

bool same(const DiagramTable& a, const DiagramTable& b) {
  return a.ref == b.ref && a.kind == b.kind &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const auto& left, const auto& right) { return left.same_as(right); });
}

// Follows the columns of one table from state to state.
std::vector<ColumnLife> columns_of(const std::vector<TableState>& states) {
  std::vector<ColumnLife> lives;
  std::map<std::string, std::size_t> places;
  for (const auto& state : states) {
    for (auto& life : lives) {
      const bool there = state.table && state.table->column(life.column.name) != nullptr;
      if (!there && !life.gone) {
        life.gone = state.since;
      }
    }
    for (const auto& column : state.table ? state.table->columns : std::vector<DiagramColumn>{}) {
      const auto [place, is_new] = places.emplace(column.name, lives.size());
      if (is_new) {
        lives.push_back({column, state.since, state.since, std::nullopt});
        continue;
      }
      auto& life = lives[place->second];
      if (life.gone || !life.column.same_as(column)) {
        life.changed = state.since;
      }
      life.column = column;
      life.gone.reset();
    }
  }
  return lives;
}

// The newest description's columns first, in its order.
void sort_columns(TableLife& life) {
  const auto& columns = life.newest().columns;
  const auto place = [&](const ColumnLife& column) {
    return std::find_if(columns.begin(), columns.end(),
                        [&](const auto& other) { return other.name == column.column.name; });
  };
  std::stable_sort(life.columns.begin(), life.columns.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

class Following {
 public:
  explicit Following(const DiagramHistory& history) : folding_(history) {}

  Lives follow() {
    for (std::size_t version = 0; folding_.next(); ++version) {
      lives_.newest = folding_.diagram();
      tables(version);
      relations(version);
      count_ = version + 1;
    }
    for (auto& life : lives_.tables) {
      life.columns = columns_of(life.states);
      sort_columns(life);
    }
    return std::move(lives_);
  }

 private:
  void tables(std::size_t version) {
    std::map<std::string, bool> there;
    for (const auto& table : lives_.newest.tables) {
      there[table.name] = true;
      const auto [place, is_new] = tables_.emplace(table.name, lives_.tables.size());
      if (is_new) {
        lives_.tables.push_back({.name = table.name, .states = {}, .columns = {}});
      }
      auto& states = lives_.tables[place->second].states;
      if (states.empty() || !states.back().table || !same(*states.back().table, table)) {
        states.push_back({version, table});
      }
    }
    for (auto& life : lives_.tables) {
      if (life.alive() && there.count(life.name) == 0) {
        life.states.push_back({version, std::nullopt});
      }
    }
  }

  void relations(std::size_t version) {
    for (const auto& relation : lives_.newest.relations) {
      const auto [place, is_new] = relations_.emplace(path_key(relation), lives_.relations.size());
      if (is_new) {
        lives_.relations.push_back({relation, {}});
      }
      auto& there = lives_.relations[place->second].there;
      if (!there.empty() && there.back().second == version) {
        there.back().second = version + 1;
      } else {
        there.emplace_back(version, version + 1);
      }
    }
  }

  Folding folding_;
  Lives lives_;
  std::size_t count_ = 0;
  std::map<std::string, std::size_t> tables_;
  std::map<std::string, std::size_t> relations_;
};

}  // namespace

const DiagramTable& TableLife::newest() const {
  const auto last = std::find_if(states.rbegin(), states.rend(),
                                 [](const TableState& state) { return state.table.has_value(); });
  return *last->table;
}

Lives lives_of(const DiagramHistory& history) {
  Lives lives = Following(history).follow();
  lives.everything = everything(history);
  return lives;
}

}  // namespace helium::draw
