// Splits a SQL text into statements the way the dialect's own client does, on exact bytes.
//
// The lexer knows quotes, comments and names from the Lexicon; the splitter adds the bodies that
// hold semicolons of their own (BEGIN ATOMIC, BEGIN ... END of routines and triggers, CREATE RULE),
// the terminator commands of the MySQL and DB2 clients, and refuses by name what only a client
// program can run (psql commands, COPY FROM STDIN). It never drops a statement and always makes
// progress: every byte is in a piece, a terminator, a comment or white space.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/error.h"
#include "helium/lexicon.h"
#include "sql/lexer.h"

namespace helium::sql {

/// One statement: from its first token to its last, without the terminator.
struct Piece {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  std::uint32_t line = 1;    ///< of the first token
  std::uint32_t column = 1;  ///< code points
  friend bool operator==(const Piece&, const Piece&) = default;
};

/// How far a splitter came: a text that is read in parts is split on from here.
struct SplitMark {
  std::uint64_t offset = 0;  ///< behind the last piece that was given out
  std::uint32_t line = 1;    ///< the place of that byte
  std::uint32_t column = 1;
  std::string terminator = ";";
};

/// Reads pieces one after the other in constant memory. `text` and `lexicon` must outlive it. A
/// byte order mark at offset 0 is skipped. `file` is used in errors only.
class Splitter {
 public:
  Splitter(std::string_view text, const Lexicon& lexicon, std::string file = {});
  /// One part of a text that is read in parts: it begins at byte `from.offset` of the whole, where
  /// another splitter stopped. Offsets of pieces count from there, lines and columns go on. Unless
  /// it is the `last` part, what its end cuts off is not given out.
  Splitter(std::string_view part, const Lexicon& lexicon, std::string file, const SplitMark& from,
           bool last);
  /// Where the splitter of the next part goes on; the offset counts from the beginning of this one.
  [[nodiscard]] SplitMark mark() const;
  /// The next statement, or nothing at the end. Throws Error(design) with place, source line and
  /// caret for an unterminated quote, comment, dollar quote or body, and for what is refused by
  /// name.
  [[nodiscard]] std::optional<Piece> next();

 private:
  [[nodiscard]] bool is_client_command(const Token& token);
  [[noreturn]] void refuse_client_text(const Token& token) const;
  void set_terminator(std::string_view line, std::uint64_t line_offset);
  [[nodiscard]] Piece piece(std::uint64_t begin, std::uint64_t end);
  [[nodiscard]] Error error_at(std::uint64_t offset, std::uint64_t length,
                               const std::string& message) const;
  [[nodiscard]] Error unclosed(const Token& token) const;

  std::string_view text_;
  const Lexicon& lexicon_;
  std::string file_;
  Lexer lexer_;
  bool resumed_ = false;  // the text before this part is not here
  bool last_ = true;
  std::string last_terminator_ = ";";  // in force when the last piece ended
  std::uint64_t last_end_ = 0;         // of the last piece
  std::uint64_t counted_ = 0;          // line_ and column_ are the place of this byte
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

/// All pieces of a text.
[[nodiscard]] std::vector<Piece> split(std::string_view text, const Lexicon& lexicon,
                                       const std::string& file = {});

/// What stands at a byte of a text: decides how outside text may be placed there.
enum class Context { bare, literal, identifier, comment, dollar_quote };

/// The context of byte `offset` when everything before it is lexed. For `literal` and `identifier`,
/// `quote` is the quoting byte, and `backslashes` tells whether a backslash escapes there.
struct Place {
  Context context = Context::bare;
  char quote = 0;
  bool backslashes = false;
};
[[nodiscard]] Place place_at(std::string_view text, std::uint64_t offset, const Lexicon& lexicon);

}  // namespace helium::sql
