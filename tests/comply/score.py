#!/usr/bin/env python3
"""Precision and recall of the compliance packs over our own listings, scripts, transcripts, app texts and pages.

usage: score.py PROGRAM SET.jsonl... [--misses] [--half odd|even] [--no-bars | --at-least PRECISION,RECALL] [--rules DIR] [--on DAY]
                                                                       exit 77: skipped, there is no set
       score.py --self-test

A line of a set: {"id", "pack", "as", "text", "expect": [{"pack", "words"}], "tricky"}; "on" names a day of its own. What is expected is
found by a finding of that pack that overlaps the words; a finding that overlaps no words expected of its pack is false. Exempt places are
no findings. Bars, for each pack and for all: precision 0.95, recall 0.90; --at-least puts others, for all packs together. The texts are
given to PROGRAM a kind and day at a time. Texts with an even number in their id are for scoring: --misses does not show them.
"""
import json, pathlib, re, subprocess, sys, tempfile

PRECISION, RECALL = 0.95, 0.90
DAY = "2024-03-01"
KINDS = ("listing", "script", "transcript", "app", "page")


def read_sets(names):
    """The lines of all sets; what is wrong with one names its file and line."""
    lines, seen = [], {}
    for name in names:
        for number, row in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
            if not row.strip():
                continue
            try:
                line = json.loads(row)
            except ValueError as error:
                raise SystemExit(f"{name}:{number}: not JSON: {error}")
            for key in ("id", "pack", "as", "text", "expect"):
                if key not in line:
                    raise SystemExit(f"{name}:{number}: no `{key}`")
            if line["as"] not in KINDS:
                raise SystemExit(f"{name}:{number}: expected `as` to be one of {', '.join(KINDS)}, got {line['as']!r}")
            if line["id"] in seen:
                raise SystemExit(f"{name}:{number}: the id {line['id']} stands at {seen[line['id']]} too")
            seen[line["id"]] = f"{name}:{number}"
            for want in line["expect"]:
                if want["words"] not in line["text"]:
                    raise SystemExit(f"{name}:{number}: the words {want['words']!r} do not stand in the text")
            lines.append(line)
    return lines


def places(text, words):
    """Byte spans of the words."""
    out, at, data, wanted = [], 0, text.encode(), words.encode()
    while (at := data.find(wanted, at)) >= 0:
        out.append((at, at + len(wanted)))
        at += 1
    return out


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def judge(line, findings):
    """(hits, misses of what is expected; right, false findings)."""
    wanted = [(want, places(line["text"], want["words"])) for want in line["expect"]]
    hits, misses, right, false = [], [], [], []
    for want, spans in wanted:
        found = any(f["pack"] == want["pack"] and any(overlap(f["span"], s) for s in spans) for f in findings)
        (hits if found else misses).append(want)
    for f in findings:
        good = any(want["pack"] == f["pack"] and any(overlap(f["span"], s) for s in spans) for want, spans in wanted)
        (right if good else false).append(f)
    return hits, misses, right, false


def findings_of(program, lines, day, rules):
    """By id. A run for each kind and day."""
    out = {line["id"]: [] for line in lines}
    groups = {}
    for line in lines:
        groups.setdefault((line["as"], line.get("on", day)), []).append(line)
    with tempfile.TemporaryDirectory() as folder:
        for (kind, on), group in sorted(groups.items()):
            names = []
            for number, line in enumerate(group):
                path = pathlib.Path(folder) / f"{number:05}.txt"
                path.write_bytes(line["text"].encode())
                names.append(path.name)
            command = [program, "comply", *names, "--as", kind, "--on", on, "--format", "jsonl", *(["--rules", rules] if rules else [])]
            run = subprocess.run(command, capture_output=True, cwd=folder)
            if run.returncode not in (0, 1):
                raise SystemExit(f"comply ended with {run.returncode}: {run.stderr.decode(errors='replace').strip()}")
            for row in run.stdout.decode().splitlines():
                f = json.loads(row)
                if f["exempt"] is None:
                    out[group[int(f["file"][:5])]["id"]].append(f)
    return out


