-- shop_1002.lua
-- Creates the addresses of customers.
--
-- Foreign keys stand at the end of the table and not behind their columns: MySQL before 9.0 reads
-- the short form and forgets it. Each foreign key gets an index, because only MySQL and MariaDB
-- make one by themselves, and deleting a customer would read all addresses without it.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "addresses",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${IDENTITY} NOT NULL,
          customer_id ${INTEGER_BIG} NOT NULL,
          purpose ${VARCHAR_20} DEFAULT 'shipping' NOT NULL,
          street ${VARCHAR_100} NOT NULL,
          postal_code ${VARCHAR_20} NOT NULL,
          city ${VARCHAR_100} NOT NULL,
          country_code ${CHAR_2} NOT NULL,
          CONSTRAINT addresses_pk PRIMARY KEY (id),
          CONSTRAINT addresses_purpose_check CHECK (purpose IN ('billing', 'shipping')),
          CONSTRAINT addresses_customer_fk FOREIGN KEY (customer_id)
            REFERENCES ${SCHEMA}customers (id) ON DELETE CASCADE,
          CONSTRAINT addresses_country_fk FOREIGN KEY (country_code)
            REFERENCES ${SCHEMA}countries (code)
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX addresses_customer_index ON ${SCHEMA}${TABLE} (customer_id) ]=],
      description = "Index the customers",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX addresses_country_index ON ${SCHEMA}${TABLE} (country_code) ]=],
      description = "Index the countries",
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
              "object_id": "table.addresses",
              "object_ref": "1002",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "customer_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false, "references": "customers.id" },
                { "name": "purpose", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "street", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "postal_code", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "city", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "country_code", "datatype": "${CHAR_2}", "nullable": false, "primary_key": false, "unique": false, "lookup": true, "references": "countries.code" }
              ]
            }
          ]
        }
      ]=],
      description = "addresses",
    })
  end,
}
