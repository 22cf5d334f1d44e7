#!/bin/sh
# Brings the table of migrations in one design's README up to date.
# Usage: scripts/migration_index.sh DESIGN_FOLDER [--check]
# HELIUM names another program than the helium of the PATH.
set -eu
design="${1:?usage: scripts/migration_index.sh DESIGN_FOLDER [--check]}"
shift
exec "${HELIUM:-helium}" index --design "$design" "$@"
