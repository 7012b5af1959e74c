"""What the conformance tests on the public Chinese cases of Recognizers-Text have in common: reading the cases, one run of the program
for all cases of a file, counting, and the page of differences.

A test gives each file a mapping: a function of (text, records of ours) that returns hits in their form, (type, first character, last
character, what it is worth). The mapping changes form alone; it never sees what is expected.
"""
import dataclasses, json, pathlib, sys
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
records_of = SourceFileLoader("score", str(ROOT / "tests" / "sets" / "score")).load_module().records_of


@dataclasses.dataclass
class Case:
    text: str
    results: list
    reference: str | None  # when the text was written: 2016-11-07T14:07:00
    supported: bool        # by their own package for JavaScript


def read_cases(shared, name):
    """The cases of a file; exit 77 with a plain sentence where the files are absent."""
    path = pathlib.Path(shared) / "peers" / "recognizers-text" / f"{name}.json"
    if not path.is_file():
        print(f"SKIPPED: the cases of Recognizers-Text are not there ({path.name} in {pathlib.Path(shared).name}/peers/recognizers-text)")
        sys.exit(77)
    out = []
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        without = (case.get("NotSupported", "") + "," + case.get("NotSupportedByDesign", "")).lower()
        when = (case.get("Context") or {}).get("ReferenceDateTime")
        out.append(Case(case["Input"], case["Results"], when, "javascript" not in without))
    return out


def records_by_day(program, cases, extra=()):
    """The records of `fengbiao quantities` for every case; one run of the program a day of writing."""
    out = [[] for _ in cases]
    days = [c.reference and c.reference[:10] for c in cases]
    for day in dict.fromkeys(days):
        members = [i for i, d in enumerate(days) if d == day]
        date = ["--date", day] if day else []
        for i, found in zip(members, records_of(program, "quantities", [cases[i].text for i in members], [*date, *extra])):
            out[i] = found
    return out


class Score:
    """Counts cases; a case is right when there are as many hits as expected and each is right."""

    def __init__(self, name, bar, misses):
        self.name, self.bar, self.misses = name, bar, misses
        self.right = self.cases = self.all_right = self.all_cases = 0

    def add(self, case, right, hits):
        self.all_cases += 1
        self.all_right += right
        if case.supported:
            self.cases += 1
            self.right += right
        if self.misses and not right:
            print(f"{self.name}{'' if case.supported else ' (not supported by theirs)'}: {case.text}")
            for r in case.results:
                what = r.get("Resolution") or r.get("Value")
                print(f"    wanted {r['Text']} [{r.get('Start')}] {json.dumps(what, ensure_ascii=False)}")
            for h in hits:
                print(f"    got    {h}")

    @property
    def share(self):
        return self.right / self.cases if self.cases else 1.0

    def line(self):
        verdict = "" if self.bar is None else f"   bar {self.bar} {'holds' if self.share >= self.bar else 'MISSED'}"
        return (f"{self.name:<18} {self.share:.4f} of {self.cases} cases that their package supports; "
                f"{self.all_right / max(1, self.all_cases):.4f} of all {self.all_cases}{verdict}")


def finish(scores):
    for score in scores:
        print(score.line())
    sys.exit(1 if any(s.bar is not None and s.share < s.bar for s in scores) else 0)


def page(title, differences):
    """The differences as a Markdown table: what they do, what we do, why."""
    lines = [f"## {title}", "", "| theirs | ours | why, and how the test bridges it |", "|---|---|---|"]
    return "\n".join(lines + [f"| {theirs} | {ours} | {why} |" for theirs, ours, why in differences]) + "\n"
