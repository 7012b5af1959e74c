#!/usr/bin/env python3
"""The layout test: the same articles, whatever they are printed like.

The samples (or, with --corpus, real issues and their annotation) are laid out again in every way of ways.py, the reader
reads all of it in one run, and every field of every article is compared with the truth of that printing. Prints a table
way × fields right; fails below the bar. --misses lists each difference.

usage: run_layout.py --reader build/read_articles [--corpus FOLDER] [--bar 0.999] [--way NAME]... [--misses] [--keep DIR]
"""
import argparse
import concurrent.futures
import difflib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[2] / "tools"), str(pathlib.Path(__file__).resolve().parent)]
import relay  # noqa: E402
from ways import WAYS  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIELDS = ("section", "title", "sources", "compiled", "selected_by", "date", "author_note", "paragraphs", "text", "line_start", "line_end")
ENDINGS = {"text": "txt", "html": "html", "docx": "docx", "pdf": "pdf"}


def read_all(reader, paths):
    """Articles by file name."""
    done = subprocess.run([reader] + [str(p) for p in paths], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"the reader failed: {done.stderr.decode('utf-8', 'replace')[:2000]}")
    by_file = {p.name: [] for p in paths}
    for line in done.stdout.decode("utf-8").splitlines():
        article = json.loads(line)
        by_file[article["file"]].append(article)
    return by_file


def issues_of(args):
    """The issues to lay out, each whole: (name, abstract issue)."""
    if args.corpus:
        names = sorted(p.name for p in (args.corpus / "gold").iterdir() if (p / "articles.json").exists())
        texts = [args.corpus / "issues" / f"{n}.txt" for n in names]
        truths = [args.corpus / "gold" / n / "articles.json" for n in names]
    else:
        truths = sorted((ROOT / "tests" / "truth").glob("*.json"))
        texts = [ROOT / "samples" / f"{p.stem}.txt" for p in truths]
    readings = read_all(args.reader, texts)
    out = []
    for text, truth in zip(texts, truths):
        issue = relay.recover(json.loads(truth.read_text(encoding="utf-8")), readings[text.name])
        doubtful = [a["title"] for a in issue["articles"] if not a["sure"]]
        if doubtful and not args.corpus:
            sys.exit(f"{text.name}: the reading of the original is not what its truth says: {', '.join(doubtful)}")
        print(f"{text.stem}: {len(issue['articles'])} articles, {len(doubtful)} not compared")
        out.append((text.stem, issue))
    return out


def judge(truth, got, has_lines):
    """Field -> (right, expected, got) for one article."""
    same = relay.same
    values = {
        "section": (truth["section"], got["section"]),
        "title": (same(truth["title"]), same(got["title"])),
        "sources": ([same(s) for s in truth["sources"]], [same(s) for s in got["sources"]]),
        "compiled": (truth["compiled"], got["compiled"]),
        "selected_by": (same(truth["selected_by"]), same(got["selected_by"])),
        "date": (truth["date"], got["date"]),
        "author_note": (same(truth["author_note"]), same(got["author_note"])),
        "paragraphs": (len(truth["paragraphs"]), len(got["paragraphs"])),
        "text": ([same(p) for p in truth["paragraphs"]], [same(p) for p in got["paragraphs"]]),
    }
    if has_lines:
        values |= {f: (truth[f], got[f]) for f in ("line_start", "line_end")}
    return {f: (a == b, a, b) for f, (a, b) in values.items()}


def pair(truths, gots):
    """Articles in printed order, matched by title."""
    a, b = [relay.same(t["title"]) for t in truths], [relay.same(g["title"]) for g in gots]
    paired = [None] * len(truths)
    spare = []
    for op, i, i2, j, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            for k in range(i2 - i):
                paired[i + k] = gots[j + k]
        else:
            for k in range(max(i2 - i, j2 - j)):
                if i + k < i2 and j + k < j2:
                    paired[i + k] = gots[j + k]
                elif j + k < j2:
                    spare.append(gots[j + k])
    return paired, spare


