A dump of 100 MB is cut into statements in little memory, and they are written as they are found.
--- dialects sqlite
--- run
yes "INSERT INTO item (text) VALUES ('a; statement');" | head -n 2000000 >dump.sql
(ulimit -v 150000; helium split dump.sql --dialect postgresql | tail -n 1)
(ulimit -v 150000; helium split dump.sql --dialect mysql --format json | tail -c 116)
--- out
INSERT INTO item (text) VALUES ('a; statement');
"line":2000000,"column":1,"offset":97999951,"length":47,"text":"INSERT INTO item (text) VALUES ('a; statement')"}]}
