#!/bin/sh
# Brings every design up to date and checks it: the index in its README, the links of its pages, the Lua of its
# files, and its macros on every dialect.
# Usage: scripts/migration_update.sh [DESIGN_FOLDER ...]      default: each folder below $HELIUM_ROOT (migrations)
# HELIUM names another program than the helium of the PATH. Exits 1 when a check found something.
set -u
helium="${HELIUM:-helium}"
here=$(dirname "$0")
[ $# -gt 0 ] || set -- "${HELIUM_ROOT:-migrations}"/*/
wrong=0
failed() {
  echo "migration_update: $*" >&2
  wrong=1
}

# Relative links of a page whose file is not there. Code blocks hold no links.
dead_links() {
  folder=$(dirname "$1")
  sed '/^ *```/,/^ *```/d; s/`[^`]*`//g' "$1" | grep -o '](\([^)]*\))' | sed 's/^](//; s/)$//; s/ ".*"$//; s/#.*$//' |
    sort -u | while read -r link; do
      case "$link" in
        '' | *:*) ;;
        /*) [ -e "$(git -C "$folder" rev-parse --show-toplevel 2>/dev/null)$link" ] || echo "$1: dead link $link" ;;
        *) [ -e "$folder/$link" ] || echo "$1: dead link $link" ;;
      esac
    done
}

for design; do
  design="${design%/}"
  "$here/migration_index.sh" "$design" || failed "the index of $design was not written"
  for page in "$design"/*.md; do
    [ -e "$page" ] || continue
    dead=$(dead_links "$page")
    [ -z "$dead" ] || failed "$dead"
    ! command -v markdownlint >/dev/null || markdownlint "$page" || failed "$page: markdownlint"
  done
  ! command -v luacheck >/dev/null || luacheck --quiet "$design" || failed "$design: luacheck"
  # Runs the Lua of each file, and replaces its macros, under every dialect.
  "$helium" validate --design "$design" || failed "$design is not valid"
done
exit "$wrong"
