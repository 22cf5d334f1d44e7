#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"
#include "generate/pages.h"
#include "sql/lexer.h"
#include "sql/marks.h"
#include "sql/shape.h"

namespace helium::generate {
namespace {

using Lines = std::vector<std::string>;

bool is_blank(const std::string& line) {
  return base::trimmed(line).empty();
}

using Verbs = std::set<std::string_view>;

// A line that begins or ends a transaction, in the author's spelling but without what that one
// migration asked for beyond it, as ISOLATION LEVEL SERIALIZABLE; empty for any other line.
std::string bare(const std::string& line, const Verbs& verbs, const Lexicon& lexicon) {
  static const Verbs plain = {"BEGIN", "START", "COMMIT", "END", "WORK", "TRANSACTION"};
  using Kind = sql::Token::Kind;
  std::uint64_t statement = 0;
  std::uint64_t kept = 0;
  sql::Lexer lexer(line, lexicon);
  for (auto token = lexer.next(); token.kind != Kind::end && token.kind != Kind::terminator;
       token = lexer.next()) {
    const bool goes_on = kept == statement && token.kind == Kind::word;
    statement = token.end();
    kept = goes_on && plain.count(base::upper(lexer.text_of(token))) != 0 ? statement : kept;
  }
  const Shape shape = sql::shape_of(std::string_view(line).substr(0, statement), lexicon);
  const bool is = shape.kind == Shape::Kind::transaction_control && verbs.count(shape.verb) != 0;
  return is ? line.substr(0, kept) + ";" : std::string();
}

bool is_remark(const std::string& line) {
  return base::trimmed(line).starts_with("--");
}

// What stands around the statements of one way.
struct Frame {
  std::size_t blank_before = 0;  // lines between the marker and the first statement
  std::string begin;             // the author's own BEGIN; empty: none
  std::size_t blank_inside = 0;  // behind BEGIN, and before COMMIT
  std::string commit;
  std::size_t blank_between = 0;  // lines between two statements
  std::size_t blank_after = 0;    // lines behind everything
  std::string indent;
  bool told_between = false;
};

// Takes a BEGIN and its COMMIT from around the lines; one without the other is no habit.
void take_transaction(Lines& lines, Frame& frame, const Lexicon& lexicon) {
  const auto said = [](const std::string& line) { return !is_blank(line) && !is_remark(line); };
  const auto first = std::find_if(lines.begin(), lines.end(), said);
  const auto last = std::find_if(lines.rbegin(), lines.rend(), said);
  if (first == lines.end()) {
    return;
  }
  const std::string begin = bare(*first, {"BEGIN", "START"}, lexicon);
  const std::string commit = bare(*last, {"COMMIT", "END"}, lexicon);
  if (begin.empty() || commit.empty()) {
    return;
  }
  frame.begin = begin;
  frame.commit = commit;
  lines.erase(std::prev(last.base()), lines.end());
  const auto closes = [](const std::string& line) { return line.find(';') != std::string::npos; };
  const auto closed = std::find_if(first, lines.end(), closes);
  lines.erase(lines.begin(), closed == lines.end() ? closed : std::next(closed));
}

Frame frame_of(Lines lines, const Lexicon& lexicon) {
  Frame frame;
  const auto take_blank = [&](bool front) {
    std::size_t count = 0;
    while (!lines.empty() && is_blank(front ? lines.front() : lines.back())) {
      lines.erase(front ? lines.begin() : lines.end() - 1);
      ++count;
    }
    return count;
  };
  frame.blank_after = take_blank(false);
  frame.blank_before = take_blank(true);
  take_transaction(lines, frame, lexicon);
  if (!frame.begin.empty()) {
    frame.blank_inside = take_blank(true);
    take_blank(false);
  }
  if (!lines.empty()) {
    frame.indent = lines.front().substr(0, lines.front().find_first_not_of(" \t"));
  }
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i - 1].empty() && lines[i - 1].back() == ';') {
      frame.blank_between = is_blank(lines[i]) ? 1 : 0;
      frame.told_between = true;
    }
  }
  return frame;
}

