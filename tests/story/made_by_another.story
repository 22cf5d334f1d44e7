A view or routine of MySQL and MariaDB keeps its DEFINER, what parameters are made of and a view's ALGORITHM. What it
was made under, the sql_mode and the character set of a session, nothing but its author's words brings back.
--- dialects mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- Of another
return {
  forward = function(queries)
    queries:replace_view("ids", { select = "SELECT id AS one FROM item" })
    queries:drop_view("shown")
    queries:drop_routine("low")
    queries:replace_routine("high", { definition = "CREATE FUNCTION high(a int) RETURNS int DETERMINISTIC RETURN a + 1" })
  end,
}
--- file look.sh
sql "SELECT CONCAT(table_name, ' ', definer, ' ', security_type) FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY table_name"
sql "SELECT CONCAT(routine_name, ' ', definer, ' ', sql_mode <> '') FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY routine_name"
sql "SHOW CREATE VIEW ids" | grep -o "ALGORITHM=[A-Z]*"
sql "SELECT CONCAT(ordinal_position, ' ', collation_name) FROM information_schema.parameters WHERE specific_schema = DATABASE() AND specific_name = 'low' ORDER BY ordinal_position"
--- file as.sh
# As the program makes it, and as somebody whom nobody has to know.
more=$([ $DIALECT = mariadb ] && echo ,NO_AUTO_CREATE_USER)
sql "SET sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION$more'; SET NAMES utf8mb4; $1"
--- run
sql "CREATE TABLE item (id int PRIMARY KEY, name varchar(10))"
sh as.sh "CREATE ALGORITHM=MERGE DEFINER='own\`er'@'%' VIEW ids AS SELECT id FROM item"
sh as.sh "CREATE DEFINER='owner'@'localhost' SQL SECURITY INVOKER VIEW shown AS SELECT id, 'x' AS x FROM item"
sh as.sh "CREATE DEFINER='owner'@'localhost' FUNCTION low(a varchar(10) CHARSET ascii COLLATE ascii_bin, b varchar(5)) RETURNS varchar(20) CHARSET ascii DETERMINISTIC RETURN a"
sh as.sh "CREATE DEFINER='owner'@'localhost' FUNCTION high(a int) RETURNS int DETERMINISTIC RETURN a"
sh look.sh >before
helium up --design shop >/dev/null 2>&1
sh look.sh
sql "SELECT high(1)" 2>&1 | grep -c "owner"
helium down --design shop >/dev/null 2>&1
sh look.sh | diff before - && cat before
--- out
ids own`er@% DEFINER
high owner@localhost 1
ALGORITHM=UNDEFINED
1
ids own`er@% DEFINER
shown owner@localhost INVOKER
high owner@localhost 1
low owner@localhost 1
ALGORITHM=MERGE
0 ascii_general_ci
1 ascii_bin
2 ...
--- run
helium inspect --format json | sed 's/`id` AS `id` from/`id` + 1 AS `id` from/' >wanted.json
helium diff --from "$DATABASE_URL" --to wanted.json --format sql
helium inspect --format sql | grep -c "DEFINER =" || true
--- out
DROP VIEW `ids`;
CREATE ALGORITHM=MERGE DEFINER = `own``er`@`%` VIEW `ids` AS ...;
0
--- run exit=65
sql "DROP VIEW shown"
sql "SET NAMES latin1; CREATE VIEW shown AS SELECT id, 'x' AS x FROM item"
helium up --design shop
--- out
shop/shop_1.lua:6: design: drop_view: the view shown would come back with another DEFINER, sql_mode or character set
  ...
  hint: give it a reverse that makes it as it is: reverse = "CREATE DEFINER = ..."
--- run
helium inspect --format json | sed "s/'x' AS/'y' AS/" >wanted.json
helium diff --from "$DATABASE_URL" --to wanted.json --format sql 2>&1 >/dev/null
--- out
note: the view shown: made again, it has another DEFINER, sql_mode or character set
--- run exit=65
sql "DROP VIEW shown"
sql "CREATE VIEW shown AS SELECT id FROM item WHERE id > 0"
sql "DROP FUNCTION low"
sql "SET sql_mode = 'ANSI'; CREATE FUNCTION low() RETURNS int DETERMINISTIC RETURN 1"
helium up --design shop
--- out
shop/shop_1.lua:7: design: drop_routine: the function low would come back with another DEFINER, sql_mode or character set
  ...
  hint: give it a reverse that makes it as it is: reverse = "CREATE DEFINER = ..."
--- run exit=65
sql "DROP FUNCTION low"
sh as.sh "CREATE DEFINER='owner'@'localhost' FUNCTION low() RETURNS int DETERMINISTIC RETURN 1" >/dev/null
sql "DROP USER IF EXISTS story_maker@'%'; CREATE USER story_maker@'%' IDENTIFIED BY 'hunter2'"
sql "GRANT ALL ON \`$(sql "SELECT database()")\`.* TO story_maker@'%'"
DATABASE_URL="$(echo "$TCP_URL" | sed -E 's#://[^@]*@#://story_maker:hunter2@#')" helium up --design shop --schema "$(sql "SELECT database()")"
--- out
shop/shop_1.lua:5: design: replace_view: the view ids would come back with another DEFINER, sql_mode or character set
  ...
--- run
sql "DROP USER story_maker@'%'"
