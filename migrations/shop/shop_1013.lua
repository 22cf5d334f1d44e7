-- shop_1013.lua
-- Records every change of a price with a trigger.
--
-- Triggers are where databases differ most, so this is the one file with a text per dialect.
-- `engine` is the name of the dialect. Keep such branches as small as this: what is alike stands
-- outside of them, and every dialect is answered, for a missing one would silently do nothing.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

-- The trigger's text for the dialect at hand: a list of statements.
local function create_trigger()
  if engine == "postgresql" then
    return {
      [=[
        CREATE FUNCTION ${SCHEMA}record_price_change() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          INSERT INTO ${SCHEMA}${TABLE} (product_id, old_price_cents, new_price_cents)
          VALUES (OLD.id, OLD.price_cents, NEW.price_cents);
          RETURN NULL;
        END
        $body$
      ]=],
      [=[
        CREATE TRIGGER products_price_changed AFTER UPDATE OF price_cents ON ${SCHEMA}products
        FOR EACH ROW WHEN (OLD.price_cents <> NEW.price_cents)
        EXECUTE FUNCTION ${SCHEMA}record_price_change()
      ]=],
    }
  elseif engine == "sqlite" then
    return {
      [=[
        CREATE TRIGGER products_price_changed AFTER UPDATE OF price_cents ON products
        FOR EACH ROW WHEN OLD.price_cents <> NEW.price_cents
        BEGIN
          INSERT INTO ${TABLE} (product_id, old_price_cents, new_price_cents)
          VALUES (OLD.id, OLD.price_cents, NEW.price_cents);
        END
      ]=],
    }
  elseif engine == "db2" then
    return {
      [=[
        CREATE TRIGGER ${SCHEMA}products_price_changed
        AFTER UPDATE OF price_cents ON ${SCHEMA}products
        REFERENCING OLD AS was NEW AS became
        FOR EACH ROW MODE DB2SQL WHEN (was.price_cents <> became.price_cents)
        INSERT INTO ${SCHEMA}${TABLE} (product_id, old_price_cents, new_price_cents)
        VALUES (was.id, was.price_cents, became.price_cents)
      ]=],
    }
  else -- mysql and mariadb
    return {
      [=[
        CREATE TRIGGER ${SCHEMA}products_price_changed AFTER UPDATE ON ${SCHEMA}products
        FOR EACH ROW
        BEGIN
          IF OLD.price_cents <> NEW.price_cents THEN
            INSERT INTO ${SCHEMA}${TABLE} (product_id, old_price_cents, new_price_cents)
            VALUES (OLD.id, OLD.price_cents, NEW.price_cents);
          END IF;
        END
      ]=],
    }
  end
end

-- The mirror of create_trigger.
local function drop_trigger()
  if engine == "postgresql" then
    return {
      [=[ DROP TRIGGER products_price_changed ON ${SCHEMA}products ]=],
      [=[ DROP FUNCTION ${SCHEMA}record_price_change() ]=],
    }
  end
  return { [=[ DROP TRIGGER ${SCHEMA}products_price_changed ]=] }
end

return {
  table = "price_changes",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${IDENTITY} NOT NULL,
          product_id ${INTEGER_BIG} NOT NULL,
          old_price_cents ${INTEGER_BIG} NOT NULL,
          new_price_cents ${INTEGER_BIG} NOT NULL,
          changed_at ${TIMESTAMP_TZ} DEFAULT ${NOW} NOT NULL,
          CONSTRAINT price_changes_pk PRIMARY KEY (id),
          CONSTRAINT price_changes_product_fk FOREIGN KEY (product_id)
            REFERENCES ${SCHEMA}products (id) ON DELETE CASCADE
        )
      ]=],
      description = "Create the table",
    })
    table.insert(queries, {
      sql = [=[
        CREATE INDEX price_changes_product_index
        ON ${SCHEMA}${TABLE} (product_id, changed_at)
      ]=],
      description = "Index the products",
    })
    for _, text in ipairs(create_trigger()) do
      table.insert(queries, { sql = text, description = "Record changes of the price" })
    end
  end,

  reverse = function(queries)
    for _, text in ipairs(drop_trigger()) do
      table.insert(queries, { sql = text, description = "Stop recording changes" })
    end
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table, and its index with it",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.price_changes",
              "object_ref": "1013",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "product_id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false, "references": "products.id" },
                { "name": "old_price_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "new_price_cents", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "changed_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "price_changes",
    })
  end,
}
