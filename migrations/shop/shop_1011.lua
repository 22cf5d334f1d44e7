-- shop_1011.lua
-- Adds the indexes that the order desk's lists need.
--
-- An index on a big table takes its time, and writers wait for it. `transaction = "each"` commits
-- after every statement, so they wait for one index at a time; if the second fails, `helium resume`
-- goes on at the second. The two time limits keep the migration itself from standing in everybody's
-- way. ${ON_TABLE} is a macro of this design: MySQL and MariaDB want to hear the table's name when an
-- index is dropped.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "orders",
  transaction = "each",
  timeout = "10m",
  lock_timeout = "10s",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[ CREATE INDEX orders_placed_index ON ${SCHEMA}${TABLE} (placed_at) ]=],
      description = "Index the day of the order",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX orders_state_index ON ${SCHEMA}${TABLE} (state, placed_at) ]=],
      description = "Index the open orders, oldest first",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP INDEX orders_state_index ${ON_TABLE} ]=],
      description = "Drop the index of open orders",
    })
    table.insert(queries, {
      sql = [=[ DROP INDEX orders_placed_index ${ON_TABLE} ]=],
      description = "Drop the index of days",
    })
  end,

  -- The table as it stands: indexes are not drawn.
  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.orders",
              "object_ref": "1011",
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
      description = "orders: indexes only",
    })
  end,
}
