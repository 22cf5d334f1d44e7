What the server shows of a refused statement is the author's text, without what the program sends behind it.
--- dialects mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- Misspelt
return {
  forward = {
    { sql = [=[ CREATE TABLE one (id int,
      b int) ENGIN=InnoDB x ]=] },
    { sql = [=[ CREATE TABLE two (id int) ]=] },
  },
}
--- run exit=4
helium up --design shop
--- out @mariadb
shop/shop_1.lua:6:28: database: ... right syntax to use near '' at line 2
...
--- out @mysql
shop/shop_1.lua:6:14: database: ... right syntax to use near 'ENGIN=InnoDB x' at line 2
...
