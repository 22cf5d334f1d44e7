Two schemas of one database are tracked apart; a central ledger can speak of both.
--- dialects postgresql

--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE ${SCHEMA}item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- run
helium create --schema ${HELIUM_SCHEMA}_two
helium up --design shop
helium status --design shop --schema ${HELIUM_SCHEMA}_two --format json
--- out
...
up   shop 1000 ...
1 migration in ...
..."applied":[],"pending":[1000],...
--- run
helium up --design shop --schema ${HELIUM_SCHEMA}_two
helium down --all --design shop
sql "SELECT count(*) FROM ${HELIUM_SCHEMA}_two.item"
helium status --exit-code --design shop --schema ${HELIUM_SCHEMA}_two
--- out
up   shop 1000 ...
1 migration in ...
down shop 1000 ...
1 migration in ...
0
...up to date
--- file helium.toml
designs = ["shop"]
[ledger]
schema = "CENTRAL"
--- run
sed -i "s/CENTRAL/$HELIUM_SCHEMA/" helium.toml
helium up
helium down --all
helium drop --yes --schema ${HELIUM_SCHEMA}_two
--- out
up   shop 1000  One table  ...
1 migration in ...
down shop 1000  One table  ...
1 migration in ...
dropped the schema ..._two
--- run
helium create --schema ${HELIUM_SCHEMA}_two
helium up --schema ${HELIUM_SCHEMA}_two
helium drop --yes --schema ${HELIUM_SCHEMA}_two
helium create --schema ${HELIUM_SCHEMA}_two
helium up --schema ${HELIUM_SCHEMA}_two
sql "SELECT count(*) FROM ${HELIUM_SCHEMA}_two.item"
helium drop --yes --schema ${HELIUM_SCHEMA}_two
--- out
created the schema ..._two
up   shop 1000  One table  ...
1 migration in ...
dropped the schema ..._two
created the schema ..._two
up   shop 1000  One table  ...
1 migration in ...
0
dropped the schema ..._two
