One target holds several designs: their order is that of numbers and of what they require, up and down.
--- dialects sqlite postgresql mariadb mysql db2

--- file shop/shop_1000.lua
-- shop_1000.lua
-- Things to sell
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file crm/crm_1000.lua
-- crm_1000.lua
-- Who wants them
return {
  requires = { "shop_1000" },
  forward = {
    { sql = [[
      CREATE TABLE wish (
        item_id INTEGER NOT NULL,
        CONSTRAINT wish_item FOREIGN KEY (item_id) REFERENCES item (id)
      )
    ]] },
  },
  reverse = { { sql = "DROP TABLE wish" } },
}
--- file helium.toml
designs = ["crm", "shop"]
--- run
helium up
--- out
up   shop 1000  Things to sell  ...
up   crm 1000  Who wants them  ...
2 migrations in ...
--- run
helium status --format json
--- out
...{"design":"crm","applied":[1000],...},{"design":"shop","applied":[1000],...}]...
--- run
helium down --all
--- out
down crm 1000  Who wants them  ...
down shop 1000  Things to sell  ...
2 migrations in ...
--- run exit=65
helium up --design crm
--- out
crm/crm_1000.lua: design: crm_1000 requires shop_1000, which no design of this target has
