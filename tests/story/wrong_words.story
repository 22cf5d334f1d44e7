--- dialects sqlite
--- run exit=64
helium statsu
--- out
usage: unknown command or option 'statsu'
  hint: did you mean status?
--- run exit=64
helium up --stpes 3
--- out
...did you mean --steps?
--- run exit=64
helium down --plan x
--- out
usage: unknown command or option '--plan'
  hint: --plan belongs to helium up
--- run exit=64
helium up --bogus
--- out
usage: unknown command or option '--bogus'
  hint: helium up --help
--- run exit=64
helium up --plan
--- out
usage: --plan: 1 required TEXT missing
  hint: helium up --help
--- run exit=64
helium macros --dialect sqlite --dialect db2
--- out
usage: --dialect is given more than once, and takes one value
  hint: helium macros --help
--- run exit=64
helium --url sqlite:a.db status --url sqlite:b.db
--- out
usage: --url is given more than once, and takes one value
  hint: helium status --help
--- run exit=64
helium drop
--- out
...helium drop --yes
--- run exit=78
helium status --url postgresql://u:hunter2@h:99999/db 2>&1 | grep hunter2 && exit 1
helium status --url postgresql://u:hunter2@h:99999/db
--- out
warning: the password in --url...
config: the database URL is wrong: its port is not a number...
--- run exit=78
helium status
--- out
config: no design is named...
