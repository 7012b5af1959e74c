#!/usr/bin/env python3
"""`verify` on rows of collecting and of the desk that another program broke: each is named, and a whole archive is called whole.

usage: broken_rows.py PROGRAM SAMPLES
"""
import json, pathlib, shutil, sqlite3, sys, tempfile

from server import check, finish, run

program, samples = sys.argv[1], pathlib.Path(sys.argv[2])

# What another program does to the file; what verify has to say.
BROKEN = [
    ("UPDATE collect_candidates SET paragraphs = x'00'", "cannot be read"),
    ("UPDATE collect_candidates SET url = url || 'x'", "is not that of its address"),
    ("UPDATE collect_fetches SET outcome = 'lost'", 'ended as "lost", which is no outcome'),
    ("DELETE FROM desk_versions WHERE version = 1", "draft 2023-18, version 2: the version before it is missing"),
    ("UPDATE desk_versions SET parent = 2 WHERE version = 2", "draft 2023-18, version 2: made from version 2, which is not before it"),
    ("UPDATE desk_versions SET text = 'no source' WHERE version = 1", "draft 2023-18, version 1: its source cannot be read"),
    ("INSERT INTO desk_editions VALUES ('2023-18', 1, 9, 'a', '', '')", "draft 2023-18, edition 1: there is no version 9"),
    ("INSERT INTO desk_editions VALUES ('2023-18', 2, 1, 'a', '', '')", "draft 2023-18, edition 2: the edition before it is missing"),
    ("INSERT INTO desk_accepted VALUES ('2099-1', 'f1', 'r', 'q', 'a', 'w', '')", "the finding f1 is accepted for 2099-1, of which there is no draft"),
]

with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    whole, inbox = work / "whole.fb", work / "inbox"
    inbox.mkdir()
    shutil.copy(samples / "2023-03-20.txt", inbox)
    run(program, "ingest", whole, samples / "general.txt")
    run(program, "feeds", "add", whole, inbox)
    run(program, "fetch", whole)
    run(program, "issue", "new", whole, "2023-18", "--by", "a")
    run(program, "issue", "edit", whole, "2023-18", "--set", "number=18", "--by", "a")
    check("a whole archive is whole", json.loads(run(program, "verify", whole, "--json"))["whole"])
    for statement, words in BROKEN:
        broken = work / "broken.fb"
        shutil.copy(whole, broken)
        with sqlite3.connect(broken) as db:
            for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'desk%'").fetchall():
                db.execute(f"DROP TRIGGER {trigger}")
            check(f"{statement} meets a row", db.execute(statement).rowcount > 0)
        db.close()
        said = run(program, "verify", broken, ok=(1,)).decode()
        check(statement, words in said, said)
finish()
