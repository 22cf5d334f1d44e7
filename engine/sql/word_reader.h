// Walks over the words of a statement from left to right, as far as CREATE, ALTER, DROP and RENAME
// are alike in all dialects.
#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/words.h"

namespace helium::sql {

class WordReader {
 public:
  /// Stands before the first word.
  explicit WordReader(std::vector<Word> words) : words_(std::move(words)) {}

  /// Steps over the word when it is next.
  bool take(std::string_view word);
  /// Steps over one of the words when it is next.
  bool take_one_of(std::initializer_list<std::string_view> words);
  /// Steps over the symbol when it is next.
  bool take_symbol(char symbol);
  /// Steps over CREATE with what may stand between it and the kind of thing that is made.
  bool take_create();
  /// Steps over IF EXISTS or IF NOT EXISTS when it is next.
  void take_if_exists();
  /// The next word where it may be a name, else nullptr. Does not step.
  [[nodiscard]] const Word* name_here() const;
  /// Steps over the name of a table, IF [NOT] EXISTS and ONLY before it included. Its last part,
  /// without the schema; nullptr when there is none.
  const Word* name();

  /// Calls `part` where each part of a list begins, from here to the bracket that closes the list
  /// or to the end; what stands in brackets of its own is passed over.
  template <typename Part>
  void parts(const Part& part) {
    int depth = 0;
    for (bool begins = true; at_ < words_.size() && depth >= 0;) {
      if (begins && depth == 0) {
        part();
      }
      if (at_ == words_.size()) {
        return;
      }
      depth += words_[at_].is_symbol('(') ? 1 : words_[at_].is_symbol(')') ? -1 : 0;
      begins = words_[at_++].is_symbol(',');
    }
  }

 private:
  std::vector<Word> words_;
  std::size_t at_ = 0;
};

}  // namespace helium::sql
