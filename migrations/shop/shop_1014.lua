-- shop_1014.lua
-- Splits the stock into warehouses and what lies in them.
--
-- Migration 1005 wrote the city of a warehouse into every row. Here it moves to a table of its own:
-- the two new tables are made and filled, then the old one goes. No column is dropped from a table
-- that stays, so the same text runs on every dialect, and Db2 needs no REORG. The reverse joins the
-- halves again and loses nothing.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "stock_levels",

  -- A warehouse that is written with two cities cannot be split without deciding for one.
  check = {
    before = [=[
      SELECT warehouse FROM ${SCHEMA}stock
      GROUP BY warehouse HAVING MIN(warehouse_city) <> MAX(warehouse_city)
    ]=],
  },

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}warehouses (
          name ${VARCHAR_50} NOT NULL,
          city ${VARCHAR_100} NOT NULL,
          CONSTRAINT warehouses_pk PRIMARY KEY (name)
        )
      ]=],
      description = "Create the warehouses",
    })
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}warehouses (name, city)
        SELECT DISTINCT warehouse, warehouse_city FROM ${SCHEMA}stock
      ]=],
      description = "Fill in the warehouses",
    })
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          product_id ${INTEGER_BIG} NOT NULL,
          warehouse ${VARCHAR_50} NOT NULL,
          quantity ${INTEGER} DEFAULT 0 NOT NULL,
          CONSTRAINT stock_levels_pk PRIMARY KEY (product_id, warehouse),
          CONSTRAINT stock_levels_quantity_check CHECK (quantity >= 0),
          CONSTRAINT stock_levels_product_fk FOREIGN KEY (product_id)
            REFERENCES ${SCHEMA}products (id) ON DELETE CASCADE,
          CONSTRAINT stock_levels_warehouse_fk FOREIGN KEY (warehouse)
            REFERENCES ${SCHEMA}warehouses (name)
        )
      ]=],
      description = "Create the stock levels",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX stock_levels_warehouse_index ON ${SCHEMA}${TABLE} (warehouse) ]=],
      description = "Index the warehouses",
    })
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}${TABLE} (product_id, warehouse, quantity)
        SELECT product_id, warehouse, quantity FROM ${SCHEMA}stock
      ]=],
      description = "Fill in the stock levels",
    })
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}stock ]=],
      description = "Drop the old table",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}stock (
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
      description = "Create the old table as 1005 did",
    })
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}stock (product_id, warehouse, warehouse_city, quantity)
        SELECT s.product_id, s.warehouse, w.city, s.quantity
        FROM ${SCHEMA}${TABLE} s
        JOIN ${SCHEMA}warehouses w ON w.name = s.warehouse
      ]=],
      description = "Join the halves",
    })
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the stock levels, and their index with them",
    })
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}warehouses ]=],
      description = "Drop the warehouses",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.warehouses",
              "object_ref": "1014",
              "table": [
                { "name": "name", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "city", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false }
              ]
            },
            {
              "object_type": "table",
              "object_id": "table.stock_levels",
              "object_ref": "1014",
              "table": [
                { "name": "product_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": false, "references": "products.id" },
                { "name": "warehouse", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": true, "unique": false, "lookup": true, "references": "warehouses.name" },
                { "name": "quantity", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "warehouses, stock_levels",
    })
  end,
}
