A password stands nowhere: not in an error of helium.toml, nor of a value that is no URL, nor in the log.
--- dialects sqlite

--- file helium.toml
ur = "postgresql:me:gehe1m@host/db"
--- run exit=78
helium status --log-file log
--- out
helium.toml:1:1: config: unknown setting 'ur'
  ur = ***
  ^
  hint: did you mean url?
--- file helium.toml
[limits]
lock_timeout = "postgres//me:gehe1m@host/db"
--- run exit=78
helium status --log-file log
--- out
helium.toml:2:16: config: limits.lock_timeout (helium.toml:2): 'postgres//me:***@host/db' is not a duration
...
--- run exit=64
rm helium.toml
sql "CREATE TABLE item (id INTEGER)"
helium diff --from postgres//me:gehe1m@host/db --to sqlite:story.db --log-file log
--- out
usage: postgres//me:***@host/db is no schema
  hint: ...
--- run exit=64
helium diff --to me:gehe1m@host/db --from sqlite:story.db --log-file log --format json 2>/dev/null
--- out
...me:***@host/db is no schema...
--- run exit=78
helium test --scratch me:gehe1m@host/db --design . --log-file log
--- out
config: the database URL is wrong...
--- run exit=66
helium --env postgresql:me:gehe1m@host/db status --log-file log
--- out
missing: environment 'postgresql:***@host/db' needs a helium.toml; there is none
...
--- run
cat log | grep -c gehe1m || true
--- out
0
