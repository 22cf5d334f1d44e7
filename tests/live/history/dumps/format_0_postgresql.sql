CREATE TABLE "helium_info" (
  name varchar(32) NOT NULL,
  value varchar(128) NOT NULL,
  PRIMARY KEY (name)
);
CREATE TABLE "helium_ledger" (
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
  PRIMARY KEY (schema_name, design, number)
);
CREATE TABLE "helium_events" (
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
  PRIMARY KEY (schema_name, design, seq)
);
