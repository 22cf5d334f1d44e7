// Generated SQL, read: statements to load, and behind their rows the code to apply and to reverse.
#include <algorithm>
#include <iterator>
#include <optional>

#include "folder/fit.h"
#include "folder/folder.h"
#include "folder/leftovers.h"
#include "folder/rows.h"
#include "folder/source.h"
#include "helium/error.h"
#include "sql/delimited.h"
#include "sql/shape.h"
#include "sql/split.h"

namespace helium::folder {
namespace {

constexpr std::string_view query_delimiter = "-- QUERY DELIMITER";
constexpr std::string_view subquery_delimiter = "-- SUBQUERY DELIMITER";

struct Piece {
  std::string_view text;
  std::size_t part = 0;
};

std::vector<Piece> pieces_of(std::string_view text, std::string_view delimiter,
                             const Lexicon& lexicon) {
  std::vector<Piece> pieces;
  const auto parts = sql::parts_of(text, delimiter, lexicon);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = text.substr(parts[i].offset, parts[i].length);
    for (const sql::Piece& piece : sql::split(part, lexicon)) {
      pieces.push_back({part.substr(piece.offset, piece.length), i});
    }
  }
  return pieces;
}

void append(Findings& all, Findings more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

class Expanding {
 public:
  Expanding(const Migration& migration, const expand::Setting& setting)
      : migration_(migration), setting_(setting), author_(migration.path, migration.text) {}

  Sections run() {
    Generated made = generated(migration_, setting_);
    sections_.design = migration_.design;
    sections_.number = migration_.number;
    sections_.table = made.table;
    sections_.transaction = TransactionWish::best;
    for (const std::string& text : made.templates) {
      const auto* literal = author_.literals.find(text, from_);
      places_.emplace_back(author_, literal);
      from_ = literal == nullptr ? from_ : literal->begin + 1;
    }
    try {
      load(made.text);
    } catch (const Error& error) {
      if (!error.where().file.empty()) {
        throw;
      }
      // The place is one of the generated text, which nobody sees.
      throw error.at({.file = migration_.path}).noting("helium expand shows the generated text");
    }
    announce(made.environment);
    sections_.generated = std::move(made.text);
    return std::move(sections_);
  }

 private:
  const Lexicon& lexicon() const { return setting_.dialect->lexicon; }

  [[nodiscard]] EntryPlace place(std::size_t entry) const {
    return entry < places_.size() ? places_[entry] : EntryPlace(author_, nullptr);
  }

  void load(std::string_view text) {
    for (const Piece& piece : pieces_of(text, query_delimiter, lexicon())) {
      check_names(piece.text);
      const EntryPlace where = place(piece.part);
      take_rows(piece.text, where);
      add(sections_.load, piece.text, where.entry());
    }
  }

  void add(std::vector<Statement>& statements, std::string_view text, const Span& where) {
    Statement statement;
    statement.text = std::string(text);
    statement.span = where;
    statement.shape = sql::shape_of(text, lexicon());
    Fitted made = fitted(std::move(statement), *setting_.dialect);
    append(sections_.findings, std::move(made.findings));
    if (made.statement) {
      statements.push_back(std::move(*made.statement));
    }
  }

  void take_rows(std::string_view text, const EntryPlace& where) {
    for (const QueryRow& row : rows_of(text, lexicon())) {
      if (row.is(RowType::diagram) && row.collection) {
        sections_.diagram.push_back(
            {mended_json(*row.collection), row.name.value_or(""), where.entry()});
      } else if (row.is(RowType::reverse)) {
        sections_.has_reverse = true;
        take_code(sections_.reverse, row, where);
      } else if (row.is(RowType::forward) || row.is(RowType::applied)) {
        take_code(sections_.forward, row, where);
        sections_.applied_by_load = row.is(RowType::applied);
      }
    }
  }

  void take_code(std::vector<Statement>& statements, const QueryRow& row, const EntryPlace& where) {
    const std::string text = row.code.value_or("");
    for (const Piece& piece : pieces_of(text, subquery_delimiter, lexicon())) {
      check_names(piece.text);
      add(statements, piece.text, where.part(piece.part));
    }
  }

  // A name without a value stays in the text. In SQL that is a mistake; in a sealed text it may be
  // what its author meant.
  void check_names(std::string_view sql) {
    const Leftovers left = leftovers_of(sql, lexicon());
    for (const std::string& name : left.in_sql) {
      if (name.front() == '{') {
        tell("macro_typo", Severity::error, name,
             name + " is no macro: the dollar sign stands before the brace",
             "write $" + std::string("{") + name.substr(2));
      } else if (setting_.keep_undefined) {
        tell("macro", Severity::warning, name, name + " has no value: it stays in the SQL as it is",
             "");
      } else {
        throw author_.source.placed(
            Error(Fault::macro, name + " has no value: no macro and no environment variable that "
                                       "may be read has this name")
                .hinting("set it, and name it under `environment` in helium.toml; or "
                         "undefined_macros = \"keep\""),
            first_place(author_, name));
      }
    }
    for (const std::string& name : left.sealed) {
      tell("sealed_macro", Severity::info, name,
           name + " stands in a sealed text and has no value: it is stored as it is", "");
    }
  }

  void tell(const char* rule, Severity severity, const std::string& name, std::string message,
            std::string hint) {
    Finding finding{.rule = rule,
                    .severity = severity,
                    .where = first_place(author_, name),
                    .message = std::move(message),
                    .hint = std::move(hint),
                    .source_line = {}};
    finding.source_line = author_.source.line(finding.where.line);
    const bool known = std::any_of(
        sections_.findings.begin(), sections_.findings.end(), [&](const Finding& other) {
          return other.rule == finding.rule && other.message == finding.message;
        });
    if (!known) {
      sections_.findings.push_back(std::move(finding));
    }
  }

  void announce(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      tell(
          "environment_stored", Severity::info, "${" + name + "}",
          "the value of " + name + " comes from the environment and is stored in the queries table",
          "");
    }
  }

  const Migration& migration_;
  const expand::Setting& setting_;
  expand::Author author_;
  std::vector<EntryPlace> places_;
  std::uint64_t from_ = 0;
  Sections sections_;
};

}  // namespace

Sections sections(const Migration& migration, const expand::Setting& setting) {
  return Expanding(migration, setting).run();
}

Texts texts_of(std::string_view generated, std::int64_t number, const Lexicon& lexicon) {
  Texts texts;
  for (const Piece& piece : pieces_of(generated, query_delimiter, lexicon)) {
    for (const QueryRow& row : rows_of(piece.text, lexicon)) {
      const bool forward = row.is(RowType::forward) || row.is(RowType::applied);
      if (row.ref == number && (forward || row.is(RowType::reverse))) {
        (forward ? texts.forward : texts.reverse) = row.code.value_or("");
      }
    }
  }
  return texts;
}

Code code(std::string_view text, const std::string& file, const Dialect& dialect) {
  Code result;
  for (const Piece& piece : pieces_of(text, subquery_delimiter, dialect.lexicon)) {
    Statement statement;
    statement.text = std::string(piece.text);
    statement.span.file = file;
    statement.shape = sql::shape_of(piece.text, dialect.lexicon);
    Fitted made = fitted(std::move(statement), dialect);
    append(result.findings, std::move(made.findings));
    if (made.statement) {
      result.statements.push_back(std::move(*made.statement));
    }
  }
  return result;
}

}  // namespace helium::folder
