-- forward shop_1000.lua:18
CREATE TABLE countries (
          code char(2) NOT NULL,
          name varchar(100) NOT NULL,
          CONSTRAINT countries_pk PRIMARY KEY (code),
          CONSTRAINT countries_name_unique UNIQUE (name)
        );
-- forward shop_1000.lua:31
INSERT INTO countries (code, name) VALUES
          ('AT', 'Austria'),
          ('CA', 'Canada'),
          ('CH', 'Switzerland'),
          ('DE', 'Germany'),
          ('FR', 'France'),
          ('GB', 'United Kingdom'),
          ('US', 'United States');
-- reverse shop_1000.lua:47
DROP TABLE countries;
-- forward shop_1001.lua:17
CREATE TABLE customers (
          id bigint AUTO_INCREMENT NOT NULL,
          email varchar(255) NOT NULL,
          name varchar(100) NOT NULL,
          phone varchar(50),
          status varchar(20) DEFAULT 'active' NOT NULL,
          created_at datetime(3) DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
          CONSTRAINT customers_pk PRIMARY KEY (id),
          CONSTRAINT customers_email_unique UNIQUE (email),
          CONSTRAINT customers_status_check CHECK (status IN ('active', 'blocked', 'closed'))
        );
-- forward shop_1001.lua:34
CREATE INDEX customers_name_index ON customers (name);
-- reverse shop_1001.lua:41
DROP TABLE customers;
-- forward shop_1002.lua:17
CREATE TABLE addresses (
          id bigint AUTO_INCREMENT NOT NULL,
          customer_id bigint NOT NULL,
          purpose varchar(20) DEFAULT 'shipping' NOT NULL,
          street varchar(100) NOT NULL,
          postal_code varchar(20) NOT NULL,
          city varchar(100) NOT NULL,
          country_code char(2) NOT NULL,
          CONSTRAINT addresses_pk PRIMARY KEY (id),
          CONSTRAINT addresses_purpose_check CHECK (purpose IN ('billing', 'shipping')),
          CONSTRAINT addresses_customer_fk FOREIGN KEY (customer_id)
            REFERENCES customers (id) ON DELETE CASCADE,
          CONSTRAINT addresses_country_fk FOREIGN KEY (country_code)
            REFERENCES countries (code)
        );
-- forward shop_1002.lua:36
CREATE INDEX addresses_customer_index ON addresses (customer_id);
-- forward shop_1002.lua:40
CREATE INDEX addresses_country_index ON addresses (country_code);
-- reverse shop_1002.lua:47
DROP TABLE addresses;
-- forward shop_1003.lua:16
CREATE TABLE products (
          id bigint AUTO_INCREMENT NOT NULL,
          sku varchar(20) NOT NULL,
          name varchar(100) NOT NULL,
          description text,
          category varchar(50) DEFAULT 'Other' NOT NULL,
          price_cents bigint NOT NULL,
          weight_kg decimal(8,3),
          for_sale smallint DEFAULT 1 NOT NULL,
          CONSTRAINT products_pk PRIMARY KEY (id),
          CONSTRAINT products_sku_unique UNIQUE (sku),
          CONSTRAINT products_price_check CHECK (price_cents >= 0),
          CONSTRAINT products_for_sale_check CHECK (for_sale IN (0, 1))
        );
-- forward shop_1003.lua:34
CREATE INDEX products_name_index ON products (name);
-- reverse shop_1003.lua:41
DROP TABLE products;
-- forward shop_1004.lua:17
INSERT INTO products (sku, name, category, price_cents, weight_kg) VALUES
          ('BEAN-500', 'Coffee beans, 500 g', 'Coffee', 1290, 0.550),
          ('FILTER-100', 'Paper filters, 100 pieces', 'Accessories', 450, 0.180),
          ('GRIND-1', 'Hand grinder', 'Accessories', 7900, 0.720),
          ('KETTLE-1', 'Kettle with a long neck', 'Kitchen', 4950, 1.100),
          ('TEA-GREEN', 'Green tea, 100 g', 'Tea', 890, 0.120),
          ('TEA-MINT', 'Mint tea, 80 g', 'Tea', 690, 0.100);
-- reverse shop_1004.lua:32
DELETE FROM products
        WHERE sku IN ('BEAN-500', 'FILTER-100', 'GRIND-1', 'KETTLE-1', 'TEA-GREEN', 'TEA-MINT');
