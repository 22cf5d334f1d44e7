A folder that --home, HELIUM_HOME or the settings name replaces built-in texts; one that is misspelt stops everything.
--- dialects sqlite
--- file mine/macros/frame.lua
return { QUERIES = "own_queries" }
--- file design/app_1.lua
-- app_1.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE ${QUERIES} (id INTEGER)" } },
  reverse = { { sql = "DROP TABLE ${QUERIES}" } },
}
--- run
helium expand design/app_1.lua --dialect sqlite | grep TABLE
helium expand design/app_1.lua --dialect sqlite --home mine | grep TABLE
HELIUM_HOME=mine helium expand design/app_1.lua --dialect sqlite | grep -c own_queries
--- out
CREATE TABLE queries (id INTEGER);
DROP TABLE queries;
CREATE TABLE own_queries (id INTEGER);
DROP TABLE own_queries;
2
--- run exit=78
helium up --design design --home mien
--- out
config: home (flag --home): mien holds no dialects/, macros/ or scripts/
  hint: give the folder that holds them; without one the built-in texts are taken
--- run exit=78
echo 'home = "mien"' >helium.toml
helium up --design design; rc=$?; rm helium.toml; exit $rc
--- out
helium.toml:1:8: config: home (helium.toml:1): ...mien holds no dialects/, macros/ or scripts/
...
--- run exit=65
mkdir -p broken/macros; echo 'return { QUERIES = }' >broken/macros/frame.lua
helium expand design/app_1.lua --dialect sqlite --home broken
--- out
broken/macros/frame.lua:1:20: ...
...
--- run
test ! -e story.db
