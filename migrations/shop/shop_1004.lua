-- shop_1004.lua
-- Fills in the products that the shop opens with.
--
-- A migration that only brings rows. Its reverse removes the same rows, named by the key that
-- people know (the sku): the numbers in `id` belong to the database and differ between databases.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "products",
  tags = { "data" },

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}${TABLE} (sku, name, category, price_cents, weight_kg) VALUES
          ('BEAN-500', 'Coffee beans, 500 g', 'Coffee', 1290, 0.550),
          ('FILTER-100', 'Paper filters, 100 pieces', 'Accessories', 450, 0.180),
          ('GRIND-1', 'Hand grinder', 'Accessories', 7900, 0.720),
          ('KETTLE-1', 'Kettle with a long neck', 'Kitchen', 4950, 1.100),
          ('TEA-GREEN', 'Green tea, 100 g', 'Tea', 890, 0.120),
          ('TEA-MINT', 'Mint tea, 80 g', 'Tea', 690, 0.100)
      ]=],
      description = "Fill in the first products",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[
        DELETE FROM ${SCHEMA}${TABLE}
        WHERE sku IN ('BEAN-500', 'FILTER-100', 'GRIND-1', 'KETTLE-1', 'TEA-GREEN', 'TEA-MINT')
      ]=],
      description = "Remove the first products",
    })
  end,

  -- The table as it stands: rows are not drawn.
  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.products",
              "object_ref": "1004",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "sku", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": true },
                { "name": "name", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "description", "datatype": "${TEXT_BIG}", "nullable": true, "primary_key": false, "unique": false },
                { "name": "category", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "price_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "weight_kg", "datatype": "${DECIMAL_8_3}", "nullable": true, "primary_key": false, "unique": false },
                { "name": "for_sale", "datatype": "${INTEGER_SMALL}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "products: rows only",
    })
  end,
}
