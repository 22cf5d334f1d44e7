// The string literals of a Lua file, so that a text that came out of Lua finds its way back.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace helium::expand {

/// One string literal.
struct Literal {
  std::string value;
  std::uint64_t begin = 0;  ///< byte of the file where the content begins
  bool verbatim = true;     ///< no escapes: the value runs in step with the file
};

/// The literals of one file, found by value; and the places of `name =`.
class Literals {
 public:
  /// `plain`: the file as Lua reads it. What is no Lua any more ends the list quietly: Lua itself
  /// tells what is wrong.
  explicit Literals(std::string_view plain);

  /// The literal with this value that stands nearest at or after `from`; else the last before it;
  /// nullptr when the value was put together at run time. The same literal is given again only when
  /// no other one with this value stands on its line.
  [[nodiscard]] const Literal* find(std::string_view value, std::uint64_t from);

  /// Byte of the first `name =` at or after `from`; npos when there is none.
  [[nodiscard]] std::uint64_t key(std::string_view name, std::uint64_t from = 0) const;

 private:
  std::vector<Literal> literals_;
  std::multimap<std::string, std::uint64_t, std::less<>> keys_;
  std::multimap<std::string_view, std::size_t> by_value_;
  std::uint64_t last_from_ = 0;
  const Literal* last_ = nullptr;
  std::string plain_;
};

}  // namespace helium::expand
