Schemas, tables and the ledger may have any name, up to the longest; one that is longer is refused by name, never cut.
--- dialects postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- A table with a name that needs quotes
local mark = engine == "postgresql" and '"' or "`"
local name = mark .. ("t"):rep(40) .. " order 'the' :v1 ï" .. mark
return {
  forward = {
    { sql = "CREATE TABLE ${SCHEMA}" .. name .. " (id INTEGER)" },
    { sql = "INSERT INTO " .. name .. " VALUES (1)" },
  },
  reverse = {
    { sql = "DELETE FROM " .. name },
    { sql = "DROP TABLE ${SCHEMA}" .. name },
  },
}
--- file walk
set -eu
helium create --schema "$1" >/dev/null
helium up --design shop --schema "$1" >said 2>&1 || { cat said; exit 1; }
helium status --design shop --schema "$1" --exit-code >said 2>&1 || { cat said; exit 1; }
helium history --design shop --schema "$1" --exit-code >/dev/null
helium down --design shop --schema "$1" --all >said 2>&1 || { cat said; exit 1; }
helium drop --yes --schema "$1"
--- run
for name in "or der $$" "select" "o'clock $$" 'the "best" '$$ "a\`b $$" "a;b--c $$" "Ünï $$" "percent %s $$" '${SCHEMA}' ":v1" "a.b$$"; do
  sh walk "$name" || echo "FAILED: $name"
done | sed "s/$$/N/"
--- out
dropped the schema or der N
dropped the schema select
dropped the schema o'clock N
dropped the schema the "best" N
dropped the schema a`b N
dropped the schema a;b--c N
dropped the schema Ünï N
dropped the schema percent %s N
dropped the schema ${SCHEMA}
dropped the schema :v1
dropped the schema a.bN
--- run @postgresql
sh walk "$(printf %063d $$)"
--- run @mariadb @mysql
sh walk "$(printf %064d $$)"
--- out
dropped the schema 000...
--- run exit=65 @postgresql
helium create --schema "$(printf %064d $$)"
--- out @postgresql
design: the name '000...' is longer than 63 bytes
--- run exit=65 @mariadb @mysql
helium create --schema "$(printf %065d $$)"
--- out @mariadb @mysql
design: the name '000...' is longer than 64 characters
--- run exit=65
cat >helium.toml <<END
designs = ["shop"]
[ledger]
prefix = "$(printf %060d 0)_"
END
helium up
--- out
design: the name ...000... is longer than ...
--- run
sed -i 's/^prefix.*/prefix = "it'"'"'s :v1 `a` \\"b\\" _"/' helium.toml
helium up >/dev/null
helium history --exit-code >/dev/null
helium down >/dev/null
