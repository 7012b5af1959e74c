"""Errors in figures. Sites are relations that held in the clean text; that the changed figure contradicts them is worked out again here
(numerals.py), so that no rounding explains it."""
import re

from kinds import FIGURES, Error, kind
from numerals import FIGURE, apart, changed, evaluate, interval, meet, transposed

SHARES = ("share-of-whole", "share-of-count")
SUMS = ("sum-of-parts",)
GROWTH = ("growth-of-levels", "growth-of-series", "growth-over-years")
POINTS = ("points-of-levels",)
MEANS = ("mean-of-total", "mean-per-head")
TOKEN = re.compile(r"\d[\d,.]*[^\d\s+\-/^()=≤≥<>→,，]+")
BOUND = re.compile(r"(?:不足|不到|超过?|逾|突破|至少|不少于|不低于|不超过|高达|以上)\s*$")  # what it bounds may be any number on its side
TIMES = ("年", "月", "日", "季", "时", "点", "分", "届", "号", "位", "名", "次会", "条", "期")


class Figure:
    """A figure of the text: where its digits and its scale stand."""

    def __init__(self, base, found):
        self.printed = re.sub(r"\s", "", found[0])
        self.begin, self.end = base + found.start(), base + found.end()
        self.digits = (base + found.start("digits"), base + found.end("digits"))
        self.scale = (base + found.start("scale"), base + found.end("scale"))
        self.words, self.scale_words = found["digits"], found["scale"]
        self.unit = found["unit"]
        self.interval = interval(self.printed[:len(self.printed) - len(self.unit)] + self.unit[:3])


def figures_in(article, span):
    words = article.text.text[span[0]:span[1]]
    return [f for f in (Figure(span[0], m) for m in FIGURE.finditer(words) if not BOUND.search(words[:m.start()])) if f.interval]


def same(a, b):
    return abs(sum(a) - sum(b)) <= 1e-9 * abs(sum(a) + sum(b))


def relations_of(article, rules):
    for r in article.text.relations:
        if r["rule"] in rules and article.begin <= r["span"][0] < article.end:
            yield r


def stretch(article, r):
    """The words that a relation speaks of: its quote, and the figure itself."""
    return (min(r["quote_span"][0], r["span"][0]), max(r["quote_span"][1], r["span"][1]))


class Equation:
    """A relation A/B = C whose figures were all found in the text, once each, and which holds when worked out here."""

    @staticmethod
    def make(article, r):
        parts = r["relation"].split(" = ")
        if len(parts) < 2 or any(c in r["relation"] for c in "≤≥<>~→") or "inf" in r["relation"] or "printed" in r["relation"]:
            return None
        figures = figures_in(article, stretch(article, r))
        at_span = [f for f in figures if f.begin <= r["span"][0] < f.end]
        wanted = [interval(parts[-1])] if len(parts) > 2 else [f.interval for f in at_span]
        self = Equation()
        self.text, self.terms = parts[0], {}
        for token in dict.fromkeys(TOKEN.findall(parts[0])):
            value = interval(token)
            fitting = [f for f in figures if value and same(f.interval, value)]
            if len(fitting) == 1 and parts[0].count(token) <= 2:
                self.terms[token] = fitting[0]
        result = [f for f in figures if wanted and wanted[0] and same(f.interval, wanted[0])]
        if len(result) != 1 or not self.terms or result[0] in self.terms.values():
            return None
        self.result = result[0]
        value = self.value(None, None)
        return self if value and meet(value, self.result.interval) else None

    def value(self, figure, printed):
        text = self.text
        for token, term in self.terms.items():
            put = printed if term is figure else term.printed[:len(term.printed) - len(term.unit)] + re.sub("[^%％a-zA-Z\u4e00-\u9fff]", "", term.unit[:3])
            text = text.replace(token, put)
        return evaluate(text)

    def contradicted_by(self, figure, printed):
        result = interval(printed) if figure is self.result else self.result.interval
        value = self.value(figure, printed)
        return bool(result and value and apart(value, result))

    def figures(self):
        return [self.result, *self.terms.values()]


