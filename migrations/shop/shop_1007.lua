-- shop_1007.lua
-- Creates the lines of orders.
--
-- The price is copied from the product when the line is written: what a customer has paid must not
-- change when the product's price does. Lines go with their order, but keep a product from being
-- deleted.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "order_lines",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          order_id ${INTEGER_BIG} NOT NULL,
          line_number ${INTEGER} NOT NULL,
          product_id ${INTEGER_BIG} NOT NULL,
          quantity ${INTEGER} DEFAULT 1 NOT NULL,
          unit_price_cents ${INTEGER_BIG} NOT NULL,
          CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line_number),
          CONSTRAINT order_lines_product_unique UNIQUE (order_id, product_id),
          CONSTRAINT order_lines_quantity_check CHECK (quantity > 0),
          CONSTRAINT order_lines_price_check CHECK (unit_price_cents >= 0),
          CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id)
            REFERENCES ${SCHEMA}orders (id) ON DELETE CASCADE,
          CONSTRAINT order_lines_product_fk FOREIGN KEY (product_id)
            REFERENCES ${SCHEMA}products (id)
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX order_lines_product_index ON ${SCHEMA}${TABLE} (product_id) ]=],
      description = "Index the products",
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
              "object_id": "table.order_lines",
              "object_ref": "1007",
              "table": [
                { "name": "order_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": false, "references": "orders.id" },
                { "name": "line_number", "datatype": "${INTEGER}", "nullable": false, "primary_key": true, "unique": false },
                { "name": "product_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false, "references": "products.id" },
                { "name": "quantity", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "unit_price_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "order_lines",
    })
  end,
}
