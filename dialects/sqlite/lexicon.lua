-- How SQLite spells its tokens, and what its library thinks of statements.
return {
  backtick_identifiers = true,
  bracket_identifiers = true,
  identifier_symbols = "$",
  identifier_quote = '"',
  -- SQLite has no limit of its own; this one keeps names portable.
  identifier_length = 128,
  identifier_length_in_bytes = true,

  compound_owners = { "TRIGGER" },
  block_openers = { "BEGIN", "CASE" },

  outside_transaction = {
    "VACUUM", "ATTACH", "DETACH",
    "PRAGMA FOREIGN_KEYS", "PRAGMA JOURNAL_MODE", "PRAGMA SYNCHRONOUS", "PRAGMA WAL_CHECKPOINT",
    "PRAGMA AUTO_VACUUM", "PRAGMA PAGE_SIZE", "PRAGMA LOCKING_MODE",
  },
  implicit_commit = {},
  session_settings = {
    "PRAGMA FOREIGN_KEYS", "PRAGMA RECURSIVE_TRIGGERS", "PRAGMA LEGACY_ALTER_TABLE",
    "PRAGMA DEFER_FOREIGN_KEYS", "PRAGMA IGNORE_CHECK_CONSTRAINTS", "PRAGMA WRITABLE_SCHEMA",
    "PRAGMA CASE_SENSITIVE_LIKE", "PRAGMA TEMP_STORE", "PRAGMA SYNCHRONOUS", "PRAGMA CACHE_SIZE",
    "PRAGMA BUSY_TIMEOUT", "PRAGMA LOCKING_MODE", "PRAGMA TRUSTED_SCHEMA", "ATTACH",
  },
}
