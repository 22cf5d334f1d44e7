-- shop_1008.lua
-- Creates the payments for orders.
--
-- Nothing deletes a payment along with its order: an order that was paid for stays.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "payments",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${IDENTITY} NOT NULL,
          order_id ${INTEGER_BIG} NOT NULL,
          reference ${VARCHAR_64} NOT NULL,
          paid_with ${VARCHAR_20} NOT NULL,
          amount_cents ${INTEGER_BIG} NOT NULL,
          currency ${CHAR_3} DEFAULT 'EUR' NOT NULL,
          paid_at ${TIMESTAMP_TZ} DEFAULT ${NOW} NOT NULL,
          CONSTRAINT payments_pk PRIMARY KEY (id),
          CONSTRAINT payments_reference_unique UNIQUE (reference),
          CONSTRAINT payments_paid_with_check CHECK (paid_with IN ('card', 'invoice', 'transfer')),
          CONSTRAINT payments_amount_check CHECK (amount_cents > 0),
          CONSTRAINT payments_order_fk FOREIGN KEY (order_id) REFERENCES ${SCHEMA}orders (id)
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX payments_order_index ON ${SCHEMA}${TABLE} (order_id) ]=],
      description = "Index the orders",
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
              "object_id": "table.payments",
              "object_ref": "1008",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "order_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false, "references": "orders.id" },
                { "name": "reference", "datatype": "${VARCHAR_64}", "nullable": false, "primary_key": false, "unique": true },
                { "name": "paid_with", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "amount_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "currency", "datatype": "${CHAR_3}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "paid_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "payments",
    })
  end,
}
