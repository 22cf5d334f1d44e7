-- @name@.lua
-- @title@
--
-- CHANGELOG
-- 1.0.0 - @date@ - Initial creation

return {
  table = "@table@",

  forward = {
    {
      sql = [=[
        @forward@
      ]=],
      description = "@forward_text@",
    },
  },

  reverse = {
    { sql = [=[ @reverse@ ]=], description = "@reverse_text@" },
  },
}
