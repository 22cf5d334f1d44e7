A scratch server of another major version than the target proves less than it seems to: that is told. The target is
reached through a line that changes the version in its answers.
--- dialects postgresql mariadb

--- file liar.py
import socket
import sys
import threading
from urllib.parse import urlsplit

url, true, false = urlsplit(sys.argv[1]), sys.argv[2].encode(), sys.argv[3].encode()


def carry(source, sink, change):
    while data := source.recv(65536):
        sink.sendall(data.replace(true, false) if change else data)
    sink.close()


listener = socket.create_server(("127.0.0.1", 0))
with open("port", "w") as file:
    print(listener.getsockname()[1], file=file)
while True:
    client, _ = listener.accept()
    server = socket.create_connection((url.hostname, url.port))
    threading.Thread(target=carry, args=(client, server, False), daemon=True).start()
    threading.Thread(target=carry, args=(server, client, True), daemon=True).start()
--- file shop/shop_1000.lua
return {
  forward = { { sql = "CREATE TABLE a (b integer NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE a" } },
}
--- run @postgresql
sql "SELECT split_part(current_setting('server_version'), ' ', 1)" >true
sed -E 's/^[0-9]+/77/' true >false
--- run @mariadb
sql "SELECT substring_index(version(), '-', 1)" >true
sed -E 's/^([0-9]+)[.][0-9]+/\1.77/' true >false
--- start liar
exec python3 liar.py "$TCP_URL" "$(cat true)" "$(cat false)"
--- until
test -s port
--- run
echo "$TCP_URL" | sed -E "s#@[^/]*/#@127.0.0.1:$(cat port)/#" >target
--- run @postgresql
echo "$(cat target)?sslmode=disable" >target
--- run
DATABASE_URL="$(cat target)" helium test --design shop --cache cache --all --scratch "$TCP_URL"
--- out @postgresql
...tried on postgresql ..., but the target is 77
...
--- out @mariadb
...tried on mariadb ..., but the target is ....77
...
--- run
helium test --design shop --cache cache --all --scratch "$TCP_URL" 2>&1 | grep -c 'but the target' || true
--- out
0
--- kill liar
