#include "folder/seals.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "seal/base64.h"
#include "seal/brotli.h"
#include "sql/lexer.h"

namespace helium::folder {
namespace {

using sql::Token;

enum class Role { decode, decompress, keep };

struct Known {
  std::string_view name;
  Role role;
};

// Every function that an engine's macros ever put around a sealed text.
constexpr std::array<Known, 9> functions = {{{"DECODE", Role::decode},
                                             {"CRYPTO_DECODE", Role::decode},
                                             {"FROM_BASE64", Role::decode},
                                             {"BASE64DECODE", Role::decode},
                                             {"BASE64DECODEBINARY", Role::decode},
                                             {"BASE64_DECODE", Role::decode},
                                             {"BROTLI_DECOMPRESS", Role::decompress},
                                             {"CONVERT_FROM", Role::keep},
                                             {"CAST", Role::keep}}};

class Reader {
 public:
  Reader(std::string_view sql, const Lexicon& lexicon) : sql_(sql) {
    sql::Lexer lexer(sql, lexicon);
    for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
      tokens_.push_back(token);
    }
  }

  std::vector<Seal> run() {
    std::vector<Seal> seals;
    for (std::size_t at = 0; at < tokens_.size();) {
      std::size_t end = at + 1;
      Seal seal;
      const auto value = call(at, end, seal);
      if (value && decoded_) {
        seal.offset = tokens_[at].offset;
        seal.length = tokens_[end - 1].end() - seal.offset;
        seal.text = *value;
        seals.push_back(std::move(seal));
      }
      at = end;  // behind a call that is none after all, too: what is inside it is no text of its
                 // own
      decoded_ = false;
    }
    return seals;
  }

 private:
  [[nodiscard]] bool symbol(std::size_t at, char wanted) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::symbol &&
           sql_[tokens_[at].offset] == wanted;
  }

  [[nodiscard]] bool name(std::size_t at) const {
    return at < tokens_.size() &&
           (tokens_[at].kind == Token::Kind::word || tokens_[at].kind == Token::Kind::identifier);
  }

  [[nodiscard]] std::string_view text(std::size_t at) const {
    return sql_.substr(tokens_[at].offset, tokens_[at].length);
  }

  // The function whose name begins at `at`, schema and all; `at` moves behind the parenthesis.
  [[nodiscard]] const Known* function(std::size_t& at) const {
    std::size_t last = at;
    if (!name(at)) {
      return nullptr;
    }
    while (symbol(last + 1, '.') && name(last + 2)) {
      last += 2;
    }
    const std::string upper = base::upper(text(last));
    const auto known = std::find_if(functions.begin(), functions.end(),
                                    [&](const Known& one) { return one.name == upper; });
    if (known == functions.end() || !symbol(last + 1, '(')) {
      return nullptr;
    }
    at = last + 2;
    return &*known;
  }

  // The value of the call at `at`; `end` moves behind it. Nothing for any other text.
  std::optional<std::string> call(std::size_t at, std::size_t& end, Seal& seal) {
    const Known* known = function(at);
    if (known == nullptr) {
      return std::nullopt;
    }
    std::optional<std::string> value = literal(at);
    if (value) {
      ++at;
    } else {
      value = call(at, at, seal);
    }
    // What follows is the name of an encoding or of a type.
    std::size_t depth = 1;
    for (; value && depth > 0; ++at) {
      if (at >= tokens_.size()) {
        return std::nullopt;
      }
      depth += symbol(at, '(') ? 1 : 0;
      depth -= symbol(at, ')') ? 1 : 0;
    }
    end = at;
    return value ? applied(known->role, *value, seal) : std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> literal(std::size_t at) const {
    const bool plain = at < tokens_.size() && tokens_[at].kind == Token::Kind::literal &&
                       tokens_[at].quote == '\'' && tokens_[at].closed &&
                       sql_[tokens_[at].offset] == '\'';
    if (!plain) {
      return std::nullopt;
    }
    const std::string_view whole = text(at);
    return std::string(whole.substr(1, whole.size() - 2));
  }

  std::optional<std::string> applied(Role role, std::string& value, Seal& seal) {
    switch (role) {
      case Role::decode:
        decoded_ = true;
        return seal::from_base64(value);
      case Role::decompress:
        seal.compressed = true;
        return decoded_ ? seal::from_brotli(value) : std::nullopt;
      case Role::keep:
        return std::move(value);
    }
    return std::nullopt;
  }

  std::string_view sql_;
  std::vector<Token> tokens_;
  bool decoded_ = false;
};

}  // namespace

std::vector<Seal> seals_of(std::string_view sql, const Lexicon& lexicon) {
  return Reader(sql, lexicon).run();
}

}  // namespace helium::folder
