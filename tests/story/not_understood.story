What a catalog holds of a schema and nobody here compares is listed by its name, and nothing of an ordinary schema is.
--- dialects postgresql mariadb mysql

--- file plain.postgresql
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN small AS integer CHECK (VALUE < 10);
CREATE SEQUENCE counter START 7;
CREATE TABLE team (id bigserial PRIMARY KEY, name varchar(40) NOT NULL UNIQUE, feels mood, made timestamptz DEFAULT now());
CREATE TABLE person (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, team bigint NOT NULL REFERENCES team ON DELETE SET NULL, note text COLLATE "C", n small, CHECK (id > 0));
CREATE INDEX person_note ON person (lower(note)) INCLUDE (team);
CREATE TABLE log (id integer, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE VIEW names AS SELECT name FROM team;
CREATE MATERIALIZED VIEW many AS SELECT count(*) FROM team;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch();
GRANT SELECT ON team TO PUBLIC;
GRANT EXECUTE ON FUNCTION touch() TO CURRENT_USER;
COMMENT ON TABLE team IS 'teams';
COMMENT ON COLUMN team.name IS 'its name';
COMMENT ON INDEX person_note IS 'for looking up';
--- file odd.postgresql
CREATE TABLE a (id serial PRIMARY KEY, n text, m text, UNIQUE (n) INCLUDE (m), CONSTRAINT positive CHECK (id > 0) NO INHERIT);
CREATE TABLE b (n text CONSTRAINT b_a REFERENCES a (n) MATCH FULL) WITH (toast.autovacuum_enabled = false);
ALTER SEQUENCE a_id_seq INCREMENT 2;
ALTER TABLE a ALTER n SET STORAGE EXTERNAL, ALTER m SET STATISTICS 7;
CREATE INDEX a_m ON a (m) WITH (fillfactor = 50);
CREATE FUNCTION secret() RETURNS integer LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION secret() FROM PUBLIC;
CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER off BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION quiet();
CREATE TRIGGER copies BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION quiet();
ALTER TABLE a DISABLE TRIGGER off, ENABLE REPLICA TRIGGER copies;
CREATE VIEW v AS SELECT id, n FROM a;
ALTER VIEW v ALTER n SET DEFAULT 'x';
CREATE DOMAIN letters AS text COLLATE "C";
CREATE TYPE size AS ENUM ('sad');
REVOKE USAGE ON TYPE size FROM PUBLIC;
COMMENT ON COLUMN v.n IS 'its name';
COMMENT ON CONSTRAINT b_a ON b IS 'why';
COMMENT ON TRIGGER off ON a IS 'when';
COMMENT ON SEQUENCE a_id_seq IS 'counts';
COMMENT ON INDEX a_pkey IS 'the key';
DO $$ BEGIN EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT ON TABLES TO PUBLIC', current_schema()); END $$;
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
--- file plain.mariadb
CREATE TABLE team (id bigint AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL UNIQUE, made datetime DEFAULT now()) COMMENT 'teams';
CREATE TABLE person (id integer PRIMARY KEY, team bigint NOT NULL, FOREIGN KEY (team) REFERENCES team (id), CHECK (id > 0)) ROW_FORMAT=COMPACT;
CREATE TABLE log (id integer, day integer, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p VALUES LESS THAN (10));
CREATE INDEX person_team ON person (team, id);
CREATE VIEW names AS SELECT name FROM team;
CREATE TRIGGER a_first BEFORE UPDATE ON team FOR EACH ROW SET NEW.name = 'x';
CREATE TRIGGER b_second BEFORE UPDATE ON team FOR EACH ROW SET NEW.name = 'y';
--- file odd.mysql_family
CREATE TABLE a (id integer PRIMARY KEY, n integer INVISIBLE);
CREATE TABLE b (id integer PRIMARY KEY) MAX_ROWS=1000;
CREATE TRIGGER z_first BEFORE UPDATE ON a FOR EACH ROW SET NEW.n = 1;
CREATE TRIGGER a_second BEFORE UPDATE ON a FOR EACH ROW SET NEW.n = 2;
--- run @postgresql
sql "$(cat plain.postgresql)"
helium inspect | grep -c '^not understood' || true
sql "$(cat odd.postgresql)"
helium inspect | grep '^not understood' | tr -s ' '
--- out @postgresql
0
not understood: collation of the domain letters
not understood: comment on the constraint b_a
not understood: comment on the index a_pkey
not understood: comment on the sequence a_id_seq
not understood: default of the view column v.n
not understood: default privilege of ...
not understood: option of the check positive on a
not understood: option of the column a.m
not understood: option of the column a.n
not understood: option of the foreign key b_a on b
not understood: option of the index a_m
not understood: option of the index a_n_m_key
not understood: option of the sequence a_id_seq
not understood: option of the table b
not understood: right on the type size
not understood: text search configuration words
--- run @mariadb
sql "$(cat plain.mariadb)"
helium inspect | grep -c '^not understood' || true
sql "$(cat odd.mysql_family)"
sql "CREATE TABLE c (id integer PRIMARY KEY) WITH SYSTEM VERSIONING"
helium inspect | grep '^not understood' | tr -s ' '
--- out @mariadb
0
not understood: option of the column a.n
not understood: option of the table b
not understood: order of the triggers a
not understood: system versioned table c
--- run @mysql
sql "$(cat plain.mariadb)"
helium inspect | grep -c '^not understood' || true
sql "$(cat odd.mysql_family)"
sql "CREATE TABLE c (id integer PRIMARY KEY, n integer, INDEX c_n (n) INVISIBLE)"
helium inspect | grep '^not understood' | tr -s ' '
--- out @mysql
0
not understood: option of the column a.n
not understood: option of the index c_n
not understood: option of the table b
not understood: order of the triggers a
