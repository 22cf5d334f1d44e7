-- shop_1015.lua
-- Creates the shipping rates per country.
--
-- The table is made once, here. Its rows are kept by the next migration.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "shipping_rates",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          country_code ${CHAR_2} NOT NULL,
          up_to_kg ${DECIMAL_8_3} NOT NULL,
          price_cents ${INTEGER_BIG} NOT NULL,
          CONSTRAINT shipping_rates_pk PRIMARY KEY (country_code, up_to_kg),
          CONSTRAINT shipping_rates_weight_check CHECK (up_to_kg > 0),
          CONSTRAINT shipping_rates_price_check CHECK (price_cents >= 0),
          CONSTRAINT shipping_rates_country_fk FOREIGN KEY (country_code)
            REFERENCES ${SCHEMA}countries (code)
        )
      ]=],
      description = "Create the table",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.shipping_rates",
              "object_ref": "1015",
              "table": [
                { "name": "country_code", "datatype": "${CHAR_2}", "nullable": false, "primary_key": true, "unique": false, "lookup": true, "references": "countries.code" },
                { "name": "up_to_kg", "datatype": "${DECIMAL_8_3}", "nullable": false, "primary_key": true, "unique": false },
                { "name": "price_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "shipping_rates",
    })
  end,
}
