#!/usr/bin/env bash
# A real export of the samples against the published JSON Schema.  schema.sh PROGRAM SOURCE PYTHON
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" ingest --quiet "$work/a.fb" "$2"/samples/*.txt
"$1" export "$work/a.fb" --kind articles --format jsonl -o "$work/articles.jsonl"
test "$(wc -l <"$work/articles.jsonl")" -ge 40
"$3" "$2/tools/check_schema.py" "$2/docs/schema/articles.schema.json" "$work/articles.jsonl"
