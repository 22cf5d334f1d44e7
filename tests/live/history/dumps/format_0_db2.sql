CREATE TABLE "helium_info" (
  name VARCHAR(32) NOT NULL,
  value VARCHAR(128) NOT NULL,
  PRIMARY KEY (name)
);
CREATE TABLE "helium_ledger" (
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
  PRIMARY KEY (schema_name, design, number)
);
CREATE TABLE "helium_events" (
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
  PRIMARY KEY (schema_name, design, seq)
);