def unit_of(figure):
    return re.sub("[^%％a-zA-Z\u4e00-\u9fff]", "", figure.unit[:3])


def with_digits(equation, figure, digits):
    return bool(digits) and equation.contradicted_by(figure, digits + figure.scale_words + unit_of(figure))


def sites(article, rules, dice, new_digits):
    for r in relations_of(article, rules):
        equation = Equation.make(article, r)
        if not equation:
            continue
        choice = equation.figures()
        dice.shuffle(choice)
        for figure in choice[:2]:
            digits = new_digits(figure.words, dice)
            if with_digits(equation, figure, digits):
                yield Error(article, [(*figure.digits, digits)], also=[r["quote_span"], r["span"]])


def of_rules(name, share, rules):
    kind(name, share, FIGURES)(lambda article, dice: sites(article, rules, dice, changed))


of_rules("figure of a share", 4, SHARES)
of_rules("figure of a sum", 2, SUMS)
of_rules("figure of a growth", 4, GROWTH)
of_rules("figure of a change in points", 3, POINTS)
of_rules("figure of a mean", 1.5, MEANS)
kind("digits transposed", 4, FIGURES)(lambda article, dice: sites(article, SHARES + SUMS + GROWTH + POINTS + MEANS, dice, transposed))


@kind("万 for 亿", 3, FIGURES)
def scale(article, dice):
    for r in relations_of(article, SHARES + SUMS + GROWTH + MEANS):
        equation = Equation.make(article, r)
        for figure in equation.figures() if equation else []:
            if figure.scale_words in ("万", "亿"):
                other = "亿" if figure.scale_words == "万" else "万"
                if equation.contradicted_by(figure, figure.words + other + unit_of(figure)):
                    yield Error(article, [(*figure.scale, other)], also=[r["quote_span"], r["span"]])
    for r in relations_of(article, ("conversion-rate",)):  # what a dollar is worth in this money, ten thousand times off
        for figure in figures_in(article, r["span"]):
            if figure.scale_words in ("万", "亿"):
                yield Error(article, [(*figure.scale, "亿" if figure.scale_words == "万" else "万")], also=[r["quote_span"]])


@kind("part larger than its whole", 2, FIGURES)
def part(article, dice):
    for r in relations_of(article, ("part-above-whole",)):
        parts, _, whole = r["relation"].partition(" ≤ ")
        limit = interval(whole)
        for token in parts.split(", "):
            value = interval(token)
            fitting = [f for f in figures_in(article, stretch(article, r)) if value and same(f.interval, value)]
            if limit and len(fitting) == 1:
                figure = fitting[0]
                digits = dice.choice((dice.choice("123456789") + figure.words, dice.choice("6789") + figure.words[1:], figure.words.replace(".", "")))
                new = interval(digits + figure.scale_words + unit_of(figure))
                if new and 1.1 * limit[1] < new[0] < 30 * limit[1]:
                    yield Error(article, [(*figure.digits, digits)], also=[r["quote_span"], r["span"]])


@kind("shares above their whole", 1, FIGURES)
def shares(article, dice):
    for r in relations_of(article, ("shares-above-whole",)):
        left = r["relation"].split(" = ")[0]
        tokens, total = left.split("+"), evaluate(left)
        words = article.words(r["quote_span"])
        if len(tokens) < 3 or not total or not total[0] <= 1 <= total[1] or not re.search("其余|其他|剩下|地区|城市|[男女]|岁|不足|以下|分别|依次", words):
            continue  # reasons and the like may be several in one answer
        figures = figures_in(article, stretch(article, r))
        for token in tokens:
            fitting = [f for f in figures if interval(token) and same(f.interval, interval(token))]
            digits = changed(fitting[0].words, dice) if len(fitting) == 1 else None
            if digits and float(digits.replace(",", "")) > float(fitting[0].words.replace(",", "")) + 5:
                yield Error(article, [(*fitting[0].digits, digits)], also=[r["quote_span"], r["span"]])


