#!/usr/bin/env bash
# Installs into a scratch prefix, builds the example against the installed package alone, and runs it:
#   run.sh CMAKE BUILD SOURCE COMPILER
set -euo pipefail
cmake=$1 build=$2 source=$3 compiler=$4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$cmake" --install "$build" --prefix "$scratch/prefix" >"$scratch/install.log"
for file in bin/fengbiao share/man/man1/fengbiao.1 share/bash-completion/completions/fengbiao include/fengbiao/engine/archive.h; do
  [ -f "$scratch/prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
"$scratch/prefix/bin/fengbiao" version
mkdir "$scratch/example"
cp "$source"/examples/* "$scratch/example/"
"$cmake" -S "$scratch/example" -B "$scratch/build" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_CXX_COMPILER="$compiler" >"$scratch/configure.log" ||
  { cat "$scratch/configure.log"; exit 1; }
"$cmake" --build "$scratch/build"
bash "$source/tests/docs/run_example.sh" "$scratch/build/read_and_ask" "$source/samples"
