// SQL migrations: one text with markers between the two ways, or a text for each way. The text is
// taken as it is: no macros, no Lua.
#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "expand/expand.h"
#include "expand/source_text.h"
#include "sql/lexer.h"
#include "sql/marks.h"
#include "sql/shape.h"
#include "sql/split.h"

namespace helium::expand {
namespace {

using sql::Mark;

struct Marked {
  Mark mark;
  sql::Tongue tongue;
  std::uint64_t begin = 0;  // of the comment
  std::uint64_t end = 0;    // behind it
};

// Whether one text holds both ways.
enum class Holds { both_ways, one_way };

// One text and the statements of its ways.
class SqlText {
 public:
  SqlText(const std::string& path, const std::string& text, const Lexicon& lexicon, Holds holds)
      : source_(path, text),
        raw_(text),
        own_line_ends_(text.find('\r') != std::string::npos),
        lexicon_(lexicon) {
    std::optional<std::uint64_t> suspect;  // the first comment that may be meant as a marker
    sql::Lexer lexer(source_.plain(), lexicon, sql::Comments::shown);
    for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
      if (token.kind != sql::Token::Kind::comment || !begins_line(token.offset)) {
        continue;
      }
      const std::string_view comment =
          std::string_view(source_.plain()).substr(token.offset, token.length);
      if (const auto marking = sql::marking_of(comment)) {
        marks_.push_back({marking->mark, marking->tongue, token.offset, token.end()});
      } else if (holds == Holds::both_ways && sql::is_unknown_mark(comment)) {
        refuse(token.offset, token.length,
               "this is no marker that is known: what stands behind it would run all the same",
               "take it out, or write it as docs/authoring.md has it");
      } else if (!suspect && sql::may_mean_down(comment)) {
        suspect = token.offset;
      }
    }
    forget_remarks();
    if (holds == Holds::both_ways && suspect && !has_down()) {
      refuse(*suspect, 2,
             "this looks like the marker of a way back and is none: what stands behind it would "
             "run with the way up",
             "write -- DOWN, or say more in the remark");
    }
  }

  [[nodiscard]] bool has(Mark mark) const {
    return std::any_of(marks_.begin(), marks_.end(),
                       [&](const Marked& one) { return one.mark == mark; });
  }
  /// The author wants no transaction around it.
  [[nodiscard]] bool alone() const {
    return has(Mark::no_transaction) || has(Mark::up_alone) || has(Mark::down_alone);
  }
  [[nodiscard]] bool has_down() const { return has(Mark::down) || has(Mark::down_alone); }

  /// Everything, whatever the markers say.
  [[nodiscard]] std::vector<Statement> all() const {
    std::vector<Statement> result;
    add(result, 0, source_.plain().size());
    return result;
  }

  /// What stands behind the marker up to the other one. What stands before both belongs to up.
  [[nodiscard]] std::vector<Statement> way(Mark wanted) const {
    std::vector<Statement> result;
    Mark now = Mark::up;
    bool whole = false;  // between StatementBegin and StatementEnd
    std::uint64_t from = 0;
    const auto give = [&](std::uint64_t end) {
      if (now == wanted && whole) {
        add_whole(result, from, end);
      } else if (now == wanted) {
        add(result, from, end);
      }
    };
    for (const Marked& one : marks_) {
      give(one.begin);
      from = one.end;
      whole = one.mark == Mark::statement_begin;
      now = sql::begins_up(one.mark) ? Mark::up : sql::begins_down(one.mark) ? Mark::down : now;
    }
    give(source_.plain().size());
    return result;
  }

 private:
  [[noreturn]] void refuse(std::uint64_t offset, std::uint64_t length, const char* why,
                           const char* hint) const {
    throw source_.placed(Error(Fault::design, why).hinting(hint), source_.span(offset, length));
  }

  // Between the markers of a tool, `-- up` and `-- down` are what their author says about the
  // statements behind them.
  void forget_remarks() {
    const bool of_a_tool = std::any_of(marks_.begin(), marks_.end(), [](const Marked& one) {
      return one.tongue != sql::Tongue::plain;
    });
    const auto is_remark = [&](const Marked& one) {
      return of_a_tool && one.tongue == sql::Tongue::plain;
    };
    marks_.erase(std::remove_if(marks_.begin(), marks_.end(), is_remark), marks_.end());
  }

  [[nodiscard]] bool begins_line(std::uint64_t offset) const {
    const std::string& text = source_.plain();
    const std::size_t before = text.find_last_not_of(" \t", offset == 0 ? 0 : offset - 1);
    return offset == 0 || before == std::string::npos || text[before] == '\n';
  }

  void add(std::vector<Statement>& result, std::uint64_t begin, std::uint64_t end) const {
    const std::string_view part = std::string_view(source_.plain()).substr(begin, end - begin);
    try {
      for (const auto& piece : sql::split(part, lexicon_)) {
        result.push_back(statement(begin + piece.offset, piece.length));
      }
    } catch (const Error& error) {
      throw source_.placed(error, source_.span(begin + error.where().offset));
    }
  }

  void add_whole(std::vector<Statement>& result, std::uint64_t begin, std::uint64_t end) const {
    sql::Lexer lexer(source_.plain(), lexicon_);
    lexer.seek(begin);
    std::uint64_t first = end;
    std::uint64_t last = begin;
    for (auto token = lexer.next(); token.kind != sql::Token::Kind::end && token.offset < end;
         token = lexer.next()) {
      first = std::min(first, token.offset);
      last = token.kind == sql::Token::Kind::terminator ? last : token.end();
    }
    if (first < last) {
      result.push_back(statement(first, last - first));
    }
  }

