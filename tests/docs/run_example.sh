#!/usr/bin/env bash
# Runs the narrated example on a sample and looks at what it says: run_example.sh PROGRAM SAMPLES
set -euo pipefail
program=$1 samples=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$program" "$scratch/new.fb" "$samples/2023-03-20.txt" | tee "$scratch/out"
articles=$(sed -n 's/^read .*: \([0-9]*\) articles.*/\1/p' "$scratch/out")
grep -qx "exported $articles records" "$scratch/out"
grep -q '^title: ' "$scratch/out"
test "$(grep -cE '^2023-03-20/[0-9]+-o[0-9]+: ' "$scratch/out")" = 3
# A mistake is told, not thrown.
if "$program" "$scratch/new.fb" "$scratch/none.txt"; then exit 1; fi
