// What `helium test` found, for people and for programs.
#include <algorithm>

#include "base/text.h"
#include "helium/trial.h"
#include "show/json_parts.h"
#include "show/show.h"

namespace helium::show {
namespace {

const char* word(Trial::State state) {
  return state == Trial::State::passed   ? "passed"
         : state == Trial::State::failed ? "failed"
                                         : "skipped";
}

auto failures(const Trial& trial) {
  return std::count_if(trial.cases.begin(), trial.cases.end(),
                       [](const Trial::Case& one) { return one.state == Trial::State::failed; });
}

std::string name_of(const Trial::Case& one) {
  return one.design + " " + std::to_string(one.number);
}

// "rows lost: a (3, such as id = 7)"
std::string lost(const Trial::Case& one) {
  std::string text;
  for (const Trial::Lost& part : one.lost) {
    text += (text.empty() ? "rows lost: " : ", ") + part.table + " (" + std::to_string(part.rows) +
            ", such as " + part.example + ")";
  }
  return text;
}

std::string message(const Trial::Case& one) {
  const std::string rows = lost(one);
  return one.message + (rows.empty() || one.message.empty() ? "" : "; ") + rows;
}

std::string xml(const std::string& text) {
  std::string result = base::printable(text);
  const std::pair<const char*, const char*> pairs[] = {
      {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}};
  for (const auto& [from, to] : pairs) {
    result = base::replaced(std::move(result), from, to);
  }
  return result;
}

std::string seconds(std::chrono::milliseconds took) {
  const auto count = took.count();
  const std::string rest = std::to_string(count % 1000);
  return std::to_string(count / 1000) + "." + std::string(3 - rest.size(), '0') + rest;
}

}  // namespace

std::string text(const Trial& trial) {
  std::vector<Row> rows;
  for (const Trial::Case& one : trial.cases) {
    rows.push_back(
        {word(one.state), one.dialect, name_of(one), one.title, base::printable(message(one))});
  }
  return table(rows) + std::to_string(trial.cases.size()) + " tried, " +
         std::to_string(failures(trial)) + " failed, in " + seconds(trial.took) + " s\n";
}

std::string json(const Trial& trial) {
  Json cases = Json::array();
  for (const Trial::Case& one : trial.cases) {
    Json lost = Json::array();
    for (const Trial::Lost& part : one.lost) {
      lost.push_back({{"table", part.table}, {"rows", part.rows}, {"example", part.example}});
    }
    cases.push_back({{"dialect", one.dialect},
                     {"design", one.design},
                     {"number", one.number},
                     {"state", word(one.state)},
                     {"message", one.message},
                     {"lost", lost},
                     {"milliseconds", one.took.count()}});
  }
  return document({{"version", 1},
                   {"cases", cases},
                   {"notes", trial.notes},
                   {"milliseconds", trial.took.count()}});
}

std::string junit(const Trial& trial) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"helium test\" tests=\"" +
      std::to_string(trial.cases.size()) + "\" failures=\"" + std::to_string(failures(trial)) +
      "\" time=\"" + seconds(trial.took) + "\">\n";
  for (const Trial::Case& one : trial.cases) {
    text += "  <testcase classname=\"" + xml(one.dialect + "." + one.design) + "\" name=\"" +
            xml(name_of(one) + " " + one.title) + "\" file=\"" + xml(one.path) + "\" time=\"" +
            seconds(one.took) + "\">";
    if (one.state == Trial::State::failed) {
      text += "<failure message=\"" + xml(message(one)) + "\"/>";
    } else if (one.state == Trial::State::skipped) {
      text += "<skipped message=\"" + xml(one.message) + "\"/>";
    }
    text += "</testcase>\n";
  }
  return text + "</testsuite>\n";
}

}  // namespace helium::show
