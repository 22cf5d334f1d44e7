// How a dialect spells its tokens: data read from dialects/<name>/lexicon.lua, used by the lexer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace helium {

/// Styles a dialect's lexer knows. Every member is off or empty unless lexicon.lua sets it.
struct Lexicon {
  std::string dialect;

  // Quotes
  bool backslash_escapes =
      false;  ///< '...\'...' in plain literals (MySQL without NO_BACKSLASH_ESCAPES)
  bool double_quoted_strings =
      false;  ///< "..." is a literal, not an identifier (MySQL without ANSI_QUOTES)
  bool backtick_identifiers = false;
  bool bracket_identifiers = false;
  bool dollar_quotes = false;                ///< $tag$ ... $tag$
  std::vector<std::string> escape_prefixes;  ///< E: backslash escapes inside this literal only

  // Comments
  bool nested_comments = false;
  bool hash_comments = false;
  bool dash_comment_needs_space = false;  ///< MySQL: `--x` is not a comment
  bool executable_comments = false;       ///< /*! ... */ is a token

  // Names
  std::string
      identifier_symbols;  ///< bytes besides letters, digits and _ that may stand in a word: $ # @
  char identifier_quote = '"';             ///< what quote_identifier writes
  std::uint32_t identifier_length = 63;    ///< longest name
  bool identifier_length_in_bytes = true;  ///< else characters

  // Terminators and bodies
  bool delimiter_command = false;   ///< MySQL client: DELIMITER //
  bool terminator_comment = false;  ///< DB2 CLP: --#SET TERMINATOR @
  bool rule_bodies = false;         ///< parentheses hold terminators: CREATE RULE ... DO ( a; b )
  bool psql_commands = false;       ///< \commands are psql's own: refused by name
  bool copy_from_stdin = false;     ///< COPY ... FROM STDIN: refused by name
  /// Words after CREATE and ALTER that may own a body of statements (TRIGGER, PROCEDURE), and the
  /// first words of statements that are such a body themselves ("BEGIN NOT ATOMIC").
  std::vector<std::string> compound_owners;
  std::vector<std::string>
      block_openers;  ///< words that open a block closed by END: BEGIN, CASE, IF

  // What the server thinks of statements
  std::vector<std::string>
      outside_transaction;  ///< word patterns, see sql::shape_of: "CREATE INDEX CONCURRENTLY"
  std::vector<std::string> implicit_commit;  ///< word patterns that commit by themselves
  std::vector<std::string>
      session_settings;  ///< word patterns lost with the connection: "SET", "PRAGMA"
};

}  // namespace helium
