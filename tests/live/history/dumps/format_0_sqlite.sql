CREATE TABLE "helium_info" (
  name text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (name)
) WITHOUT ROWID;
CREATE TABLE "helium_ledger" (
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
  PRIMARY KEY (schema_name, design, number)
) WITHOUT ROWID;
CREATE TABLE "helium_events" (
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
  PRIMARY KEY (schema_name, design, seq)
) WITHOUT ROWID;
