"""Writes a design of N migrations that tell about T tables: the first T each create one, the others add columns.

    make_folder.py N T FOLDER
"""
import random
import sys
from pathlib import Path

NOUNS = """account address batch budget calendar campaign category channel client comment contact contract country
coupon currency customer delivery device discount document email employee event feature feed file folder forecast gift
group image import inventory invoice item journal key label language ledger lesson license list location log mail
measure media member message metric model note notice offer option order page partner payment person plan policy price
product profile project promotion quote rate rating reason receipt region report request return review role route rule
sale schedule season seller service session shift shop site source stage stock store survey tag task tax team template
term ticket token tour transfer trip unit user vendor visit voucher warehouse wallet zone""".split()
COLUMNS = "name title amount kind starts_on ends_on remark quantity position email phone city street score".split()
TYPES = ["INTEGER", "VARCHAR_100", "VARCHAR_20", "TEXT_BIG", "TIMESTAMP_TZ", "DECIMAL_10_2", "DATE", "INTEGER_SMALL"]

MIGRATION = """-- big_{number}.lua
-- {title}
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {{
  table = "{table}",

  forward = function(queries)
    table.insert(queries, {{ sql = [=[ {forward} ]=], description = "{title}" }})
  end,

  reverse = function(queries)
    table.insert(queries, {{ sql = [=[ {reverse} ]=] }})
  end,

  diagram = function(queries)
    table.insert(queries, {{
      sql = [=[
        {{ "diagram": [ {{ "object_type": "table", "object_id": "table.{table}", "table": [
          {columns},
          ${{COMMON_DIAGRAM}}
        ] }} ] }}
      ]=],
    }})
  end,
}}
"""


def names(count):
    single = [noun + "s" for noun in NOUNS]
    double = [f"{first}_{second}s" for first in NOUNS for second in NOUNS if first != second]
    return (single + random.sample(double, max(0, count - len(single))))[:count]


def column(name, kind, *more):
    return ", ".join([f'{{ "name": "{name}", "datatype": "${{{kind}}}"', *more]) + " }"


def first_columns(table, others):
    yield column("id", "INTEGER", '"nullable": false', '"primary_key": true', '"unique": true')
    for other in random.sample(others, min(len(others), random.choice([0, 1, 1, 1, 2]))):
        yield column(other[:-1] + "_id", "INTEGER", f'"references": "{other}.id"')
    if random.random() < 0.5:
        yield column(f"status_a{random.randint(20, 40)}", "INTEGER", '"nullable": false', '"lookup": true')
    for name in random.sample(COLUMNS, random.randint(2, 7)):
        yield column(name, random.choice(TYPES), f'"nullable": {random.choice(["true", "false"])}')


def main():
    count, tables, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    random.seed(7)
    folder.mkdir(parents=True, exist_ok=True)
    all_names, columns = names(tables), {}
    for place in range(count):
        if place < tables:
            table = all_names[place]
            columns[table] = list(first_columns(table, all_names[:place]))
            forward, title = "CREATE TABLE ${SCHEMA}${TABLE} (id ${INTEGER} NOT NULL)", f"Creates the {table}."
            reverse = "DROP TABLE ${SCHEMA}${TABLE}"
        else:
            table, name = random.choice(all_names), f"extra_{place}"
            columns[table].append(column(name, random.choice(TYPES)))
            forward, title = f"ALTER TABLE ${{SCHEMA}}${{TABLE}} ADD COLUMN {name} ${{INTEGER}}", f"Adds {name} to {table}."
            reverse = f"ALTER TABLE ${{SCHEMA}}${{TABLE}} DROP COLUMN {name}"
        text = MIGRATION.format(number=1000 + place, title=title, table=table, forward=forward, reverse=reverse,
                                columns=",\n          ".join(columns[table]))
        (folder / f"big_{1000 + place}.lua").write_text(text)


main()
