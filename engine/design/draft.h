// The first words of a new migration, guessed from its title: an author changes a statement more
// easily than an empty page.
#pragma once

#include <string>

namespace helium::design {

struct Draft {
  std::string title;  ///< as a comment of one line
  std::string table;
  std::string forward;  ///< one statement, with ${SCHEMA}${TABLE}; later lines are indented by 0
  std::string reverse;
  std::string forward_text;  ///< "Add the column email"
  std::string reverse_text;
};

/// "create customers", "add email to customers", "drop email from customers" and "rename email to
/// mail in customers" are understood; any other title makes a table named by its words.
/// Throws Error(usage) for a title that nobody can read.
[[nodiscard]] Draft draft_of(const std::string& title);

}  // namespace helium::design
