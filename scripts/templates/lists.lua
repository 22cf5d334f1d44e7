-- @name@.lua
-- @title@
--
-- CHANGELOG
-- 1.0.0 - @date@ - Initial creation

return {
  table = "example",

  forward = {
    {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${INTEGER} NOT NULL ${PRIMARY},
          name ${VARCHAR_100} NOT NULL
        )
      ]=],
      description = "Create the table",
    },
  },

  reverse = {
    { sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=], description = "Drop the table" },
  },
}
