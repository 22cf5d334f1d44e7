// Text for people.
#include <algorithm>
#include <set>
#include <utility>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "files/files.h"
#include "show/paint.h"
#include "show/show.h"

namespace helium::show {
namespace {

std::string count(std::size_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string numbers(const std::vector<std::int64_t>& list) {
  std::vector<std::string> words;
  words.reserve(list.size());
  for (const auto number : list) {
    words.push_back(std::to_string(number));
  }
  if (words.size() <= 12) {
    return base::joined(words, " ");
  }
  return words.front() + " ... " + words.back();
}

void add_states(const DesignStatus& design, std::vector<Row>& rows) {
  const std::pair<const char*, const std::vector<std::int64_t>*> states[] = {
      {"applied", &design.applied}, {"pending", &design.pending},
      {"loaded", &design.loaded},   {"out of order", &design.out_of_order},
      {"changed", &design.changed}, {"missing", &design.missing}};
  for (const auto& [name, list] : states) {
    const bool always = list == &design.applied || list == &design.pending;
    if (always || !list->empty()) {
      rows.push_back({"  ", name, std::to_string(list->size()), numbers(*list)});
    }
  }
  if (!design.checkpoints.empty()) {
    rows.push_back({"  ", "checkpoints", std::to_string(design.checkpoints.size()),
                    numbers(design.checkpoints)});
  }
  for (const auto& part : design.partial) {
    rows.push_back({"  ", name_of(part.state), std::to_string(part.number),
                    std::string(name_of(part.direction)) + ": " + std::to_string(part.done) +
                        " of " + std::to_string(part.of) + " statements done" +
                        (part.message.empty() ? "" : "; " + part.message)});
  }
}

std::string statement_list(const std::vector<Statement>& statements) {
  std::string result;
  for (const auto& statement : statements) {
    result += base::printable(statement.text) + ";\n";
  }
  return result;
}

// A redo moves each of its migrations more than once.
std::string total(const Report& report) {
  using Name = std::pair<std::string, std::int64_t>;
  std::set<Name> down;
  std::set<Name> all;
  bool again = false;
  for (const Moved& moved : report.moved) {
    const Name name(moved.design, moved.number);
    all.insert(name);
    if (moved.direction == Direction::reverse) {
      down.insert(name);
    }
    again = again || (moved.direction == Direction::forward && down.count(name) != 0);
  }
  return count(again ? all.size() : report.moved.size(), "migration") +
         (again ? " down and up again" : "") + " in " + base::duration_text(report.took) + "\n";
}

// What the server refused carries a place but no line: that is read from the file. Lines of a
// configuration are left alone, they may hold a secret.
std::string source_line(const Error& error) {
  const bool look = error.source_line().empty() && error.where().known() &&
                    !error.where().file.empty() && error.fault() != Fault::config;
  if (!look) {
    return error.source_line();
  }
  try {
    return base::line_of(files::read(error.where().file), error.where().line);
  } catch (const Error&) {
    return {};  // the file is gone by now, as with a plan that was written elsewhere
  }
}

}  // namespace

std::string text(const Error& error, Colour colour) {
  std::string result =
      placed({error.where(), name_of(error.fault()), error.message(), source_line(error)},
             Paint::red, colour);
  if (!error.sqlstate().empty()) {
    result += "  SQLSTATE " + base::printable(error.sqlstate()) + "\n";
  }
  for (const auto& note : error.trail()) {
    result += "  " + base::printable(note) + "\n";
  }
  if (!error.hint().empty()) {
    result += "  hint: " + base::printable(error.hint()) + "\n";
  }
  return base::redacted(std::move(result));
}

std::string table(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string result;
  for (const auto& row : rows) {
    std::string one;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool last = i + 1 == row.size();
      one += base::printable(row[i]);
      one += last ? "" : std::string(widths[i] - row[i].size() + 2, ' ');
    }
    one.erase(one.find_last_not_of(' ') + 1);
    result += one + "\n";
  }
  return result;
}

std::string text(const Status& status, Colour colour) {
  std::string result = base::printable(status.target) + "  " + base::printable(status.dialect);
  result += status.server.empty() ? "" : " (" + base::printable(status.server) + ")";
  result += status.schema.empty() ? "" : "  schema " + base::printable(status.schema);
  result += status.ledger_version == 0 ? "\nno ledger yet: nothing was ever applied here\n" : "\n";
  for (const auto& design : status.designs) {
    std::vector<Row> rows;
    add_states(design, rows);
    result += base::printable(design.design) + "\n" + table(rows);
  }
  result += findings(status.findings, "text", colour);
  return result + (status.up_to_date() ? painted("up to date", Paint::green, colour) + "\n" : "");
}

std::string text(const Plan& plan) {
  std::string result;
  for (const auto& step : plan.steps) {
    result += "-- " + base::printable(step.design) + " " + std::to_string(step.number) + " " +
              name_of(step.direction) + ", transaction " + name_of(step.transaction) + ": " +
              base::printable(step.title) + "\n";
    result += step.folds.empty()
                  ? ""
                  : "-- by checkpoint, in place of " + std::to_string(step.folds.front().number) +
                        " to " + std::to_string(step.number) + "\n";
    result +=
        step.provisional ? "-- provisional: planned again when what is before it has run\n" : "";
    result += step.typed && !step.reversible
                  ? "-- no way back: " + base::printable(step.irreversible) + "\n"
                  : "";
    result += statement_list(step.statements);
  }
  result += plan.group ? "-- all of it in one transaction\n" : "";
  result += plan.steps.empty() ? "-- nothing to do\n" : "-- plan " + plan.hash + "\n";
  return result;
}

std::string line(const Moved& moved, Colour colour) {
  const bool up = moved.direction != Direction::reverse;
  const std::string verb = !moved.deed.empty()                  ? moved.deed + " "
                           : moved.direction == Direction::load ? "load "
                           : up                                 ? "up   "
                                                                : "down ";
  const std::string took =
      moved.deed.empty() ? "  " + painted(base::duration_text(moved.took), Paint::dim, colour) : "";
  return painted(verb, up ? Paint::green : Paint::yellow, colour) + base::printable(moved.design) +
         " " + std::to_string(moved.number) + "  " + base::printable(moved.title) + took + "\n";
}

std::string text(const Report& report, Colour colour) {
  std::string result;
  for (const auto& moved : report.moved) {
    result += line(moved, colour);
  }
  if (report.failed) {
    const Failed& failed = *report.failed;
    result += painted("failed ", Paint::red, colour);
    result += failed.design.empty()
                  ? "before the next migration"
                  : base::printable(failed.design) + " " + std::to_string(failed.number) + " " +
                        name_of(failed.direction);
    result += failed.statement == 0 ? "\n"
                                    : ", statement " + std::to_string(failed.statement) + " of " +
                                          std::to_string(failed.total) + "\n";
  } else if (report.moved.empty()) {
    result += "nothing to do\n";
  } else if (report.moved.back().deed.empty()) {
    result += total(report);
  }
  result += report.note.empty() ? "" : "state: " + base::printable(report.note) + "\n";
  return result + (report.next.empty() ? "" : "next: " + base::printable(report.next) + "\n");
}

std::string text(const std::vector<Event>& events) {
  std::vector<Row> rows = {{"when", "design", "number", "event", "by", "detail"}};
  for (const auto& event : events) {
    rows.push_back({event.at, event.design, std::to_string(event.number), event.kind,
                    event.by + "@" + event.host, event.detail});
  }
  return events.empty() ? "no events\n" : table(rows);
}

std::string text(const Sections& sections) {
  if (!sections.generated.empty()) {
    return sections.generated;  // byte for byte: other programs read it
  }
  return statement_list(sections.forward) + statement_list(sections.reverse);
}

}  // namespace helium::show
