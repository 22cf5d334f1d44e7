#include "draw/chronicle.h"

#include <algorithm>

#include "ddl/carry.h"
#include "ddl/words.h"
#include "draw/derive.h"
#include "draw/section.h"
#include "draw/takings.h"
#include "helium/error.h"

namespace helium::draw {
namespace {

constexpr const char* uncertain =
    "SQL text that stands before this changes the schema too. What it leaves is known here as far "
    "as diagrams tell it: helium plan shows the statements that a database gets.";

bool changes_schema(const Statement& statement) {
  return statement.shape.kind == Shape::Kind::ddl || statement.shape.kind == Shape::Kind::other;
}

std::vector<std::string> texts_of(const std::vector<Statement>& statements) {
  std::vector<std::string> texts;
  texts.reserve(statements.size());
  for (const Statement& statement : statements) {
    texts.push_back(statement.text);
  }
  return texts;
}

// The session itself sees to the foreign keys of a rebuild.
std::vector<std::string> texts_of(const std::vector<ddl::Rendered>& steps) {
  std::vector<std::string> texts;
  for (const ddl::Rendered& step : steps) {
    if (!step.rebuilds || !step.outside) {
      texts.push_back(step.text);
    }
  }
  return texts;
}

std::string words_of(const Operation& operation) {
  const std::string words = ddl::in_words(operation);
  return operation.description.empty() || words.empty() ? operation.description + words
                                                        : operation.description + ": " + words;
}

// The operations of one migration, one after the other.
class Operations {
 public:
  /// `before`: how many the migration has before them.
  Operations(const Dialect& dialect, Known& known, Deriving& picture, const Sections& sections,
             std::size_t before = 0)
      : dialect_(dialect),
        known_(known),
        picture_(picture),
        number_(before),
        stash_("helium_stash_" + sections.design + "_" + std::to_string(sections.number)) {}

  struct Both {
    Told there;
    Told back;
  };

  Both carry(const Operation& operation) {
    ++number_;
    Both both;
    both.there.words = words_of(operation);
    if (operation.wishes.empty()) {
      both.there.statements = texts_of(operation.text);
      DiagramVersion takings;
      add_takings(takings, operation.text, dialect_.lexicon);
      picture_.lose(takings);
      known_.lose(takings);
    } else {
      carry(operation, both);
    }
    both.back.words = both.there.words.empty() ? "" : "Takes back: " + both.there.words;
    if (operation.own_reverse) {
      both.back = {both.back.words, texts_of(operation.reverse), ""};
    }
    return both;
  }

 private:
  void carry(const Operation& operation, Both& both) {
    const Schema before = known_.schema();
    const Schema none;
    const std::string stash = stash_ + "_" + std::to_string(number_);
    Schema after;
    try {
      ddl::Carried carried = ddl::carried(
          operation,
          {dialect_, before, none, stash, [](const std::string&) { return std::uint64_t{0}; }});
      both.there.statements = texts_of(carried.forward);
      both.back.statements = texts_of(carried.reverse);
      both.back.remark = carried.irreversible;
      after = std::move(carried.after);
    } catch (const Error& error) {
      if (error.fault() != Fault::design && error.fault() != Fault::unsupported) {
        throw;
      }
      both.there.remark = both.back.remark = error.message();
      after = error.fault() == Fault::unsupported ? before : roughly_after(operation, before);
    }
    picture_.take(operation, before, after);
    known_.become(std::move(after));
  }

  const Dialect& dialect_;
  Known& known_;
  Deriving& picture_;
  std::size_t number_;
  std::string stash_;
};

}  // namespace

Chronicle::Chronicle(const Dialect& dialect, std::string title)
    : dialect_(dialect), known_(dialect) {
  history_.title = std::move(title);
  history_.dialect = dialect.name;
}

void Chronicle::foresee(const std::vector<Statement>& statements) {
  foreseen_ = foreseen_ && std::none_of(statements.begin(), statements.end(), changes_schema);
}

// What is derived stands before what is written, which so has the last word.
DiagramVersion Chronicle::typed(const Sections& sections, Telling& telling) {
  Deriving picture(tables_);
  Operations operations(dialect_, known_, picture, sections);
  for (const Operation& operation : sections.forward_operations) {
    telling.remark = foreseen_ || operation.wishes.empty() ? telling.remark : uncertain;
    const Operations::Both both = operations.carry(operation);
    telling.forward.push_back(both.there);
    if (sections.derives_reverse) {
      telling.reverse.insert(telling.reverse.begin(), both.back);
    }
    foresee(operation.text);
  }
  DiagramVersion written;
  for (const DiagramText& text : sections.diagram) {
    add_section(written, text);
  }
  for (const DiagramTable& table : written.described) {
    if (!picture.touched(table.name)) {
      known_.learn({table});
    }
  }
  Sections said;
  said.design = sections.design;
  said.number = sections.number;
  said.diagram = sections.diagram;
  telling.diagram = picture.section(written);
  if (!telling.diagram.empty()) {
    said.diagram.insert(said.diagram.begin(), DiagramText{telling.diagram, "", {}});
  }
  return read(said, dialect_.lexicon);
}

DiagramVersion Chronicle::untyped(const Sections& sections) {
  DiagramVersion version = read(sections, dialect_.lexicon);
  known_.lose(version);
  known_.learn(version.described);
  foresee(sections.forward);
  return version;
}

void Chronicle::take(const Sections& sections, const std::string& title) {
  Telling telling;
  DiagramVersion version =
      sections.forward_operations.empty() ? untyped(sections) : typed(sections, telling);
  // A reverse of its own stands on what the forward part leaves.
  Known behind = known_;
  Deriving unseen({});
  Operations back(dialect_, behind, unseen, sections, sections.forward_operations.size());
  for (const Operation& operation : sections.reverse_operations) {
    telling.reverse.push_back(back.carry(operation).there);
  }
  if (!telling.forward.empty() || !telling.reverse.empty()) {
    tellings_.emplace(std::pair(sections.design, sections.number), std::move(telling));
  }
  fold_in(tables_, version);
  version.title = title;
  history_.versions.push_back(std::move(version));
}

}  // namespace helium::draw
