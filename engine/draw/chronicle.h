// The migrations of a target in their order: each becomes a version of the picture, and typed
// operations become words, statements and a diagram section, on the tables that the migrations
// before them told of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "draw/draw.h"
#include "draw/known.h"
#include "helium/dialect.h"

namespace helium::draw {

/// One operation for readers.
struct Told {
  std::string words;  ///< what it does; empty where the statements speak for themselves
  std::vector<std::string> statements;
  std::string remark;  ///< why there are no statements; else empty
};

/// What a migration with typed operations is under the dialect.
struct Telling {
  std::vector<Told> forward;
  std::vector<Told> reverse;  ///< empty where the reverse is written as SQL, or there is none
  std::string remark;         ///< what the statements rest on, where that is not certain
  std::string diagram;        ///< the JSON of its derived diagram section; empty: it draws nothing
};

class Chronicle {
 public:
  /// Begins before the first migration; the dialect must outlive it.
  explicit Chronicle(const Dialect& dialect, std::string title = {});

  /// The next migration. What its diagram section says of a table wins over what is derived from
  /// its operations. Throws Error(design) at an entry of the section whose JSON is wrong.
  void take(const Sections& sections, const std::string& title = {});

  /// What all of them say about the picture.
  [[nodiscard]] const DiagramHistory& history() const { return history_; }
  /// By design and number, for those with typed operations.
  using Tellings = std::map<std::pair<std::string, std::int64_t>, Telling>;
  [[nodiscard]] const Tellings& tellings() const { return tellings_; }

 private:
  DiagramVersion typed(const Sections& sections, Telling& telling);
  DiagramVersion untyped(const Sections& sections);
  void foresee(const std::vector<Statement>& statements);

  const Dialect& dialect_;
  DiagramHistory history_;
  Tellings tellings_;
  std::vector<DiagramTable> tables_;  ///< as they are drawn
  Known known_;
  bool foreseen_ = true;  ///< nothing but typed operations and data so far
};

}  // namespace helium::draw
