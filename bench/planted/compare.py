"""Other linters of Chinese text on the planted errors of marks and widths, and on the clean texts, beside ours.

They print a line as it should be: what they change, blanks left aside, is what they flag. Ours are findings of the kinds punctuation and style. Caught:
a flag in the copy at the planted mark, or at the pair that it belongs to, that the clean text does not have. False: flags in our own clean texts.
"""
import collections, difflib, json, pathlib, re, subprocess

import planting, scoring
from kinds import KINDS
from marks import MARKS, WIDTH

PACKAGES = ("autocorrect-node@2.14.0", "zhlint@0.8.2")
OURS = {"punctuation", "style"}


def fetch(folder):
    if not (folder / "node_modules/zhlint").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", "--silent", *PACKAGES],
                       check=True, stdout=subprocess.DEVNULL)
    return folder


def changes(before, after):
    """Stretches of a line that another print of it changes, blanks left aside."""
    places = [i for i, c in enumerate(before) if not c.isspace()]
    a, b = "".join(before[i] for i in places), re.sub(r"\s", "", after)
    if a == b:
        return []
    out = []
    for what, b1, e1, _, _ in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what != "equal":
            begin = places[b1] if b1 < len(places) else len(before)
            out.append((begin, places[e1 - 1] + 1 if e1 > b1 else begin + 1))
    return out


class Peers:
    def __init__(self, folder, texts):
        lines = sorted({line for text in texts for line in text.split("\n") if line.strip()})
        done = subprocess.run(["node", str(pathlib.Path(__file__).with_name("peers.mjs")), str(folder)], input=json.dumps(lines), check=False,
                              capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(done.stderr[-2000:])
        told = json.loads(done.stdout)
        self.versions = told.pop("versions")
        self.flags = {name: {line: changes(line, fixed) for line, fixed in zip(lines, fixed_lines)} for name, fixed_lines in told.items()}

    def over(self, name, text):
        at = 0
        for line in text.split("\n"):
            for b, e in self.flags[name].get(line, ()):
                yield (at + b, at + e)
            at += len(line) + 1


def compare(folder, copies, flags, texts, own):
    kinds = [k for k in KINDS.values() if k.fits in (MARKS, WIDTH) or k.name == "mark doubled"]
    printed = {(i, text): planting.planted_text(text, planted) for i, copy in enumerate(copies) for text, planted in copy.items()}
    peers = Peers(folder, [*printed.values(), *[t.text for t in texts]])
    clean = {name: {text: set(peers.over(name, text.text)) for text in texts} for name in peers.flags}
    total, caught = collections.Counter(), collections.defaultdict(collections.Counter)
    for i, copy in enumerate(copies):
        for text, planted in copy.items():
            edits = planting.edits_of(planted)
            new = {name: [f for f in peers.over(name, printed[i, text])
                          if (planting.back(edits, f[0]), planting.back(edits, f[1])) not in clean[name][text]] for name in peers.flags}
            for p in planted:
                kind = p.error.kind
                if kind not in kinds:
                    continue
                total[kind.name] += 1
                caught["ours"][kind.name] += any(f.finding["kind"] in OURS for f in p.caught_by)
                move = lambda at: planting.moved(edits, at)
                near = [(b - 1, e + 1) for b, e in p.words] + [(move(b), move(e)) for b, e in p.error.also]
                for name in peers.flags:
                    caught[name][kind.name] += any(scoring.overlap(f, place) for f in new[name] for place in near)
    names = ["ours", *peers.flags]
    print(f"\n{'marks and widths':<36} planted" + "".join(f"{n:>18}" for n in names))
    for kind in kinds:
        if total[kind.name]:
            print(f"{kind.name:<36} {total[kind.name]:7}" + "".join(f"{caught[n][kind.name]:>18}" for n in names))
    print(f"{'all':<36} {sum(total.values()):7}" + "".join(f"{sum(caught[n].values()):>18}" for n in names))
    false = {"ours": sum(f["kind"] in OURS for t in own for f in t.findings)} | {n: sum(len(clean[n][t]) for t in own) for n in peers.flags}
    print(f"{'flags in our own clean texts':<36} {len(own):7}" + "".join(f"{false[n]:>18}" for n in names))
    print(", ".join(f"{n} {v}" for n, v in peers.versions.items()) + "; blanks left aside")
