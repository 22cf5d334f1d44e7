-- shop_1016.lua
-- Keeps the shipping rates in step with this file.
--
-- A repeatable migration: edit it, and the next `helium up` runs it again. Its forward section must
-- therefore stand being run many times; here it replaces the rows that it lists, and leaves alone
-- what others put into the table. Use the same for views and routines, with CREATE OR REPLACE where
-- the dialect has it.
--
-- The rows come from a Lua table, so a new rate is one more line. One that is taken out of the list
-- stays in the databases that have it: take it out there with a migration of its own.
--
-- CHANGELOG
-- 1.0.1 - 2026-11-21 - Leaves rows alone that it does not list
-- 1.0.0 - 2026-11-21 - Initial creation

-- Country, highest weight in kilograms, price in cents.
local rates = {
  { "AT", "2.000", 590 },
  { "AT", "31.500", 1290 },
  { "CH", "2.000", 1490 },
  { "CH", "31.500", 3290 },
  { "DE", "2.000", 390 },
  { "DE", "31.500", 790 },
  { "FR", "2.000", 690 },
  { "FR", "31.500", 1490 },
}

local rows, keys = {}, {}
for _, rate in ipairs(rates) do
  rows[#rows + 1] = string.format("('%s', %s, %d)", rate[1], rate[2], rate[3])
  keys[#keys + 1] = string.format("(country_code = '%s' AND up_to_kg = %s)", rate[1], rate[2])
end

local remove = "DELETE FROM ${SCHEMA}${TABLE} WHERE\n  " .. table.concat(keys, "\n  OR ")

return {
  table = "shipping_rates",
  repeatable = true,
  tags = { "data" },

  forward = function(queries)
    table.insert(queries, { sql = remove, description = "Remove what the list had before" })
    table.insert(queries, {
      sql = "INSERT INTO ${SCHEMA}${TABLE} (country_code, up_to_kg, price_cents) VALUES\n  "
        .. table.concat(rows, ",\n  "),
      description = "Fill in the rates",
    })
  end,

  reverse = function(queries)
    table.insert(queries, { sql = remove, description = "Remove the rates" })
  end,

  -- The table as it stands: rows are not drawn.
  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.shipping_rates",
              "object_ref": "1016",
              "table": [
                { "name": "country_code", "datatype": "${CHAR_2}", "nullable": false, "primary_key": true, "unique": false, "lookup": true, "references": "countries.code" },
                { "name": "up_to_kg", "datatype": "${DECIMAL_8_3}", "nullable": false, "primary_key": true, "unique": false },
                { "name": "price_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "shipping_rates: rows only",
    })
  end,
}
