`helium test` tries migrations on a throw-away place: what does not lead back to the exact start is a failure, and
what loses rows is named. The target itself is not touched.
--- dialects sqlite

--- file shop/shop_1000.lua
return {
  forward = { { sql = [=[ CREATE TABLE a (b integer NOT NULL) ]=] } },
  reverse = { { sql = [=[ DROP TABLE a ]=] } },
}
--- file shop/shop_1001.lua
return {
  forward = { { sql = [=[ CREATE TABLE c (d integer NOT NULL) ]=] }, { sql = [=[ DELETE FROM a ]=] } },
  reverse = { { sql = [=[ DROP TABLE c ]=] } },
}
--- file shop/shop_1002.lua
return {
  forward = { { sql = [=[ CREATE INDEX c_d ON c (d) ]=] } },
  reverse = { { sql = [=[ SELECT 1 ]=] } },
}
--- file shop/shop_1003.lua
return {
  forward = { { sql = [=[ CREATE TABLE e (f integer) ]=] } },
  reverse = { { sql = [=[ DROP TABLE e ]=] } },
}
--- run exit=65
chmod 711 . && mkdir -m 777 tmp
export TMPDIR="$PWD/tmp"
helium test --design shop --cache cache --junit found.xml
--- out
passed   sqlite  shop 1000...
failed   sqlite  shop 1001...down does not lead back; rows lost: a (24, such as b = 1)
failed   sqlite  shop 1002...down does not lead back: drop_index c.c_d is still needed
skipped  sqlite  shop 1003...a migration before it failed
4 tried, 2 failed, in ... s
--- run
cat found.xml
ls tmp | wc -l
test ! -e "${DATABASE_URL#sqlite:}" && echo untouched
--- out
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="helium test" tests="4" failures="2" time="...">
  <testcase classname="sqlite.shop" name="shop 1000 " file="shop/shop_1000.lua" time="..."></testcase>
  <testcase classname="sqlite.shop" name="shop 1001 " file="shop/shop_1001.lua" time="..."><failure message="down does not lead back; rows lost: a (24, such as b = 1)"/></testcase>
  ...
</testsuite>
0
untouched
--- run exit=65
helium test --design shop --cache cache --target 1001
--- out
passed  sqlite  shop 1000...unchanged since it passed
failed  sqlite  shop 1001...rows lost: a (24, such as b = 1)
2 tried, 1 failed, in ... s
--- file helium.toml
url = "sqlite:here.db"
designs = ["shop"]
[environments.production]
url = "mysql://nobody@127.0.0.1:1/shop"
--- run
DATABASE_URL= helium test --cache cache --target 1000
--- out
warning: not tried on mysql: nothing says on which mysql server this may be tried, and none can be started here
passed  sqlite  shop 1000...unchanged since it passed
1 tried, 0 failed, in ... s
--- run
rm helium.toml
echo '-- Another text' >> shop/shop_1000.lua
helium test --design shop --cache cache --target 1000
helium test --design shop --cache cache --target 1000
helium test --design shop --cache cache --target 1000 --all
--- out
passed  sqlite  shop 1000
1 tried, 0 failed, in ... s
passed  sqlite  shop 1000...unchanged since it passed
1 tried, 0 failed, in ... s
passed  sqlite  shop 1000
1 tried, 0 failed, in ... s
--- file counted/counted_1000.lua
return {
  forward = { { sql = [=[ CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT) ]=] } },
  reverse = { { sql = [=[ DROP TABLE a ]=] } },
}
--- file counted/counted_1001.lua
return {
  forward = { { sql = [=[ CREATE TABLE c (d INTEGER) ]=] } },
  reverse = { { sql = [=[ DROP TABLE c ]=] }, { sql = [=[ UPDATE sqlite_sequence SET seq = 0 WHERE name = 'a' ]=] } },
}
--- run exit=65
helium test --design counted --cache cache
--- out
passed  sqlite  counted 1000
failed  sqlite  counted 1001...down does not lead back: the next number of a.id is at 0, not 24
2 tried, 1 failed, in ... s
--- file tail/tail_1.lua
return {
  forward = {
    { sql = [=[ CREATE TABLE a (b text) ]=] },
    { sql = [=[ INSERT INTO a VALUES ('begins' || char(0) || 'goes on') ]=] },
  },
  reverse = { { sql = [=[ DROP TABLE a ]=] } },
}
--- file tail/tail_2.lua
return {
  forward = { { sql = [=[ UPDATE a SET b = 'begins' || char(0) WHERE b LIKE 'begins%' ]=] } },
  reverse = { { sql = [=[ SELECT 1 ]=] } },
}
--- run exit=65
DATABASE_URL= helium test --design tail --dialect sqlite --cache cache
--- out
passed  sqlite  tail 1...
failed  sqlite  tail 2...down does not lead back; rows lost: a (1, such as ...)
2 tried, 1 failed, in ... s
--- file fixed/fixed_1.lua
return {
  forward = { { sql = [=[ CREATE TABLE role (id integer NOT NULL PRIMARY KEY, name varchar(20)) ]=] } },
  reverse = { { sql = [=[ DROP TABLE role ]=] } },
}
--- file fixed/fixed_2.lua
return {
  forward = { { sql = [=[ INSERT INTO role (id, name) VALUES (1, 'admin'), (2, 'guest') ]=] } },
  reverse = { { sql = [=[ DELETE FROM role WHERE id IN (1, 2) ]=] } },
}
--- run
helium test --design fixed --dialect sqlite --scratch none --cache cache
--- out
passed  sqlite  fixed 1
passed  sqlite  fixed 2
2 tried, 0 failed, in ...
