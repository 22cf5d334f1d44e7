-- @name@.lua
-- @title@
--
-- CHANGELOG
-- 1.0.0 - @date@ - Initial creation

return {
  table = "@table@",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        @forward@
      ]=],
      description = "@forward_text@",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ @reverse@ ]=],
      description = "@reverse_text@",
    })
  end,
}
