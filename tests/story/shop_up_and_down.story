--- run
helium validate --design $SHOP
--- out
nothing wrong
--- run
helium up --design $SHOP
--- out
...up   shop 1000  Creates the list of countries the shop ships to...
...up   shop 1016  Keeps the shipping rates in step with this file...
17 migrations in ...
--- run
helium up --design $SHOP --format json
--- out
..."applied":[],"reverted":[]...
--- run
sql "SELECT name FROM countries WHERE code = 'DE'"
--- out
...Germany...
--- run
helium down --all --design $SHOP
helium status --design $SHOP --format json
--- out
..."applied":[],"pending":[1000,...
--- run
helium up --design $SHOP
--- out
...17 migrations in ...
