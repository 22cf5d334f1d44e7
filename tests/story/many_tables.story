MariaDB and MySQL are asked by two connections when there are many tables. What is no table is found either way, also
by a user who may have one connection only.
--- dialects mariadb
--- run
sql "$(for i in $(seq 1500); do echo "CREATE TABLE t$i (id INTEGER PRIMARY KEY);"; done)"
sql "CREATE VIEW seen AS SELECT id FROM t1"
helium inspect --format json >before.json
helium diff --from before.json --to "$DATABASE_URL"
--- out
the schemas are equal
--- run
sql "$(for i in $(seq 1 50 1500); do echo "ALTER TABLE t$i ADD COLUMN more INTEGER;"; done)"
helium diff --from before.json --to "$DATABASE_URL" --format sql | grep -c 'ADD COLUMN `more`'
sql "$(for i in $(seq 1 50 1500); do echo "ALTER TABLE t$i DROP COLUMN more;"; done)"
helium diff --from before.json --to "$DATABASE_URL"
--- out
30
the schemas are equal
--- run
sql "CREATE TRIGGER t2_before BEFORE INSERT ON t2 FOR EACH ROW SET NEW.id = NEW.id + 1"
helium diff --from before.json --to "$DATABASE_URL" --format text
--- out
...t2_before...
--- run
name="$(sql "SELECT database()")"
sql "CREATE USER alone_$name@localhost WITH MAX_USER_CONNECTIONS 1; GRANT ALL ON $name.* TO alone_$name@localhost"
helium diff --from before.json --to "$(echo "$DATABASE_URL" | sed "s/root@/alone_$name@/")" --format text
sql "DROP USER alone_$name@localhost"
--- out
...t2_before...
