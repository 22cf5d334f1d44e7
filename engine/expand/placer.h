// Puts text from outside into a text so that it stays data, whatever it holds.
//
// What comes from the environment, the target or a tenant's name is not written by the author. The
// lexer tells what stands at the place: inside a string literal the value is escaped as literal
// content, inside a quoted identifier as identifier content, inside a dollar quote the quoted text
// is lexed in turn; bare it must be a plain identifier or a number. Anything else is refused. So
// the tokens of the result are the same for every value.
#pragma once

#include <string>
#include <string_view>

#include "helium/dialect.h"

namespace helium::expand {

/// One value from outside on its way into a text.
struct Outside {
  std::string_view name;    ///< of the macro
  std::string_view value;   ///< as it came
  std::string_view before;  ///< the text so far, at least from a place where every token had ended
  char next = 0;            ///< the byte that will follow; 0: the end, or more data
};

/// A value as it has to stand in the text.
struct Placed {
  std::string text;
  bool fresh = false;  ///< every token had ended in front of it: `before` may begin here next time
};

/// The schema as it is written before a table: `shop.`, `"my shop".`, or nothing for none.
[[nodiscard]] std::string schema_prefix(std::string_view schema, const Dialect& dialect);

class Placer {
 public:
  /// What the text is: trusted callers' own (values go in as they are), SQL, or JSON.
  enum class Kind { as_is, sql, json };

  Placer() = default;
  Placer(Kind kind, const Dialect& dialect) : kind_(kind), dialect_(&dialect) {}

  /// The value as it has to stand there. Throws Error(macro) without a place.
  [[nodiscard]] Placed placed(const Outside& outside) const;

 private:
  Kind kind_ = Kind::as_is;
  const Dialect* dialect_ = nullptr;
};

}  // namespace helium::expand
