// Any bytes as SQL of any dialect: pieces in order and at their right places, nothing but
// terminators between them, each piece, split again, is itself, and a text that is read in parts
// has the same pieces.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "dialects.h"
#include "helium/error.h"
#include "sql/split.h"

namespace {

using helium::Lexicon;
using helium::sql::Lexer;
using helium::sql::Piece;
using helium::sql::Token;

// Commands of the client may stand between pieces, and change what ends the next one.
bool has_client_commands(std::string_view text, const Lexicon& lexicon) {
  const std::string upper = helium::base::upper(text);
  return (lexicon.delimiter_command && upper.find("DELIMITER") != std::string::npos) ||
         (lexicon.terminator_comment && upper.find("--#SET") != std::string::npos);
}

void check_gap(std::string_view between, const Lexicon& lexicon) {
  const std::string gap = "\n" + std::string(between);
  Lexer lexer(gap, lexicon);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    fuzz::must(token.kind == Token::Kind::terminator);
  }
}

void check_places(std::string_view text, const std::vector<Piece>& pieces) {
  std::uint64_t end = 0;
  for (const auto& piece : pieces) {
    fuzz::must(piece.length > 0 && piece.offset >= end &&
               piece.offset + piece.length <= text.size());
    end = piece.offset + piece.length;
    const bool marked = text.substr(0, 3) == "\xEF\xBB\xBF";
    const auto place =
        helium::base::position_at(text.substr(marked ? 3 : 0), piece.offset - (marked ? 3 : 0));
    fuzz::must(place.line == piece.line && place.column == piece.column);
  }
}

void check_contents(std::string_view text, const std::vector<Piece>& pieces,
                    const Lexicon& lexicon) {
  std::uint64_t end = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (const auto& piece : pieces) {
    check_gap(text.substr(end, piece.offset - end), lexicon);
    end = piece.offset + piece.length;
    if (lexicon.dash_comment_needs_space && text.substr(0, end).ends_with("--")) {
      continue;  // MySQL: two dashes become a comment where the text ends
    }
    // Behind a newline, where a byte order mark is bytes like others.
    const std::string statement = "\n" + std::string(text.substr(piece.offset, piece.length));
    const auto again = helium::sql::split(statement, lexicon);
    fuzz::must(again.size() == 1 && again[0].length == piece.length);
  }
  check_gap(text.substr(end), lexicon);
}

// As helium split reads a file that is too big to be held.
void check_parts(std::string_view text, const std::vector<Piece>& pieces, const Lexicon& lexicon) {
  const std::size_t size = 3 + text.size() % 13;  // a byte order mark is never torn
  std::string part;
  helium::sql::SplitMark from;
  std::size_t at = 0;
  std::size_t taken = 0;
  for (bool last = false; !last;) {
    part += text.substr(taken, size);
    taken = std::min(taken + size, text.size());
    last = taken == text.size();
    helium::sql::Splitter splitter(part, lexicon, "", from, last);
    try {
      while (auto piece = splitter.next()) {
        piece->offset += from.offset;
        fuzz::must(at < pieces.size() && *piece == pieces[at]);
        ++at;
      }
    } catch (const helium::Error&) {
      fuzz::must(!last);
    }
    const auto mark = splitter.mark();
    part.erase(0, mark.offset);
    from = {from.offset + mark.offset, mark.line, mark.column, mark.terminator};
  }
  fuzz::must(at == pieces.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [lexicon, text] = fuzz::input_of(data, size);
  (void)helium::sql::place_at(text, size / 2, lexicon);
  std::vector<Piece> pieces;
  try {
    pieces = helium::sql::split(text, lexicon);
  } catch (const helium::Error& error) {
    const auto& where = error.where();
    fuzz::must(where.known() && where.length > 0 && where.offset + where.length <= text.size());
    return 0;
  }
  check_places(text, pieces);
  check_parts(text, pieces, lexicon);
  if (!has_client_commands(text, lexicon)) {
    check_contents(text, pieces, lexicon);
  }
  return 0;
}
