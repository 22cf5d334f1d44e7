-- shop_1012.lua
-- Creates the view of what each order costs and what is paid.
--
-- Two sums from two tables: each is made on its own, since joining both to the order would count
-- the payments once for every line.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "order_totals",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE VIEW ${SCHEMA}${TABLE}
          (order_id, order_number, customer_name, state, total_cents, paid_cents) AS
        SELECT
          o.id,
          o.order_number,
          c.name,
          o.state,
          COALESCE((SELECT SUM(l.quantity * l.unit_price_cents)
                    FROM ${SCHEMA}order_lines l WHERE l.order_id = o.id), 0),
          COALESCE((SELECT SUM(p.amount_cents)
                    FROM ${SCHEMA}payments p WHERE p.order_id = o.id), 0)
        FROM ${SCHEMA}orders o
        JOIN ${SCHEMA}customers c ON c.id = o.customer_id
      ]=],
      description = "Create the view",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP VIEW ${SCHEMA}${TABLE} ]=],
      description = "Drop the view",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "view",
              "object_id": "view.order_totals",
              "object_ref": "1012",
              "table": [
                { "name": "order_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "order_number", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "customer_name", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "state", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "total_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "paid_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "order_totals",
    })
  end,
}