def excerpt(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 160 else text[:70] + " … " + text[-70:]


def difference(expected, got):
    """The first place where two lists of paragraphs part."""
    for k, (x, y) in enumerate(zip(expected, got)):
        if x != y:
            at = next((i for i, (p, q) in enumerate(zip(x, y)) if p != q), min(len(x), len(y)))
            return f"paragraph {k + 1} at {at}: {excerpt(x[max(0, at - 12):at + 24])} got {excerpt(y[max(0, at - 12):at + 24])}"
    return f"{len(expected)} paragraphs, got {len(got)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reader", required=True)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--bar", type=float, default=0.999)
    parser.add_argument("--way", action="append")
    parser.add_argument("--form", action="append", help="only ways of this form: text, html, docx, pdf")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path, help="leave the printed files there")
    args = parser.parse_args()
    if args.corpus and not (args.corpus / "gold").is_dir():
        print(f"SKIPPED: no {args.corpus}/gold; the samples are tested all the same")
        sys.exit(77)
    ways = {n: w for n, w in WAYS.items() if not args.way or n in args.way}
    if args.form:
        ways = {n: w for n, w in ways.items() if w.get("form", "text") in args.form}
    if not shutil.which("weasyprint"):
        left_out = [n for n in ways if ways[n].get("form") == "pdf"]
        print(f"SKIPPED, weasyprint is not installed: {', '.join(left_out)}")
        ways = {n: w for n, w in ways.items() if n not in left_out}
    issues = issues_of(args)
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        jobs = [(k, name, stem, issue) for k, (name, way) in enumerate(ways.items())
                for n, (stem, issue) in enumerate(issues) if way.get("form") != "pdf" or n == k % len(issues)]  # a PDF takes seconds
        def lay_out(job):
            k, name, stem, issue = job
            data, truth = relay.render(issue, ways[name], f"{name}/{stem}")
            path = folder / f"{k:02}-{stem}.{ENDINGS[ways[name].get('form', 'text')]}"
            path.write_bytes(data)
            return name, path, truth
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            printed = list(pool.map(lay_out, jobs))
        readings = read_all(args.reader, [p for _, p, _ in printed])
    table, misses = {}, []
    for name, path, truth in printed:
        has_lines = ways[name].get("form") != "pdf"
        fields = FIELDS if has_lines else FIELDS[:-2]
        row = table.setdefault(name, {f: [0, 0] for f in FIELDS})
        paired, spare = pair(truth, readings[path.name])
        for a, got in zip(truth, paired):
            if not a.get("sure", True):
                continue
            verdict = judge(a, got, has_lines) if got else {f: (False, "there", "missing") for f in fields}
            for f, (right, expected, found) in verdict.items():
                row[f][0] += right
                row[f][1] += 1
                if not right:
                    shown = difference(expected, found) if f == "text" and got else f"{excerpt(expected)} got {excerpt(found)}"
                    misses.append(f"{name} | {path.name} | {a['title'][:20]} | {f}: {shown}")
        for got in spare:
            for f in fields:
                row[f][1] += 1
            misses.append(f"{name} | {path.name} | invented: {excerpt(got['title'])} line {got['line_start']}")
    width = max(map(len, table), default=0)
    print(f"{'':{width}}  " + " ".join(f"{f[:11]:>11}" for f in FIELDS) + f"{'all':>9}")
    right_all = all_all = 0
    for name, row in table.items():
        right, every = (sum(c[i] for c in row.values()) for i in (0, 1))
        right_all, all_all = right_all + right, all_all + every
        cells = ["       -   " if not c[1] else "          ." if c[0] == c[1] else f"{c[0]:>6}/{c[1]:<4}" for c in row.values()]
        print(f"{name:{width}}  " + " ".join(cells) + f"{right / every:>9.4f}")
    if args.misses:
        print("\n".join(misses))
    share = right_all / all_all if all_all else 0.0
    print(f"{len(table)} ways, {len(issues)} issues, {right_all} of {all_all} fields right: {share:.5f} (bar {args.bar})")
    if share < args.bar:
        print("\n".join(misses[:20]) if not args.misses else "")
        sys.exit(1)


if __name__ == "__main__":
    main()
