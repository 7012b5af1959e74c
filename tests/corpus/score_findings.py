#!/usr/bin/env python3
"""Checks annotated bulletins and holds findings and checked relations against the hand-made annotations.

usage: score_findings.py PROGRAM SCORER FOLDER TEXTS [--no-bars] [--misses]        exit 77: skipped, FOLDER is absent
       score_findings.py --self-test

PROGRAM is fengbiao, which takes the issues into one archive, so that they are held against each other too; FOLDER holds a folder an issue (flaws.json, checked.json, articles.json), TEXTS its NAME.txt; SCORER is score.py of
the annotations. Bars: every arithmetic contradiction that is not marked hard is found; of the relations that hold 0.80 are seen and none is
flagged; at most one arithmetic or conflict finding in three issues is no flaw; punctuation, duplicate and format have precision 0.90 and
recall 0.80, typo 0.90 and 0.50 (recall without the hard ones). docs/quality.md has the table.
"""
import json, pathlib, subprocess, sys, tempfile

FALSE_FIGURES_AN_ISSUE = 1 / 3
BARS = {"punctuation": (0.90, 0.80), "duplicate": (0.90, 0.80), "format": (0.90, 0.80), "typo": (0.90, 0.50)}
SEEN = 0.80


def below(total, issues):
    """What the pooled result of score.py falls short of."""
    out = []
    none = {"hit": 0, "gold": 0, "right": 0, "predicted": 0}
    kind = lambda name: total["findings"].get(name, none)
    figures = kind("arithmetic")
    if figures["hit"] < figures["gold"]:
        out.append(f"arithmetic: {figures['hit']} of {figures['gold']} found")
    false = sum(kind(k)["predicted"] - kind(k)["right"] for k in ("arithmetic", "conflict"))
    if false > issues * FALSE_FIGURES_AN_ISSUE:
        out.append(f"arithmetic and conflict: {false} findings that are no flaws in {issues} issues")
    for name, (precision, recall) in BARS.items():
        k = kind(name)
        if k["predicted"] and k["right"] < precision * k["predicted"]:
            out.append(f"{name}: precision {k['right']}/{k['predicted']} below {precision}")
        if k["hit"] < recall * k["gold"]:
            out.append(f"{name}: recall {k['hit']}/{k['gold']} below {recall}")
    relations = total["relations"]
    if relations["seen"] < SEEN * relations["checkable"]:
        out.append(f"relations: {relations['seen']} of {relations['checkable']} seen to hold")
    if relations["flagged"]:
        out.append(f"relations: {relations['flagged']} that hold are flagged")
    return out


def self_test():
    good = {"findings": {k: {"hit": 9, "gold": 10, "right": 10, "predicted": 10} for k in BARS},
            "relations": {"seen": 9, "checkable": 10, "flagged": 0}}
    good["findings"]["arithmetic"] = {"hit": 4, "gold": 4, "right": 4, "predicted": 5}
    assert below(good, 3) == [], below(good, 3)
    for change in (lambda t: t["findings"]["arithmetic"].update(hit=3), lambda t: t["findings"]["arithmetic"].update(predicted=6),
                   lambda t: t["findings"]["typo"].update(right=8), lambda t: t["findings"]["format"].update(hit=7),
                   lambda t: t["relations"].update(seen=7), lambda t: t["relations"].update(flagged=1)):
        bad = json.loads(json.dumps(good))
        change(bad)
        assert len(below(bad, 3)) == 1, below(bad, 3)
    print("the bars can be missed")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    program, scorer, folder, texts = arguments[0], arguments[1], pathlib.Path(arguments[2]), pathlib.Path(arguments[3])
    names = sorted(p.parent.name for p in folder.glob("*/flaws.json")) if folder.is_dir() else []
    if not names or not pathlib.Path(scorer).exists():
        print(f"SKIPPED: no annotated bulletins at {folder.name}, or no scorer")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as work:
        archive = pathlib.Path(work) / "issues.fb"
        subprocess.run([program, "ingest", archive, *[texts / f"{name}.txt" for name in names]], check=True, stdout=subprocess.DEVNULL)
        for kind in ("findings", "relations"):
            with open(pathlib.Path(work) / f"{kind}.jsonl", "w", encoding="utf-8") as out:
                subprocess.run([program, "export", archive, "--kind", kind, "--format", "jsonl"], check=True, stdout=out)
        command = [sys.executable, scorer, "--gold", folder, "--export", work, "--texts", texts]
        command += [w for name in names for w in ("--issue", name)]
        subprocess.run(command + (["--misses"] if "--misses" in sys.argv else []), check=True)
        score = json.loads(subprocess.run(command + ["--json"], check=True, capture_output=True).stdout)
    short = below(score["all"], len(names))
    if short and "--no-bars" not in sys.argv:
        sys.exit("below the bars:\n  " + "\n  ".join(short))


if __name__ == "__main__":
    main()
