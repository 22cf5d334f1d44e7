-- shop_1006.lua
-- Creates the orders.
--
-- Local macros keep a text that several places of one file need in step. They win over every other
-- macro of that name, and nobody outside this file sees them.
--
-- Neither foreign key says ON DELETE: a customer's addresses go with the customer (1002), so two
-- roads lead from customers to orders, and Db2 wants them to treat an order alike.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "orders",

  macros = {
    FIRST_STATE = "'new'",
    ORDER_STATES = "${FIRST_STATE}, 'paid', 'shipped', 'delivered', 'cancelled'",
  },

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${IDENTITY} NOT NULL,
          order_number ${VARCHAR_20} NOT NULL,
          customer_id ${INTEGER_BIG} NOT NULL,
          address_id ${INTEGER_BIG},
          state ${VARCHAR_20} DEFAULT ${FIRST_STATE} NOT NULL,
          placed_at ${TIMESTAMP_TZ} DEFAULT ${NOW} NOT NULL,
          CONSTRAINT orders_pk PRIMARY KEY (id),
          CONSTRAINT orders_number_unique UNIQUE (order_number),
          CONSTRAINT orders_state_check CHECK (state IN (${ORDER_STATES})),
          CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id)
            REFERENCES ${SCHEMA}customers (id),
          CONSTRAINT orders_address_fk FOREIGN KEY (address_id)
            REFERENCES ${SCHEMA}addresses (id)
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX orders_customer_index ON ${SCHEMA}${TABLE} (customer_id) ]=],
      description = "Index the customers",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX orders_address_index ON ${SCHEMA}${TABLE} (address_id) ]=],
      description = "Index the addresses",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table, and its indexes with it",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.orders",
              "object_ref": "1006",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "order_number", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": true },
                { "name": "customer_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false, "references": "customers.id" },
                { "name": "address_id", "datatype": "${INTEGER_BIG}", "nullable": true, "primary_key": false, "unique": false, "references": "addresses.id" },
                { "name": "state", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "placed_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "orders",
    })
  end,
}
