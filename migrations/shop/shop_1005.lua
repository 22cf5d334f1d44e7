-- shop_1005.lua
-- Creates the stock: how many of a product lie in which warehouse.
--
-- A key of two columns, and rows made from rows that are already there. Migration 1014 splits this
-- table; the two belong together as an example.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "stock",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          product_id ${INTEGER_BIG} NOT NULL,
          warehouse ${VARCHAR_50} NOT NULL,
          warehouse_city ${VARCHAR_100} NOT NULL,
          quantity ${INTEGER} DEFAULT 0 NOT NULL,
          CONSTRAINT stock_pk PRIMARY KEY (product_id, warehouse),
          CONSTRAINT stock_quantity_check CHECK (quantity >= 0),
          CONSTRAINT stock_product_fk FOREIGN KEY (product_id)
            REFERENCES ${SCHEMA}products (id) ON DELETE CASCADE
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}${TABLE} (product_id, warehouse, warehouse_city, quantity)
        SELECT id, 'Harbour', 'Hamburg', 25 FROM ${SCHEMA}products
      ]=],
      description = "Put 25 of each product into the first warehouse",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.stock",
              "object_ref": "1005",
              "table": [
                { "name": "product_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": false, "references": "products.id" },
                { "name": "warehouse", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": true, "unique": false },
                { "name": "warehouse_city", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "quantity", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "stock",
    })
  end,
}
