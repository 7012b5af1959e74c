#!/usr/bin/env bash
# Findings of `comply`, plain, disguised, exempt and missing, against their JSON Schema: a pack of our own over a transcript.
set -euo pipefail
program=$1 python=$2 source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$source/tests/fuzz/seeds/fuzz_comply/pack.yaml" "$work/own.yaml"
printf '[00:00:05] 主播：全网第一，加我 薇 信\n[00:01:09] 主播：本店第一品牌，白酒也有\n' >"$work/a.txt"
"$program" comply "$work/a.txt" --rules "$work" --pack own --on 2023-03-01 --format jsonl >"$work/out.jsonl" || [ $? -eq 1 ]
[ "$(wc -l <"$work/out.jsonl")" -eq 4 ] || { echo "expected four lines"; cat "$work/out.jsonl"; exit 1; }
"$python" "$source/tools/check_schema.py" "$source/docs/schema/compliance.schema.json" "$work/out.jsonl"
