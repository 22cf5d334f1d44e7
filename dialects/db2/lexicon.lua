-- How Db2 spells its tokens, and what its server thinks of statements.
return {
  nested_comments = true,
  identifier_symbols = "#@$",
  identifier_quote = '"',
  identifier_length = 128,
  identifier_length_in_bytes = true,

  terminator_comment = true,
  -- Db2 has no BEGIN TRANSACTION: a statement that begins with BEGIN is a compound one.
  compound_owners = { "FUNCTION", "PROCEDURE", "TRIGGER", "MODULE", "BEGIN" },
  block_openers = { "BEGIN", "CASE", "IF", "LOOP", "REPEAT", "WHILE", "FOR" },

  -- REORG and its like commit what is open before they run.
  outside_transaction = { "CALL SYSPROC ADMIN_CMD", "CALL ADMIN_CMD", "REORG", "RUNSTATS" },
  implicit_commit = { "CALL SYSPROC ADMIN_CMD", "CALL ADMIN_CMD", "REORG", "RUNSTATS" },
  session_settings = {
    "SET CURRENT", "SET SCHEMA", "SET PATH", "SET SESSION", "SET ENCRYPTION", "SET ISOLATION",
  },
}
