Typed operations need no diagram section: pictures, pages and the index know them from the operations themselves.
--- dialects sqlite

--- file shop/shop_1000.lua
-- shop_1000.lua
-- Creates the people.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation
return {
  forward = function(queries)
    queries:create_table("person", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "email", type = "varchar(255)", null = false, unique = true },
      },
    })
  end,
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Orders, which people make.
return {
  forward = function(queries)
    queries:create_table("orders", {
      columns = {
        { name = "id", type = "bigint", primary_key = true },
        { name = "buyer", type = "integer", references = "person(id)" },
      },
    })
    queries:rename_column("person", "email", "mail")
  end,
}
--- file shop/shop_1002.lua
-- shop_1002.lua
-- The mail goes.
return {
  forward = function(queries)
    queries:drop_column("person", "mail", { description = "Nobody writes letters" })
    queries:insert("person", { { id = 1 } })
  end,
}
--- run
helium diagram --design shop --at 1001 --format mermaid --dialect mysql
--- out
erDiagram
  person {
    int id PK "not null"
    varchar(255) mail UK "not null"
  }
  orders {
    bigint id PK "not null"
    int buyer FK
  }
  person |o--o{ orders : "buyer"
--- run
helium diagram --design shop --from 1001 --at 1002 --format json | grep -o '"name":"mail"[^}]*"mark":"[a-z]*"'
helium expand shop/shop_1002.lua --dialect postgresql --format json | grep -o '"section":"diagram".*'
--- out
"name":"mail",..."mark":"removed"
..."section":"diagram"...{\"diagram\":[{\"object_type\":\"table\",\"object_id\":\"table.person\",\"table\":[{\"name\":\"id\",...
--- run
helium index --design shop
grep 'shop_100' shop/README.md
--- out
shop  written  shop/README.md
| [1000](shop_1000.lua) | person | 1.0.0 | 2026-11-21 | 1 | ✓ | Creates the people. |
| [1001](shop_1001.lua) | orders | | | 2 | ✓ | Orders, which people make. |
| [1002](shop_1002.lua) | person | | | 2 | ✓ | The mail goes. |
--- run
helium docs --design shop --output site --dialect postgresql --dialect sqlite
sed 's/<[^>]*>//g' site/migrations/shop_1002.html | grep -A2 -E 'Nobody writes letters|insert 1 row' | head -12
ls site/tables
--- out
...files in site...
Nobody writes letters: drop the column mail from person
LOCK TABLE...
...
orders.html
person.html
