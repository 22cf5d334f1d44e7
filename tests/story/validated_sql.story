A folder of SQL is written for one dialect: what is wrong under another one only is right.
--- dialects sqlite
--- file design/0001_people.sql
-- UP
BEGIN;
CREATE TABLE people (id integer PRIMARY KEY);
COMMIT;
-- DOWN
BEGIN;
DROP TABLE people;
COMMIT;
--- run
env -u DATABASE_URL helium validate --write --design design
env -u DATABASE_URL helium validate --design design --url postgresql://me@localhost/shop
helium validate --design design
--- out
nothing wrong
nothing wrong
nothing wrong
--- run exit=65
helium validate --design design --dialect db2
--- file design/0002_wrong.sql
-- UP
INSERT INTO people VALUES ('no end);
-- DOWN
DELETE FROM people;
--- run exit=65
env -u DATABASE_URL helium validate --design design
--- run exit=1
rm design/0002_wrong.sql
helium up --design design >/dev/null
touch design/0003.sql
helium status --design design --exit-code
