"""Which errors are planted, and into which copy of a text: at most one in an article and in so many articles of an issue that it stays the
issue it was."""
import collections, random

from kinds import KINDS

FILLED = 0.6   # of the articles of a text, in one copy
OF_A_KIND = 2  # in one copy of a text


class Planted:
    """An error in its copy: where it stands there."""

    def __init__(self, error, copy):
        self.error, self.copy = error, copy
        self.caught_by = []

    def finish(self, edits):
        """Places in the copy, once all its edits are known."""
        move = lambda at, after=False: moved(edits, at, after)
        error = self.error
        self.words = [(move(b), move(b) + max(len(new), 1)) for b, _, new in error.edits]
        sentences = [(error.text, error.article.sentence(b if b < error.article.end else b - 1)) for b, _, _ in error.edits]
        sentences += [(error.text, error.article.sentence(max(b - 1, error.article.begin))) for b, _, _ in error.edits]
        self.places = [*self.words, *[(move(b), move(e, True)) for _, (b, e) in sentences], *[(move(b), move(e, True)) for b, e in error.also]]


def moved(edits, at, after=False):
    """A place of the clean text in the copy; `after`: what was put in right there stands before it."""
    shift = 0
    for b, e, new in edits:
        if e < at or (e == at and (after or b < e)):
            shift += len(new) - (e - b)
        elif b < at < e:
            return b + shift + min(at - b, len(new))
    return at + shift


def back(edits, at):
    """A place of the copy in the clean text."""
    shift = 0
    for b, e, new in edits:
        if b + shift + len(new) <= at:
            shift += len(new) - (e - b)
        elif b + shift < at:
            return b
        else:
            break
    return at - shift


def candidates(texts, dice):
    """All that could be planted, by kind: one article after the other, so that a few articles do not give all of it."""
    out = {}
    for kind in KINDS.values():
        per_article = []
        for text in texts:
            for article in text.articles:
                errors = [e for e in kind.errors(article, dice) if sound(e)]
                if errors:
                    dice.shuffle(errors)
                    per_article.append(errors)
        dice.shuffle(per_article)
        rounds = []
        while per_article:
            rounds += [errors.pop() for errors in per_article]
            per_article = [errors for errors in per_article if errors]
        out[kind.name] = distinct(rounds)
    return out


def distinct(errors):
    seen, out = set(), []
    for e in errors:
        key = (e.text.name, tuple(e.edits))
        if key not in seen:
            seen.add(key)
            out.append(e)
    return out


def sound(error):
    """Whether it changes the text, within its article, and where the clean run found nothing."""
    edits = error.edits
    if any(error.text.text[b:e] == new for b, e, new in edits) or any(a[1] > b[0] for a, b in zip(edits, edits[1:])):
        return False
    if not all(error.article.begin <= b <= e <= error.article.end for b, e, _ in edits):
        return False
    return not any(f["quote_span"][0] < e + 1 and b - 1 < f["quote_span"][1] for f in error.text.findings for b, e, _ in edits)


def choose(texts, count, dice):
    """Errors of every kind by its share; what a kind has too few of goes to the others."""
    found = candidates(texts, dice)
    taken = {name: 0 for name in found}
    left = count
    while left > 0:
        open_kinds = [k for k in KINDS.values() if taken[k.name] < len(found[k.name])]
        if not open_kinds:
            break
        total, before = sum(k.share for k in open_kinds), left
        for k in open_kinds:
            more = min(len(found[k.name]) - taken[k.name], max(1, int(before * k.share / total)), left)
            taken[k.name] += more
            left -= more
    errors = [e for name, n in taken.items() for e in found[name][:n]]
    dice.shuffle(errors)
    return errors


def pack(errors):
    """[{text: [Planted]}]: the copies."""
    copies = []
    for error in errors:
        text = error.text
        room = max(1, int(FILLED * len(text.articles)))
        for number, copy in enumerate(copies + [None]):
            if copy is None:
                copy = collections.defaultdict(list)
                copies.append(copy)
            there = copy[text]
            used = set().union(*[p.error.locks for p in there]) if there else set()
            if len(there) < room and not used & error.locks and sum(p.error.kind is error.kind for p in there) < OF_A_KIND:
                there.append(Planted(error, number))
                break
    for copy in copies:
        for text, planted in copy.items():
            edits = edits_of(planted)
            for p in planted:
                p.finish(edits)
    return copies


def edits_of(planted):
    return sorted(edit for p in planted for edit in p.error.edits)


def planted_text(text, planted):
    out, at = [], 0
    for b, e, new in edits_of(planted):
        out += [text.text[at:b], new]
        at = e
    return "".join(out) + text.text[at:]


def plant(texts, count, seed):
    dice = random.Random(seed)
    return pack(choose(texts, count, dice))