-- forward shop_1005.lua:16
CREATE TABLE stock (
          product_id bigint NOT NULL,
          warehouse varchar(50) NOT NULL,
          warehouse_city varchar(100) NOT NULL,
          quantity int DEFAULT 0 NOT NULL,
          CONSTRAINT stock_pk PRIMARY KEY (product_id, warehouse),
          CONSTRAINT stock_quantity_check CHECK (quantity >= 0),
          CONSTRAINT stock_product_fk FOREIGN KEY (product_id)
            REFERENCES products (id) ON DELETE CASCADE
        );
-- forward shop_1005.lua:31
INSERT INTO stock (product_id, warehouse, warehouse_city, quantity)
        SELECT id, 'Harbour', 'Hamburg', 25 FROM products;
-- reverse shop_1005.lua:40
DROP TABLE stock;
-- forward shop_1006.lua:24
CREATE TABLE orders (
          id bigint AUTO_INCREMENT NOT NULL,
          order_number varchar(20) NOT NULL,
          customer_id bigint NOT NULL,
          address_id bigint,
          state varchar(20) DEFAULT 'new' NOT NULL,
          placed_at datetime(3) DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
          CONSTRAINT orders_pk PRIMARY KEY (id),
          CONSTRAINT orders_number_unique UNIQUE (order_number),
          CONSTRAINT orders_state_check CHECK (state IN ('new', 'paid', 'shipped', 'delivered', 'cancelled')),
          CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id)
            REFERENCES customers (id),
          CONSTRAINT orders_address_fk FOREIGN KEY (address_id)
            REFERENCES addresses (id)
        );
-- forward shop_1006.lua:43
CREATE INDEX orders_customer_index ON orders (customer_id);
-- forward shop_1006.lua:47
CREATE INDEX orders_address_index ON orders (address_id);
-- reverse shop_1006.lua:54
DROP TABLE orders;
-- forward shop_1007.lua:17
CREATE TABLE order_lines (
          order_id bigint NOT NULL,
          line_number int NOT NULL,
          product_id bigint NOT NULL,
          quantity int DEFAULT 1 NOT NULL,
          unit_price_cents bigint NOT NULL,
          CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line_number),
          CONSTRAINT order_lines_product_unique UNIQUE (order_id, product_id),
          CONSTRAINT order_lines_quantity_check CHECK (quantity > 0),
          CONSTRAINT order_lines_price_check CHECK (unit_price_cents >= 0),
          CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id)
            REFERENCES orders (id) ON DELETE CASCADE,
          CONSTRAINT order_lines_product_fk FOREIGN KEY (product_id)
            REFERENCES products (id)
        );
-- forward shop_1007.lua:36
CREATE INDEX order_lines_product_index ON order_lines (product_id);
-- reverse shop_1007.lua:43
DROP TABLE order_lines;
-- forward shop_1008.lua:15
CREATE TABLE payments (
          id bigint AUTO_INCREMENT NOT NULL,
          order_id bigint NOT NULL,
          reference varchar(64) NOT NULL,
          paid_with varchar(20) NOT NULL,
          amount_cents bigint NOT NULL,
          currency char(3) DEFAULT 'EUR' NOT NULL,
          paid_at datetime(3) DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
          CONSTRAINT payments_pk PRIMARY KEY (id),
          CONSTRAINT payments_reference_unique UNIQUE (reference),
          CONSTRAINT payments_paid_with_check CHECK (paid_with IN ('card', 'invoice', 'transfer')),
          CONSTRAINT payments_amount_check CHECK (amount_cents > 0),
          CONSTRAINT payments_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
        );
-- forward shop_1008.lua:33
CREATE INDEX payments_order_index ON payments (order_id);
-- reverse shop_1008.lua:40
DROP TABLE payments;
-- forward shop_1009.lua:20
ALTER TABLE customers
        ADD COLUMN loyalty_points int DEFAULT 0 NOT NULL;
-- forward shop_1009.lua:27
ALTER TABLE customers
        ADD COLUMN loyalty_level varchar(20) DEFAULT 'none' NOT NULL;
-- forward shop_1009.lua:33
ALTER TABLE customers ADD COLUMN birthday date;
-- reverse shop_1009.lua:40
ALTER TABLE customers DROP COLUMN birthday;
-- reverse shop_1009.lua:44
ALTER TABLE customers DROP COLUMN loyalty_level;
-- reverse shop_1009.lua:48
ALTER TABLE customers DROP COLUMN loyalty_points;
-- before shop_1010.lua:18
SELECT sku FROM products WHERE TRIM(category) = '';
-- forward shop_1010.lua:28
CREATE TABLE categories (
          code varchar(50) NOT NULL,
          name varchar(50) NOT NULL,
          CONSTRAINT categories_pk PRIMARY KEY (code)
        );
