#!/usr/bin/env python3
"""The test folder applied on each server: the rows of `queries` are the same everywhere.

    rows_check.py HELIUM ENV_FILE [DIALECT ...]

Code and types of columns are each engine's own: the code is held against the files by `status --deep`, types are
left out of the diagrams. Everything else is compared by content between the servers.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/story"))
from run_story import SKIPPED, Place, missed  # noqa: E402

DIALECTS = ["sqlite", "postgresql", "mariadb", "mysql"]
HEX = {"sqlite": "hex(coalesce({}, ''))", "postgresql": "encode(convert_to(coalesce({}::text, ''), 'UTF8'), 'hex')"}
NUMBERS = ["query_ref", "query_type_a28", "query_status_a27", "query_queue_a58", "query_timeout"]
TEXTS = ["name", "summary", "collection"]


def plain(cell):
    """A text, or a diagram without what is the engine's own."""
    text = bytes.fromhex(cell).decode()
    try:
        value = json.loads(text, strict=False)
    except ValueError:
        return text
    for one in value.get("diagram", []) if isinstance(value, dict) else []:
        for column in one.get("table", []):
            column.pop("datatype", None)
        if "object_value" in one:
            one["object_value"] = " ".join(one["object_value"].split())
    return json.dumps(value, sort_keys=True)


def rows_of(program, dialect, url, folder):
    place = Place(dialect, url, folder)
    try:
        environment = {**os.environ, **place.environment, "NO_COLOR": "1", "HARBOR_ADMIN": "chief",
                       "HARBOR_SECRET": "s3cret"}
        (folder / "helium.toml").write_text('environment = ["HARBOR_ADMIN", "HARBOR_SECRET"]\n')
        designs = [word for name in ("harbor", "pilot") for word in ("--design", ROOT / "tests/compat" / name)]
        for words in (["up"], ["status", "--deep", "--exit-code"]):
            done = subprocess.run([program, *words, *designs], cwd=folder, env=environment, capture_output=True,
                                  text=True, check=False)
            if done.returncode != 0 or "loaded_differs" in done.stdout + done.stderr:
                raise SystemExit(f"{dialect}, {words[0]}: {done.stdout}{done.stderr}")
        cells = NUMBERS + [HEX.get(dialect, "HEX(COALESCE({}, ''))").format(name) for name in TEXTS]
        joined = f"CONCAT_WS('/', {', '.join(cells)})" if dialect != "sqlite" else " || '/' || ".join(cells)
        said = subprocess.run([*place.client, f"SELECT {joined} FROM queries ORDER BY query_id"], env=environment,
                              capture_output=True, text=True, check=True).stdout
        rows = [line.split("/") for line in said.split()]
        return sorted((*map(int, row[:5]), *map(plain, row[5:])) for row in rows)
    finally:
        place.close()


def main():
    program, env_file = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    lines = env_file.read_text().splitlines() if env_file.exists() else []
    os.environ.update(dict(line.split("=", 1) for line in lines if "=" in line))
    seen, good = {}, True
    for dialect in sys.argv[3:] or DIALECTS:
        url = os.environ.get(f"HELIUM_TEST_{dialect.upper()}_URL")
        if dialect != "sqlite" and not url:
            print(f"[{dialect}] no server: left out", flush=True)
            good = good and not missed(dialect)
            continue
        with tempfile.TemporaryDirectory() as name:
            seen[dialect] = rows_of(program, dialect, url, Path(name))
    first, expected = next(iter(seen.items()))
    for dialect, rows in seen.items():
        wrong = [pair for pair in zip(expected, rows) if pair[0] != pair[1]]
        for ours, theirs in wrong[:3]:
            print(f"{first}: {ours}\n{dialect}: {theirs}", flush=True)
        print(f"{dialect}: {len(rows)} rows, {len(wrong)} of them differ from {first}", flush=True)
        good = good and not wrong and len(rows) == len(expected) > 80
    return (0 if good else 1) if len(seen) > 1 else SKIPPED


if __name__ == "__main__":
    sys.exit(main())
