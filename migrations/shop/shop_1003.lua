-- shop_1003.lua
-- Creates the products.
--
-- Money is kept in whole cents. DECIMAL would do on four databases, but SQLite stores it as a
-- floating-point number, and a design should count alike everywhere.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "products",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${IDENTITY} NOT NULL,
          sku ${VARCHAR_20} NOT NULL,
          name ${VARCHAR_100} NOT NULL,
          description ${TEXT_BIG},
          category ${VARCHAR_50} DEFAULT 'Other' NOT NULL,
          price_cents ${INTEGER_BIG} NOT NULL,
          weight_kg ${DECIMAL_8_3},
          for_sale ${INTEGER_SMALL} DEFAULT 1 NOT NULL,
          CONSTRAINT products_pk PRIMARY KEY (id),
          CONSTRAINT products_sku_unique UNIQUE (sku),
          CONSTRAINT products_price_check CHECK (price_cents >= 0),
          CONSTRAINT products_for_sale_check CHECK (for_sale IN (0, 1))
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX products_name_index ON ${SCHEMA}${TABLE} (name) ]=],
      description = "Index the names",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table, and its index with it",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.products",
              "object_ref": "1003",
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
      description = "products",
    })
  end,
}