-- forward shop_1010.lua:37
CREATE UNIQUE INDEX categories_name_index ON categories (name);
-- forward shop_1010.lua:42
CREATE TABLE product_categories (
          product_id bigint NOT NULL,
          category_code varchar(50) NOT NULL,
          CONSTRAINT product_categories_pk PRIMARY KEY (product_id, category_code),
          CONSTRAINT product_categories_product_fk FOREIGN KEY (product_id)
            REFERENCES products (id) ON DELETE CASCADE,
          CONSTRAINT product_categories_category_fk FOREIGN KEY (category_code)
            REFERENCES categories (code)
        );
-- forward shop_1010.lua:56
CREATE INDEX product_categories_category_index
        ON product_categories (category_code);
-- forward shop_1010.lua:64
INSERT INTO categories (code, name)
        SELECT LOWER(category), MIN(category) FROM products GROUP BY LOWER(category);
-- forward shop_1010.lua:71
INSERT INTO product_categories (product_id, category_code)
        SELECT id, LOWER(category) FROM products;
-- after shop_1010.lua:20
SELECT sku FROM products
      WHERE id NOT IN (SELECT product_id FROM product_categories);
-- reverse shop_1010.lua:82
UPDATE products SET category = (
          SELECT c.name FROM categories c WHERE c.code = (
            SELECT MIN(pc.category_code) FROM product_categories pc
            WHERE pc.product_id = products.id
          )
        )
        WHERE LOWER(category) NOT IN (
          SELECT pc.category_code FROM product_categories pc
          WHERE pc.product_id = products.id
        ) AND id IN (SELECT product_id FROM product_categories);
-- reverse shop_1010.lua:96
DROP TABLE product_categories;
-- reverse shop_1010.lua:100
DROP TABLE categories;
-- forward shop_1011.lua:21
CREATE INDEX orders_placed_index ON orders (placed_at);
-- forward shop_1011.lua:25
CREATE INDEX orders_state_index ON orders (state, placed_at);
-- reverse shop_1011.lua:32
DROP INDEX orders_state_index ON orders;
-- reverse shop_1011.lua:36
DROP INDEX orders_placed_index ON orders;
-- forward shop_1012.lua:16
CREATE VIEW order_totals
          (order_id, order_number, customer_name, state, total_cents, paid_cents) AS
        SELECT
          o.id,
          o.order_number,
          c.name,
          o.state,
          COALESCE((SELECT SUM(l.quantity * l.unit_price_cents)
                    FROM order_lines l WHERE l.order_id = o.id), 0),
          COALESCE((SELECT SUM(p.amount_cents)
                    FROM payments p WHERE p.order_id = o.id), 0)
        FROM orders o
        JOIN customers c ON c.id = o.customer_id;
-- reverse shop_1012.lua:36
DROP VIEW order_totals;
-- forward shop_1013.lua:85
CREATE TABLE price_changes (
          id bigint AUTO_INCREMENT NOT NULL,
          product_id bigint NOT NULL,
          old_price_cents bigint NOT NULL,
          new_price_cents bigint NOT NULL,
          changed_at datetime(3) DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
          CONSTRAINT price_changes_pk PRIMARY KEY (id),
          CONSTRAINT price_changes_product_fk FOREIGN KEY (product_id)
            REFERENCES products (id) ON DELETE CASCADE
        );
-- forward shop_1013.lua:100
CREATE INDEX price_changes_product_index
        ON price_changes (product_id, changed_at);
-- forward shop_1013.lua:55
CREATE TRIGGER products_price_changed AFTER UPDATE ON products
        FOR EACH ROW
        BEGIN
          IF OLD.price_cents <> NEW.price_cents THEN
            INSERT INTO price_changes (product_id, old_price_cents, new_price_cents)
            VALUES (OLD.id, OLD.price_cents, NEW.price_cents);
          END IF;
        END;
-- reverse shop_1013.lua:76
DROP TRIGGER products_price_changed;
-- reverse shop_1013.lua:115
DROP TABLE price_changes;
-- before shop_1014.lua:18
SELECT warehouse FROM stock
      GROUP BY warehouse HAVING MIN(warehouse_city) <> MAX(warehouse_city);
-- forward shop_1014.lua:26
CREATE TABLE warehouses (
          name varchar(50) NOT NULL,
          city varchar(100) NOT NULL,
          CONSTRAINT warehouses_pk PRIMARY KEY (name)
        );
