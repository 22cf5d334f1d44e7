-- macros_sqlite.lua
-- What this design's own macros mean on SQLite. The files beside this one have the same names.

return {
  -- A whole number that the database hands out: an integer primary key counts by itself.
  IDENTITY = "integer",

  -- Stands behind the name in DROP INDEX.
  ON_TABLE = "",
}
