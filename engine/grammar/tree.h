// PostgreSQL's tree of a text, and small questions to its nodes. libpg_query stays in this room.
#pragma once

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "helium/span.h"

namespace helium::grammar {

using Node = PgQuery__Node;

/// A parsed text. The nodes live as long as this.
class Tree {
 public:
  /// Throws Error(design) with the place of a syntax error.
  Tree(std::string_view text, const std::string& file);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// The statements, in order.
  [[nodiscard]] std::span<PgQuery__RawStmt* const> statements() const noexcept;
  /// The place of a byte of the text.
  [[nodiscard]] Span at(std::int64_t offset) const;
  /// Where a statement begins: behind blanks and comments.
  [[nodiscard]] std::int64_t start_of(const PgQuery__RawStmt& statement) const;
  /// What was parsed.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
  std::string file_;
  PgQuery__ParseResult* result_ = nullptr;
};

/// A list of the tree.
template <typename T>
[[nodiscard]] std::span<T* const> list(T** first, std::size_t count) noexcept {
  return {first, count};
}

/// An expression, in the one form that libpg_query writes.
[[nodiscard]] std::string text_of(Node* expression);
/// A whole statement in that form.
[[nodiscard]] std::string statement_of(Node* statement);
/// The text of a String node.
[[nodiscard]] std::string word(const Node* node);
/// The texts of a list of String nodes.
[[nodiscard]] std::vector<std::string> words(std::span<Node* const> nodes);
/// The items of a List node, or the node alone.
[[nodiscard]] std::vector<Node*> items(Node* node);
/// A number that stands in an option or a type; nothing for other nodes.
[[nodiscard]] std::optional<std::int64_t> number(const Node* node);
/// The columns that an expression names.
[[nodiscard]] std::set<std::string> columns_in(const Node* expression);
/// The option of that name; nullptr when it is not there.
[[nodiscard]] PgQuery__DefElem* option(std::span<Node* const> options, std::string_view name);

}  // namespace helium::grammar