-- forward shop_1014.lua:36
INSERT INTO warehouses (name, city)
        SELECT DISTINCT warehouse, warehouse_city FROM stock;
-- forward shop_1014.lua:43
CREATE TABLE stock_levels (
          product_id bigint NOT NULL,
          warehouse varchar(50) NOT NULL,
          quantity int DEFAULT 0 NOT NULL,
          CONSTRAINT stock_levels_pk PRIMARY KEY (product_id, warehouse),
          CONSTRAINT stock_levels_quantity_check CHECK (quantity >= 0),
          CONSTRAINT stock_levels_product_fk FOREIGN KEY (product_id)
            REFERENCES products (id) ON DELETE CASCADE,
          CONSTRAINT stock_levels_warehouse_fk FOREIGN KEY (warehouse)
            REFERENCES warehouses (name)
        );
-- forward shop_1014.lua:58
CREATE INDEX stock_levels_warehouse_index ON stock_levels (warehouse);
-- forward shop_1014.lua:63
INSERT INTO stock_levels (product_id, warehouse, quantity)
        SELECT product_id, warehouse, quantity FROM stock;
-- forward shop_1014.lua:69
DROP TABLE stock;
-- reverse shop_1014.lua:77
CREATE TABLE stock (
          product_id bigint NOT NULL,
          warehouse varchar(50) NOT NULL,
          warehouse_city varchar(100) NOT NULL,
          quantity int DEFAULT 0 NOT NULL,
          CONSTRAINT stock_pk PRIMARY KEY (product_id, warehouse),
          CONSTRAINT stock_quantity_check CHECK (quantity >= 0),
          CONSTRAINT stock_product_fk FOREIGN KEY (product_id)
            REFERENCES products (id) ON DELETE CASCADE
        );
-- reverse shop_1014.lua:92
INSERT INTO stock (product_id, warehouse, warehouse_city, quantity)
        SELECT s.product_id, s.warehouse, w.city, s.quantity
        FROM stock_levels s
        JOIN warehouses w ON w.name = s.warehouse;
-- reverse shop_1014.lua:100
DROP TABLE stock_levels;
-- reverse shop_1014.lua:104
DROP TABLE warehouses;
-- forward shop_1015.lua:15
CREATE TABLE shipping_rates (
          country_code char(2) NOT NULL,
          up_to_kg decimal(8,3) NOT NULL,
          price_cents bigint NOT NULL,
          CONSTRAINT shipping_rates_pk PRIMARY KEY (country_code, up_to_kg),
          CONSTRAINT shipping_rates_weight_check CHECK (up_to_kg > 0),
          CONSTRAINT shipping_rates_price_check CHECK (price_cents >= 0),
          CONSTRAINT shipping_rates_country_fk FOREIGN KEY (country_code)
            REFERENCES countries (code)
        );
-- reverse shop_1015.lua:32
DROP TABLE shipping_rates;
-- forward shop_1016.lua:42
DELETE FROM shipping_rates WHERE
  (country_code = 'AT' AND up_to_kg = 2.000)
  OR (country_code = 'AT' AND up_to_kg = 31.500)
  OR (country_code = 'CH' AND up_to_kg = 2.000)
  OR (country_code = 'CH' AND up_to_kg = 31.500)
  OR (country_code = 'DE' AND up_to_kg = 2.000)
  OR (country_code = 'DE' AND up_to_kg = 31.500)
  OR (country_code = 'FR' AND up_to_kg = 2.000)
  OR (country_code = 'FR' AND up_to_kg = 31.500);
-- forward shop_1016.lua:43
INSERT INTO shipping_rates (country_code, up_to_kg, price_cents) VALUES
  ('AT', 2.000, 590),
  ('AT', 31.500, 1290),
  ('CH', 2.000, 1490),
  ('CH', 31.500, 3290),
  ('DE', 2.000, 390),
  ('DE', 31.500, 790),
  ('FR', 2.000, 690),
  ('FR', 31.500, 1490);
-- reverse shop_1016.lua:51
DELETE FROM shipping_rates WHERE
  (country_code = 'AT' AND up_to_kg = 2.000)
  OR (country_code = 'AT' AND up_to_kg = 31.500)
  OR (country_code = 'CH' AND up_to_kg = 2.000)
  OR (country_code = 'CH' AND up_to_kg = 31.500)
  OR (country_code = 'DE' AND up_to_kg = 2.000)
  OR (country_code = 'DE' AND up_to_kg = 31.500)
  OR (country_code = 'FR' AND up_to_kg = 2.000)
  OR (country_code = 'FR' AND up_to_kg = 31.500);
