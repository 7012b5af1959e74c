#!/usr/bin/env python3
"""What the packs find in single lines of our own: breaches of each rule in many ways of saying them, and harmless lines beside them.

usage: score_lines.py PROGRAM FILE.tsv... [--half odd|even] [--misses] [--rules DIR] [--on DAY]

A file is named like its pack. A row is `rule<TAB>text` with the breach between ⟦ and ⟧, or `-:rule<TAB>text` for a harmless line near to that rule. A breach is
found by a finding of the pack that overlaps it; a harmless line is hit by any finding of the pack. Exempt places and reminders are none. --misses shows
odd rows alone: even ones are for scoring.
"""
import json, pathlib, subprocess, sys, tempfile

KINDS = {"live-host": "script", "apps": "app", "qr-ordering": "page", "algorithms": "page"}  # else listing


def read_lines(name, half):
    out = []
    for number, row in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
        rule, tab, text = row.partition("\t")
        if not tab or text.count("⟦") != text.count("⟧") or rule.startswith("-:") == ("⟦" in text):
            raise SystemExit(f"{name}:{number}: expected a rule, a tab, and a text whose breach is marked")
        if half and (number % 2 == 1) != (half == "odd"):
            continue
        spans, bare = [], ""
        for c in text:
            if c == "⟦":
                begin = len(bare.encode())
            elif c == "⟧":
                spans.append((begin, len(bare.encode())))
            else:
                bare += c
        out.append((number, rule, bare, spans))
    return out


def findings_of(program, pack, lines, day, rules):
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{i:05}.txt" for i in range(len(lines))]
        for name, line in zip(names, lines):
            (pathlib.Path(folder) / name).write_bytes(line[2].encode())
        command = [program, "comply", *names, "--as", KINDS.get(pack, "listing"), "--on", day, "--pack", pack, "--format", "jsonl"]
        run = subprocess.run(command + (["--rules", rules] if rules else []), capture_output=True, cwd=folder)
    if run.returncode not in (0, 1):
        raise SystemExit(f"comply ended with {run.returncode}: {run.stderr.decode(errors='replace').strip()}")
    found = [[] for _ in lines]
    for row in map(json.loads, run.stdout.decode().splitlines()):
        if row["exempt"] is None and row["verdict"] != "remind":
            found[int(row["file"][:5])].append(row)
    return found


def main():
    arguments = sys.argv[1:]
    option = lambda name: arguments.pop(arguments.index(name) + 1) if name in arguments else None
    half, rules, day = option("--half"), option("--rules"), option("--on") or "2024-03-01"
    program, *files = [a for a in arguments if not a.startswith("--")]
    print(f"{'pack':<18}{'breaches':>9}{'found':>7}{'recall':>8}{'harmless':>10}{'hit':>5}")
    for name in files:
        pack = pathlib.Path(name).stem
        lines = read_lines(name, half)
        breaches = found = harmless = hit = 0
        for (number, rule, text, spans), told in zip(
            lines, findings_of(str(pathlib.Path(program).resolve()), pack, lines, day, str(pathlib.Path(rules).resolve()) if rules else None)
        ):
            if not spans:
                harmless, hit = harmless + 1, hit + bool(told)
            missed = [s for s in spans if not any(f["span"][0] < s[1] and s[0] < f["span"][1] for f in told)]
            breaches, found = breaches + len(spans), found + len(spans) - len(missed)
            if "--misses" in arguments and number % 2 == 1 and (missed or (not spans and told)):
                print(f"{name}:{number}: {rule}: {'missed' if missed else [f['quote'] for f in told]}: {text}")
        print(f"{pack:<18}{breaches:>9}{found:>7}{found / max(1, breaches):>8.3f}{harmless:>10}{hit:>5}")


if __name__ == "__main__":
    main()
