#!/usr/bin/env python3
"""Reads the real bulletins of SHARED into an archive and holds the articles against the hand-made annotations.

usage: score_articles.py PROGRAM SHARED        exit 77: skipped, SHARED is absent

Bars: every article found, at least 0.99 of them whole (each field, line number and character), no line claimed by nothing.
docs/quality.md has the table that this prints.
"""
import json, pathlib, subprocess, sys, tempfile

FOUND, WHOLE = 1.0, 0.99


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    issues = sorted((shared / "issues").glob("*.txt")) if (shared / "issues").is_dir() else []
    if not issues:
        print(f"SKIPPED: no real bulletins at {shared.name}/issues")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as work:
        archive = f"{work}/corpus.fb"
        report = json.loads(subprocess.run([program, "ingest", archive, *map(str, issues), "--json"], check=True, capture_output=True).stdout)
        with open(f"{work}/articles.jsonl", "wb") as out:
            subprocess.run([program, "export", archive, "--kind", "articles", "--format", "jsonl"], check=True, stdout=out)
        score = json.loads(subprocess.run([sys.executable, shared / "score" / "score.py", "--gold", shared / "gold", "--export", work, "--json"],
                                          check=True, capture_output=True).stdout)
        subprocess.run([program, "verify", archive, "--quiet"], check=True)
    print(f"{'issue':12} {'articles':>8} {'found F1':>9} {'whole F1':>9} {'unclaimed lines':>16}   fields")
    unclaimed = {i["issue"]: i["unclaimed_lines"] for i in report["inputs"]}
    for name, result in score.items():
        r = result["articles"]
        fields = " ".join(f"{k} {v / max(1, r['found']['tp']):.3f}" for k, v in r["right"].items())
        print(f"{name:12} {r['found']['gold']:8} {r['found']['f1']:9.3f} {r['perfect']['f1']:9.3f} {unclaimed.get(name, sum(unclaimed.values())):16}   {fields}")
    total = score["all"]["articles"]
    if total["found"]["f1"] < FOUND or total["perfect"]["f1"] < WHOLE or sum(unclaimed.values()) > 0:
        sys.exit(f"below the bar: found {FOUND}, whole {WHOLE}, unclaimed 0")


if __name__ == "__main__":
    main()
