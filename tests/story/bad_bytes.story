Bytes that are no UTF-8 text are refused with their place; a byte order mark and CRLF are not.
--- dialects sqlite
--- run exit=65
mkdir -p bad; printf -- '-- shop_1000.lua\n-- \303\050\nreturn {}' >bad/shop_1000.lua
helium up --design bad
--- out
bad/shop_1000.lua:2:4: design: the file is not valid UTF-8 at byte 20
  -- \xc3(
     ^
  hint: save the file as UTF-8
--- run exit=65
printf '\377\376-\000-\000' >bad/shop_1000.lua
helium up --design bad
--- out
bad/shop_1000.lua: design: the file is UTF-16
  hint: save the file as UTF-8
--- run exit=65
printf -- '-- shop_1000.lua\n-- a\000b\nreturn {}\n' >bad/shop_1000.lua
helium up --design bad
--- out
bad/shop_1000.lua:2:5: design: the file holds a NUL at byte 21
  -- a\x00b
      ^
  hint: save the file as UTF-8
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "SELECT '\xff'" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4: design: forward: sql is not valid UTF-8 at its byte 8
    forward = { { sql = "SELECT '\xff'" } },
--- run exit=65
rm bad/shop_1000.lua; mkfifo bad/shop_1000.lua
helium up --design bad
--- out
design: bad/shop_1000.lua is not a regular file
--- run exit=65
rm bad/shop_1000.lua; mkdir bad/shop_1000.lua
helium up --design bad
--- out
design: bad/shop_1000.lua is not a regular file
--- run
rmdir bad/shop_1000.lua; printf '\357\273\277-- shop_1000.lua\r\n-- T\r\nreturn { forward = { { sql = [[SELECT\r\n 1]] } }, reverse = { { sql = [[SELECT 1]] } } }\r\n' >bad/shop_1000.lua
helium validate --design bad; helium expand bad/shop_1000.lua
--- out
nothing wrong
SELECT
 1;
SELECT 1;
--- run
test ! -e story.db
