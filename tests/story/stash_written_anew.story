MySQL and MariaDB write a table anew for a dropped column that is a good part of it, with something in its place
until the values are back. Nothing of that is there in the end, not in rows that came since either. A column with a
default comes back without, and so does one whose characters are longer than a byte.
--- dialects mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- Five columns that go
return {
  forward = function(queries)
    for name, column in pairs({
      note = { name = "was", type = "varchar(60)" },
      amount = { name = "was", type = "bigint", null = false },
      day = { name = "was", type = "date" },
      word = { name = "was", type = "char(60)", null = false, default = "'none'" },
      wide = { name = "was", type = "varchar(60)" },
    }) do
      queries:create_table(name, { columns = { { name = "id", type = "integer", primary_key = true }, column } })
    end
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- They go
return {
  forward = function(queries)
    for _, name in ipairs({ "note", "amount", "day", "word", "wide" }) do
      queries:drop_column(name, "was")
    end
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
fill() {
  sql "SET SESSION $([ $DIALECT = mysql ] && echo cte_max_recursion_depth || echo max_recursive_iterations) = 4000; INSERT INTO $1
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT i, $2 FROM n"
}
sql "ALTER TABLE wide MODIFY COLUMN was varchar(60) CHARACTER SET utf8mb4"
fill note "IF(i % 10 = 0, NULL, CONCAT(REPEAT('n', i % 50), i))"
fill amount "1000000000000 + i"
fill day "'2026-01-01' + INTERVAL i DAY"
fill word "CONCAT('word ', i)"
fill wide "CONCAT(REPEAT('ö', 30), i)"
kept() { for name in note amount day word wide; do sql "SELECT * FROM $name WHERE id NOT IN (3, 10, 5000) ORDER BY id"; done; }
kept >before
helium up --design shop >/dev/null
for name in note amount day word wide; do
  sql "DELETE FROM $name WHERE id IN (3, 10); INSERT INTO $name (id) VALUES (5000)"
done
helium plan --down --design shop | grep -o '[a-z]*. ADD COLUMN .*, FORCE' | sed 's/. ADD .* NULL//'
helium down --design shop
kept >after
cmp before after
for name in note amount day word wide; do sql "SELECT '$name', was FROM $name WHERE id = 5000"; done
sql "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = database() AND (column_name LIKE 'helium_stash%' OR table_name LIKE 'helium_stash%' OR column_default LIKE '%xx%')"
--- out
day DEFAULT '1970-01-01' AFTER `id`, FORCE
amount DEFAULT 0 AFTER `id`, FORCE
note DEFAULT 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' AFTER `id`, FORCE
...2 values of was are not back: their rows of wide are gone since it was dropped
...2 values of was are not back: their rows of word are gone since it was dropped
...2 values of was are not back: their rows of day are gone since it was dropped
...2 values of was are not back: their rows of amount are gone since it was dropped
...1 rows of amount came since was was dropped: theirs is 0
...1 values of was are not back: their rows of note are gone since it was dropped
...
note	NULL
amount	0
day	NULL
word	none
wide	NULL
