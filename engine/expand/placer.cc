#include "expand/placer.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "helium/error.h"
#include "sql/quote.h"
#include "sql/split.h"

namespace helium::expand {
namespace {

[[noreturn]] void refuse(const Outside& outside, const std::string& why) {
  throw Error(Fault::macro, "the value of ${" + std::string(outside.name) + "} " + why)
      .hinting(
          "values from the environment and the target are data: put the macro into a string "
          "literal or a quoted identifier");
}

bool is_word_byte(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool has_control(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

bool is_number(std::string_view text) noexcept {
  constexpr std::string_view digits = "0123456789";
  const std::size_t point = text.find_first_not_of(digits);
  if (text.empty() || point == 0) {
    return false;
  }
  return point == std::string_view::npos ||
         (text[point] == '.' && point + 1 < text.size() &&
          text.find_first_not_of(digits, point + 1) == std::string_view::npos);
}

// Every `quote` in `text` twice; every backslash too where it would escape.
std::string doubled(std::string_view text, char quote, bool backslashes) {
  std::string result;
  for (const char c : text) {
    if (c == quote || (backslashes && c == '\\')) {
      result += c;
    }
    result += c;
  }
  return result;
}

class Putting {
 public:
  Putting(const Outside& outside, const Dialect& dialect) : outside_(outside), dialect_(dialect) {}

  [[nodiscard]] sql::Place place(std::string_view before) const {
    return sql::place_at(before, before.size(), dialect_.lexicon);
  }

  [[nodiscard]] std::string into(std::string_view before) const {
    return into(before, place(before));
  }

  [[nodiscard]] std::string into(std::string_view before, const sql::Place& place) const {
    switch (place.context) {
      case sql::Context::bare:
        return bare(before);
      case sql::Context::literal:
        return literal(before, place);
      case sql::Context::identifier:
        return identifier(place);
      case sql::Context::comment:
        return comment(before);
      case sql::Context::dollar_quote:
        return dollar_quoted(before);
    }
    refuse(outside_, "has no place here");
  }

 private:
  [[nodiscard]] bool is_schema() const noexcept { return outside_.name == "SCHEMA"; }
  [[nodiscard]] std::string written_schema() const {
    return schema_prefix(outside_.value, dialect_);
  }

  [[nodiscard]] std::string bare(std::string_view before) const {
    const char last = before.empty() ? ' ' : before.back();
    if (is_schema()) {
      std::string written = written_schema();
      if (!sql::is_plain_identifier(std::string_view(written).substr(0, written.size() - 1)) &&
          std::string_view(" \t\r\n(,.;=<>+*/|[").find(last) == std::string_view::npos) {
        refuse(outside_, "needs quotes and cannot join the text in front of it");
      }
      return written;
    }
    constexpr std::string_view gluing = "'\"`$&";
    if (gluing.find(outside_.next) != std::string_view::npos && outside_.next != 0) {
      refuse(outside_, "cannot stand bare in front of a quote");
    }
    const bool word = sql::is_plain_identifier(outside_.value);
    if (is_word_byte(last) ? word || is_digits() : word) {
      return std::string(outside_.value);
    }
    if (is_number(outside_.value) && !is_word_byte(last) && last != '.' &&
        !is_word_byte(outside_.next) && outside_.next != '.') {
      return std::string(outside_.value);
    }
    refuse(outside_, "is no plain identifier and no number");
  }

  [[nodiscard]] bool is_digits() const noexcept {
    return !outside_.value.empty() &&
           outside_.value.find_first_not_of("0123456789") == std::string_view::npos;
  }

  [[nodiscard]] std::string literal(std::string_view before, const sql::Place& place) const {
    const std::size_t kept = before.find_last_not_of('\\');
    const std::size_t slashes = before.size() - (kept == std::string_view::npos ? 0 : kept + 1);
    if (place.backslashes && slashes % 2 != 0) {
      refuse(outside_, "cannot stand behind a backslash");
    }
    return doubled(is_schema() ? written_schema() : std::string(outside_.value), place.quote,
                   place.backslashes);
  }

  [[nodiscard]] std::string identifier(const sql::Place& place) const {
    if (has_control(outside_.value)) {
      refuse(outside_, "holds a control character and cannot be a part of a name");
    }
    const char quote = place.quote == '[' ? ']' : place.quote;
    return doubled(outside_.value, quote, false) + (is_schema() ? "." : "");
  }

  [[nodiscard]] std::string comment(std::string_view before) const {
    std::string value = is_schema() ? written_schema() : std::string(outside_.value);
    if (sql::is_plain_identifier(outside_.value) || is_number(outside_.value)) {
      return value;
    }
    const std::string_view opener = base::trimmed(before);
    const bool first =
        !opener.empty() && std::string_view("-*#").find(opener.back()) != std::string_view::npos;
    if (first || has_control(value) || value.find_first_of("*/") != std::string::npos) {
      refuse(outside_, "cannot stand in a comment");
    }
    return value;
  }

  // The quoted text is SQL of its own more often than not, so its own lexical place decides.
  [[nodiscard]] std::string dollar_quoted(std::string_view before) const {
    if (outside_.value.find('$') != std::string_view::npos) {
      refuse(outside_, "holds a $ and cannot stand in a dollar quote");
    }
    std::size_t opening = before.rfind('$');
    while (opening != std::string_view::npos && opening > 0 &&
           sql::place_at(before, opening, dialect_.lexicon).context == sql::Context::dollar_quote) {
      opening = before.rfind('$', opening - 1);
    }
    return into(before.substr(opening + 1));
  }

  const Outside& outside_;
  const Dialect& dialect_;
};

std::string into_json(const Outside& outside) {
  const bool schema = outside.name == "SCHEMA";
  if (has_control(outside.value) || outside.value.find_first_of("\"\\") != std::string_view::npos) {
    refuse(outside, "holds a quote, a backslash or a control character");
  }
  return std::string(outside.value) + (schema ? "." : "");
}

}  // namespace

std::string schema_prefix(std::string_view schema, const Dialect& dialect) {
  if (schema.empty()) {
    return {};
  }
  const bool folds_down = dialect.name == "postgresql" && schema != base::lower(schema);
  if (!sql::is_plain_identifier(schema) || folds_down) {
    return sql::quote_identifier(schema, dialect.lexicon) + ".";
  }
  const std::string name =
      dialect.traits.upper_case_names ? base::upper(schema) : std::string(schema);
  return (sql::is_reserved(name) ? sql::quote_identifier(name, dialect.lexicon) : name) + ".";
}

Placed Placer::placed(const Outside& outside) const {
  if (kind_ == Kind::as_is) {
    return {std::string(outside.value), false};
  }
  if (outside.value.find('\0') != std::string_view::npos || base::invalid_utf8(outside.value)) {
    refuse(outside, "is not valid UTF-8 text");
  }
  if (outside.name == "SCHEMA" && outside.value.empty()) {
    return {};
  }
  if (kind_ == Kind::json) {
    return {into_json(outside), false};
  }
  const Putting putting(outside, *dialect_);
  const sql::Place place = putting.place(outside.before);
  const char last = outside.before.empty() ? ' ' : outside.before.back();
  const bool fresh = place.context == sql::Context::bare && (last == ' ' || last == '\n');
  return {putting.into(outside.before, place), fresh};
}

}  // namespace helium::expand
