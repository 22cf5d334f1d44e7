An empty database begins with a checkpoint: one proved file in place of many migrations. It gives the same schema,
rows and next numbers, and nobody uses it any more once one of the migrations in it is another one.
--- dialects sqlite postgresql mariadb mysql
--- file app/app_1000.lua
-- app_1000.lua
-- Customers
return {
  forward = function(queries)
    queries:create_table("customer", {
      columns = {
        { name = "id", type = "integer", identity = true, primary_key = true },
        { name = "name", type = "varchar(40)", null = false },
      },
    })
  end,
}
--- file app/app_1001.lua
-- app_1001.lua
-- The first of them
return {
  forward = {
    { sql = [=[ INSERT INTO customer (name) VALUES ('it''s'), ('b; $${x} ]]'), ('gone') ]=] },
    { sql = [=[ DELETE FROM customer WHERE name = 'gone' ]=] },
  },
  reverse = { { sql = [=[ DELETE FROM customer ]=] } },
}
--- file app/app_1002.lua
-- app_1002.lua
-- Nicknames
return {
  forward = { { sql = [=[ ALTER TABLE customer ADD COLUMN nick varchar(20) ]=] } },
  reverse = { { sql = [=[ ALTER TABLE customer DROP COLUMN nick ]=] } },
}
--- run
test $DIALECT = sqlite || export SHADOW_DATABASE_URL="$DATABASE_URL"
helium checkpoint --design app --dialect $DIALECT
--- out
...: equal to the replay on ...
...app/checkpoints/app_1002.lua
--- file app/app_1003.lua
-- app_1003.lua
-- Orders
return {
  forward = { { sql = [=[ CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY) ]=] } },
  reverse = { { sql = [=[ DROP TABLE orders ]=] } },
}
--- run
helium status --design app
helium plan --design app
--- out
...
...checkpoints  1  1002
-- app 1002 forward, transaction ...: Nicknames
-- by checkpoint, in place of 1000 to 1002
...
-- app 1003 forward...
--- run
helium up --design app
helium up --design app
helium history --design app
--- out
checkpoint app 1000  Customers
checkpoint app 1001  The first of them
up   app 1002  Nicknames...
up   app 1003  Orders...
4 migrations in ...
nothing to do
...1000...applied...by checkpoint 1002
...1001...applied...by checkpoint 1002
...1002...applied...by checkpoint 1002
...1003...applied...
--- run
sql "INSERT INTO customer (name, nick) VALUES ('new', 'n')"
sql "SELECT id, name FROM customer ORDER BY id"
--- out @sqlite @postgresql
1|it's
2|b; ${x} ]]
4|new
--- out @mariadb @mysql
1	it's
2	b; ${x} ]]
4	new
--- run
helium down --to 1000 --design app
sql "SELECT COUNT(*) FROM customer"
--- out
down app 1003...
down app 1002...
down app 1001...
...
0
--- run
helium down --all --design app
helium status --design app
--- out
down app 1000...
1 migration in ...
...applied      0
...
--- run
cat > again.sh <<'END'
# An empty database again.
helium drop --yes > /dev/null && helium create > /dev/null
END
# Killed at every n-th message or write: then the same command goes on, and all of it is there once.
call=sendto
test $DIALECT = sqlite && call=pwrite64
for n in 4 8 11 14 18 24; do
  sh again.sh
  strace -f -qq -o trace -e trace=$call -e inject=$call:signal=KILL:when=$n helium up --design app > /dev/null 2>&1
  helium up --design app > told 2>&1 || { cat told; echo "killed at $n"; }
  sql "SELECT COUNT(*) FROM customer" | grep -qx 2 || echo "killed at $n: rows"
  helium status --design app --format json | grep -q '"applied":\[1000,1001,1002,1003\],"pending":\[\]' || echo "killed at $n: status"
  helium history --exit-code --design app > told 2>&1 || { cat told; echo "killed at $n: history"; }
  sql "INSERT INTO customer (name) VALUES ('next')"
  sql "SELECT id FROM customer WHERE name = 'next'" | grep -qx 4 || echo "killed at $n: position"
done
echo done
--- out
done
--- run
sed -i "s/'gone'/'away'/" app/app_1001.lua
helium validate --design app --dialect $DIALECT
helium status --design app --format json | grep -c '"rule":"stale_checkpoint"'
sh again.sh
helium up --design app
sql "SELECT COUNT(*) FROM customer"
--- out
...the checkpoint 1002 of app is not used: app_1001 was changed since it was written
...helium checkpoint 1002 writes it anew
1
...the checkpoint 1002 of app is not used: app_1001 was changed since it was written
...
up   app 1000  Customers...
up   app 1001...
up   app 1002...
up   app 1003...
2
--- run
sed -i "s/'away'/'gone'/" app/app_1001.lua
sh again.sh
helium up --no-checkpoint --design app
--- out
up   app 1000  Customers...
up   app 1001...
up   app 1002  Nicknames...
up   app 1003...
4 migrations in ...
--- run exit=64
helium checkpoint 1000 --design app --dialect sqlite
--- out
usage: one migration needs no checkpoint
