-- Texts of the ledger for DB2. The rows are written by engine/history, in SQL that every
-- dialect knows; here is what differs. {info}, {ledger} and {events} are the tables, quoted and
-- qualified.

return {
  create_info = [[
  CREATE TABLE {info} (
    name VARCHAR(32) NOT NULL,
    value VARCHAR(128) NOT NULL,
    PRIMARY KEY (name)
  )]],

  create_ledger = [[
  CREATE TABLE {ledger} (
    schema_name VARCHAR(128) NOT NULL,
    design VARCHAR(128) NOT NULL,
    number BIGINT NOT NULL,
    state VARCHAR(32) NOT NULL,
    direction VARCHAR(32) NOT NULL,
    title VARCHAR(300) NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    checksum_algorithm VARCHAR(32) NOT NULL,
    repeatable INTEGER NOT NULL,
    macros_hash VARCHAR(64) NOT NULL,
    transaction_class VARCHAR(32) NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    progress_hash VARCHAR(64) NOT NULL,
    intent INTEGER NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    applied_at VARCHAR(40) NOT NULL,
    applied_by VARCHAR(128) NOT NULL,
    host VARCHAR(128) NOT NULL,
    tool VARCHAR(128) NOT NULL,
    token VARCHAR(64) NOT NULL,
    milliseconds BIGINT NOT NULL,
    message VARCHAR(1500) NOT NULL,
    kept CLOB(16M),
    taking_back INTEGER NOT NULL,
    PRIMARY KEY (schema_name, design, number)
  )]],

  create_events = [[
  CREATE TABLE {events} (
    schema_name VARCHAR(128) NOT NULL,
    design VARCHAR(128) NOT NULL,
    seq BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    number BIGINT NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    happened_at VARCHAR(40) NOT NULL,
    done_by VARCHAR(128) NOT NULL,
    host VARCHAR(128) NOT NULL,
    tool VARCHAR(128) NOT NULL,
    token VARCHAR(64) NOT NULL,
    detail VARCHAR(1500) NOT NULL,
    previous VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    kept_hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (schema_name, design, seq)
  )]],

  -- Format 0 could not tell a migration that is taken back half way.
  upgrade_0_1 = [[ALTER TABLE {ledger} ADD COLUMN taking_back INTEGER NOT NULL DEFAULT 0]],
  -- Format 1 did not seal what its rows keep.
  upgrade_1_1 = [[ALTER TABLE {events} ADD COLUMN kept_hash VARCHAR(64) NOT NULL DEFAULT '']],

  -- the code of a row of a Helium folder
  code_as_text = "{column}",
  number_as_text = "CAST({column} AS CHAR(20))",

  -- What is applied, in one row for each design or in several that follow each other: its name, how many
  -- records are not simply applied, and a line "number checksum" for each record in order.
  sums = [[
  SELECT design, CASE WHEN state = 'applied' AND repeatable = 0 THEN '0' ELSE '1' END,
    TRIM(CAST(number AS CHAR(20))) || ' ' || checksum
  FROM {ledger} WHERE schema_name = {schema} AND state <> 'reverted' ORDER BY design, number]],

  -- UTC now, as text: by the runner's clock, because the server's is local and has no zone
  now = "{began}",
  elapsed_in_unit = "0",
  elapsed_in_step = "0",

  -- what the server says when a table or its schema is not there, or is there already; the second
  -- and later words are Derby's
  missing_states = "42704 42X05 42Y07",
  missing_message = "",
  exists_states = "42710 X0Y32 23505",
}
