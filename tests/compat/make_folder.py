#!/usr/bin/env python3
"""Writes a Helium folder of N migrations: harbor's macro files and its first migration, then two of three files create
a table as harbor_1001 does, each third adds a column to the table before it and draws it anew.

    make_folder.py N FOLDER [--without-engine]     without: no database*.lua, for Helium's own engine
"""
import shutil
import sys
from pathlib import Path

HARBOR = Path(__file__).resolve().parent / "harbor/migrations"
CREATE = """CREATE TABLE ${SCHEMA}${TABLE} (
          berth_id ${INTEGER} NOT NULL,
          name ${VARCHAR_50} NOT NULL,
          length_m ${FLOAT},
          depth_m ${FLOAT_BIG},
          ${COMMON_CREATE}
          ${PRIMARY}(berth_id),
          ${UNIQUE}(name)
        );"""
BACK = """${DROP_CHECK};

        ${SUBQUERY_DELIMITER}

        DROP TABLE ${SCHEMA}${TABLE};"""
LAST = '{"name": "depth_m", "datatype": "${FLOAT_BIG}", "nullable": true, "primary_key": false, "unique": false},'


def replaced(text, old, new):
    if old not in text:
        raise SystemExit(f"harbor_1001.lua has no {old!r} any more")
    return text.replace(old, new)


def migration(number):
    text = (HARBOR / "harbor_1001.lua").read_text()
    adds, thing = number % 3 == 0, f"thing{number - 1 if number % 3 == 0 else number}"
    if adds:
        text = replaced(text, CREATE, "ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN extra ${INTEGER};")
        text = replaced(text, BACK, "ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN extra;")
        text = replaced(text, LAST, LAST + '\n                {"name": "extra", "datatype": "${INTEGER}", '
                                           '"nullable": true, "primary_key": false, "unique": false},')
    elif number > 1003:
        text = replaced(text, LAST, LAST.replace("depth_m", "other_id").replace(
            "FLOAT_BIG", "INTEGER").replace('"unique"', '"references": "\0", "unique"') + "\n" + LAST)
    return text.replace("1001", str(number)).replace("berth", thing).replace("\0", "thing1001s")


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    count, folder = int(words[0]), Path(words[1])
    folder.mkdir(parents=True, exist_ok=True)
    if "--without-engine" not in sys.argv:
        for file in HARBOR.glob("database*.lua"):
            shutil.copy(file, folder)
    for number in range(1000, 1000 + count):
        text = migration(number) if number > 1000 else (HARBOR / "harbor_1000.lua").read_text()
        (folder / f"big_{number}.lua").write_text(text.replace("harbor_", "big_"))


if __name__ == "__main__":
    main()
