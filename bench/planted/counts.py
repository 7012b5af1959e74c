"""Errors in counts, lists and days. A count is changed, or an item of its list dropped, only where the list is counted to the same number here."""
import calendar, datetime, re

from figures import relations_of, stretch
from kinds import FIGURES, Error, body, kind
from numerals import HAN, han, han_value

NUMBER = re.compile(r"\d{1,2}(?![\d.])|[一二两三四五六七八九十]{1,3}")
DATE = re.compile(r"(?:(?P<y>\d{4})\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
WEEKDAYS = "一二三四五六日"


# ---- counts and lists ----

def number_at(article, span):
    """The number at a place, its worth and where it stands."""
    found = NUMBER.match(article.text.text, span[0], span[1])
    if not found:
        return None
    value = int(found[0]) if found[0].isdigit() else han_value(found[0])
    return (value, found.start(), found.end()) if value else None


def put(value, like):
    return str(value) if like.isdigit() else han(value)


class List:
    """Items before a count (甲、乙和丙三家) or behind it (三家：甲、乙和丙。), as their pause marks tell."""

    def __init__(self, begin, words, open_):
        self.begin, self.words, self.open = begin, words, open_
        self.marks = [begin + i for i, c in enumerate(words) if c == "、"]
        last = words.rpartition("、")[2]
        self.least = len(self.marks) + 1
        self.most = self.least + (1 if re.search("和|与|及", last) else 0)

    def counts(self, value):
        return bool(self.marks) and value in (self.least, self.most)


def list_of(article, at, end):
    """The list that the number at `at` sums up."""
    text = article.text.text
    sentence = article.sentence(at)
    before = text[sentence[0]:at]
    cut = max(before.rfind(c) for c in "，；：（“《") + 1
    words = before[cut:].rstrip()
    bridged = re.search(r"(等|这|共计?|在内的|在内|、)+\s*$", words)
    if "、" in words and not words.endswith("、"):
        return List(sentence[0] + cut, words[:bridged.start()] if bridged else words, bool(bridged and "等" in bridged[0]))
    colon = re.compile(r"[^，。；：]{0,12}[：]([^。；：，]*)").match(text, end, sentence[1])
    if colon and "、" in colon[1]:
        return List(colon.start(1), colon[1], colon[1].rstrip().endswith("等"))
    return None


def counted(article, rules):
    for r in relations_of(article, rules):
        number = number_at(article, r["span"])
        if number and re.fullmatch(r"(\d+) named = \1", r["relation"]) and number[0] >= 3:
            yield r, number


def bodies_counted(article, number):
    return re.match(r"\s*(?:个)?(?:部门|部委|机构|委办局)", article.text.text[number[2]:number[2] + 8])


def count_errors(article, dice, bodies):
    for r, (value, begin, end) in counted(article, ("list-against-count",)):
        items = list_of(article, begin, end)
        if bool(bodies_counted(article, (value, begin, end))) != bodies or not items or not items.counts(value):
            continue
        choice = [v for v in (value - 1, value + 1, value + 2) if v >= 2 and (v < items.least or (v > items.most and not items.open))]
        if choice:
            yield Error(article, [(begin, end, put(dice.choice(choice), article.text.text[begin:end]))], also=[r["quote_span"], stretch(article, r)])


kind("count of a list", 4, FIGURES)(lambda article, dice: count_errors(article, dice, False))
kind("number of departments", 2, FIGURES)(lambda article, dice: count_errors(article, dice, True))


@kind("item of a counted list dropped", 3, FIGURES)
def dropped(article, dice):
    for r, (value, begin, end) in counted(article, ("list-against-count",)):
        items = list_of(article, begin, end)
        if items and items.counts(value) and not items.open and value == items.most and len(items.marks) >= 2:
            at = dice.randrange(len(items.marks) - 1)
            yield Error(article, [(items.marks[at], items.marks[at + 1], "")], also=[r["quote_span"], stretch(article, r)])


@kind("count told twice", 1, FIGURES)
def told_twice(article, dice):
    for r in relations_of(article, ("count-said-twice",)):
        number = number_at(article, r["span"])
        behind = article.text.text[number[2]:number[2] + 12] if number else ""
        thing = re.sub(r"\s", "", behind)[:3]  # the counter and what is counted, in the same words in both places
        other = re.sub(r"\s", "", r["other_quote"] or r["quote"])
        if number and number[0] >= 3 and r["relation"] == f"{number[0]} = {number[0]}" and thing in other[other.find(str(number[0])[-1:]) - 9:] \
                and not re.match("个月|年|天|只|[岁时点]", thing) and re.match(f"[个家项件种款大][\u4e00-\u9fff]", thing):
            value = number[0] + dice.choice((-1, 1, 2))
            yield Error(article, [(number[1], number[2], put(value, article.text.text[number[1]:number[2]]))], also=[r["quote_span"]])


# ---- points ----

ROWS = [re.compile(p) for p in (r"(?<=[。；：，\n\s])(?P<n>[一二三四五六七八九])是(?!否)", r"(?<=[。；：\n\s])第(?P<n>[一二三四五六七八九])，",
                                r"(?<=[。；：\n\s])（(?P<n>[一二三四五六七八九十])）", r"(?<=[。；：，\n\s])其(?P<n>[一二三四五六七八九])，")]


def rows(article):
    """Numbered points of an article: the numerals of each row 一 二 三, in order."""
    for pattern in ROWS:
        row = []
        for found in pattern.finditer(article.text.text, article.title[1] if article.title else article.begin, article.end):
            value = han_value(found["n"])
            if value == len(row) + 1:
                row.append(found.span("n"))
            elif value == 1:
                if len(row) >= 3:
                    yield row
                row = [found.span("n")]
            else:
                row = []
        if len(row) >= 3:
            yield row


@kind("numbered points with a gap", 2, FIGURES | {"format", "typo"})
def gap(article, dice):
    for row in rows(article):
        at = dice.randrange(1, len(row))
        value = at + 2 if at + 1 == len(row) or dice.random() < 0.5 else at  # one left out, or one twice
        yield Error(article, [(*row[at], han(value))], also=[article.sentence(b) for b, _ in row])


@kind("count of points", 2, FIGURES)
def points(article, dice):
    for r, (value, begin, end) in counted(article, ("points-against-count",)):
        for row in rows(article):
            if len(row) == value and row[0][0] > end:
                other = value + dice.choice((-1, 1, 2))
                yield Error(article, [(begin, end, put(other, article.text.text[begin:end]))], also=[r["quote_span"]])


# ---- days ----

def day(year, month, date):
    try:
        return datetime.date(year, month, date)
    except ValueError:
        return None


def printed_on(article):
    return datetime.date.fromisoformat(article.record["date"]) if re.fullmatch(r"\d{4}-\d\d-\d\d", article.record["date"] or "") else None


def dates(article, back=45):
    """Dates in the paragraphs whose year is certain: printed, or shortly before the article."""
    on = printed_on(article)
    for b, e, _ in body(article):
        for found in DATE.finditer(article.text.text, b, e):
            around = article.text.text[max(found.start() - 1, 0)], article.text.text[found.end():found.end() + 2].strip()[:1]
            open_ = article.text.text.rfind("（", b, found.start()) > article.text.text.rfind("）", b, found.start())
            if open_ or around[0] in "—-－~～至到、" or around[1] in tuple("—-－~～至到、（(") or not on:
                continue
            when = day(int(found["y"]) if found["y"] else on.year, int(found["m"]), int(found["d"]))
            if when and (found["y"] or datetime.timedelta(0) <= on - when <= datetime.timedelta(back)):
                yield found, when


@kind("weekday", 2, FIGURES)
def weekday(article, dice):
    for found, when in dates(article):
        wrong = dice.choice([w for i, w in enumerate(WEEKDAYS) if i != when.weekday()])
        yield Error(article, [(found.end(), found.end(), f"（{dice.choice(('星期', '周'))}{wrong}）")])


NEW_YEARS = {2021: datetime.date(2021, 2, 12), 2022: datetime.date(2022, 2, 1), 2024: datetime.date(2024, 2, 10)}  # years without a leap month
MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")


def lunar_day(number):
    return "初" + han(number) if number <= 10 else han(number) if number < 20 else "二十" if number == 20 else "廿" + han(number - 20)


@kind("lunar day", 1, FIGURES)
def lunar(article, dice):
    for found, when in dates(article):
        year = when.year if when >= NEW_YEARS.get(when.year, datetime.date.max) else when.year - 1
        if year in NEW_YEARS:
            months, rest = divmod((when - NEW_YEARS[year]).days, 29.53)  # true within a day; what is planted is four days off and more
            right = int(rest) + 1
            wrong = [d for d in range(2, 29) if 4 <= abs(d - right) <= 9]
            if months < 12 and 4 <= right <= 26:
                yield Error(article, [(found.end(), found.end(), f"（农历{MONTHS[int(months)]}{lunar_day(dice.choice(wrong))}）")])


RANGE = re.compile(r"(?<![\d月至])(?:\d{4}\s*年\s*)?(\d{1,2})\s*月\s*(?P<first>\d{1,2})\s*日\s*(?:至|—|-)\s*(?:(\d{1,2})\s*月\s*)?(?P<last>\d{1,2})\s*日(?![（(\d])")


@kind("days of a span", 2, FIGURES)
def span(article, dice):
    on = printed_on(article)
    for b, e, _ in body(article):
        for found in RANGE.finditer(article.text.text, b, e):
            ends = (day(on.year, int(found[1]), int(found["first"])), day(on.year, int(found[3] or found[1]), int(found["last"]))) if on else (None, None)
            open_ = article.text.text.rfind("（", b, found.start()) > article.text.text.rfind("）", b, found.start())
            if all(ends) and not open_ and 1 <= (ends[1] - ends[0]).days <= 60:
                days = (ends[1] - ends[0]).days + 1
                wrong = dice.choice([d for d in (days - 3, days - 2, days + 1, days + 2, days + 10) if d >= 2])
                yield Error(article, [(found.end(), found.end(), f"（{dice.choice(('共', '为期', '历时'))}{wrong}天）")], also=[found.span()])
    for r in relations_of(article, ("span-of-days",)):
        number = number_at(article, r["span"]) or number_at(article, (r["span"][0] + 1, r["span"][1]))
        if number and r["relation"].endswith(f"printed {number[0]}") and number[0] >= 2:
            value = number[0] + dice.choice((2, 3))
            yield Error(article, [(number[1], number[2], put(value, article.text.text[number[1]:number[2]]))], also=[r["quote_span"]])


@kind("range of days backwards", 0.7, FIGURES)
def backwards(article, dice):
    for b, e, _ in body(article):
        for found in RANGE.finditer(article.text.text, b, e):
            first, last = found["first"], found["last"]
            if not found[3] and int(first) < int(last):
                yield Error(article, [(*found.span("first"), last), (*found.span("last"), first)], also=[found.span()])


@kind("day that does not exist", 0.7, FIGURES | {"typo"})
def no_day(article, dice):
    for found, when in dates(article, back=300):
        last = calendar.monthrange(when.year, when.month)[1]
        wrong = last + 1 if last < 31 else 32
        yield Error(article, [(*found.span("d"), str(wrong))], also=[found.span()])


def rewritten(found, when):
    """Edits that print another day in the place of a date."""
    out = [(*found.span(k), str(v).zfill(2) if found[k].startswith("0") else str(v)) for k, v in (("y", when.year), ("m", when.month), ("d", when.day)) if found[k]]
    return [(b, e, new) for b, e, new in out if found.string[b:e] != new]


@kind("source line dated before its event", 2, FIGURES | {"format"})
def source_date(article, dice):
    on = printed_on(article)
    found = DATE.search(article.text.text, *article.source) if article.source else None
    for r in relations_of(article, ("source-before-event",)):
        event = re.fullmatch(r"(?:(\d{4})-)?(\d\d)-(\d\d) <= (\d{4}-\d\d-\d\d)", r["relation"])
        if not found or not on or not event or r["span"][0] >= article.source[0] or not found["y"]:
            continue
        when = day(int(event[1] or on.year), int(event[2]), int(event[3])) or on
        if when <= on and (on - when).days < 60:
            yield Error(article, rewritten(found, when - datetime.timedelta(dice.randint(1, 6))), also=[article.source, r["quote_span"], article.sentence(r["span"][0])])


@kind("in force before it is issued", 1, FIGURES)
def in_force(article, dice):
    for r in relations_of(article, ("effective-before-issued",)):
        told = re.fullmatch(r"(\d{4}-\d\d-\d\d) <= (\d{4}-\d\d-\d\d)", r["relation"])
        found = DATE.fullmatch(article.text.text, *r["span"])
        if not told or told[1] >= told[2] or not found:
            continue
        issued = datetime.date.fromisoformat(told[1])
        printed = [m for m in DATE.finditer(article.text.text, article.begin, article.source[0] if article.source else article.end)
                   if (int(m["m"]), int(m["d"])) == (issued.month, issued.day)]
        if printed and (int(found["m"]), int(found["d"])) == tuple(map(int, told[2].split("-")[1:])):
            wrong = issued - datetime.timedelta(dice.randint(20, 90))
            if found["y"] or wrong.year == issued.year:
                yield Error(article, rewritten(found, wrong), also=[r["quote_span"], *[m.span() for m in printed]])