def tables(lines, found):
    """By pack: hit, gold, right, predicted; and what was missed or false."""
    table, misses = {}, []
    row = lambda pack: table.setdefault(pack, {"hit": 0, "gold": 0, "right": 0, "predicted": 0})
    for line in lines:
        hits, missed, right, false = judge(line, found[line["id"]])
        for want in hits + missed:
            row(want["pack"])["gold"] += 1
        for want in hits:
            row(want["pack"])["hit"] += 1
        for f in right + false:
            row(f["pack"])["predicted"] += 1
        for f in right:
            row(f["pack"])["right"] += 1
        if is_even(line):
            continue
        misses += [f"{line['id']}: missed {want['pack']} {want['words']!r} in {line['text']!r}" for want in missed]
        misses += [f"{line['id']}: false {f['rule']} {f['quote']!r} in {line['text']!r}" for f in false]
    total = {key: sum(r[key] for r in table.values()) for key in ("hit", "gold", "right", "predicted")}
    return table, total, misses


def below(table, total, precision=PRECISION, recall=RECALL):
    out = []
    for name, r in [*sorted(table.items()), ("all", total)]:
        if r["right"] < precision * r["predicted"]:
            out.append(f"{name}: precision {r['right']}/{r['predicted']} is below {precision}")
        if r["hit"] < recall * r["gold"]:
            out.append(f"{name}: recall {r['hit']}/{r['gold']} is below {recall}")
    return out


def is_even(line):
    return int(re.search(r"(\d+)$", line["id"])[1]) % 2 == 0


def share(part, whole):
    return f"{part / whole:.3f}" if whole else "-"


def self_test():
    line = {"id": "a-1", "pack": "p", "as": "listing", "text": "甲乙甲", "expect": [{"pack": "p", "words": "甲"}], "tricky": False}
    at = lambda pack, begin, end: {"pack": pack, "span": [begin, end], "rule": "r", "quote": ""}
    good = judge(line, [at("p", 6, 9)])
    assert (len(good[0]), len(good[2])) == (1, 1), "another place of the words counts"
    assert len(judge(line, [at("q", 0, 3)])[3]) == 1, "another pack is false"
    assert len(judge(line, [at("p", 3, 6)])[3]) == 1 and len(judge(line, [at("p", 3, 6)])[1]) == 1, "beside the words"
    table, total, misses = tables([line], {"a-1": []})
    assert below(table, total) == ["p: recall 0/1 is below 0.9", "all: recall 0/1 is below 0.9"], below(table, total)
    table, total, misses = tables([dict(line, expect=[])], {"a-1": [at("p", 0, 3)]})
    assert len(below(table, total)) == 2 and len(misses) == 1
    table, total, misses = tables([line], {"a-1": [at("p", 0, 3)]})
    assert below(table, total) == [] and misses == []


def main():
    arguments = sys.argv[1:]
    if "--self-test" in arguments:
        return self_test()
    option = lambda name: arguments.pop(arguments.index(name) + 1) if name in arguments else None
    rules, day, half, least = option("--rules"), option("--on") or DAY, option("--half"), option("--at-least")
    flags = {a for a in arguments if a.startswith("--")}
    program, *sets = [a for a in arguments if not a.startswith("--")]
    sets = [s for s in sets if pathlib.Path(s).is_file()]
    if not sets:
        print("skipped: there is no set")
        sys.exit(77)
    lines = [line for line in read_sets(sets) if not half or is_even(line) == (half == "even")]
    found = findings_of(str(pathlib.Path(program).resolve()), lines, day, str(pathlib.Path(rules).resolve()) if rules else None)
    table, total, misses = tables(lines, found)
    clean = [line for line in lines if not line["expect"]]
    print(f"{len(lines)} texts, {len(clean)} of them clean, {sum(bool(line.get('tricky')) for line in lines)} tricky")
    print(f"{'pack':<18}{'expected':>9}{'found':>7}{'recall':>8}{'findings':>10}{'false':>7}{'precision':>11}")
    for name, r in [*sorted(table.items()), ("all", total)]:
        print(f"{name:<18}{r['gold']:>9}{r['hit']:>7}{share(r['hit'], r['gold']):>8}{r['predicted']:>10}{r['predicted'] - r['right']:>7}"
              f"{share(r['right'], r['predicted']):>11}")
    print(f"clean texts with a finding: {sum(1 for line in clean if found[line['id']])} of {len(clean)}")
    if "--misses" in flags:
        print(*misses, sep="\n")
    if "--no-bars" in flags:
        return
    short = below({}, total, *map(float, least.split(","))) if least else below(table, total)
    if short:
        sys.exit("\n".join(short))


if __name__ == "__main__":
    main()
