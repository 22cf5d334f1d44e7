#!/usr/bin/env python3
"""`helium expand` against a plain lua5.4 with real Brotli, byte for byte.

    expand_check.py HELIUM [DESIGN_FOLDER ...]

For every file of every design beside this script (or of the given ones) and every dialect.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "db2"]
VALUES = {"HARBOR_ADMIN": "O\u2019Hara 100%", "HARBOR_SECRET": "s3cret"}


def compared(job):
    program, config, path, dialect = job
    design, number = re.fullmatch(r"(.+)_(\d+)", path.stem).groups()
    environment = {**os.environ, **VALUES, "NO_COLOR": "1",
                   "LUA_PATH": f"{path.parent}/?.lua;{HERE}/real/?.lua"}
    environment.pop("DATABASE_URL", None)
    plain = subprocess.run(["lua5.4", HERE / "real/generate.lua", design, number, dialect, "demo"],
                           env=environment, capture_output=True)
    ours = subprocess.run([program, "--config", config, "expand", path, "--dialect", dialect,
                           "--schema", "demo"], env=environment, capture_output=True)
    if plain.returncode != 0:
        return f"{path.name} {dialect}: lua5.4: {plain.stderr.decode()}"
    if ours.returncode != 0:
        return f"{path.name} {dialect}: helium: {ours.stderr.decode()}"
    if plain.stdout != ours.stdout:
        at = next((i for i, (a, b) in enumerate(zip(plain.stdout, ours.stdout)) if a != b),
                  min(len(plain.stdout), len(ours.stdout)))
        return (f"{path.name} {dialect}: byte {at} differs: "
                f"{plain.stdout[max(0, at - 40):at + 40]} {ours.stdout[max(0, at - 40):at + 40]}")
    return ""


def main():
    program = Path(sys.argv[1]).resolve()
    designs = [Path(name) for name in sys.argv[2:]] or sorted(HERE.glob("*/migrations"))
    files = [path for folder in designs for path in sorted(folder.glob("*_[0-9]*.lua"))]
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "helium.toml"
        config.write_text("environment = [" + ", ".join(f'"{name}"' for name in VALUES) + "]\n")
        jobs = [(program, config, path, dialect) for path in files for dialect in DIALECTS]
        with ThreadPoolExecutor(2) as pool:
            wrong = [line for line in pool.map(compared, jobs) if line]
    print("\n".join(wrong) or f"{len(files)} files, {len(jobs)} texts: equal")
    sys.exit(1 if wrong or len(files) < 30 else 0)


if __name__ == "__main__":
    main()
