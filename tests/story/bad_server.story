A server that is not there, and one that does not know the password: one line, exit 7, no password.
--- dialects postgresql mariadb mysql db2
--- run exit=7
DATABASE_URL="$DIALECT://someone:hunter2@127.0.0.1:1/nothing" helium up --design $SHOP
--- out
connection: cannot connect to ...://someone:***@127.0.0.1:1/nothing...: ...
  hint: check the URL and its password; up --wait 60s waits for a server that is starting
--- run exit=7
DATABASE_URL="$DIALECT://someone:hunter2@127.0.0.1:1/nothing" helium status --design $SHOP --format json 2>&1
--- run exit=1
DATABASE_URL="$DIALECT://someone:hunter2@127.0.0.1:1/nothing" helium --verbose --log-file log up --design $SHOP 2>&1 | cat - log | grep hunter2
--- run exit=7
DATABASE_URL="$(echo "$TCP_URL" | sed -E 's#://([^:]*):[^@]*@#://\1:hunter2@#')" helium up --design $SHOP
--- out
connection: cannot connect to ...://helium:***@127.0.0.1:...
  hint: check the URL and its password; up --wait 60s waits for a server that is starting
--- run exit=1
DATABASE_URL="$(echo "$TCP_URL" | sed -E 's#://([^:]*):[^@]*@#://\1:hunter2@#')" helium up --design $SHOP 2>&1 | grep hunter2
