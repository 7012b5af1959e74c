#!/usr/bin/env python3
"""Habits that a script can see: short source files that open with their idea, and a project that speaks of itself alone."""
import re

import house

LIMIT = 500
BINARY = {".pdf", ".docx", ".fb", ".png", ".zst", ".gz", ".bin"}
# Written so that this file does not name what it forbids.
MACHINE_PATH = re.compile(r"(?<![\w.~${}])/(?:work|root|home/\w+|Users/\w+)/|(?<![\w.])/(?:tmp)/\w")
ISSUE_NUMBER = re.compile(r"(?i)\b(?:issue|pull request|PR|ticket)s? +#\d+|(?<![\w&(/])#\d{1,4}\b(?!\w*;)")
DOWNLOAD = re.compile(r'"resolved": *"http|regist' r"ry\.\w+\.\w+|/-/[\w.-]+\.tgz")
NAMES = re.compile(r"(?i)(?:^|_)(?:manager|helper|util|utils|misc)(?:_|\.|$)")


def check(root):
    found = []
    for path in house.tracked(root):
        place = path.relative_to(root)
        if place.suffix in BINARY or place.name == "LICENSE":
            continue
        text = path.read_bytes()
        if b"\0" in text[:4096]:
            continue
        lines = text.decode("utf-8", errors="replace").splitlines()
        source = place.parts[0] == "src" and place.suffix in (".h", ".cc")
        prose = place.suffix in (".md", ".h", ".cc", ".py", ".txt", ".cmake", ".yaml", ".1", ".sh", "")
        if source and len(lines) > LIMIT:
            found.append(f"{place}:{LIMIT + 1}: {len(lines)} lines; a file holds one idea in at most {LIMIT}")
        if source and place.suffix == ".h" and not (lines and lines[0].startswith("//")):
            found.append(f"{place}:1: a header opens with its idea, a comment")
        if source and NAMES.search(place.name):
            found.append(f"{place}:1: a name that says nothing (manager, helper, util, misc)")
        for number, line in enumerate(lines, 1):
            if prose and not place.parts[0] == "samples" and MACHINE_PATH.search(line):
                found.append(f"{place}:{number}: a path of one machine: {MACHINE_PATH.search(line)[0]}")
            if prose and place.parts[0] in ("src", "docs", "README.md", "README.zh.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md") \
                    and ISSUE_NUMBER.search(line):
                found.append(f"{place}:{number}: an issue number; say the thing itself")
            if DOWNLOAD.search(line):
                found.append(f"{place}:{number}: a download address")
    return found


GOOD = {
    "src/text/a.h": "// The idea.\n#pragma once\n",
    "docs/manual.md": "Read [it](a.md#3), &#39; and https://example.org/home/a, then `build/fengbiao`.\n",
}
BAD = [
    ({"src/text/b.cc": "\n" * 501}, "src/text/b.cc:501: 501 lines"),
    ({"src/text/b.h": "#pragma once\n"}, "opens with its idea"),
    ({"src/text/text_util.cc": "\n"}, "a name that says nothing"),
    ({"README.md": "see /wo" "rk/main\n"}, "README.md:1: a path of one machine"),
    ({"tools/a.py": "open('/tm" "p/x')\n"}, "tools/a.py:1: a path of one machine"),
    ({"docs/a.md": "as issue " "#12 says\n"}, "an issue number"),
    ({"src/text/c.cc": "// see " "#12\n"}, "an issue number"),
    ({"web/package-lock.json": '"resolved": ' '"https://x"\n'}, "a download address"),
]

if __name__ == "__main__":
    house.main(check, GOOD, BAD)
