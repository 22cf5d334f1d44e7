-- shop_1008.lua
-- Creates the payments for orders.
--
-- A section may also be a plain list of entries instead of a function. That is shorter where
-- nothing has to be computed; both forms mean the same.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "payments",

  forward = {
    {
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
    },
    {
      sql = [=[ CREATE INDEX payments_order_index ON ${SCHEMA}${TABLE} (order_id) ]=],
      description = "Index the orders",
    },
  },

  reverse = {
    {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table, and its index with it",
    },
  },

  diagram = {
    {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.payments",
              "object_ref": "1008",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "order_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
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
    },
  },
}
