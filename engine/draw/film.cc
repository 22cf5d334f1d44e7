#include "draw/film.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "draw/ink.h"
#include "draw/measures.h"

namespace helium::draw {
namespace {

using Json = nlohmann::ordered_json;

// The different rows that a table ever had: a column is a new row whenever it changes.
struct Rows {
  std::vector<DiagramColumn> all;

  std::size_t place_of(const DiagramColumn& column) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& other) { return other.same_as(column); });
    if (found != all.end()) {
      return static_cast<std::size_t>(found - all.begin());
    }
    all.push_back(column);
    all.back().highlight = false;
    return all.size() - 1;
  }
};

class Filming {
 public:
  Filming(const DiagramHistory& history, const Lives& lives)
      : history_(history), lives_(lives), layout_(place(lives.everything)) {}

  Film film(const std::string& theme) {
    const std::string relations = this->relations();
    const std::string tables = this->tables();
    Json data = {{"version", 1},
                 {"size", {layout_.width, layout_.height}},
                 {"header", header_height},
                 {"row", row_height},
                 {"foot", foot_height},
                 {"versions", versions()},
                 {"tables", tables_},
                 {"relations", relations_}};
    Film film;
    film.svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"helium film\" viewBox=\"-20 -20 " +
        number(layout_.width + 40) + " " + number(layout_.height + 40) +
        "\" role=\"img\" aria-label=\"" + xml(history_.title) + "\">\n<style>\n" + theme +
        "</style>\n" + definitions() + relations + tables + "</svg>\n";
    // Inside a script element only `<` could end it.
    film.data =
        base::replaced(data.dump(-1, ' ', false, Json::error_handler_t::replace), "<", "\\u003c");
    return film;
  }

 private:
  [[nodiscard]] Json versions() const {
    Json list = Json::array();
    for (const auto& version : history_.versions) {
      list.push_back(
          {{"design", version.design}, {"number", version.number}, {"title", version.title}});
    }
    return list;
  }

  // Rows of the newest state in their places; the others wait, unseen.
  std::string table(const TableLife& life) {
    Rows rows;
    Json states = Json::array();
    std::vector<std::size_t> shown;
    for (const auto& state : life.states) {
      shown.clear();
      for (const auto& column : state.table ? state.table->columns : std::vector<DiagramColumn>{}) {
        shown.push_back(rows.place_of(column));
      }
      states.push_back({state.since, state.table ? Json(state.table->ref) : Json(nullptr), shown});
    }
    const Box& box = layout_.tables.at(life.name);
    Json names = Json::array();
    std::string text = card_of(life.newest(), box, shown.size());
    for (std::size_t i = 0; i < rows.all.size(); ++i) {
      names.push_back(rows.all[i].name);
      const auto place = std::find(shown.begin(), shown.end(), i);
      const bool seen = place != shown.end();
      const double y = header_height + static_cast<double>(place - shown.begin()) * row_height;
      text += row_of(rows.all[i], box.width, seen ? at(0, y) : " style=\"display:none\"");
    }
    tables_.push_back({{"name", life.name},
                       {"box", {box.x, box.y, box.width}},
                       {"rows", names},
                       {"states", states}});
    if (!life.alive()) {
      text.insert(3, "style=\"display:none\" ");
    }
    return text + "</g>\n";
  }

  std::string tables() {
    std::string text = "<g class=\"tables\">\n";
    for (const auto& life : lives_.tables) {
      text += table(life);
    }
    return text + "</g>\n";
  }

  [[nodiscard]] double middle(const std::string& table, const std::string& column) const {
    const auto& rows = layout_.rows.at(table);
    const auto found = std::find(rows.begin(), rows.end(), column);
    const auto row = found == rows.end() ? 0 : found - rows.begin();
    return layout_.tables.at(table).y + row_middle(static_cast<std::size_t>(row));
  }

  // Curves as the layout has them; the script moves their ends to the rows of the version.
  std::string relations() {
    std::map<std::string, bool> lined_ones;
    for (const auto& relation : lined(lives_.everything)) {
      lined_ones[path_key(relation)] = true;
    }
    std::string text = "<g class=\"relations\">\n";
    for (const auto& life : lives_.relations) {
      const auto& relation = life.relation;
      if (lined_ones.count(path_key(relation)) == 0) {
        continue;
      }
      const Ends ends{middle(relation.from_table, relation.from_column),
                      middle(relation.to_table, relation.to_column)};
      Json points = Json::array();
      for (const auto& point : curve_of(relation, layout_, ends)) {
        points.push_back({std::round(point.x * 10) / 10, std::round(point.y * 10) / 10});
      }
      relations_.push_back({{"from", {relation.from_table, relation.from_column}},
                            {"to", {relation.to_table, relation.to_column}},
                            {"there", life.there},
                            {"points", points}});
      const std::string kind = relation.kind == DiagramRelation::Kind::reference
                                   ? ""
                                   : std::string(" ") + name_of(relation.kind);
      text += "<path class=\"rel" + kind +
              "\" marker-start=\"url(#helium-single)\" marker-end=\"url(#helium-many)\"/>\n";
    }
    return text + "</g>\n";
  }

  const DiagramHistory& history_;
  const Lives& lives_;
  Layout layout_;
  Json tables_ = Json::array();
  Json relations_ = Json::array();
};

}  // namespace

Film film_of(const DiagramHistory& history, const Lives& lives, const std::string& theme) {
  return Filming(history, lives).film(theme);
}

}  // namespace helium::draw
