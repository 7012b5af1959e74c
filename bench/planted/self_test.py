"""The scorer is proved on made-up texts: it can fail, a finding counts only where it belongs, places follow the edits."""
import random

import planting, scoring
from bulletins import Article, Text
from kinds import KINDS, Error
from numerals import apart, changed, evaluate, han, han_value, interval, transposed

WORDS = "三地合作\n甲、乙和丙三地签约，总额12亿元，占全国30亿元的40%。各方表示满意。\n来源：“甲报” 2022年12月5日\n"


def one_text():
    text = Text("a.txt", WORDS)
    begin, end = WORDS.index("甲、"), WORDS.index("\n来源")
    article = Article(text, 1, (0, 4), [(begin, end)], (end + 1, len(WORDS) - 1), {"begin": 0, "end": len(WORDS), "date": "2022-12-05"})
    text.articles = [article]
    return text, article


def finding(copy, words, kind="arithmetic", **more):
    at = len(copy[:copy.index(words)].encode())
    span = [at, at + len(words.encode())]
    return {"file": "a.txt", "rule": "r", "kind": kind, "span": span, "quote_span": span, "quote": words, "other_quote": None, "other_article": None, "relation": None, "article": 1, "explain_zh": ""} | more


def judged(new, findings, clean=()):
    """A text in which 40% became something else, with these findings."""
    text, article = one_text()
    at = WORDS.index("40%")
    error = Error(article, [(at, at + 2, new)])
    error.kind = KINDS["figure of a share"]
    text.findings = [f | {"span": text.span(f["span"]), "quote_span": text.span(f["quote_span"])} for f in clean]
    copy = planting.pack([error])[0]
    words = planting.planted_text(text, copy[text])
    flags = scoring.judge(text, words, [finding(words, *f) if isinstance(f, tuple) else f for f in findings], copy[text])
    return words, scoring.Score(copy[text], flags)


def main():
    failures = []

    def expect(what, holds):
        if not holds:
            failures.append(what)

    words, score = judged("400", [("400%",)])
    expect("the error is in the copy", "占全国30亿元的400%。各方" in words)
    expect("caught at its words", score.caught == 1 and score.right == 1)
    expect("too few kinds fail", any("kinds" in f for f in score.failures()))
    expect("caught in its sentence", judged("400", [("三地签约",)])[1].caught == 1)
    missed = judged("400", [])[1]
    expect("nothing found: a miss, and the bar fails", missed.caught == 0 and any("caught" in f for f in missed.failures()))
    beside = judged("400", [("各方",)])[1]
    expect("a finding in another sentence is beside and catches nothing", beside.caught == 0 and len(beside.beside) == 1)
    expect("and fails the bar", any("planted error" in f for f in beside.failures()))
    other = judged("400", [("400%", "punctuation")])[1]
    expect("a finding of another kind catches nothing", other.caught == 0 and len(other.unfitting) == 1)
    clean = finding(WORDS, "满意")
    expect("what the clean run found is left out, though it moved", not judged("4000", [("满意",)], [clean])[1].flags)
    expect("the other side of a conflict counts", judged("400", [finding(WORDS, "三地合作", other_quote="占全国30亿元的400%")])[1].caught == 1)

    edits = [(3, 3, "甲乙"), (5, 7, ""), (9, 10, "丙丁戊")]
    for at in (0, 2, 4, 8, 11):
        expect(f"place {at} there and back", planting.back(edits, planting.moved(edits, at)) == at)

    expect("figures", all(abs(a - b) < 1e-9 * abs(b) for p, q in ((interval("1.65万亿元"), (1.645e12, 1.655e12)), (interval("1200家"), (1150, 1250)),
                                                                 (interval("12%"), (0.115, 0.125))) for a, b in zip(p, q)))
    expect("no plain figure", interval("300多家") is None and interval("5倍") is None)
    value = evaluate("48家/70家")
    expect("a quotient", value and value[0] < 48 / 70 < value[1] and value[1] - value[0] < 0.03)
    expect("growth", abs(sum(evaluate("115.4亿元/(1+15.4%)")) / 2 - 100e8) < 1e6)
    expect("growth over years", abs(sum(evaluate("(121.0亿元/100.0亿元)^(1/2)-1")) / 2 - 0.1) < 1e-3)
    expect("apart", apart((0.683, 0.688), interval("78.33%")) and not apart((0.683, 0.688), interval("68.57%")))
    expect("numerals", all(han_value(han(n)) == n for n in range(1, 100)))
    dice = random.Random(1)
    expect("changed and transposed digits differ", all(changed("78.33", dice) != "78.33" and transposed("1234", dice) != "1234" for _ in range(50)))
    expect("no digits to transpose", transposed("11", dice) is None)
    text, article = one_text()
    dropped = [(e.was(), planting.planted_text(text, planting.pack([e])[0][text])) for name in ("half of a pair dropped",) for e in KINDS[name].errors(article, dice)]
    expect("kinds find nothing in a text without their sites", not dropped)
    found = planting.candidates([text], dice)
    expect("kinds find their sites", found["mark doubled"] and found["stop in a headline"] and not found["straight quotes"])
    expect("the same seed plants the same", all([e.edits for e in planting.choose([text], 5, random.Random(7))] ==
                                               [e.edits for e in planting.choose([text], 5, random.Random(7))] for _ in range(3)))
    for f in failures:
        print("FAILS:", f)
    print("self-test", "fails" if failures else "passes")
    return 1 if failures else 0
