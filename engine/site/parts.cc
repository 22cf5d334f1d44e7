#include "site/parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "draw/ink.h"
#include "sql/lexer.h"

namespace helium::site {
namespace {

// Words that look like a keyword in every dialect; names in capitals stay names.
constexpr std::array keywords = {"ADD",       "AFTER",      "ALL",
                                 "ALTER",     "ALWAYS",     "AND",
                                 "AS",        "ASC",        "AUTO_INCREMENT",
                                 "BEFORE",    "BEGIN",      "BETWEEN",
                                 "BY",        "CALL",       "CASCADE",
                                 "CASE",      "CHECK",      "COLUMN",
                                 "COMMENT",   "COMMIT",     "CONSTRAINT",
                                 "CREATE",    "CROSS",      "DECLARE",
                                 "DEFAULT",   "DELETE",     "DESC",
                                 "DISTINCT",  "DO",         "DROP",
                                 "EACH",      "ELSE",       "END",
                                 "EXCEPT",    "EXECUTE",    "EXISTS",
                                 "FOR",       "FOREIGN",    "FROM",
                                 "FULL",      "FUNCTION",   "GENERATED",
                                 "GRANT",     "GROUP",      "HAVING",
                                 "IDENTITY",  "IF",         "IN",
                                 "INDEX",     "INNER",      "INSERT",
                                 "INTERSECT", "INTO",       "IS",
                                 "JOIN",      "KEY",        "LANGUAGE",
                                 "LEFT",      "LIKE",       "LIMIT",
                                 "NEW",       "NOT",        "NULL",
                                 "OF",        "OLD",        "ON",
                                 "OR",        "ORDER",      "OUTER",
                                 "OVER",      "PARTITION",  "PRIMARY",
                                 "PROCEDURE", "REFERENCES", "RENAME",
                                 "REPLACE",   "RESTRICT",   "RETURN",
                                 "RETURNS",   "REVOKE",     "RIGHT",
                                 "ROLLBACK",  "ROW",        "SELECT",
                                 "SET",       "TABLE",      "THEN",
                                 "TO",        "TRIGGER",    "TRUNCATE",
                                 "UNION",     "UNIQUE",     "UPDATE",
                                 "USING",     "VALUES",     "VIEW",
                                 "WHEN",      "WHERE",      "WITH"};

bool is_keyword(std::string_view word) {
  const std::string upper = base::upper(word);
  return std::binary_search(keywords.begin(), keywords.end(), upper,
                            [](std::string_view a, std::string_view b) { return a < b; });
}

const char* class_of(const sql::Token& token, std::string_view text) {
  using Kind = sql::Token::Kind;
  switch (token.kind) {
    case Kind::word:
      return is_keyword(text) ? "k" : nullptr;
    case Kind::number:
      return "m";
    case Kind::literal:
    case Kind::dollar:
      return "s";
    case Kind::identifier:
      return "i";
    case Kind::comment:
    case Kind::executable:
    case Kind::directive:
      return "c";
    default:
      return nullptr;
  }
}

// A file name for any table name, equal on file systems that forget the case.
std::string file_name_of(const std::string& name) {
  constexpr const char* digits = "0123456789abcdef";
  std::string result;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    const auto byte = static_cast<unsigned char>(c);
    result +=
        plain ? std::string(1, c) : std::string("~") + digits[byte >> 4U] + digits[byte & 15U];
  }
  return result;
}

}  // namespace

std::string html(std::string_view text) {
  return draw::xml(text);
}

std::string link(const std::string& to, const std::string& words, const std::string& of_class) {
  return "<a" + (of_class.empty() ? "" : " class=\"" + html(of_class) + "\"") + " href=\"" +
         html(to) + "\">" + html(words) + "</a>";
}

std::string highlighted(std::string_view sql, const Lexicon& lexicon) {
  sql::Lexer lexer(sql, lexicon, sql::Comments::shown);
  std::string result;
  std::uint64_t at = 0;
  for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
    result += html(sql.substr(at, token.offset - at));
    const std::string_view text = lexer.text_of(token);
    const char* of_class = class_of(token, text);
    result += of_class == nullptr
                  ? html(text)
                  : "<span class=\"" + std::string(of_class) + "\">" + html(text) + "</span>";
    at = token.end();
  }
  return result + html(sql.substr(at));
}

Frame::Frame(const Material& material) : material_(material) {
  for (const auto& life : material.readings.front().lives.tables) {
    tables_.emplace(life.name, "tables/" + file_name_of(life.name) + ".html");
  }
}

std::string Frame::of_migration(const std::string& design, std::int64_t number) const {
  return "migrations/" + design + "_" + std::to_string(number) + ".html";
}

std::string Frame::of_table(const std::string& name) const {
  const auto found = tables_.find(name);
  return found == tables_.end() ? "" : found->second;
}

std::string Frame::to_version(std::size_t version) const {
  const auto& said = material_.readings.front().history.versions.at(version);
  return "<a href=\"../" + html(of_migration(said.design, said.number)) + "\" title=\"" +
         html(said.title) + "\">" + std::to_string(said.number) + "</a>";
}

std::string Frame::to_table(const std::string& name) const {
  const std::string path = of_table(name);
  return path.empty() ? html(name) : link("../" + path, name);
}

Page Frame::page(const std::string& path, const std::string& title, const std::string& tab,
                 const std::string& body) const {
  const auto& readings = material_.readings;
  const std::string root = path.find('/') == std::string::npos ? "" : "../";
  std::string choices;
  for (const auto& reading : readings) {
    choices += "<option>" + html(reading.dialect->name) + "</option>";
  }
  std::string menu;
  for (const auto& [file, words] :
       {std::pair("index.html", "Migrations"), std::pair("tables.html", "Tables"),
        std::pair("diagram.html", "Diagram")}) {
    menu += std::string("<a href=\"") + root + file + "\"" +
            (tab == words ? " aria-current=\"page\"" : "") + ">" + words + "</a>";
  }
  // What the frame names is put in one pass, so that no author's text is read as a name.
  const std::map<std::string, std::string> values = {
      {"root", root},
      {"title", html(title)},
      {"site", html(readings.front().history.title)},
      {"menu", menu},
      {"dialect", html(readings.front().dialect->name)},
      {"dialects", choices},
      {"body", body}};
  const std::string& frame = material_.texts.at("page.html");
  std::string text;
  std::size_t at = 0;
  for (std::size_t mark = frame.find("{{"); mark != std::string::npos;
       mark = frame.find("{{", at)) {
    const std::size_t end = frame.find("}}", mark);
    const auto value = values.find(frame.substr(mark + 2, end - mark - 2));
    text += frame.substr(at, mark - at) + (value == values.end() ? "" : value->second);
    at = end == std::string::npos ? frame.size() : end + 2;
  }
  return {path, text + frame.substr(at)};
}

}  // namespace helium::site
