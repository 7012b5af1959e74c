#!/usr/bin/env bash
# Proposes columns for each of the real bulletins, trained on the others: with their source lines and without.
# usage: columns.sh MEASURE_COLUMNS FOLDER        exit 77: skipped, FOLDER has none
set -euo pipefail
shopt -s nullglob
issues=("$2"/*.txt)
if [ ${#issues[@]} -lt 2 ]; then
  echo "SKIPPED: no real bulletins"
  exit 77
fi
"$1" --least 0.82 "${issues[@]}"
"$1" --least 0.82 --no-sources "${issues[@]}"
