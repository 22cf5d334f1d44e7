#include "design/draft.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "helium/error.h"

namespace helium::design {
namespace {

constexpr const char* on_table = "ALTER TABLE ${SCHEMA}${TABLE} ";

bool is_name_byte(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// The title's words in lower case, each fit to be a name; what is between them is dropped.
std::vector<std::string> words_of(const std::string& title) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : base::lower(title) + " ") {
    if (is_name_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// What stands where in a title like "add * to *"; empty when it is another title.
std::vector<std::string> matched(const std::vector<std::string>& words,
                                 const std::vector<std::string>& pattern) {
  std::vector<std::string> found;
  if (words.size() != pattern.size()) {
    return found;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (pattern[i] == "*") {
      found.push_back(words[i]);
    } else if (pattern[i] != words[i]) {
      return {};
    }
  }
  return found;
}

Draft new_table(std::string name) {
  const bool plain = !name.empty() && !(name.front() >= '0' && name.front() <= '9');
  return {.title = {},
          .table = plain ? std::move(name) : "example",
          .forward =
              "CREATE TABLE ${SCHEMA}${TABLE} (\n"
              "  id ${INTEGER} NOT NULL ${PRIMARY},\n"
              "  name ${VARCHAR_100} NOT NULL\n"
              ")",
          .reverse = "DROP TABLE ${SCHEMA}${TABLE}",
          .forward_text = "Create the table",
          .reverse_text = "Drop the table"};
}

Draft added(const std::string& column, const std::string& table) {
  return {.title = {},
          .table = table,
          .forward = on_table + ("ADD COLUMN " + column) + " ${VARCHAR_255}",
          .reverse = on_table + ("DROP COLUMN " + column),
          .forward_text = "Add the column " + column,
          .reverse_text = "Drop the column " + column};
}

Draft dropped(const std::string& column, const std::string& table) {
  Draft draft = added(column, table);
  std::swap(draft.forward, draft.reverse);
  std::swap(draft.forward_text, draft.reverse_text);
  return draft;
}

Draft renamed(const std::string& from, const std::string& to, const std::string& table) {
  const auto way = [](const std::string& old_name, const std::string& new_name) {
    return on_table + ("RENAME COLUMN " + old_name + " TO " + new_name);
  };
  return {.title = {},
          .table = table,
          .forward = way(from, to),
          .reverse = way(to, from),
          .forward_text = "Rename " + from + " to " + to,
          .reverse_text = "Rename " + to + " to " + from};
}

std::string one_line(const std::string& title) {
  std::string line;
  for (const char c : title) {
    line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  std::string shown(base::trimmed(line));
  if (shown.empty() || base::invalid_utf8(shown)) {
    throw Error(Fault::usage, "a migration needs a title of readable text")
        .hinting("helium new \"add email to customers\"");
  }
  return shown;
}

Draft statements_of(std::vector<std::string> words) {
  for (const char* filler : {"the", "a", "an", "column", "table"}) {
    words.erase(std::remove(words.begin(), words.end(), filler), words.end());
  }
  if (const auto names = matched(words, {"create", "*"}); !names.empty()) {
    return new_table(names[0]);
  }
  if (const auto names = matched(words, {"add", "*", "to", "*"}); !names.empty()) {
    return added(names[0], names[1]);
  }
  for (const char* verb : {"drop", "remove"}) {
    if (const auto names = matched(words, {verb, "*", "from", "*"}); !names.empty()) {
      return dropped(names[0], names[1]);
    }
  }
  if (const auto names = matched(words, {"rename", "*", "to", "*", "in", "*"}); !names.empty()) {
    return renamed(names[0], names[1], names[2]);
  }
  constexpr std::size_t longest = 30;  // all dialects take a name of that many bytes
  return new_table(base::joined(words, "_").substr(0, longest));
}

}  // namespace

Draft draft_of(const std::string& title) {
  Draft draft = statements_of(words_of(title));
  draft.title = one_line(title);
  return draft;
}

}  // namespace helium::design
