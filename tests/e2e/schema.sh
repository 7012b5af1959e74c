#!/usr/bin/env bash
# Real records against the published JSON Schemas: an export of the samples, and what is found in the sentences of the open test
# sets.  schema.sh PROGRAM SOURCE PYTHON
set -euo pipefail
program=$1 source=$2 python=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() {  # check SCHEMA LEAST FILE
  test "$(wc -l <"$3")" -ge "$2"
  "$python" "$source/tools/check_schema.py" "$source/docs/schema/$1.schema.json" "$3"
}

"$program" ingest --quiet "$work/a.fb" "$source"/samples/*.txt
"$program" export "$work/a.fb" --kind articles --format jsonl -o "$work/articles.jsonl"
check articles 40 "$work/articles.jsonl"
record=$("$program" export "$work/a.fb" --kind observations | sed -n '3s/^{"id":"\([^"]*\)".*/\1/p')
"$program" correct "$work/a.fb" "$record" --set period=2019-Q4 --set share_of=all --why 'printed so' --by desk --at 2023-06-01T08:00:00Z
"$program" export "$work/a.fb" --kind observations --format jsonl -o "$work/observations.jsonl"
check observations 60 "$work/observations.jsonl"
"$program" series "$work/a.fb" --json >"$work/series.jsonl"
"$program" series "$work/a.fb" 零售 --json >>"$work/series.jsonl"
check series 2 "$work/series.jsonl"
for query in 跨境电商 '县域网购包裹量 2023年1-2月' 'kjds -(直播' '无此词语'; do
  "$program" search "$work/a.fb" "$query" --json >>"$work/search.jsonl" || test $? = 1
done
check search 4 "$work/search.jsonl"
grep -q '"period":"2019-Q4",.*"corrections":\[{"number":1,"field":"period"' "$work/observations.jsonl"
"$program" export "$work/a.fb" --kind policies --format jsonl -o "$work/policies.jsonl"
if [ -s "$work/policies.jsonl" ]; then check policies 3 "$work/policies.jsonl"; fi

# Findings and relations of a text with flaws of several kinds.
printf '%s\n\n' '新店开张' '甲市有新店70家，其中外资新店48家，占比78.33%。' '乙市，，丙市也有。' '丁市、戊市、等地跟进。' >"$work/flawed.txt"
"$program" check "$work/flawed.txt" --format jsonl >"$work/findings.jsonl" || test $? = 1
check findings 2 "$work/findings.jsonl"
"$program" export "$work/a.fb" --kind relations --format jsonl -o "$work/relations.jsonl"
check relations 10 "$work/relations.jsonl"

text() {  # the sentences of a set without their marks, a blank line between
  grep -v '^#' "$source/tests/sets/$1.txt" | sed -E 's/\{([^|}]*)\|[^}]*\}/\1/g; s/\|.*//; G'
}
for set in quantities times; do
  text "$set" | "$program" quantities - --date 2022-12-05 >>"$work/found.jsonl"
done
for kind in quantity time; do
  grep "^{\"kind\":\"$kind\"" "$work/found.jsonl" >"$work/$kind.jsonl"
  check "$kind" 500 "$work/$kind.jsonl"
done
text names | "$program" names - >"$work/name.jsonl"
check name 300 "$work/name.jsonl"
text addresses | "$program" addresses - >"$work/address.jsonl"
check address 300 "$work/address.jsonl"
