What drops keep is listed, written out as SQL, and cleared: a later down says that it is gone, when and by
whom, and runs nothing. While a migration is half done nothing is cleared.
--- dialects sqlite postgresql mariadb
--- file shop/shop_1.lua
-- shop_1.lua
-- Two tables
return {
  forward = function(queries)
    queries:create_table("person", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "name", type = "varchar(40)" },
        { name = "photo", type = "blob" },
      },
    })
    queries:create_table("note", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "weight", type = "double" } },
    })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- Two columns less
return {
  forward = function(queries)
    queries:drop_column("person", "photo")
    queries:drop_column("person", "name")
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- One table less
return {
  forward = function(queries)
    queries:drop_table("note")
  end,
}
--- run
helium stash
--- out
no stash
--- run @mariadb
sql "ALTER DATABASE CHARACTER SET utf8mb4"
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO note VALUES (1, 0.1), (2, 1e300), (3, NULL)"
helium status --design shop
--- out
...
    pending  2  2 3
--- run @sqlite
sql "INSERT INTO person VALUES (1, 'Zoë O''Hara 漢字 ☃', x'00ff270a'), (2, NULL, NULL), (3, '', x''), (4, 'a\\b;
c', NULL), (5, 'zero' || char(0) || 'byte', NULL)"
--- run @postgresql
sql "INSERT INTO person VALUES (1, 'Zoë O''Hara 漢字 ☃', '\\x00ff270a'), (2, NULL, NULL), (3, '', ''), (4, E'a\\\\b;
c', NULL)"
--- run @mariadb
sql "SET NAMES utf8mb4; INSERT INTO person VALUES (1, 'Zoë O''Hara 漢字 ☃', x'00ff270a'), (2, NULL, NULL), (3, '', ''), (4, 'a\\\\b;
c', NULL), (5, 'zero\\0byte', NULL)"
--- run
helium up --design shop >/dev/null
helium stash
--- out @sqlite @mariadb
stash                  of      holds ...rows  bytes ...since
helium_stash_shop_2_1  shop@2  rows of person (id, photo)  5     ...
helium_stash_shop_2_2  shop@2  rows of person (id, name)   5     ...
helium_stash_shop_3_1  shop@3  table note                  3     ...Z
3 stashes, ...B
--- out @postgresql
stash                  of      holds ...rows  bytes ...since
helium_stash_shop_2_1  shop@2  rows of person (id, photo)  4     ...
helium_stash_shop_2_2  shop@2  rows of person (id, name)   4     ...
helium_stash_shop_3_1  shop@3  table note                  3     ...Z
3 stashes, ...B
--- run
helium status --design shop
--- out
...
info: stash: 3 stashes, ...B for an undo
  hint: helium stash lists what is kept, helium stash clear gives up what is old
up to date
--- run
helium status --design shop --format json
--- out
..."stash":{"count":3,"bytes":...},"findings":...
--- run
helium stash export shop@2 --to kept.sql
helium stash export helium_stash_shop_3_1 >>kept.sql
helium stash clear --older-than 30d --yes
--- out
no stash
--- run exit=64
helium stash clear shop@4
--- out
usage: there is no stash shop@4
  hint: did you mean shop@...
--- run exit=64
helium stash clear shop@3
--- out
stash ...
helium_stash_shop_3_1  shop@3  table note ...
1 stash...
usage: this would be gone for good, and with it the way back of the migrations that are applied
  hint: helium stash export keeps a copy; the same command with --yes clears it
--- run exit=64
echo y | helium stash clear shop@3
--- run exit=4
echo n | script -qec "helium stash clear shop@3" asked >/dev/null
--- run
tr -d '\r' <asked; helium stash | tail -n 1
--- out
...
helium_stash_shop_3_1  shop@3  table note ...
1 stash...
this would be gone for good, and with it the way back of the migrations that are applied: clear it? [y/N] cancelled: nothing was cleared
  hint: helium stash export keeps a copy
...
3 stashes...
--- file shop/shop_4.lua
-- shop_4.lua
-- The second statement fails
return {
  transaction = "each",
  forward = {
    { sql = "CREATE TABLE half (id integer)", reverse = "DROP TABLE half" },
    { sql = "CREATE TABLE half (id integer)", reverse = "DROP TABLE half" },
  },
}
--- run exit=5
helium up --design shop
--- run exit=5
helium stash clear --yes
--- out
partial: shop_4 is half done: 1 of 2 statements stand: no stash is cleared before it is whole again
  hint: helium resume, or helium resume --undo
--- run
helium resume --undo --design shop >/dev/null
rm shop/shop_4.lua
--- file shop/shop_5.lua @postgresql @mariadb
-- shop_5.lua
-- A slow one
return {
  forward = { { sql = engine == "postgresql" and "SELECT pg_sleep(2)" or "SELECT sleep(2)", reverse = "" } },
}
--- start slow @postgresql @mariadb
exec helium up --design shop
--- until @postgresql @mariadb
sql "CREATE TABLE IF NOT EXISTS helium_stash_lost_1_1 (id integer)"
helium stash clear --yes --lock-timeout 50ms helium_stash_lost_1_1; test $? = 6
--- wait slow @postgresql @mariadb
--- run @postgresql @mariadb
helium down --design shop >/dev/null
rm shop/shop_5.lua
helium stash clear --yes helium_stash_lost_1_1
--- out @postgresql @mariadb
stash ...
helium_stash_lost_1_1 ...  rows of ? (id) ...
1 stash...
--- run
helium stash clear --yes shop@2
--- out
stash ...
helium_stash_shop_2_1 ...
helium_stash_shop_2_2 ...
2 stashes...
--- run
echo yes | script -qec "helium stash clear helium_stash_shop_3_1" /dev/null | tail -n 2 | tr -d '\r'
--- out
helium_stash_shop_3_1 ...
1 stash...
--- run
helium stash
--- out
no stash
--- run exit=65
helium down --design shop
--- out
design: shop_3 cannot be taken back: what it kept was cleared at 20...Z by ...@...
  hint: nothing was run; write its reverse section in SQL, or a new migration that goes on
--- run
helium history --exit-code
--- out
...
...  cleared ...@...  helium_stash_shop_2_1 with ... rows, helium_stash_shop_2_2 with ... rows
...  cleared ...@...  helium_stash_shop_3_1 with 3 rows
--- run @sqlite
sql ".read kept.sql"
sql "SELECT n.id || iif(n.name IS NULL, '-', hex(n.name)) || iif(p.photo IS NULL, '-', hex(p.photo)) FROM helium_stash_shop_2_2 n JOIN helium_stash_shop_2_1 p ON n.id = p.id ORDER BY 1"
sql "SELECT count(*) FROM helium_stash_shop_3_1 WHERE weight = 0.1 OR weight = 1e300 OR weight IS NULL"
--- out @sqlite
15A6FC3AB204F274861726120E6BCA2E5AD9720E2988300FF270A
2--
3
4615C623B0A63-
57A65726F0062797465-
3
--- run @postgresql
sql "$(cat kept.sql)" >/dev/null
sql "SELECT n.id || coalesce(encode(convert_to(n.name, 'UTF8'), 'hex'), '-') || coalesce(encode(p.photo, 'hex'), '-') FROM helium_stash_shop_2_2 n JOIN helium_stash_shop_2_1 p ON n.id = p.id ORDER BY n.id"
sql "SELECT count(*) FROM helium_stash_shop_3_1 WHERE weight = 0.1 OR weight = 1e300 OR weight IS NULL"
--- out @postgresql
15a6fc3ab204f274861726120e6bca2e5ad9720e2988300ff270a
2--
3
4615c623b0a63-
3
--- run @mariadb
sql "$(cat kept.sql)"
sql "SELECT CONCAT(n.id, COALESCE(HEX(n.name), '-'), COALESCE(HEX(p.photo), '-')) FROM helium_stash_shop_2_2 n JOIN helium_stash_shop_2_1 p ON n.id = p.id ORDER BY n.id"
sql "SELECT COUNT(*) FROM helium_stash_shop_3_1 WHERE weight = 0.1 OR weight = 1e300 OR weight IS NULL"
--- out @mariadb
15A6FC3AB204F274861726120E6BCA2E5AD9720E2988300FF270A
2--
3
4615C623B0A63-
57A65726F0062797465-
3
