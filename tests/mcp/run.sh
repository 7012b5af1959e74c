#!/usr/bin/env bash
# run.sh PROGRAM SAMPLES MODULES: an archive of the samples, asked by client.mjs.
set -euo pipefail
program=$(realpath "$1") samples=$(realpath "$2") modules=$(realpath -m "$3")
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v node >/dev/null || [ ! -d "$modules/node_modules/@modelcontextprotocol/sdk" ]; then
  echo "skipped: tests/mcp/fetch gets the client"
  exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$program" ingest "$scratch/ec.fb" "$samples/2023-03-20.txt" "$samples/2023-04-05.txt" "$here/../e2e/told/2023-05-10.txt" >/dev/null
"$program" hosts "$scratch/ec.fb" add h1 --name 林主播 --by tester --why test --day 2023-03-01 >/dev/null
# Node finds the client beside the script that asks for it.
cp "$here/client.mjs" "$scratch/"
ln -s "$modules/node_modules" "$scratch/node_modules"
node "$scratch/client.mjs" "$program" "$scratch/ec.fb"
