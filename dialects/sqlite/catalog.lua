-- SQLite keeps every statement that changes the schema inside a transaction, so nothing is ever in
-- doubt and no fingerprint is needed. A database is a file: it is made and removed as one.

-- The whole catalog: what made each object, kept up to date by SQLite itself. What has no pages of its own is no
-- table and no index: views, triggers and virtual tables.
local statements = [[
    SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL
      AND (coalesce(rootpage, 0) = 0 OR (1 = 1{only:tbl_name}))]]

return {
  inspect_statements = statements .. " ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END, name",
  -- In any order: to sort all of them costs as much as half of reading them.
  digest_statements = statements,

  -- What a virtual table keeps its rows in (fts5, rtree) is made, changed and dropped by it alone. Only a schema
  -- with a virtual table is asked for such: SQLite looks through all of its schema for the answer.
  shadow_tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'",

  -- The last number that each AUTOINCREMENT gave; only a database with one has the table.
  identity_positions = [[SELECT name, seq FROM sqlite_sequence]],

  -- Words for types, so that a misspelt one in a Lua schema is told from a type that somebody made.
  own_types = [[
    int integer tinyint smallint mediumint bigint int2 int8 real float double numeric decimal boolean text char
    character varchar varying nchar nvarchar clob blob any date time datetime timestamp json uuid]],

  -- What waits for an undo: tables that begin with :v2; there are no schemas. Their bytes are known where
  -- the library was built with the table that tells them.
  stashes = [[
    SELECT m.name, NULL FROM sqlite_schema m
    WHERE :v1 IS NOT NULL AND m.type = 'table' AND instr(m.name, :v2) = 1 ORDER BY 1]],
  stash_bytes_told = "SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'",
  stash_bytes = [[
    SELECT SUM(d.pgsize) FROM dbstat d WHERE d.name IN (SELECT m.name FROM sqlite_schema m WHERE m.tbl_name = :v1)]],

  -- A value as a literal that is read again as the same; quote() ends at a zero byte.
  literal = [[CASE WHEN typeof({column}) = 'text' AND instr({column}, char(0)) > 0
    THEN 'CAST(x''' || hex({column}) || ''' AS TEXT)' ELSE quote({column}) END]],
}
