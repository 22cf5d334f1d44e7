-- How MariaDB spells its tokens, and what its server thinks of statements. The session's sql_mode is
-- pinned, so backslashes always escape and "..." is always a string.
return {
  backslash_escapes = true,
  double_quoted_strings = true,
  backtick_identifiers = true,
  hash_comments = true,
  dash_comment_needs_space = true,
  executable_comments = true,
  identifier_symbols = "$",
  identifier_quote = "`",
  identifier_length = 64,
  identifier_length_in_bytes = false,

  delimiter_command = true,
  compound_owners = { "FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "PACKAGE", "BEGIN NOT ATOMIC" },
  block_openers = { "BEGIN", "CASE", "IF", "LOOP", "REPEAT", "WHILE", "FOR" },

  outside_transaction = {},
  -- These commit before they run, even when they then fail.
  implicit_commit = {
    "!CREATE TEMPORARY TABLE", "!DROP TEMPORARY TABLE",
    "ALTER", "CREATE", "DROP", "RENAME", "TRUNCATE", "GRANT", "REVOKE", "SET PASSWORD",
    "LOCK TABLES", "LOCK TABLE", "UNLOCK TABLES", "ANALYZE", "CACHE INDEX", "CHECK TABLE",
    "FLUSH", "LOAD INDEX", "OPTIMIZE", "REPAIR", "RESET", "INSTALL", "UNINSTALL", "IMPORT TABLE",
    "START SLAVE", "STOP SLAVE", "START REPLICA", "STOP REPLICA", "CHANGE MASTER",
    "CHANGE REPLICATION", "BEGIN", "START TRANSACTION", "COMMENT",
  },
  session_settings = {
    "!SET PASSWORD", "!SET TRANSACTION", "!SET GLOBAL", "!SET PERSIST",
    "SET", "USE",
  },
}
