#include "catalog/text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"

namespace helium::catalog {
namespace {

// The first parenthesis is closed by the last byte, and by none before it.
bool encloses(const std::string& text) {
  if (text.front() != '(' || text.back() != ')') {
    return false;
  }
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '\'' || c == '"' || c == '`') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0 && i + 1 < text.size()) {
      return false;
    }
  }
  return depth == 0;
}

// The offset behind the bracket that closes the one at `open`; npos when none does. Quoted text is
// stepped over.
std::size_t behind_bracket(const std::string& text, std::size_t open) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = open; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == '(')) {
      ++depth;
    } else if (!quoted && (c == ']' || c == ')') && --depth == 0) {
      return i + 1;
    }
  }
  return std::string::npos;
}

// Each element of 'a', 'b' in a cast of its own.
std::string cast_each(const std::string& elements, const std::string& type) {
  std::string result;
  std::size_t from = 0;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= elements.size(); ++i) {
    const char c = i < elements.size() ? elements[i] : ',';
    quoted = c == '\'' ? !quoted : quoted;
    if (!quoted) {
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        const auto one = base::trimmed(std::string_view(elements).substr(from, i - from));
        result += (result.empty() ? "(" : ", (") + std::string(one) + ")::" + type;
        from = i + 1;
      }
    }
  }
  return result;
}

}  // namespace

std::string settled_arrays(std::string expression) {
  static const std::string opening = "(ARRAY[";
  for (auto at = expression.find(opening); at != std::string::npos;
       at = expression.find(opening, at + 1)) {
    const std::size_t inside = at + opening.size();
    const std::size_t close = behind_bracket(expression, at);
    static const std::string cast = ")::text[]";
    if (close == std::string::npos || expression.compare(close - 1, cast.size(), cast) != 0) {
      continue;
    }
    const std::string elements = expression.substr(inside, close - 2 - inside);
    expression.replace(at, close - 1 + cast.size() - at,
                       "ARRAY[" + cast_each(elements, "text") + "]");
  }
  return expression;
}

std::string check_text(std::string expression) {
  if (expression.rfind("CHECK (", 0) == 0) {
    expression = expression.substr(6);
    // What stands behind the parenthesis is told elsewhere.
    for (const std::string& word : {std::string(" NOT VALID"), std::string(" NO INHERIT")}) {
      if (const auto end = expression.rfind(word);
          end != std::string::npos && end + word.size() == expression.size()) {
        expression.resize(end);
      }
    }
  }
  while (expression.size() > 1 && encloses(expression)) {
    expression = expression.substr(1, expression.size() - 2);
  }
  return settled_arrays(std::move(expression));
}

bool is_next_of(const std::string& text, const std::string& sequence) {
  static const std::string start = "nextval('";
  const std::string quoted = "\"" + base::replaced(sequence, "\"", "\"\"") + "\"";
  for (const std::string& name : {sequence, quoted}) {
    const std::string end = base::replaced(name, "'", "''") + "'::regclass)";
    if (text.size() < start.size() + end.size() || text.rfind(start, 0) != 0 ||
        text.compare(text.size() - end.size(), end.size(), end) != 0) {
      continue;
    }
    const std::size_t schema = text.size() - end.size() - start.size();
    if (schema == 0 || text[start.size() + schema - 1] == '.') {
      return true;
    }
  }
  return false;
}

TypeWords::TypeWords(const Dialect& dialect) : upper_(dialect.traits.upper_case_names) {
  const auto found = dialect.catalog.find("type_words");
  std::string_view left;
  if (found != dialect.catalog.end()) {
    left = found->second;
  }
  while (!left.empty()) {
    const auto end = std::min(left.find('\n'), left.size());
    const std::string_view line = base::trimmed(left.substr(0, end));
    if (const auto equals = line.find('='); equals != std::string_view::npos) {
      shorter_.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    left.remove_prefix(std::min(end + 1, left.size()));
  }
}

const std::string* TypeWords::shorter(const std::string& words) const {
  const auto found = shorter_.find(words);
  return found == shorter_.end() ? nullptr : &found->second;
}

// "timestamp(3) without time zone": the size stands in the middle of the words.
std::string TypeWords::canonical(const std::string& type) const {
  std::string words = type.find('"') != std::string::npos ? type
                      : upper_                            ? base::upper(type)
                                                          : base::lower(type);
  if (const std::string* whole = shorter(words)) {
    return *whole;
  }
  std::string size;
  const auto open = words.find('(');
  const auto close = words.find(')', open == std::string::npos ? 0 : open);
  if (open != std::string::npos && close != std::string::npos) {
    size = words.substr(open, close + 1 - open);
    words.erase(open, close + 1 - open);
    if (const std::string* without = shorter(words.substr(0, open) + "(n)" + words.substr(open))) {
      return *without;
    }
  }
  std::string array;
  while (words.size() > 2 && words.compare(words.size() - 2, 2, "[]") == 0) {
    array += "[]";
    words.resize(words.size() - 2);
  }
  if (const std::string* other = shorter(words)) {
    return *other + size + array;
  }
  if (size.empty()) {
    return words + array;
  }
  return words.substr(0, open) + size + words.substr(std::min(open, words.size())) + array;
}

}  // namespace helium::catalog
