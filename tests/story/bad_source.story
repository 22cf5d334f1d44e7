A URL that needs rights which its user does not have: which right, and on what, is told.
--- dialects postgresql mariadb mysql

--- file shop/shop_1000.lua
return {
  forward = { { sql = "CREATE TABLE a (b integer NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE a" } },
}
--- run @postgresql
sql "DROP ROLE IF EXISTS story_onlooker"
sql "CREATE ROLE story_onlooker LOGIN PASSWORD 'hunter22'; GRANT USAGE ON SCHEMA $HELIUM_SCHEMA TO story_onlooker"
--- run @mariadb @mysql
sql "DROP USER IF EXISTS story_onlooker@'%'; CREATE USER story_onlooker@'%' IDENTIFIED BY 'hunter22'"
sql "GRANT SELECT ON \`$(sql "SELECT database()")\`.* TO story_onlooker@'%'"
sql "CREATE VIEW seen AS SELECT 1 AS id"
echo "$(echo "$TCP_URL" | sed -E 's#/[^/]*$##')/$(sql "SELECT database()")" >tcp
--- run @postgresql
echo "$TCP_URL" >tcp
--- run
sed -E 's#://[^@]*@#://story_onlooker:hunter22@#' tcp >onlooker
--- run @mysql
DATABASE_URL="$(cat onlooker)" helium inspect
--- out @mysql
view seen
--- run exit=4 @mariadb
DATABASE_URL="$(cat onlooker)" helium inspect
--- out @mariadb
refused: the server keeps the text of the view seen from this user
  hint: it needs the right SHOW VIEW on seen
--- run exit=4
helium test --design shop --cache cache --all --scratch "$(cat onlooker)"
--- out @postgresql
database: permission denied for database ...
  hint: it needs the right CREATE on the database ...
--- out @mariadb @mysql
database: Access denied for user 'story_onlooker'... to database 'helium_scratch_...'
  hint: it needs the right CREATE on helium_scratch_...
--- run @postgresql
sql "DROP OWNED BY story_onlooker; DROP ROLE story_onlooker"
--- run @mariadb @mysql
sql "DROP USER story_onlooker@'%'"
