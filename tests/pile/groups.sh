#!/usr/bin/env bash
# Groups 1,000 stories with five copies each, of seeds that were not looked at while tuning, and a pile of 100,000 texts against the clock.
# usage: groups.sh MEASURE_GROUPS
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stories=$(dirname "$0")/stories.py
for seed in 5 6; do
  python3 "$stories" --seed $seed >"$work/stories.jsonl"
  "$1" "$work/stories.jsonl" --least-f1 0.97
done
python3 "$stories" --seed 7 --stories 42000 --spread >"$work/all.jsonl"
head -n 100000 "$work/all.jsonl" >"$work/pile.jsonl"
"$1" "$work/pile.jsonl" --threads 2 --most-seconds 30
