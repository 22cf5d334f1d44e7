#include "facade/operations.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "dialect/dialect.h"
#include "facade/bad_input.h"
#include "facade/schema_source.h"
#include "files/files.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

// An operation and its statement: {1}, {2} and {3} are names, {rest} is SQL.
struct Form {
  std::string_view name;
  std::size_t names;
  bool rest;
  std::string_view statement;
};

constexpr Form forms[] = {
    {"create_table", 1, true, "CREATE TABLE {1} {rest}"},
    {"drop_table", 1, false, "DROP TABLE {1}"},
    {"rename_table", 2, false, "ALTER TABLE {1} RENAME TO {2}"},
    {"add_column", 2, true, "ALTER TABLE {1} ADD COLUMN {2} {rest}"},
    {"drop_column", 2, false, "ALTER TABLE {1} DROP COLUMN {2}"},
    {"rename_column", 3, false, "ALTER TABLE {1} RENAME COLUMN {2} TO {3}"},
    {"alter_column", 2, true, "ALTER TABLE {1} ALTER COLUMN {2} {rest}"},
    {"add_index", 2, true, "CREATE INDEX {2} ON {1} {rest}"},
    {"add_unique_index", 2, true, "CREATE UNIQUE INDEX {2} ON {1} {rest}"},
    {"drop_index", 2, false, "DROP INDEX {2}"},
    {"add_unique", 2, true, "ALTER TABLE {1} ADD CONSTRAINT {2} UNIQUE {rest}"},
    {"add_check", 2, true, "ALTER TABLE {1} ADD CONSTRAINT {2} CHECK {rest}"},
    {"add_foreign_key", 2, true, "ALTER TABLE {1} ADD CONSTRAINT {2} FOREIGN KEY {rest}"},
    {"drop_constraint", 2, false, "ALTER TABLE {1} DROP CONSTRAINT {2}"},
    {"create_view", 1, true, "CREATE VIEW {1} AS {rest}"},
    {"drop_view", 1, false, "DROP VIEW {1}"},
    {"sql", 0, true, "{rest}"},
};

// One of them, and where it stands: in a file, or which --op it is.
struct Said {
  std::string text;
  Span where;
  Fault fault = Fault::usage;  ///< of one that is none

  [[nodiscard]] Error at(const Error& error, std::uint64_t offset) const {
    Span place = where;
    place.column += base::position_at(text, offset).column - 1;
    return error.at(place).showing(std::string(where.column - 1, ' ') + text);
  }
  [[nodiscard]] Error wrong(const std::string& why, std::uint64_t offset) const {
    return at(Error(fault, why), offset);
  }
};

const Form& form_of(const Said& said, const std::string& name) {
  const auto* found = std::find_if(std::begin(forms), std::end(forms),
                                   [&](const Form& form) { return form.name == name; });
  if (found == std::end(forms)) {
    std::vector<std::string> names;
    for (const Form& form : forms) {
      names.emplace_back(form.name);
    }
    const std::string near = base::did_you_mean(name, names);
    throw said.wrong("there is no operation " + base::printable(name), 0)
        .hinting(near.empty() ? "there are " + base::joined(names, ", ") : near);
  }
  return *found;
}

// The next word, cut off the text.
std::string take_word(std::string_view& text) {
  text = base::trimmed(text);
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  std::string word(text.substr(0, end));
  text = base::trimmed(text.substr(end));
  return word;
}

class Operations {
 public:
  explicit Operations(const Dialect& dialect) : dialect_(dialect) {}

  void add(Said said) {
    std::string_view left = said.text;
    const std::string name = take_word(left);
    const Form& form = form_of(said, name);
    std::string statement(form.statement);
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= form.names; ++i) {
      names.push_back(take_word(left));
      if (names.back().empty()) {
        throw said.wrong(name + " needs more names", said.text.size());
      }
      statement = base::replaced(statement, "{" + std::to_string(i) + "}",
                                 sql::quote_identifier(names.back(), dialect_.lexicon));
    }
    if (form.rest == left.empty()) {
      throw said.wrong(form.rest ? "something is missing behind it" : "there is too much behind it",
                       said.text.size() - left.size());
    }
    statements_.push_back(base::replaced(statement, "{rest}", left));
    said_.push_back(std::move(said));
    if (name == "rename_table") {
      renames_.push_back(names[0] + "=" + names[1]);
    } else if (name == "rename_column") {
      renames_.push_back(names[0] + "." + names[1] + "=" + names[2]);
    }
  }

  /// One in a line; empty lines and comments are passed over.
  void add_file(const std::string& path) {
    const std::string text = base::normalised(files::read(path));
    Span where{.file = path, .line = 1, .column = 1};
    for (std::size_t from = 0; from < text.size(); ++where.line) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      const std::string_view whole = std::string_view(text).substr(from, end - from);
      const auto line = base::trimmed(whole);
      if (!line.empty() && line.substr(0, 2) != "--") {
        where.column = static_cast<std::uint32_t>(line.data() - whole.data()) + 1;
        add({std::string(line), where, Fault::design});
      }
      from = end + 1;
    }
  }

  void run(scratch::Scratch& scratch) const {
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      try {
        scratch.run({statements_[i]});
      } catch (const Error& error) {
        const auto about = meant(error.message(), said_[i].text, dialect_.lexicon);
        throw said_[i].at(bad_input(error, scratch, dialect_.lexicon), about ? about->offset : 0);
      }
    }
  }

  [[nodiscard]] const std::vector<std::string>& renames() const noexcept { return renames_; }

 private:
  const Dialect& dialect_;
  std::vector<Said> said_;
  std::vector<std::string> statements_;
  std::vector<std::string> renames_;
};

}  // namespace

Compared with_operations(const GenerateRequest& request, Grounds& grounds) {
  if (!request.between.to.empty()) {
    throw Error(Fault::usage, "--to and --op both say where to arrive").hinting("leave one out");
  }
  const Schema from = schema_of({.said = request.between.from,
                                 .dialect = request.between.dialect,
                                 .schema = request.between.schema,
                                 .designs = request.between.designs,
                                 .grounds = &grounds});
  const Dialect dialect = dialect::read(from.dialect);
  Operations operations(dialect);
  Span where{.file = "--op", .line = 1, .column = 1};
  for (const std::string& operation : request.operations) {
    operations.add({std::string(base::trimmed(operation)), where});
    ++where.line;
  }
  if (!request.operations_file.empty()) {
    operations.add_file(request.operations_file);
  }
  const auto [place, scratch] = trying(dialect, grounds, Want::schema);
  scratch->run(statements_for(from));
  Schema before = scratch->schema();
  operations.run(*scratch);
  std::vector<std::string> renames = request.between.renames;
  renames.insert(renames.end(), operations.renames().begin(), operations.renames().end());
  return compared(std::move(before), scratch->schema(), renames);
}

}  // namespace helium::facade
