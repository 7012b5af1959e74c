#!/usr/bin/env python3
"""The statements of docs/sql.md, run on an archive opened for reading by Python's SQLite; their rows are those that the program lists.

usage: sql.py PROGRAM SAMPLES DOCUMENT
"""
import json, pathlib, re, sqlite3, sys, tempfile

from server import check, finish, run

program, samples, document = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
with tempfile.TemporaryDirectory() as folder:
    archive = pathlib.Path(folder) / "ec.fb"
    run(program, "ingest", archive, samples / "2023-03-20.txt", samples / "2023-04-05.txt")
    record = json.loads(run(program, "observations", archive, "--limit", "1", "--json"))["observations"][0]["id"]
    run(program, "correct", archive, record, "--set", "period=2019", "--why", "a test", "--by", "a tester")
    db = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    for block in re.findall(r"^```sql\n(.*?)^```", document.read_text(encoding="utf-8"), re.M | re.S):
        for statement in block.split(";"):
            if statement.strip():
                rows = db.execute(statement).fetchall()
                if statement.strip().startswith("SELECT"):
                    check(f"has rows: {statement.strip()[:60]}", rows)
    count = lambda view: db.execute(f"SELECT count(*) FROM {view}").fetchone()[0]
    lines = lambda kind: len(run(program, "export", archive, "--kind", kind, "--format", "jsonl").splitlines())
    check("as many articles as an export has", count("article_list") == lines("articles"))
    check("as many observations", count("observation_list") == lines("observations"))
    check("policies", count("policy_list") >= lines("policies"))
    check("a correction is laid over", db.execute("SELECT corrected_period FROM observation_periods WHERE id = ?", (record,)).fetchone()[0] == "2019")
    db.close()
finish()