@kind("rise or fall against its figures", 2, FIGURES)
def order(article, dice):
    for r in relations_of(article, ("order-of-change", "order-of-comparison")):
        tokens = re.split(" [→<>] ", r["relation"])
        values = [interval(t) for t in tokens]
        figures = figures_in(article, stretch(article, r))
        fitting = [[f for f in figures if v and same(f.interval, v)] for v in values]
        if len(tokens) != 2 or any(len(f) != 1 for f in fitting):
            continue
        rises = sum(values[0]) < sum(values[1])
        figure, fixed = (fitting[1][0], values[0]) if dice.random() < 0.5 else (fitting[0][0], values[1])
        last = fixed is values[0]
        for _ in range(12):
            digits = changed(figure.words, dice)
            new = interval(digits + figure.scale_words + unit_of(figure)) if digits else None
            if new and apart(new, fixed) and (sum(new) > sum(fixed)) == (rises != last):
                yield Error(article, [(*figure.digits, digits)], also=[r["quote_span"], r["span"]])
                break


@kind("ranking out of order", 1, FIGURES)
def ranking(article, dice):
    for r in relations_of(article, ("order-of-list",)):
        tokens = r["relation"].split(" ≥ ")
        values = [interval(t) for t in tokens]
        figures = figures_in(article, stretch(article, r))
        if len(tokens) < 2 or not all(values):
            continue
        for token, value in list(zip(tokens, values))[1:]:
            fitting = [f for f in figures if same(f.interval, value)]
            digits = changed(fitting[0].words, dice) if len(fitting) == 1 else None
            new = interval(digits + fitting[0].scale_words + unit_of(fitting[0])) if digits else None
            if new and new[0] > values[0][1] and apart(new, values[0]):
                yield Error(article, [(*fitting[0].digits, digits)], also=[r["quote_span"], r["span"]])


def plain(figure):
    return not figure.unit.startswith(TIMES) and not re.fullmatch("(?:19|20)[0-9]{2}", figure.words) and float(figure.words.replace(",", "")) >= 2


@kind("figure of the headline", 4, FIGURES)
def headline(article, dice):
    if not article.title:
        return
    sides = [re.sub(r"\s", "", r["relation"]).split("=") for r in relations_of(article, ("title-figure",)) if r["other_article"] == article.n]
    told = {s[0] for s in sides if len(s) == 2 and s[0] == s[1]}
    all_figures = figures_in(article, (article.title[1], article.end))
    for figure in figures_in(article, article.title):
        if not plain(figure) or not any(t.startswith(figure.words + figure.scale_words) for t in told):
            continue
        digits = (transposed if dice.random() < 0.3 and len(figure.words) > 2 else changed)(figure.words, dice)
        new = interval(digits + figure.scale_words + unit_of(figure)) if digits else None
        if new and apart(new, figure.interval) and not any(meet(new, f.interval) for f in all_figures):
            body_places = [(f.begin, f.end) for f in all_figures if same(f.interval, figure.interval)]
            contents = [m.span() for m in re.finditer(re.escape(article.words(article.title)), article.text.text)]
            yield Error(article, [(*figure.digits, digits)], also=[article.title, *body_places, *contents])


@kind("figure told twice in the issue", 1, FIGURES)
def told_again(article, dice):
    for r in relations_of(article, ("figure-told-again",)):
        if r["other_issue"] != r["issue"] or not r["other_article"] or r["other_article"] == article.n:
            continue
        for figure in figures_in(article, r["span"]):
            digits = changed(figure.words, dice)
            new = interval(digits + figure.scale_words + unit_of(figure)) if digits else None
            if plain(figure) and new and apart(new, figure.interval):
                yield Error(article, [(*figure.digits, digits)], also=[r["quote_span"]], locks=[r["other_article"]])
