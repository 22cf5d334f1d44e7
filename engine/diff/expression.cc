#include "diff/expression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "sql/lexer.h"

namespace helium::diff {
namespace {

using Kind = sql::Token::Kind;

struct Word {
  Kind kind = Kind::end;
  std::string text;  // lower case, without quotes; literals as '...'
};

constexpr std::array operators = {"!~~*", "!~~", "~~*", "::", "<>", "!=", "<=", ">=", "||", "~~"};

// Without its quotes, doubled ones halved, in small letters.
std::string name_in(std::string_view quoted) {
  const char close = quoted.front() == '[' ? ']' : quoted.front();
  const std::string inside(quoted.substr(1, quoted.size() < 2 ? 0 : quoted.size() - 2));
  return base::lower(base::replaced(inside, std::string(2, close), std::string(1, close)));
}

std::vector<Word> words_of(std::string_view text, const Lexicon& lexicon) {
  std::vector<Word> words;
  sql::Lexer lexer(text, lexicon);
  std::uint64_t end = 0;
  for (auto token = lexer.next(); token.kind != Kind::end; token = lexer.next()) {
    const std::string_view spelt = text.substr(token.offset, token.length);
    if (token.kind == Kind::symbol) {
      // One byte each: what stands side by side may be one operator.
      const bool beside =
          !words.empty() && words.back().kind == Kind::symbol && end == token.offset;
      const std::string both = beside ? words.back().text + std::string(spelt) : "";
      const bool begins = std::any_of(
          operators.begin(), operators.end(),
          [&](std::string_view one) { return beside && one.substr(0, both.size()) == both; });
      begins ? void(words.back().text = both) : words.push_back({Kind::symbol, std::string(spelt)});
    } else if (token.kind == Kind::identifier) {
      words.push_back({Kind::word, name_in(spelt)});
    } else if (token.kind == Kind::literal) {
      words.push_back({Kind::literal, std::string(spelt)});
    } else {
      words.push_back({token.kind, base::lower(spelt)});
    }
    end = token.end();
  }
  return words;
}

class Parser {
 public:
  explicit Parser(std::vector<Word> words) : words_(std::move(words)) {}

  // Nothing when it is not understood.
  std::optional<std::string> whole() {
    std::string form = either();
    return failed_ || at_ != words_.size() ? std::nullopt : std::optional(form);
  }

 private:
  [[nodiscard]] bool sees(std::string_view text, std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() && words_[at_ + ahead].kind != Kind::literal &&
           words_[at_ + ahead].text == text;
  }
  bool take(std::string_view text) {
    const bool seen = sees(text);
    at_ += seen ? 1 : 0;
    return seen;
  }
  void need(std::string_view text) { failed_ = !take(text) || failed_; }
  [[nodiscard]] bool sees_kind(Kind kind) const {
    return at_ < words_.size() && words_[at_].kind == kind;
  }

  static std::string node(const std::string& name, const std::vector<std::string>& parts) {
    return name + "[" + base::joined(parts, ",") + "]";
  }

  std::string either() {
    std::vector<std::string> parts = {both()};
    while (take("or")) {
      parts.push_back(both());
    }
    return parts.size() == 1 ? parts.front() : node("or", parts);
  }

  std::string both() {
    std::vector<std::string> parts = {negated()};
    while (take("and")) {
      parts.push_back(negated());
    }
    return parts.size() == 1 ? parts.front() : node("and", parts);
  }

  std::string negated() { return take("not") ? node("not", {negated()}) : compared(); }

  std::string compared() {
    std::string left = sum();
    for (;;) {
      const bool negative = sees("not") && (sees("in", 1) || sees("like", 1) || sees("between", 1));
      at_ += negative ? 1 : 0;
      std::string right;
      if (take("is")) {
        const bool no = take("not");
        right = node(no ? "is not" : "is", {left, sum()});
      } else if (take("in")) {
        right = node("in", {left, list()});
      } else if (take("between")) {
        const std::string low = sum();
        need("and");
        right = node("and", {node(">=", {left, low}), node("<=", {left, sum()})});
      } else if (take("like") || take("~~")) {
        right = node("like", {left, sum()});
      } else if (take("!~~")) {
        right = node("not", {node("like", {left, sum()})});
      } else if (sees("=") && sees("any", 1)) {
        at_ += 2;
        right = node("in", {left, list()});
      } else if ((sees("<>") || sees("!=")) && sees("all", 1)) {
        at_ += 2;
        right = node("not", {node("in", {left, list()})});
      } else if (take("<>") || take("!=")) {
        right = node("<>", {left, sum()});
      } else if (sees("=") || sees("<") || sees(">") || sees("<=") || sees(">=")) {
        const std::string sign = words_[at_++].text;
        right = node(sign, {left, sum()});
      } else {
        failed_ = failed_ || negative;
        return left;
      }
      left = negative ? node("not", {right}) : right;
    }
  }

