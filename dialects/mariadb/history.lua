-- Texts of the ledger for MariaDB. The rows are written by engine/history, in SQL that every
-- dialect knows; here is what differs. {info}, {ledger} and {events} are the tables, quoted and
-- qualified.

return {
  create_info = [[
  CREATE TABLE IF NOT EXISTS {info} (
    name varchar(32) NOT NULL,
    value varchar(128) NOT NULL,
    PRIMARY KEY (name)
  ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin]],

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
    kept longtext,
    taking_back integer NOT NULL,
    PRIMARY KEY (schema_name, design, number)
  ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin]],

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
  ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin]],

  -- Format 0 could not tell a migration that is taken back half way.
  upgrade_0_1 = [[ALTER TABLE {ledger} ADD COLUMN taking_back integer NOT NULL DEFAULT 0]],
  -- Format 1 did not seal what its rows keep.
  upgrade_1_1 = [[ALTER TABLE {events} ADD COLUMN kept_hash varchar(64) NOT NULL DEFAULT '']],

  -- the code of a row of a Helium folder
  code_as_text = "{column}",
  number_as_text = "CAST({column} AS char)",

  -- What is applied, in one row for each design or in several that follow each other: its name, how many
  -- records are not simply applied, and a line "number checksum" for each record in order.
  sums = [[
  SET STATEMENT group_concat_max_len = 1073741824 FOR
  SELECT design, CAST(sum(state <> 'applied' OR repeatable <> 0) AS char),
    GROUP_CONCAT(number, ' ', checksum, CHAR(10) ORDER BY number SEPARATOR '')
  FROM {ledger} WHERE schema_name = {schema} AND state <> 'reverted' GROUP BY design]],

  -- UTC now, as text
  now = [[DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%fZ')]],
  -- milliseconds since the unit's transaction began (the server does not know), and since the row
  -- says that the step began
  elapsed_in_unit = "0",
  elapsed_in_step = [[TIMESTAMPDIFF(MICROSECOND, STR_TO_DATE(applied_at, '%Y-%m-%dT%H:%i:%s.%fZ'), UTC_TIMESTAMP(6)) DIV 1000]],

  -- what the server says when a table is not there, or is there already
  missing_states = "42S02",
  missing_message = "",
  exists_states = "42S01 42S21 23000",
}
