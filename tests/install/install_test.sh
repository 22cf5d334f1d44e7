#!/bin/sh
# Usage: install_test.sh BUILD_FOLDER CONSUMER_FOLDER DESIGN_FOLDER
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$1" --prefix "$work/usr" >"$work/log"
for file in bin/helium share/man/man1/helium.1 share/bash-completion/completions/helium \
  share/zsh/site-functions/_helium share/fish/vendor_completions.d/helium.fish; do
  [ -s "$work/usr/$file" ] || { echo "missing or empty after the installation: $file"; exit 1; }
done
"$work/usr/bin/helium" version
cmake -S "$2" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/usr" >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/build" >"$work/log" || { cat "$work/log"; exit 1; }
"$work/build/consumer" "sqlite:$work/stranger.db" "$3"