  std::string sum() {
    std::string left = product();
    while (sees("+") || sees("-") || sees("||")) {
      const std::string sign = words_[at_++].text;
      left = node(sign, {left, product()});
    }
    return left;
  }

  std::string product() {
    std::string left = cast();
    while (sees("*") || sees("/") || sees("%")) {
      const std::string sign = words_[at_++].text;
      left = node(sign, {left, cast()});
    }
    return left;
  }

  // A value without the types that a server says of it.
  std::string cast() {
    std::string value = one();
    for (;;) {
      if (take("::")) {
        type();
      } else if (take("collate")) {
        ++at_;
      } else {
        return value;
      }
    }
  }

  void type() {
    ++at_;
    while (take(".")) {
      ++at_;
    }
    while (sees("varying") || sees("precision") || sees("without") || sees("with") ||
           sees("time") || sees("zone") || sees("unsigned") || sees("signed")) {
      ++at_;
    }
    if (take("(")) {
      while (at_ < words_.size() && !take(")")) {
        ++at_;
      }
    }
    while (take("[")) {
      need("]");
    }
  }

  // (1, 2), or the values of an array, in however many pairs of brackets it stands.
  std::string list() {
    std::size_t parens = 1;
    while (sees("(", parens)) {
      ++parens;
    }
    const bool array = sees("array", parens) && sees("[", parens + 1);
    parens = array ? parens : 1;
    for (std::size_t i = 0; i < parens; ++i) {
      need("(");
    }
    at_ += array ? 2 : 0;
    std::vector<std::string> values;
    do {
      values.push_back(either());
    } while (take(","));
    if (array) {
      need("]");
    }
    for (; parens > 0 && !failed_; --parens) {
      if (take("::")) {
        type();
      }
      need(")");
    }
    return node("list", values);
  }

  std::vector<std::string> arguments() {
    std::vector<std::string> values;
    need("(");
    while (!failed_ && !take(")")) {
      values.push_back(take("*") ? "*" : either());
      if (!sees(")")) {
        need(",");
      }
    }
    return values;
  }

  std::string one() {
    if (at_ >= words_.size()) {
      failed_ = true;
      return {};
    }
    if (take("(")) {
      std::string inside = either();
      need(")");
      return inside;
    }
    if (take("-")) {
      return "-" + one();
    }
    if (sees_kind(Kind::literal) || sees_kind(Kind::number)) {
      return words_[at_++].text;
    }
    if (!sees_kind(Kind::word) || sees("case") || sees("select") || sees("exists")) {
      failed_ = true;
      return {};
    }
    return named();
  }

  std::string named() {
    std::string name = words_[at_++].text;
    if (name.front() == '_' && sees_kind(Kind::literal)) {
      return words_[at_++].text;  // MySQL: the literal's character set
    }
    if (name == "cast" && sees("(")) {
      ++at_;
      std::string value = either();
      need("as");
      type();
      need(")");
      return value;
    }
    if (name == "now" || name.rfind("current_timestamp", 0) == 0) {
      if (sees("(")) {
        (void)arguments();
      }
      return "now";
    }
    if (name == "true" || name == "false") {
      return name == "true" ? "1" : "0";
    }
    while (take(".")) {
      name += "." + words_[std::min(at_, words_.size() - 1)].text;
      ++at_;
    }
    return sees("(") ? node(name, arguments()) : name;
  }

  std::vector<Word> words_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string form_of(std::string_view expression, const Lexicon& lexicon) {
  std::vector<Word> words = words_of(expression, lexicon);
  std::string plain;
  for (const Word& word : words) {
    plain += (plain.empty() ? "" : " ") + word.text;
  }
  return Parser(std::move(words)).whole().value_or(plain);
}

}  // namespace helium::diff
