-- SQLite keeps every statement that changes the schema inside a transaction, so nothing is ever in
-- doubt and no fingerprint is needed. A database is a file: it is made and removed as one.
return {
  -- The whole catalog: what made each object, kept up to date by SQLite itself.
  inspect_statements = [[
    SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL
    ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END, name]],

  -- The last number that each AUTOINCREMENT gave; only a database with one has the table.
  identity_positions = [[SELECT name, seq FROM sqlite_sequence]],

  -- Words for types, so that a misspelt one in a Lua schema is told from a type that somebody made.
  own_types = [[
    int integer tinyint smallint mediumint bigint int2 int8 real float double numeric decimal boolean text char
    character varchar varying nchar nvarchar clob blob any date time datetime timestamp json uuid]],
}
