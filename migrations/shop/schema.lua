-- The shop's schema as data: what all its migrations together make, once and for every dialect.
--
-- Nothing runs this file. It is held against databases:
--
--     helium diff --from migrations/shop/schema.lua --to sqlite:shop.db
--
-- It has no `dialect`, so its types are the portable ones and its few words of SQL are an author's:
-- the same file is equal to the shop on every dialect. The keys are those of typed operations
-- (docs/typed_operations.md). Triggers and routines are each dialect's own and not spoken of here.

return {
  tables = {
    {
      name = "addresses",
      columns = {
        { name = "id", type = "bigint", identity = true },
        { name = "customer_id", type = "bigint", null = false },
        { name = "purpose", type = "varchar(20)", null = false, default = "'shipping'" },
        { name = "street", type = "varchar(100)", null = false },
        { name = "postal_code", type = "varchar(20)", null = false },
        { name = "city", type = "varchar(100)", null = false },
        { name = "country_code", type = "char(2)", null = false },
      },
      primary_key = { "id" },
      checks = {
        { name = "addresses_purpose_check", expression = "purpose IN ('billing', 'shipping')" },
      },
      foreign_keys = {
        { name = "addresses_country_fk", columns = { "country_code" }, references = "countries(code)" },
        { name = "addresses_customer_fk", columns = { "customer_id" }, references = "customers(id)", on_delete = "cascade" },
      },
      indexes = {
        { name = "addresses_country_index", columns = { "country_code" } },
        { name = "addresses_customer_index", columns = { "customer_id" } },
      },
    },
    {
      name = "categories",
      columns = {
        { name = "code", type = "varchar(50)", null = false },
        { name = "name", type = "varchar(50)", null = false },
      },
      primary_key = { "code" },
      indexes = {
        { name = "categories_name_index", columns = { "name" }, unique = true },
      },
    },
    {
      name = "countries",
      columns = {
        { name = "code", type = "char(2)", null = false },
        { name = "name", type = "varchar(100)", null = false },
      },
      primary_key = { "code" },
      unique = {
        { name = "countries_name_unique", columns = { "name" } },
      },
    },
    {
      name = "customers",
      columns = {
        { name = "id", type = "bigint", identity = true },
        { name = "email", type = "varchar(255)", null = false },
        { name = "name", type = "varchar(100)", null = false },
        { name = "phone", type = "varchar(50)" },
        { name = "status", type = "varchar(20)", null = false, default = "'active'" },
        { name = "created_at", type = "timestamptz", null = false, default = "CURRENT_TIMESTAMP" },
        { name = "loyalty_points", type = "integer", null = false, default = "0" },
        { name = "loyalty_level", type = "varchar(20)", null = false, default = "'none'" },
        { name = "birthday", type = "date" },
      },
      primary_key = { "id" },
      unique = {
        { name = "customers_email_unique", columns = { "email" } },
      },
      checks = {
        { name = "customers_status_check", expression = "status IN ('active', 'blocked', 'closed')" },
      },
      indexes = {
        { name = "customers_name_index", columns = { "name" } },
      },
    },
    {
      name = "order_lines",
      columns = {
        { name = "order_id", type = "bigint", null = false },
        { name = "line_number", type = "integer", null = false },
        { name = "product_id", type = "bigint", null = false },
        { name = "quantity", type = "integer", null = false, default = "1" },
        { name = "unit_price_cents", type = "bigint", null = false },
      },
      primary_key = { "order_id", "line_number" },
      unique = {
        { name = "order_lines_product_unique", columns = { "order_id", "product_id" } },
      },
      checks = {
        { name = "order_lines_price_check", expression = "unit_price_cents >= 0" },
        { name = "order_lines_quantity_check", expression = "quantity > 0" },
      },
      foreign_keys = {
        { name = "order_lines_order_fk", columns = { "order_id" }, references = "orders(id)", on_delete = "cascade" },
        { name = "order_lines_product_fk", columns = { "product_id" }, references = "products(id)" },
      },
      indexes = {
        { name = "order_lines_product_index", columns = { "product_id" } },
      },
    },
    {
      name = "orders",
      columns = {
        { name = "id", type = "bigint", identity = true },
        { name = "order_number", type = "varchar(20)", null = false },
        { name = "customer_id", type = "bigint", null = false },
        { name = "address_id", type = "bigint" },
        { name = "state", type = "varchar(20)", null = false, default = "'new'" },
        { name = "placed_at", type = "timestamptz", null = false, default = "CURRENT_TIMESTAMP" },
      },
      primary_key = { "id" },
      unique = {
        { name = "orders_number_unique", columns = { "order_number" } },
      },
      checks = {
        { name = "orders_state_check", expression = "state IN ('new', 'paid', 'shipped', 'delivered', 'cancelled')" },
      },
      foreign_keys = {
        { name = "orders_address_fk", columns = { "address_id" }, references = "addresses(id)" },
        { name = "orders_customer_fk", columns = { "customer_id" }, references = "customers(id)" },
      },
      indexes = {
        { name = "orders_address_index", columns = { "address_id" } },
        { name = "orders_customer_index", columns = { "customer_id" } },
        { name = "orders_placed_index", columns = { "placed_at" } },
        { name = "orders_state_index", columns = { "state", "placed_at" } },
      },
    },
    {
      name = "payments",
      columns = {
        { name = "id", type = "bigint", identity = true },
        { name = "order_id", type = "bigint", null = false },
        { name = "reference", type = "varchar(64)", null = false },
        { name = "paid_with", type = "varchar(20)", null = false },
        { name = "amount_cents", type = "bigint", null = false },
        { name = "currency", type = "char(3)", null = false, default = "'EUR'::bpchar" },
        { name = "paid_at", type = "timestamptz", null = false, default = "CURRENT_TIMESTAMP" },
      },
      primary_key = { "id" },
      unique = {
        { name = "payments_reference_unique", columns = { "reference" } },
      },
      checks = {
        { name = "payments_amount_check", expression = "amount_cents > 0" },
        { name = "payments_paid_with_check", expression = "paid_with IN ('card', 'invoice', 'transfer')" },
      },
      foreign_keys = {
        { name = "payments_order_fk", columns = { "order_id" }, references = "orders(id)" },
      },
      indexes = {
        { name = "payments_order_index", columns = { "order_id" } },
      },
    },
    {
      name = "price_changes",
      columns = {
        { name = "id", type = "bigint", identity = true },
        { name = "product_id", type = "bigint", null = false },
        { name = "old_price_cents", type = "bigint", null = false },
        { name = "new_price_cents", type = "bigint", null = false },
        { name = "changed_at", type = "timestamptz", null = false, default = "CURRENT_TIMESTAMP" },
      },
      primary_key = { "id" },
      foreign_keys = {
        { name = "price_changes_product_fk", columns = { "product_id" }, references = "products(id)", on_delete = "cascade" },
      },
      indexes = {
        { name = "price_changes_product_index", columns = { "product_id", "changed_at" } },
      },
    },
    {
      name = "product_categories",
      columns = {
        { name = "product_id", type = "bigint", null = false },
        { name = "category_code", type = "varchar(50)", null = false },
      },
      primary_key = { "product_id", "category_code" },
      foreign_keys = {
        { name = "product_categories_category_fk", columns = { "category_code" }, references = "categories(code)" },
        { name = "product_categories_product_fk", columns = { "product_id" }, references = "products(id)", on_delete = "cascade" },
      },
      indexes = {
        { name = "product_categories_category_index", columns = { "category_code" } },
      },
    },
    {
      name = "products",
      columns = {
        { name = "id", type = "bigint", identity = true },
        { name = "sku", type = "varchar(20)", null = false },
        { name = "name", type = "varchar(100)", null = false },
        { name = "description", type = "text" },
        { name = "category", type = "varchar(50)", null = false, default = "'Other'" },
        { name = "price_cents", type = "bigint", null = false },
        { name = "weight_kg", type = "decimal(8,3)" },
        { name = "for_sale", type = "smallint", null = false, default = "1" },
      },
      primary_key = { "id" },
      unique = {
        { name = "products_sku_unique", columns = { "sku" } },
      },
      checks = {
        { name = "products_for_sale_check", expression = "for_sale IN (0, 1)" },
        { name = "products_price_check", expression = "price_cents >= 0" },
      },
      indexes = {
        { name = "products_name_index", columns = { "name" } },
      },
    },
    {
      name = "shipping_rates",
      columns = {
        { name = "country_code", type = "char(2)", null = false },
        { name = "up_to_kg", type = "decimal(8,3)", null = false },
        { name = "price_cents", type = "bigint", null = false },
      },
      primary_key = { "country_code", "up_to_kg" },
      checks = {
        { name = "shipping_rates_price_check", expression = "price_cents >= 0" },
        { name = "shipping_rates_weight_check", expression = "up_to_kg > 0" },
      },
      foreign_keys = {
        { name = "shipping_rates_country_fk", columns = { "country_code" }, references = "countries(code)" },
      },
    },
    {
      name = "stock_levels",
      columns = {
        { name = "product_id", type = "bigint", null = false },
        { name = "warehouse", type = "varchar(50)", null = false },
        { name = "quantity", type = "integer", null = false, default = "0" },
      },
      primary_key = { "product_id", "warehouse" },
      checks = {
        { name = "stock_levels_quantity_check", expression = "quantity >= 0" },
      },
      foreign_keys = {
        { name = "stock_levels_product_fk", columns = { "product_id" }, references = "products(id)", on_delete = "cascade" },
        { name = "stock_levels_warehouse_fk", columns = { "warehouse" }, references = "warehouses(name)" },
      },
      indexes = {
        { name = "stock_levels_warehouse_index", columns = { "warehouse" } },
      },
    },
    {
      name = "warehouses",
      columns = {
        { name = "name", type = "varchar(50)", null = false },
        { name = "city", type = "varchar(100)", null = false },
      },
      primary_key = { "name" },
    },
  },
  views = {
    { name = "order_totals", select = [=[
      SELECT o.id AS order_id, o.order_number, c.name AS customer_name, o.state,
        COALESCE((SELECT SUM(l.quantity * l.unit_price_cents)
                  FROM order_lines l WHERE l.order_id = o.id), 0) AS total_cents,
        COALESCE((SELECT SUM(p.amount_cents)
                  FROM payments p WHERE p.order_id = o.id), 0) AS paid_cents
      FROM orders o
      JOIN customers c ON c.id = o.customer_id]=] },
  },
}
