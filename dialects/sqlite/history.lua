-- Texts of the ledger for SQLite. The rows are written by engine/history, in SQL that every
-- dialect knows; here is what differs. {info}, {ledger} and {events} are the tables, quoted and
-- qualified.

return {
  create_info = [[
  CREATE TABLE IF NOT EXISTS {info} (
    name text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (name)
  ) WITHOUT ROWID]],

  create_ledger = [[
  CREATE TABLE IF NOT EXISTS {ledger} (
    schema_name text NOT NULL,
    design text NOT NULL,
    number bigint NOT NULL,
    state text NOT NULL,
    direction text NOT NULL,
    title text NOT NULL,
    checksum text NOT NULL,
    checksum_algorithm text NOT NULL,
    repeatable integer NOT NULL,
    macros_hash text NOT NULL,
    transaction_class text NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    progress_hash text NOT NULL,
    intent integer NOT NULL,
    fingerprint text NOT NULL,
    applied_at text NOT NULL,
    applied_by text NOT NULL,
    host text NOT NULL,
    tool text NOT NULL,
    token text NOT NULL,
    milliseconds bigint NOT NULL,
    message text NOT NULL,
    kept text,
    taking_back integer NOT NULL,
    PRIMARY KEY (schema_name, design, number)
  ) WITHOUT ROWID]],

  create_events = [[
  CREATE TABLE IF NOT EXISTS {events} (
    schema_name text NOT NULL,
    design text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    number bigint NOT NULL,
    checksum text NOT NULL,
    happened_at text NOT NULL,
    done_by text NOT NULL,
    host text NOT NULL,
    tool text NOT NULL,
    token text NOT NULL,
    detail text NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    kept_hash text NOT NULL,
    PRIMARY KEY (schema_name, design, seq)
  ) WITHOUT ROWID]],

  -- Format 0 could not tell a migration that is taken back half way.
  upgrade_0_1 = [[ALTER TABLE {ledger} ADD COLUMN taking_back integer NOT NULL DEFAULT 0]],
  -- Format 1 did not seal what its rows keep.
  upgrade_1_1 = [[ALTER TABLE {events} ADD COLUMN kept_hash text NOT NULL DEFAULT '']],

  -- how values are bound in the rows that are written, so that their text is always the same
  marker = "?",

  -- the code of a row of a Helium folder
  code_as_text = "CAST({column} AS text)",
  number_as_text = "CAST({column} AS text)",

  -- What is applied, in one row for each design or in several that follow each other: its name, how many
  -- records are not simply applied, and a line "number checksum" for each record in order.
  sums = [[
  SELECT design, CAST(sum(state <> 'applied' OR repeatable <> 0) AS text), group_concat(line, '')
  FROM (SELECT design, state, repeatable, number || ' ' || checksum || char(10) AS line FROM {ledger}
    WHERE schema_name = {schema} AND state <> 'reverted' ORDER BY design, number)
  GROUP BY design]],

  -- UTC now, as text
  now = [[strftime('%Y-%m-%dT%H:%M:%fZ', 'now')]],
  -- milliseconds since the unit was made, and since the row says that the step began: here runner
  -- and database have one clock
  elapsed_in_unit = "CAST(round((julianday('now') - julianday({began})) * 86400000) AS integer)",
  elapsed_in_step = "CAST(round((julianday('now') - julianday(applied_at)) * 86400000) AS integer)",

  -- what the library says when a table is not there, or is there already
  missing_states = "",
  missing_message = "no such table",
  exists_states = "",
}
