-- shop_1009.lua
-- Adds the loyalty programme to customers.
--
-- Three ALTERs, one column each: SQLite takes only one at a time. A column that may not be empty
-- needs a constant default, so that the rows which are already there get a value. The reverse drops
-- the columns in the opposite order, which leaves the table as it was.
--
-- On Db2 a dropped column makes the table wait for REORG TABLE before rows can be written again,
-- and three such changes are the most it takes. See "Db2 and REORG" in this folder's README.md.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "customers",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        ALTER TABLE ${SCHEMA}${TABLE}
        ADD COLUMN loyalty_points ${INTEGER} DEFAULT 0 NOT NULL
      ]=],
      description = "Add the points",
    })
    table.insert(queries, {
      sql = [=[
        ALTER TABLE ${SCHEMA}${TABLE}
        ADD COLUMN loyalty_level ${VARCHAR_20} DEFAULT 'none' NOT NULL
      ]=],
      description = "Add the level",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN birthday ${DATE} ]=],
      description = "Add the birthday",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN birthday ]=],
      description = "Drop the birthday",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN loyalty_level ]=],
      description = "Drop the level",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN loyalty_points ]=],
      description = "Drop the points",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.customers",
              "object_ref": "1009",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "email", "datatype": "${VARCHAR_255}", "nullable": false, "primary_key": false, "unique": true },
                { "name": "name", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "phone", "datatype": "${VARCHAR_50}", "nullable": true, "primary_key": false, "unique": false },
                { "name": "status", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "created_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "loyalty_points", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "highlight": true },
                { "name": "loyalty_level", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false, "highlight": true },
                { "name": "birthday", "datatype": "${DATE}", "nullable": true, "primary_key": false, "unique": false, "highlight": true }
              ]
            }
          ]
        }
      ]=],
      description = "customers with the loyalty programme",
    })
  end,
}
