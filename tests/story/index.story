The documentation index: written between the markers, left alone when nothing changed, checked in CI; and the two
scripts for those who know them.
--- dialects sqlite

--- file shop/shop_1000.lua
-- shop_1000.lua
-- Creates the people.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation
-- 1.1.0 - 2026-11-22 - A longer name
return {
  table = "people",
  forward = { { sql = "CREATE TABLE ${SCHEMA}${TABLE} (id ${INTEGER})" } },
  reverse = { { sql = "DROP TABLE ${SCHEMA}${TABLE}" } },
}
--- file shop/README.md
# The shop

<!-- helium:index -->
<!-- /helium:index -->

See [the first](shop_1000.lua).
--- run exit=1
helium index --design shop --check
--- out
shop  stale  shop/README.md
--- run
helium index --design shop
helium index --design shop --check
touch -d '2001-01-01' shop/README.md
helium index --design shop --format json
stat -c %y shop/README.md | cut -d' ' -f1
cat shop/README.md
--- out
shop  written  shop/README.md
shop  current  shop/README.md
{"version":1,"indexes":[{"design":"shop","state":"current","readme":"shop/README.md"}]}
2001-01-01
# The shop

<!-- helium:index -->
| M# | Table | Version | Updated | Stmts | Diagram | Description |
| ---- | ------- | --------- | --------- | ------- | --------- | ------------- |
| [1000](shop_1000.lua) | people | 1.1.0 | 2026-11-22 | 2 | ✗ | Creates the people. |
| **1** | | | | **2** | **0** | |
<!-- /helium:index -->

See [the first](shop_1000.lua).
--- run
export HELIUM=helium
sh "$SHOP/../../scripts/migration_update.sh" shop
--- out
shop  current  shop/README.md
nothing wrong
--- run exit=1
export HELIUM=helium
echo 'See [nothing](gone.md), `[code](not_a_link)`, [the web](https://example.org).' >>shop/README.md
sh "$SHOP/../../scripts/migration_update.sh" shop
--- out
shop  current  shop/README.md
migration_update: shop/README.md: dead link gone.md
nothing wrong
--- run exit=65
echo '<!-- helium:index -->' >>shop/README.md
helium index --design shop
--- out
shop/README.md:12:1: design: the marker <!-- helium:index --> has no partner
  <!-- helium:index -->
  ^
  hint: put both markers on lines of their own, or remove this one
