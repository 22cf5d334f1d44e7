An author's own BEGIN and COMMIT, where the file asks for no transaction of ours.
--- dialects sqlite postgresql

--- file shop/shop_1.lua
return {
  transaction = "none",
  forward = { { sql = "BEGIN" }, { sql = "CREATE TABLE a (id INTEGER)" }, { sql = "INSERT INTO a VALUES (1)" }, { sql = "COMMIT" } },
  reverse = { { sql = "DROP TABLE a" } },
}
--- run
helium up --design shop
sql "SELECT count(*) FROM a"
helium status --design shop --exit-code
helium down --design shop
--- out
up   shop 1 ...
1 migration in ...
1
...up to date
down shop 1 ...
1 migration in ...
