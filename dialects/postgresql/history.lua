-- Texts of the ledger for PostgreSQL. The rows are written by engine/history, in SQL that every
-- dialect knows; here is what differs. {info}, {ledger} and {events} are the tables, quoted and
-- qualified.

return {
  create_info = [[
  CREATE TABLE IF NOT EXISTS {info} (
    name varchar(32) NOT NULL,
    value varchar(128) NOT NULL,
    PRIMARY KEY (name)
  )]],

  create_ledger = [[
  CREATE TABLE IF NOT EXISTS {ledger} (
    schema_name varchar(128) NOT NULL,
    design varchar(128) NOT NULL,
    number bigint NOT NULL,
    state varchar(32) NOT NULL,
    direction varchar(32) NOT NULL,
    title varchar(300) NOT NULL,
    checksum varchar(64) NOT NULL,
    checksum_algorithm varchar(32) NOT NULL,
    repeatable integer NOT NULL,
    macros_hash varchar(64) NOT NULL,
    transaction_class varchar(32) NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    progress_hash varchar(64) NOT NULL,
    intent integer NOT NULL,
    fingerprint varchar(64) NOT NULL,
    applied_at varchar(40) NOT NULL,
    applied_by varchar(128) NOT NULL,
    host varchar(128) NOT NULL,
    tool varchar(128) NOT NULL,
    token varchar(64) NOT NULL,
    milliseconds bigint NOT NULL,
    message varchar(1500) NOT NULL,
    kept text,
    taking_back integer NOT NULL,
    PRIMARY KEY (schema_name, design, number)
  )]],

  create_events = [[
  CREATE TABLE IF NOT EXISTS {events} (
    schema_name varchar(128) NOT NULL,
    design varchar(128) NOT NULL,
    seq bigint NOT NULL,
    kind varchar(32) NOT NULL,
    number bigint NOT NULL,
    checksum varchar(64) NOT NULL,
    happened_at varchar(40) NOT NULL,
    done_by varchar(128) NOT NULL,
    host varchar(128) NOT NULL,
    tool varchar(128) NOT NULL,
    token varchar(64) NOT NULL,
    detail varchar(1500) NOT NULL,
    previous varchar(64) NOT NULL,
    hash varchar(64) NOT NULL,
    kept_hash varchar(64) NOT NULL,
    PRIMARY KEY (schema_name, design, seq)
  )]],

  -- Format 0 could not tell a migration that is taken back half way.
  upgrade_0_1 = [[ALTER TABLE {ledger} ADD COLUMN IF NOT EXISTS taking_back integer NOT NULL DEFAULT 0]],
  -- Format 1 did not seal what its rows keep.
  upgrade_1_1 = [[ALTER TABLE {events} ADD COLUMN IF NOT EXISTS kept_hash varchar(64) NOT NULL DEFAULT '']],

  -- how values are bound in the rows that are written, so that their text is always the same
  marker = "$",

  -- the code of a row of a Helium folder
  code_as_text = "{column}",
  number_as_text = "CAST({column} AS text)",

  -- What is applied, in one row for each design or in several that follow each other: its name, how many
  -- records are not simply applied, and a line "number checksum" for each record in order.
  sums = [[
  SELECT design, CAST(count(*) FILTER (WHERE state <> 'applied' OR repeatable <> 0) AS text),
    string_agg(number || ' ' || checksum || chr(10), '' ORDER BY number)
  FROM {ledger} WHERE schema_name = {schema} AND state <> 'reverted' GROUP BY design]],

  -- UTC now, as text
  now = [[to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')]],
  -- milliseconds since the unit's transaction began, and since the row says that the step began
  elapsed_in_unit = "CAST(extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000 AS bigint)",
  elapsed_in_step = "CAST(extract(epoch FROM clock_timestamp() - CAST(applied_at AS timestamptz)) * 1000 AS bigint)",

  -- what the server says when a table is not there, or is there already
  missing_states = "42P01 3F000",
  missing_message = "",
  exists_states = "42P07 42701 42710 23505",
}