  // What is quoted has the file's own bytes, carriage returns too. Between the words a line ends as
  // every server knows it: some would take a comment that ends with a carriage return for longer.
  [[nodiscard]] std::string text_of(std::uint64_t offset, std::uint64_t length) const {
    if (!own_line_ends_) {
      return source_.plain().substr(offset, length);
    }
    using Kind = sql::Token::Kind;
    std::string text;
    std::uint64_t from = offset;
    sql::Lexer lexer(source_.plain(), lexicon_);
    lexer.seek(offset);
    for (auto token = lexer.next(); token.kind != Kind::end && token.end() <= offset + length;
         token = lexer.next()) {
      const bool quoted = token.kind == Kind::literal || token.kind == Kind::identifier ||
                          token.kind == Kind::dollar;
      if (quoted) {
        const Span own = source_.span(token.offset, token.length);
        text.append(source_.plain(), from, token.offset - from);
        text.append(raw_, own.offset, own.length);
        from = token.end();
      }
    }
    return text.append(source_.plain(), from, offset + length - from);
  }

  [[nodiscard]] Statement statement(std::uint64_t offset, std::uint64_t length) const {
    Statement statement;
    statement.text = text_of(offset, length);
    statement.shape = sql::shape_of(statement.text, lexicon_);
    statement.span = source_.span(offset, length);
    statement.anchors.push_back({0, statement.span.line, statement.span.column, true});
    return statement;
  }

  SourceText source_;
  const std::string& raw_;
  bool own_line_ends_;
  const Lexicon& lexicon_;
  std::vector<Marked> marks_;
};

bool controls(const Statement& statement, std::initializer_list<std::string_view> verbs) {
  return statement.shape.kind == Shape::Kind::transaction_control &&
         std::find(verbs.begin(), verbs.end(), statement.shape.verb) != verbs.end();
}

// What the author's BEGIN asks for beyond a transaction as ours is: it writes, reads what others
// committed, and in SQLite keeps other writers out from the start.
std::string lost_with(const Statement& begin, const Dialect& dialect) {
  if (dialect.name == "sqlite") {
    return {};
  }
  static const std::set<std::string> said = {"BEGIN", "START", "WORK", "TRANSACTION"};
  std::string lost;
  sql::Lexer lexer(begin.text, dialect.lexicon);
  for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
    const std::string word = base::upper(lexer.text_of(token));
    lost += said.count(word) == 0 ? (lost.empty() ? "" : " ") + word : "";
  }
  static const std::set<std::string> ours = {"READ WRITE", "ISOLATION LEVEL READ COMMITTED"};
  return ours.count(lost) == 0 ? lost : std::string();
}

Finding not_kept(const Statement& begin, const std::string& lost) {
  return {
      .rule = "transaction_mode",
      .severity = Severity::warning,
      .where = begin.span,
      .message = "BEGIN and COMMIT become the transaction of the step, which is without " + lost,
      .hint =
          "take it out; or ask for no transaction, as docs/authoring.md tells: then the "
          "file's own runs as it is"};
}

// The author's own BEGIN and COMMIT around everything become ours.
bool take_transaction(std::vector<Statement>& statements, const Dialect& dialect,
                      Findings& findings) {
  if (statements.size() < 2 || !controls(statements.front(), {"BEGIN", "START"}) ||
      !controls(statements.back(), {"COMMIT", "END"})) {
    return false;
  }
  if (const std::string lost = lost_with(statements.front(), dialect); !lost.empty()) {
    findings.push_back(not_kept(statements.front(), lost));
  }
  statements.erase(statements.begin());
  statements.pop_back();
  return true;
}

}  // namespace

Sections sql_sections(const Migration& migration, const Setting& setting) {
  const Lexicon& lexicon = setting.dialect->lexicon;
  const bool apart = !migration.reverse_path.empty();
  const bool one_way = apart || migration.forward_only;
  const SqlText text(migration.path, migration.text, lexicon,
                     one_way ? Holds::one_way : Holds::both_ways);
  if (apart && !migration.forward_only && text.has_down()) {
    throw Error(Fault::design, "the way back stands in this file and in " + migration.reverse_path)
        .at({.file = migration.path})
        .hinting("leave one of them: both would run, the first as a part of the way up");
  }
  Sections sections;
  sections.design = migration.design;
  sections.number = migration.number;
  sections.forward = one_way ? text.all() : text.way(Mark::up);
  sections.has_reverse = apart || (!one_way && text.has_down());
  bool none = text.alone();
  if (apart) {
    const SqlText reverse(migration.reverse_path, migration.reverse_text, lexicon, Holds::one_way);
    sections.reverse = reverse.all();
    none = none || reverse.alone();
  } else if (sections.has_reverse) {
    sections.reverse = text.way(Mark::down);
  }
  const auto takes = [&](std::vector<Statement>& statements) {
    return !none && take_transaction(statements, *setting.dialect, sections.findings);
  };
  const bool forward_whole = takes(sections.forward);
  const bool reverse_whole = takes(sections.reverse);
  if (sections.has_reverse && sections.reverse.empty() && !sections.forward.empty()) {
    // It would take nothing back and say that it did; the next `up` would do it all once more.
    sections.has_reverse = false;
    sections.irreversible = "its reverse section is empty";
  }
  sections.transaction = none                             ? TransactionWish::none
                         : forward_whole || reverse_whole ? TransactionWish::best
                                                          : TransactionWish::unset;
  sections.repeatable = migration.repeatable;
  return sections;
}

}  // namespace helium::expand
