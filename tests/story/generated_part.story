Of two schemas that inspect wrote, only the tables that differ are read when nothing has to be proved; what is written
is what reading everything would write.
--- dialects sqlite

--- file app/app_1.lua
return {
  forward = function(queries)
    table.insert(queries, { sql = [=[
      CREATE TABLE ${SCHEMA}users (id integer PRIMARY KEY, name text);
      CREATE TABLE ${SCHEMA}tags (id integer PRIMARY KEY)
    ]=] })
  end,

  reverse = function(queries)
    table.insert(queries, { sql = [=[ DROP TABLE ${SCHEMA}tags; DROP TABLE ${SCHEMA}users ]=] })
  end,

  diagram = function(queries)
  end,
}
--- run
helium up --design app
helium inspect --format json > before.json
sql "CREATE TABLE note (id integer PRIMARY KEY, user_id integer REFERENCES users (id))"
sql "ALTER TABLE tags ADD COLUMN user_id integer REFERENCES users (id)"
helium inspect --format json > after.json
helium generate more --from before.json --to after.json --unproved --design app
mv app/app_2.lua part.lua
sed 's/"version": 1,/"version":  1,/' before.json > edited.json
helium generate more --from edited.json --to after.json --unproved --design app
cmp part.lua app/app_2.lua && grep -E "REFERENCES|object_id" part.lua
--- out
up   app 1 ...
1 migration in ...
app/app_2.lua
not proved
app/app_2.lua
not proved
          FOREIGN KEY (user_id) REFERENCES ${SCHEMA}users (id)
          FOREIGN KEY (user_id) REFERENCES ${SCHEMA}users (id)
              "object_id": "table.note",
              "object_id": "table.tags",
