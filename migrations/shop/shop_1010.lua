-- shop_1010.lua
-- Turns the category word of products into a table of categories.
--
-- A data transformation: the words that products carry become rows, and a product may be in
-- several categories from now on. The old column stays for one release, so that the shop's
-- previous version keeps working beside the new one; a later migration drops it.
--
-- `check` holds queries that must return no rows. `before` stops the migration while nothing has
-- happened; `after` runs before the commit, so what fails it is rolled back where the database can.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "categories",

  check = {
    before = [=[ SELECT sku FROM ${SCHEMA}products WHERE TRIM(category) = '' ]=],
    after = [=[
      SELECT sku FROM ${SCHEMA}products
      WHERE id NOT IN (SELECT product_id FROM ${SCHEMA}product_categories)
    ]=],
  },

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          code ${VARCHAR_50} NOT NULL,
          name ${VARCHAR_50} NOT NULL,
          CONSTRAINT categories_pk PRIMARY KEY (code)
        )
      ]=],
      description = "Create the categories",
    })
    table.insert(queries, {
      sql = [=[ CREATE UNIQUE INDEX categories_name_index ON ${SCHEMA}${TABLE} (name) ]=],
      description = "Let no two categories have one name",
    })
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}product_categories (
          product_id ${INTEGER_BIG} NOT NULL,
          category_code ${VARCHAR_50} NOT NULL,
          CONSTRAINT product_categories_pk PRIMARY KEY (product_id, category_code),
          CONSTRAINT product_categories_product_fk FOREIGN KEY (product_id)
            REFERENCES ${SCHEMA}products (id) ON DELETE CASCADE,
          CONSTRAINT product_categories_category_fk FOREIGN KEY (category_code)
            REFERENCES ${SCHEMA}${TABLE} (code)
        )
      ]=],
      description = "Create the link between products and categories",
    })
    table.insert(queries, {
      sql = [=[
        CREATE INDEX product_categories_category_index
        ON ${SCHEMA}product_categories (category_code)
      ]=],
      description = "Index the categories of products",
    })
    -- 'Tea' and 'tea' are one category: the code is the word in small letters.
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}${TABLE} (code, name)
        SELECT LOWER(category), MIN(category) FROM ${SCHEMA}products GROUP BY LOWER(category)
      ]=],
      description = "Make a category of each word",
    })
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}product_categories (product_id, category_code)
        SELECT id, LOWER(category) FROM ${SCHEMA}products
      ]=],
      description = "Put each product into its category",
    })
  end,

  reverse = function(queries)
    -- The word follows what happened since. The first category by code has to stand for all.
    table.insert(queries, {
      sql = [=[
        UPDATE ${SCHEMA}products SET category = (
          SELECT c.name FROM ${SCHEMA}${TABLE} c WHERE c.code = (
            SELECT MIN(pc.category_code) FROM ${SCHEMA}product_categories pc
            WHERE pc.product_id = ${SCHEMA}products.id
          )
        )
        WHERE LOWER(category) NOT IN (
          SELECT pc.category_code FROM ${SCHEMA}product_categories pc
          WHERE pc.product_id = ${SCHEMA}products.id
        ) AND id IN (SELECT product_id FROM ${SCHEMA}product_categories)
      ]=],
      description = "Write changed categories back as words",
    })
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}product_categories ]=],
      description = "Drop the link, and its index with it",
    })
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the categories, and their index with them",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.categories",
              "object_ref": "1010",
              "table": [
                { "name": "code", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "name", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": false, "unique": true }
              ]
            },
            {
              "object_type": "table",
              "object_id": "table.product_categories",
              "object_ref": "1010",
              "table": [
                { "name": "product_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": false, "references": "products.id" },
                { "name": "category_code", "datatype": "${VARCHAR_50}", "nullable": false, "primary_key": true, "unique": false, "lookup": true, "references": "categories.code" }
              ]
            }
          ]
        }
      ]=],
      description = "categories, product_categories",
    })
  end,
}
