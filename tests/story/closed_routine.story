A routine that not everybody may call is not open to everybody after it was dropped and came back, nor when it is
made again because it returns something else.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- A function for few
return {
  forward = {
    { sql = "CREATE FUNCTION secret() RETURNS integer LANGUAGE sql AS 'SELECT 1'" },
    { sql = "REVOKE EXECUTE ON FUNCTION secret() FROM PUBLIC" },
  },
  reverse = { { sql = "DROP FUNCTION secret()" } },
}
--- file shop/shop_2.lua
-- shop_2.lua
-- It returns more
return {
  forward = function(queries)
    queries:replace_routine("secret", { definition = "CREATE FUNCTION secret() RETURNS bigint LANGUAGE sql AS 'SELECT 1'" })
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- It goes
return { forward = function(queries) queries:drop_routine("secret") end }
--- file who
for run in "up --to 1" "up --to 2" "up --to 3" "down" "down"; do
  helium $run --design shop >/dev/null
  sql "SELECT prorettype::regtype, coalesce(proacl::text LIKE '%{=X/%' OR proacl::text LIKE '%,=X/%', true) FROM pg_proc WHERE proname = 'secret' AND pronamespace = '$HELIUM_SCHEMA'::regnamespace"
done
--- run
. ./who
helium inspect --format sql | grep -i 'ON FUNCTION'
--- out
integer|f
bigint|f
bigint|f
integer|f
REVOKE EXECUTE ON FUNCTION "secret"() FROM PUBLIC;
--- run
helium inspect --format json >before.json
sql "GRANT EXECUTE ON FUNCTION secret() TO PUBLIC"
helium diff --from before.json --to "$DATABASE_URL"
helium generate open --from before.json --to "$DATABASE_URL" --design shop --unproved >/dev/null
helium plan --design shop --to 2 >/dev/null
tail -n 20 shop/shop_4.lua
--- out
drop_revocation  execute on secret() from public
...
  forward = function(queries)
    queries:sql([[ GRANT EXECUTE ON FUNCTION secret() TO PUBLIC ]]...
  reverse = function(queries)
    queries:sql([[ REVOKE EXECUTE ON FUNCTION secret() FROM PUBLIC ]]...