void add_blank(Lines& lines, std::size_t count) {
  lines.insert(lines.end(), count, "");
}

void add_statements(Lines& lines, const std::vector<Entry>& entries, const Frame& frame,
                    const Sheet& sheet) {
  bool first = true;
  for (const Entry& entry : entries) {
    for (const std::string& statement : entry.statements) {
      add_blank(lines, first ? 0 : frame.blank_between);
      if (!entry.review.empty() && &statement == &entry.statements.front()) {
        lines.push_back(frame.indent + "-- REVIEW: " + entry.review);
      }
      const std::string text = spelt(statement, sheet.spelling, sheet.dialect) + ";";
      const bool body = statement.find(';') != std::string::npos;
      for (const std::string& line : lines_of(text)) {
        lines.push_back(body ? line : frame.indent + line);
      }
      first = false;
    }
  }
}

void add_way(Lines& lines, const std::vector<Entry>& entries, const Frame& frame,
             const Sheet& sheet) {
  add_blank(lines, frame.blank_before);
  if (!frame.begin.empty()) {
    lines.push_back(frame.begin);
    add_blank(lines, frame.blank_inside);
  }
  add_statements(lines, entries, frame, sheet);
  if (!frame.commit.empty()) {
    add_blank(lines, frame.blank_inside);
    lines.push_back(frame.commit);
  }
}

std::string text_of(const Lines& lines) {
  return lines.empty() ? "" : base::joined(lines, "\n") + "\n";
}

// The marker lines of a text, with what follows each up to the next.
struct Part {
  std::string mark;
  Lines lines;
};

std::vector<Part> parts_of(const std::string& text) {
  std::vector<Part> parts(1);
  for (const std::string& line : lines_of(text)) {
    const auto mark = sql::mark_of(line);
    if (mark && (sql::begins_up(*mark) || sql::begins_down(*mark))) {
      parts.push_back({line, {}});
    } else if (!mark) {
      parts.back().lines.push_back(line);
    }
  }
  return parts;
}

}  // namespace

std::string sql_page(const Sheet& sheet, const std::string& newest) {
  const auto parts = parts_of(newest);
  const Part* up = nullptr;
  const Part* down = nullptr;
  for (const Part& part : parts) {
    const auto mark = sql::mark_of(part.mark);
    up = mark && sql::begins_up(*mark) ? &part : up;
    down = mark && sql::begins_down(*mark) ? &part : down;
  }
  const Part usual_down{"-- DOWN", {""}};
  const Part usual_up{down == nullptr ? "-- UP" : "", {}};
  up = up == nullptr ? &usual_up : up;
  down = down == nullptr ? &usual_down : down;
  Lines lines = sheet.header;
  const Frame before = frame_of(parts.front().lines, sheet.dialect.lexicon);
  add_blank(lines, lines.empty() ? 0 : before.blank_after);
  if (!up->mark.empty()) {
    lines.push_back(up->mark);
  }
  Frame forward = frame_of(up->lines, sheet.dialect.lexicon);
  Frame reverse = frame_of(down->lines, sheet.dialect.lexicon);
  forward.blank_between = forward.told_between ? forward.blank_between : reverse.blank_between;
  reverse.blank_between = reverse.told_between ? reverse.blank_between : forward.blank_between;
  add_way(lines, sheet.script.forward, forward, sheet);
  add_blank(lines, std::max<std::size_t>(forward.blank_after, 1));
  lines.push_back(down->mark);
  add_way(lines, sheet.script.reverse, reverse, sheet);
  return text_of(lines);
}

std::string sql_way(const Sheet& sheet, const std::vector<Entry>& entries,
                    const std::string& newest) {
  Lines body = lines_of(newest);
  body.erase(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(comment_of(newest).size()));
  Lines lines = sheet.header;
  Frame frame = frame_of(body, sheet.dialect.lexicon);
  if (lines.empty()) {
    frame.blank_before = 0;
  }
  add_way(lines, entries, frame, sheet);
  return text_of(lines);
}

}  // namespace helium::generate
