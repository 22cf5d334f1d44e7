SQL that cannot be cut into statements, or that must not run as it stands, is refused before anything runs.
--- dialects sqlite
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = {
    { sql = [[
      CREATE TABLE item (
        id ${INTGER}
      )
    ]] },
  },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:7:12: macro: unknown macro ${INTGER}
          id ${INTGER}
             ^
  hint: did you mean ${INTEGER}?
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = {
    { sql = [[
      INSERT INTO item VALUES ('one)
    ]] },
  },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:6:32: design: this string is never closed
        INSERT INTO item VALUES ('one)
                                 ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "SELECT 1 /* never closed" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:33: design: this comment is never closed
    forward = { { sql = "SELECT 1 /* never closed" } },
                                  ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "SELECT ${NOW" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:31: macro: ${ without its }
    forward = { { sql = "SELECT ${NOW" } },
                                ^
  hint: write $${ for the text ${ itself
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = " -- nothing but a comment" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:24: design: an entry without a statement
    forward = { { sql = " -- nothing but a comment" } },
                         ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER); COMMIT" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:56: design: COMMIT is the author's own transaction control, but Helium opens and commits the transactions of this migration
    forward = { { sql = "CREATE TABLE item (id INTEGER); COMMIT" } },
                                                         ^
  hint: take it out, or set transaction = "none"
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "BEGIN" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:24: design: BEGIN is the author's own transaction control, but Helium opens and commits the transactions of this migration
    forward = { { sql = "BEGIN" } },
                         ^
  hint: take it out, or set transaction = "none"
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "\\copy item FROM 'x'" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium expand bad/shop_1000.lua --dialect postgresql
--- out
bad/shop_1000.lua:4:24: design: \copy is a command of psql, not SQL
    forward = { { sql = "\\copy item FROM 'x'" } },
                         ^
  hint: remove it; Helium sends only SQL to the server
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "COPY item FROM STDIN" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium expand bad/shop_1000.lua --dialect postgresql
--- out
bad/shop_1000.lua:4:24: design: COPY ... FROM STDIN is refused: its data belong to a client program
    forward = { { sql = "COPY item FROM STDIN" } },
                         ^
  hint: write INSERT statements, or COPY ... FROM a file of the server
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  macros = { A = "${B}", B = "${A}" },
  forward = { { sql = "SELECT ${A}" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:5:31: macro: a macro holds itself: A -> B -> A
    forward = { { sql = "SELECT ${A}" } },
                                ^
--- run
test ! -e story.db
