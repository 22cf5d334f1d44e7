-- How PostgreSQL spells its tokens, and what its server thinks of statements.
return {
  dollar_quotes = true,
  escape_prefixes = { "E" },
  nested_comments = true,
  identifier_symbols = "$",
  identifier_quote = '"',
  identifier_length = 63,
  identifier_length_in_bytes = true,

  -- psql does not end a statement inside parentheses, which keeps CREATE RULE ... DO (a; b) whole.
  rule_bodies = true,
  psql_commands = true,
  copy_from_stdin = true,
  compound_owners = { "FUNCTION", "PROCEDURE" },
  block_openers = { "BEGIN", "CASE" },

  outside_transaction = {
    "CREATE * INDEX CONCURRENTLY",
    "DROP INDEX CONCURRENTLY",
    "REINDEX * CONCURRENTLY",
    "REINDEX DATABASE",
    "REINDEX SYSTEM",
    "REINDEX SCHEMA",
    "ALTER TABLE * DETACH PARTITION * CONCURRENTLY",
    -- Allowed in a transaction since 12, but the new value cannot be used before it commits.
    "ALTER TYPE * ADD VALUE",
    "VACUUM",
    "CREATE DATABASE",
    "DROP DATABASE",
    "ALTER DATABASE * SET TABLESPACE",
    "CREATE TABLESPACE",
    "DROP TABLESPACE",
    "ALTER SYSTEM",
    "CREATE SUBSCRIPTION",
    "DROP SUBSCRIPTION",
  },
  implicit_commit = {},
  session_settings = {
    "!SET LOCAL", "!SET TRANSACTION", "!SET CONSTRAINTS",
    "SET", "RESET", "DISCARD", "LISTEN", "UNLISTEN",
  },
}
