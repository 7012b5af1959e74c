"""What of the planted errors was caught, and what was flagged beside them."""
import collections, re

from bulletins import Text
from planting import back, edits_of

CAUGHT, RIGHT, KIND_COUNT = 0.90, 0.95, 20


class Flag:
    """A finding of a copy that the clean run did not have."""

    def __init__(self, text, finding, edits):
        self.text, self.finding, self.edits = text, finding, edits
        self.errors = []


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def tight(words):
    return re.sub(r"\s", "", words or "")


def new_findings(clean, copy_text, findings, planted):
    """Findings of a copy that do not stand in the clean text at the same words by the same rule."""
    edits = edits_of(planted)
    old = collections.Counter()
    for f in clean.findings:
        old[f["rule"], f["span"][0]] += 1
        old[f["rule"], "to", f["span"][1]] += 1
    for f in findings:
        begin, end = back(edits, f["span"][0]), back(edits, f["span"][1])
        if not old[f["rule"], begin] and not old[f["rule"], "to", end]:
            yield Flag(clean, f, edits)


def belongs(flag, planted, copy):
    f = flag.finding
    if any(overlap(span, place) for span in (f["span"], f["quote_span"]) for place in planted.places):
        return True
    if planted.error.article.n not in (f["article"], f["other_article"]):
        return False
    for (b, e), (_, _, new) in zip(planted.words, planted.error.edits):
        if any(tight(side) in tight(f["other_quote"]) for side in (copy[max(0, b - 2):e], copy[b:e + 2])):  # the other side of a conflict is the planted one
            return True
        if len(new) >= 3 and new in tight(f["relation"]):  # the computation is made with the planted figure
            return True
    return False


def judge(clean, copy, findings, planted):
    """New findings of a copy of a text, each with the planted errors it belongs to."""
    copy_text = Text(clean.name, copy)
    found = [f | {"span": copy_text.span(f["span"]), "quote_span": copy_text.span(f["quote_span"])} for f in findings if f["file"] == clean.name]
    flags = list(new_findings(clean, copy, found, planted))
    for flag in flags:
        for p in planted:
            if belongs(flag, p, copy):
                flag.errors.append(p)
                if flag.finding["kind"] in p.error.kind.fits:
                    p.caught_by.append(flag)
    return flags


class Score:
    def __init__(self, planted, flags):
        self.planted, self.flags = planted, flags
        self.by_kind = collections.OrderedDict()
        for p in planted:
            row = self.by_kind.setdefault(p.error.kind.name, [0, 0])
            row[0] += 1
            row[1] += bool(p.caught_by)
        self.misses = [p for p in planted if not p.caught_by]
        self.beside = [f for f in flags if not f.errors]                                 # nothing planted there
        self.unfitting = [f for f in flags if f.errors and not any(f in p.caught_by for p in f.errors)]  # planted, but of another kind

    @property
    def caught(self):
        return 1 - len(self.misses) / len(self.planted) if self.planted else 0.0

    @property
    def right(self):
        return 1 - len(self.beside) / len(self.flags) if self.flags else 0.0

    def failures(self, bar=CAUGHT):
        out = []
        if len(self.by_kind) < KIND_COUNT:
            out.append(f"{len(self.by_kind)} kinds planted, fewer than {KIND_COUNT}")
        if self.caught < bar:
            out.append(f"caught {self.caught:.3f}, bar {bar}")
        if self.right < RIGHT:
            out.append(f"new findings at a planted error {self.right:.3f}, bar {RIGHT}")
        return out
