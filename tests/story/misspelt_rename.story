A new name that is misspelt would make a rename a drop, with all data: it is refused. Words of a rename that is done
are in nobody's way.
--- dialects sqlite
--- file before.sql
CREATE TABLE users (id integer PRIMARY KEY, mail text);
--- file after.sql
CREATE TABLE people (id integer PRIMARY KEY, mail text);
--- file column.sql
CREATE TABLE users (id integer PRIMARY KEY, email text);
--- run exit=64
helium diff --from before.sql --to after.sql --rename users=poeple
--- out
usage: --rename users=poeple: there is no table poeple
  hint: did you mean people?
--- run exit=64
helium diff --from before.sql --to column.sql --rename users.mail=emial
--- out
usage: --rename users.mail=emial: there is no column emial
  hint: did you mean email?
--- run
helium diff --from before.sql --to column.sql --rename users.mail=email --rename old=new
helium diff --from column.sql --to column.sql --rename users.mail=email
helium diff --from before.sql --to after.sql --rename users=
--- out
...rename_column...
...equal...
...drop_table...
...
