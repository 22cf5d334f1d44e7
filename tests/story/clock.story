The runner's clock is ten years ahead, then ten years behind: times are told and decide nothing.
--- dialects sqlite postgresql mariadb
--- run
mkdir shop
for number in 1000 1001 1002; do
  printf -- "-- shop_$number.lua\n-- Step $number\nreturn { forward = { { sql = 'CREATE TABLE t$number (id INTEGER)' } }, reverse = { { sql = 'DROP TABLE t$number' } } }\n" > shop/shop_$number.lua
done
faketime -f '+10y' helium up --steps 1 --design shop
faketime -f '-10y' helium up --steps 1 --design shop
helium up --design shop
helium status --exit-code --design shop
--- out
up   shop 1000...up   shop 1001...up   shop 1002...up to date...
--- run
faketime -f '-10y' helium history --design shop
--- out
...1000...applied...1001...applied...1002...
--- run
faketime -f '-10y' helium down --design shop
faketime -f '+10y' helium redo --design shop
helium status --design shop --format json
--- out
down shop 1002...down shop 1001...up   shop 1001..."applied":[1000,1001],"pending":[1002]..."findings":[]}
