auto and generate write the first migration into a folder that holds none, and into no other that is not there.
--- dialects sqlite

--- file wanted.lua
return {
  tables = { { name = "note", columns = { { name = "id", type = "integer", null = false } }, primary_key = { "id" } } },
}
--- file nothing.lua
return { tables = {} }
--- file app/README.md
No migration yet.
--- run
helium auto --design app --to wanted.lua --dry-run
ls
--- out
create_table  note
would write app/app_1000.lua, proved ...
-- app 1000 forward, transaction whole: automatic change
CREATE TABLE "note" (
...
-- plan ...
app
nothing.lua
wanted.lua
--- run
helium auto --design app --to wanted.lua
helium auto --design app --to wanted.lua
helium status --design app --format json
--- out
create_table  note
app/app_1000.lua, proved ...
up   app 1000  automatic change  ...
1 migration in ...
nothing to do
..."applied":[1000],"pending":[],...
--- run
mkdir -p crm/migrations
helium generate "first tables" --from nothing.lua --to wanted.lua --design crm/migrations
helium validate --design crm/migrations --dialect sqlite
--- out
crm/migrations/crm_1000.lua
proved ...
nothing wrong
--- run exit=66
helium generate "first tables" --from nothing.lua --to wanted.lua --design mispelt
--- out
missing: there is no folder mispelt
  hint: make it, and the same command writes the first migration into it
--- run exit=64
mkdir "an app"
helium auto --design "an app" --to wanted.lua
--- out
usage: an app cannot be the name of a design
  hint: letters, digits, _ and -: --design migrations/app
