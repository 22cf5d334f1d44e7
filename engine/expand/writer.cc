#include "expand/writer.h"

#include <algorithm>

#include "base/text.h"
#include "expand/long_literals.h"
#include "sql/delimited.h"
#include "sql/shape.h"
#include "sql/split.h"

namespace helium::expand {

// Where an entry's text stands in the file: its literal, or the line that inserted it.
struct Writer::Origin {
  const Entry& entry;
  const Literal* literal = nullptr;
  [[nodiscard]] bool verbatim() const noexcept { return literal != nullptr && literal->verbatim; }
};

namespace {

constexpr std::string_view delimiter = "-- SUBQUERY DELIMITER";

// DROP_CHECK refuses by an error, by a row, or (where DO never answers rows) by a warning.
Expectation guard_expectation(const Statement& statement) {
  Expectation expect;
  expect.kind =
      statement.shape.verb == "DO" ? Expectation::Kind::no_warning : Expectation::Kind::no_rows;
  expect.refusal = "the table still holds rows: DROP_CHECK refuses to go on";
  return expect;
}

}  // namespace

Writer::Origin Writer::origin_of(const Entry& entry) {
  return {entry, author_.literals.find(entry.sql, author_.source.line_start(entry.line))};
}

Span Writer::place(const Origin& origin, std::uint64_t source) const {
  if (origin.literal == nullptr) {
    return author_.source.line_span(origin.entry.line);
  }
  return author_.source.span(origin.literal->begin + (origin.verbatim() ? source : 0));
}

Expansion Writer::expansion(const Origin& origin, Placer::Kind kind) const {
  const Vocabulary vocabulary{&setting_.macros, &local_};
  try {
    return expanded(origin.entry.sql, vocabulary, Placer(kind, *setting_.dialect));
  } catch (const Error& error) {
    throw author_.source.placed(error, place(origin, error.where().offset));
  }
}

Statement Writer::statement(const Origin& origin, const Expansion& expansion, std::uint64_t offset,
                            std::uint64_t length) const {
  Statement statement;
  statement.text = expansion.text.substr(offset, length);
  statement.description = origin.entry.description;
  statement.shape = sql::shape_of(statement.text, setting_.dialect->lexicon);
  statement.expect = origin.entry.expect;
  statement.span = place(origin, expansion.source_of(offset));
  const Stretch* first = expansion.at(offset);
  if (first != nullptr && first->guard) {
    statement.expect = guard_expectation(statement);
  }
  if (!origin.verbatim()) {
    return with_bound_literals(statement, *setting_.dialect);
  }
  const Span last = place(origin, expansion.source_of(offset + length - 1));
  statement.span.length = std::max(last.offset + 1, statement.span.offset) - statement.span.offset;
  for (const Stretch* stretch = first; stretch != nullptr; ++stretch) {
    if (stretch == expansion.stretches.data() + expansion.stretches.size() ||
        stretch->begin >= offset + length) {
      break;
    }
    const std::uint64_t begin = std::max(stretch->begin, offset);
    const Span where = place(origin, expansion.source_of(begin));
    statement.anchors.push_back({begin - offset, where.line, where.column, stretch->verbatim});
  }
  return with_bound_literals(statement, *setting_.dialect);
}

std::vector<Statement> Writer::statements(const Entry& entry) {
  const Origin origin = origin_of(entry);
  const Expansion expansion = this->expansion(origin, Placer::Kind::sql);
  std::vector<Statement> result;
  for (const sql::Part& part :
       sql::parts_of(expansion.text, delimiter, setting_.dialect->lexicon)) {
    const std::string_view text = std::string_view(expansion.text).substr(part.offset, part.length);
    try {
      for (const auto& piece : sql::split(text, setting_.dialect->lexicon)) {
        result.push_back(statement(origin, expansion, part.offset + piece.offset, piece.length));
      }
    } catch (const Error& error) {
      const std::uint64_t offset = part.offset + error.where().offset;
      throw author_.source.placed(error, place(origin, expansion.source_of(offset)));
    }
  }
  // A text of macros alone may be nothing on this dialect (REORG); one without is a mistake.
  if (result.empty() && !expansion.has_macros) {
    throw author_.source.placed(Error(Fault::design, "an entry without a statement"),
                                place(origin, 0));
  }
  return result;
}

std::string Writer::fragment(const Entry& entry) {
  return expansion(origin_of(entry), Placer::Kind::sql).text;
}

DiagramText Writer::diagram(const Entry& entry) {
  const Origin origin = origin_of(entry);
  return {expansion(origin, Placer::Kind::json).text, entry.description, place(origin, 0)};
}

}  // namespace helium::expand
