-- macros_mysql.lua
-- What this design's own macros mean on MySQL. The files beside this one have the same names.

return {
  -- A whole number that the database hands out.
  IDENTITY = "bigint AUTO_INCREMENT",

  -- Stands behind the name in DROP INDEX.
  ON_TABLE = "ON ${SCHEMA}${TABLE}",
}
