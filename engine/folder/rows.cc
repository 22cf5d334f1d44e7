#include "folder/rows.h"

#include <charconv>

#include "base/text.h"
#include "folder/seals.h"
#include "sql/lexer.h"

namespace helium::folder {
namespace {

using sql::Token;

// A stretch of tokens.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Reader {
 public:
  Reader(std::string_view sql, const Lexicon& lexicon) : sql_(sql), lexicon_(lexicon) {
    sql::Lexer lexer(sql, lexicon);
    std::size_t depth = 0;
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
      const bool symbol = token.kind == Token::Kind::symbol;
      depth -= symbol && sql[token.offset] == ')' && depth > 0 ? 1 : 0;
      tokens_.push_back(token);
      depths_.push_back(depth);
      depth += symbol && sql[token.offset] == '(' ? 1 : 0;
    }
  }

  std::vector<QueryRow> run() {
    const std::size_t columns_at = behind_table();
    if (columns_at == 0 || !symbol(columns_at, '(')) {
      return {};
    }
    const Range list = inside(columns_at);
    for (const Range& column : items(list)) {
      columns_.push_back(base::lower(unquoted(column.end - 1)));
    }
    std::vector<QueryRow> rows;
    for (std::size_t at = list.end + 1; at < tokens_.size(); ++at) {
      if (depths_[at] == 0 && word(at, "SELECT")) {
        rows.push_back(row(items(select_list(at + 1))));
      } else if (depths_[at] == 0 && word(at, "VALUES")) {
        while (symbol(at + 1, '(')) {
          const Range values = inside(at + 1);
          rows.push_back(row(items(values)));
          at = symbol(values.end + 1, ',') ? values.end + 1 : values.end;
        }
      }
    }
    return rows;
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const {
    return sql_.substr(tokens_[at].offset, tokens_[at].length);
  }
  [[nodiscard]] bool symbol(std::size_t at, char wanted) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::symbol &&
           sql_[tokens_[at].offset] == wanted;
  }
  [[nodiscard]] bool word(std::size_t at, std::string_view wanted) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::word &&
           base::same_word(text(at), wanted);
  }
  [[nodiscard]] std::string unquoted(std::size_t at) const {
    const std::string_view whole = text(at);
    return std::string(tokens_[at].kind == Token::Kind::identifier && whole.size() > 1
                           ? whole.substr(1, whole.size() - 2)
                           : whole);
  }

  // The token behind `INSERT INTO [schema.]queries`; 0 for another statement.
  [[nodiscard]] std::size_t behind_table() const {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
      if (depths_[at] != 0 || !word(at, "INSERT") || !word(at + 1, "INTO")) {
        continue;
      }
      std::size_t name = at + 2;
      while (symbol(name + 1, '.')) {
        name += 2;
      }
      return base::same_word(unquoted(name), "queries") ? name + 1 : 0;
    }
    return 0;
  }

  // Between the parenthesis at `open` and its other half.
  [[nodiscard]] Range inside(std::size_t open) const {
    std::size_t end = open + 1;
    while (end < tokens_.size() && depths_[end] > depths_[open]) {
      ++end;
    }
    return {open + 1, end};
  }

  [[nodiscard]] Range select_list(std::size_t begin) const {
    std::size_t end = begin;
    while (end < tokens_.size() &&
           (depths_[end] != 0 || !(word(end, "FROM") || word(end, "WHERE") || word(end, "UNION") ||
                                   tokens_[end].kind == Token::Kind::terminator))) {
      ++end;
    }
    return {begin, end};
  }

  [[nodiscard]] std::vector<Range> items(Range range) const {
    std::vector<Range> found;
    const std::size_t depth = range.begin < range.end ? depths_[range.begin] : 0;
    std::size_t begin = range.begin;
    for (std::size_t at = range.begin; at < range.end; ++at) {
      if (depths_[at] == depth && symbol(at, ',')) {
        found.push_back({begin, at});
        begin = at + 1;
      }
    }
    if (begin < range.end) {
      found.push_back({begin, range.end});
    }
    return found;
  }

  [[nodiscard]] QueryRow row(const std::vector<Range>& values) const {
    QueryRow row;
    for (std::size_t i = 0; i < values.size() && i < columns_.size(); ++i) {
      if (columns_[i] == "query_ref") {
        row.ref = number(values[i]);
      } else if (columns_[i].rfind("query_type", 0) == 0) {
        row.type = number(values[i]);
      } else if (columns_[i] == "code" || columns_[i] == "query_code") {
        row.code = value(values[i]);
      } else if (columns_[i] == "name") {
        row.name = value(values[i]);
      } else if (columns_[i] == "collection") {
        row.collection = value(values[i]);
      }
    }
    return row;
  }

  // Alone, or with a name behind it.
  [[nodiscard]] bool alone(Range range) const {
    const std::size_t count = range.end - range.begin;
    return count == 1 || count == 2 || (count == 3 && word(range.begin + 1, "AS"));
  }

  [[nodiscard]] std::optional<std::int64_t> number(Range range) const {
    std::int64_t value = 0;
    const std::string_view digits = text(range.begin);
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = end.ec == std::errc() && end.ptr == digits.data() + digits.size();
    return alone(range) && whole ? std::optional(value) : std::nullopt;
  }

  // A sealed text, whatever is called around it, or a plain literal.
  [[nodiscard]] std::optional<std::string> value(Range range) const {
    const std::uint64_t begin = tokens_[range.begin].offset;
    const std::uint64_t end = tokens_[range.end - 1].end();
    const auto seals = seals_of(sql_.substr(begin, end - begin), lexicon_);
    if (seals.size() == 1) {
      return seals.front().text;
    }
    const Token& token = tokens_[range.begin];
    const std::string_view whole = text(range.begin);
    const bool escaped = token.backslashes && whole.find('\\') != std::string_view::npos;
    if (!alone(range) || token.kind != Token::Kind::literal || escaped) {
      return std::nullopt;
    }
    return base::replaced(std::string(whole.substr(1, whole.size() - 2)), "''", "'");
  }

  std::string_view sql_;
  const Lexicon& lexicon_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> depths_;
  std::vector<std::string> columns_;
};

}  // namespace

std::vector<QueryRow> rows_of(std::string_view statement, const Lexicon& lexicon) {
  return Reader(statement, lexicon).run();
}

}  // namespace helium::folder
