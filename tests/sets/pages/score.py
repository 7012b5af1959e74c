#!/usr/bin/env python3
"""The main text of web pages: 100 pages of our own in layouts of real news sites, with traps, read by PROGRAM from a watched folder.

usage: score.py PROGRAM [--others] [--misses] [--half odd|even] [--seed WORD] [--at-least F1] [--write DIR]
       score.py --self-test

The text is compared as pairs of characters, without blanks; F1 is the mean over the pages. Title, author, source and date are right or not;
where a page does not print one, it is not counted. Odd pages may be read with --misses; even ones, which have layouts of their own beside the
others, are for scoring. --others takes the layouts of a second hand (other_layouts.py). --seed makes other pages in the same layouts, --write keeps them.
"""
import collections, json, pathlib, subprocess, sys, tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from layouts import LAYOUTS
from other_layouts import OTHERS
from words import Story

PAGES, BAR, FIELDS = 100, 0.96, ("title", "author", "source", "date")
SETS = {"own": (LAYOUTS, 10), "others": (OTHERS, 5)}  # layouts, and how many of the last ones stand on even pages alone
GBK = ("nested_tables", "unclosed", "spans_and_breaks", "wrong_label")
SET_APART = ("account_post", "measures", "figures", "interview", "spans_and_breaks", "list_of_table")  # elements stand inside paragraphs


def pages(seed, layouts, only_even):
    """(number, layout, bytes, story), numbers from 1."""
    out = []
    for number in range(1, PAGES + 1):
        open_layouts = layouts if number % 2 == 0 else layouts[:-only_even]
        make = open_layouts[(number // 2) % len(open_layouts)]
        html, story, encoding = make(Story(f"{seed}{number}"))
        out.append((number, make.__name__, html.encode(encoding), story))
    return out


def pairs(paragraphs):
    text = "".join("".join(paragraphs).split())
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1))


def f1(found, expected):
    a, b = pairs(found), pairs(expected)
    same = sum((a & b).values())
    return 2 * same / (sum(a.values()) + sum(b.values())) if a or b else 1.0


def read(program, made):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in").mkdir()
        for number, _, data, _ in made:
            (folder / "in" / f"{number:03}.html").write_bytes(data)
        for command in (["feeds", "add", "a.fb", "in"], ["fetch", "a.fb", "--limit", "1000", "--quiet"]):
            done = subprocess.run([program, *command], cwd=folder, capture_output=True)
            if done.returncode not in (0, 1):
                raise SystemExit(f"{command}: {done.returncode}: {done.stderr.decode(errors='replace')}")
        done = subprocess.run([program, "candidates", "a.fb", "--json"], cwd=folder, capture_output=True)
        return {int(pathlib.PurePosixPath(c["url"]).stem): c for c in json.loads(done.stdout)["candidates"]}


def main(arguments):
    option = lambda name: arguments.pop(arguments.index(name) + 1) if name in arguments else None
    half, seed, write, least = option("--half"), option("--seed") or "", option("--write"), float(option("--at-least") or BAR)
    misses, chosen = "--misses" in arguments, "others" if "--others" in arguments else "own"
    program = pathlib.Path([a for a in arguments if not a.startswith("--")][0]).resolve()
    made = pages(seed, *SETS[chosen])
    if write:
        for number, name, data, _ in made:
            (pathlib.Path(write) / f"{number:03}-{name}.html").write_bytes(data)
    found = read(program, made)
    scores, right = {"odd": [], "even": []}, {f: [0, 0] for f in FIELDS}
    for number, name, _, story in made:
        parity = "odd" if number % 2 else "even"
        if half and parity != half:
            continue
        got = found.get(number, {"paragraphs": []})
        score = f1(got["paragraphs"], story.paragraphs)
        scores[parity].append(score)
        wrong = []
        for field in FIELDS:
            if expected := getattr(story, field):
                right[field][1] += 1
                if (got.get(field) or "") == expected:
                    right[field][0] += 1
                else:
                    wrong.append(f"{field}: {got.get(field)!r}, expected {expected!r}")
        if misses and parity == "odd" and (score < 0.999 or wrong):
            print(f"{number} {name}  {score:.3f}  {'; '.join(wrong)}")
            over = [p for p in got["paragraphs"] if "".join(p.split()) not in "".join("".join(story.paragraphs).split())]
            under = [p for p in story.paragraphs if "".join(p.split()) not in "".join("".join(got["paragraphs"]).split())]
            for p in over[:4]:
                print(f"    + {p[:100]}")
            for p in under[:3]:
                print(f"    - {p[:100]}")
    mean = lambda values: sum(values) / len(values) if values else 0.0
    for parity, values in scores.items():
        if values:
            print(f"{parity:<5} {len(values)} pages  F1 {mean(values):.4f}  below 0.9: {sum(v < 0.9 for v in values)}")
    every = scores["odd"] + scores["even"]
    print(f"all   {len(every)} pages  F1 {mean(every):.4f}  " + "  ".join(f"{f} {a}/{b}" for f, (a, b) in right.items()))
    if mean(every) < least:
        print(f"below the bar of {least}")
        return 1
    return 0


def self_test():
    story = Story("test")
    assert f1(story.paragraphs, story.paragraphs) == 1 and f1([], story.paragraphs) == 0
    assert 0.4 < f1(story.paragraphs[:len(story.paragraphs) // 2], story.paragraphs) < 0.9
    assert len(LAYOUTS) >= 25
    for layouts, only_even in SETS.values():
        made = pages("", layouts, only_even)
        assert len(made) == PAGES and len({name for _, name, _, _ in made}) == len(layouts)
        assert {n for i, n, _, _ in made if i % 2 == 0} > {n for i, n, _, _ in made if i % 2}
        for _, name, data, story in made:  # what is to be read is on the page
            text = data.decode("gb18030" if name in GBK else "utf-8")
            assert story.paragraphs and all(story.paragraphs), name
            assert name in SET_APART or all(p in text for p in story.paragraphs), name
    print("the scorer can fail")


if __name__ == "__main__":
    self_test() if "--self-test" in sys.argv else sys.exit(main(sys.argv[1:]))
