#!/usr/bin/env python3
"""Substitution: numbers, names and years of the samples and of the open test sets are replaced by others of the same form, the
same one by the same one within a text; the records must follow: same kind and place, the value changed accordingly.

  tests/sets/substitute.py --fengbiao build/fengbiao [--misses] [--rounds 3] [--check]
  tests/sets/substitute.py --self-test

What is put in has the form of what it stands for, so that a reader would take the same from it:
  numbers   1-9 become others of 1-9, zeros, points, separators and 十百千万亿 stay; ranges stay in order; no number that reads as a
            year, or with its neighbours as a name, stands for one that does not
  years     all years of a text and its date are moved by the same number of years, a multiple of four (leap days)
  names     a name of the same kind, list and length that is one thing only in data/, and forms no longer name with what stands
            around it; places of the same level, written as the first was. Where a text holds a place that could be several,
            its places stay. Names found by their form alone stay
What a moved year changes beyond arithmetic (holidays and campaigns, weeks, weekdays, the lunar calendar) is compared by place only.
The values expected are worked out here, from the record of the first text and the two numerals. substitute_records.py does the same
to bulletins and looks at the observations.
"""
import argparse, collections, pathlib, random, re, sys
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "data"
score = SourceFileLoader("score", str(HERE / "score")).load_module()
BAR = 0.999

WIDE = {ord(c) + 0xFEE0: c for c in "0123456789.,"}
DIGITS = "一二三四五六七八九"
WORTH = {c: i for i, c in enumerate("零" + DIGITS)} | {"两": 2, "〇": 0}
UNITS = {"十": 10, "百": 100, "千": 1000}
RUN = re.compile(r"[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?|[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿点]*")
CALENDAR = re.compile("周|星期|礼拜|节|假|双|618|元旦|除夕|五一|十一|农历|腊|正月|初[一二三四五六七八九十]|冬月|闰|庆|端午|中秋|重阳|大促")


def chinese_value(text):
    """The worth of a numeral written with 十百千万亿; None for anything else."""
    whole, _, part = text.partition("点")
    total = section = number = 0
    last = 0
    for i, c in enumerate(whole):
        if c in WORTH:
            if i and whole[i - 1] in WORTH and whole[i - 1] not in "零〇":
                return None
            number = WORTH[c]
            if i + 1 == len(whole) and i and whole[i - 1] not in "零〇":  # 一万三
                number = number * last // 10
        elif c in UNITS:
            section += (number or 1) * UNITS[c]
            number, last = 0, UNITS[c]
        elif c in "万亿":
            scale = 10 ** 4 if c == "万" else 10 ** 8
            total = (total + section + number) * scale if c == "亿" else total + (section + number) * scale
            section = number = 0
            last = scale
        else:
            return None
    if part and not all(c in WORTH for c in part):
        return None
    return total + section + number + (float("0." + "".join(str(WORTH[c]) for c in part)) if part else 0)


def value_of(run):
    plain = run.translate(WIDE)
    if plain[0] in "0123456789":
        plain = plain.replace(",", "")
        return float(plain) if plain.count(".") <= 1 else None
    return chinese_value(run)


def value_like(c):
    return c in WORTH or c in UNITS or c.translate(WIDE) in "0123456789"


def yearlike(run):
    return re.fullmatch(r"(19|20)\d\d", run.translate(WIDE)) is not None


def other_number(run, dice, refused=lambda new: False):
    """Another number of the same form that is not refused, or None where there is none."""
    for _ in range(20):
        new = ""
        for i, c in enumerate(run):
            if c in "123456789１２３４５６７８９":
                base = ord("0") if c < "\x80" else ord("０")
                new += chr(base + dice.choice([d for d in range(1, 10) if d != ord(c) - base]))
            elif c in DIGITS:
                new += dice.choice([d for d in "三四五六七八九" if d != c])
            else:
                new += c
        if new != run and yearlike(new) == yearlike(run) and value_of(new) is not None and not refused(new):
            return new
    return None


def moved_years(value, years):
    """2022-11/2022-12 -> 2026-11/2026-12."""
    return re.sub(r"(?<![\dT:P-])(\d{4})(?!\d)", lambda m: str(int(m.group(1)) + years), value)


# ---- names ----

def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


class Names:
    """What data/ knows under which name, and what may stand for what."""

    def __init__(self):
        self.meanings = collections.defaultdict(set)
        self.pools = collections.defaultdict(list)
        self.places = {}
        for kind in ("bodies", "companies", "platforms", "media", "campaigns", "people"):
            for row in rows(DATA / "lexicon" / f"{kind}.tsv"):
                ident, name = row[0], row[1].lstrip("!?")
                self.meanings[name].add(ident)
                forms = [("name", row[1])] + [("alias", a) for a in row[2].split("|") if a]
                for form, text in forms:
                    self.meanings[text.lstrip("!?")].add(ident)
                    if text[0] not in "!?" and not re.search(r"[0-9一二三四五六七八九十\"“”]", text):
                        self.pools[self.form(ident, form, text)].append((text, {"name": ..., "id": ident}))
        divisions = rows(DATA / "places" / "divisions.tsv")
        usual = {(r[2], r[0]) for r in rows(DATA / "places" / "aliases.tsv") if r[1] == "usual"}
        for code, name, short in ((r + [""])[:3] for r in divisions):
            self.meanings[name].add(code)
            if short:
                self.meanings[short].add(code)
            if len(code) == 6:
                level = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
                self.places[code] = (level, name, short if level != "county" or (code, short) in usual else "")
        for r in rows(DATA / "places" / "aliases.tsv"):
            self.meanings[r[0]].add(r[2])
        for r in rows(DATA / "places" / "areas.tsv"):
            for name in [r[1], *r[2].split()]:
                self.meanings[name].add(r[0])
        for file, key in (("countries", 1), ("cities_abroad", 0)):
            for r in rows(DATA / "places" / f"{file}.tsv"):
                for name in [r[key], *r[2].split()]:
                    self.meanings[name].add(r[0] + file)
        for r in rows(DATA / "places" / "countries.tsv"):
            self.pools["country", len(r[1])].append((r[1], {"name": r[1], "code": r[0]}))
        written = [(text, form, code) for code in self.places for text, form in self.writings(code)]
        ways = collections.Counter(text for text, _, _ in written)
        for text, form, code in written:
            if ways[text] == 1:  # 云南楚雄 is a prefecture and a city
                self.pools[form].append((text, {"name": self.places[code][1], "code": code}))
        forms = (DATA / "places" / "forms.yaml").read_text(encoding="utf-8")
        self.shy = {w.strip() for found in re.findall(r"^(?:never_alone|needs_context): \[(.*?)\]", forms, re.M | re.S) for w in found.split(",")}
        self.words = {r[0] for r in rows(DATA / "text" / "words.tsv") if len(r[0]) > 1}
        self.longest = 12

    @staticmethod
    def form(ident, form, text):
        latin = "".join(sorted({"l" if c < "\x80" else "h" for c in text}))
        return ident.split(":")[0], form, latin, len(text)

    def chain(self, code):
        above = [code[:2] + "0000", code[:4] + "00"]
        return [c for c in dict.fromkeys([*above, code]) if c in self.places]

    def writings(self, code):
        """Every way to write a place with or without what it lies in: (text, form)."""
        out = [("", ())]
        chain = self.chain(code)
        for c in chain:
            level, name, short = self.places[c]
            longer = [(t + n, f + ((level, n == name and n[-1], len(n)),)) for t, f in out for n in dict.fromkeys((name, short)) if n]
            out = longer if c == chain[-1] else out + longer
        return [(t, f) for t, f in out if len({c for c in (self.places[x][1] for x in chain)}) == len(chain)]

    def single(self, text):
        return len(self.meanings.get(text, ())) == 1

    def forms_of(self, record):
        """The pools that the record's printed name may be replaced from."""
        text = record["text"]
        if record["by_form"] or not record["name"]:
            return []
        if record["kind"] == "place":
            code = record["code"] or ""
            if re.fullmatch("[A-Z]{2}", code):
                return [("country", len(text))] if text == record["name"] else []
            return [f for t, f in self.writings(code) if t == text] if code in self.places else []
        return [f for f, pool in self.pools.items() if f[0] == (record["id"] or "").split(":")[0] and any(t == text for t, _ in pool)]

    def undecided_alone(self, record):
        return record["kind"] == "place" and (not record["name"] or not self.single(record["text"]) and len(self.forms_of(record)) == 0
                                              or len(self.meanings.get(record["text"], ())) > 1)

    def makes_word(self, new, after):
        """Whether a number in Chinese digits is, or begins with what follows, an ordinary word: 四周, 四处."""
        return new[0] in DIGITS and any((new + after)[:n] in self.words for n in range(len(new), len(new) + 3))

    def joins(self, before, new, after):
        """Whether `new` forms a known name with its neighbours."""
        if before and (value_like(before[-1]) or before[-1] in "万亿"):
            return True  # 2021 and a name that begins with a counter
        text = before[-self.longest:] + new + after[:self.longest]
        begin = min(len(before), self.longest)
        end = begin + len(new)
        for i in range(0, end):
            for j in range(max(i + 2, begin + 1), min(len(text), i + self.longest) + 1):
                if (i < begin or j > end) and text[i:j] in self.meanings:
                    return True
        return False

    def other(self, record, before, after, dice):
        for form in self.forms_of(record):
            pool = self.pools[form]
            for _ in range(30):
                text, what = dice.choice(pool)
                if self.may_stand_for(record, text, form) and not self.joins(before, text, after):
                    return text, what
        return None

    def may_stand_for(self, record, text, form):
        """Whether a name of the pool of this form is one thing only and no ordinary word."""
        one = self.single(text) or (record["kind"] == "place" and isinstance(form[0], tuple) and len(form) > 1)
        word = text in self.shy or (text in self.words and record["text"] not in self.words)
        return text != record["text"] and one and not word


# ---- one text ----

class Edits:
    """Replacements in a text, without overlaps; gives the new text and where things then stand."""

    def __init__(self, text):
        self.text, self.list = text, []

    def add(self, begin, end, new):
        self.list.append((begin, end, new))

    def apply(self):
        self.list.sort()
        out, at = "", 0
        for begin, end, new in self.list:
            out += self.text[at:begin] + new
            at = end
        return out + self.text[at:]

    def moved(self, at):
        return at + sum(len(new) - (end - begin) for begin, end, new in self.list if end <= at)


def quantity_follows(record, text, edits, dice, chosen, names, refused=lambda run, new: False):
    """Replaces the numbers of a quantity; the record expected."""
    begin = record["at"][0]
    runs = [m for m in RUN.finditer(text, *record["at"])]
    values = [value_of(m.group()) for m in runs]
    wanted = 1 if record["value_max"] is None else 2
    if len(runs) != wanted or not all(values) or re.search("番|半|几|数|分之|[0-9]\\s+[0-9]|[/:：]", text[begin:record["at"][1]]):
        return record
    factors = [r / v for r, v in zip((record["value"], record["value_max"]), values)]
    if max(factors) > min(factors) * 1.0001:
        return record
    for _ in range(20):
        news = [chosen.get(m.group()) or other_number(m.group(), dice, lambda new: names.makes_word(new, text[m.end():]) or refused(m, new)) for m in runs]
        if None in news:
            return record
        if wanted == 1 or value_of(news[0]) < value_of(news[1]):
            break
    else:
        return record
    for m, new in zip(runs, news):
        chosen[m.group()] = new
        edits.add(m.start(), m.end(), new)
    record = dict(record, value=factors[0] * value_of(news[0]))
    if wanted == 2:
        record["value_max"] = factors[1] * value_of(news[1])
    return record


def time_follows(record, text, edits, years, dice, chosen, names):
    begin, end = record["at"]
    printed, value = text[begin:end], record["value"]
    years_printed = [m for m in re.finditer(r"(?<![0-9０-９])[0-9０-９]{4}(?![0-9０-９])", printed) if yearlike(m.group())]
    for m in years_printed:
        new = str(int(m.group().translate(WIDE)) + years)
        edits.add(begin + m.start(), begin + m.end(), new if m.group() < "\x80" else "".join(chr(ord(c) + 0xFEE0) for c in new))
    count = re.fullmatch(r"P(T?)(\d+)([A-Z])", value or "")
    if record["time_kind"] == "duration" and count and not years_printed:
        runs = list(RUN.finditer(text, begin, end))
        number = runs and value_of(runs[0].group())
        if len(runs) == 1 and number == int(count.group(2)) and not re.search(r"[0-9０-９]{2}年|半|周末", printed):
            new = chosen.get(runs[0].group()) or other_number(runs[0].group(), dice, lambda n: names.makes_word(n, text[runs[0].end():]))
            if new:
                chosen[runs[0].group()] = new
                edits.add(runs[0].start(), runs[0].end(), new)
                return dict(record, value=f"P{count.group(1)}{int(value_of(new))}{count.group(3)}")
        return record
    if value is None or "-W" in value or CALENDAR.search(printed):
        return dict(record, value=...)
    if not years_printed and record["completed_from"] == "words":
        return record if not re.search("世纪|年代", printed) else dict(record, value=...)
    if re.search("[〇○零一二三四五六七八九]{4}年", printed):
        return record  # years in Chinese digits stay
    return dict(record, value=moved_years(value, years))


def same(expected, got):
    if expected["kind"] != got["kind"]:
        return False
    if expected["kind"] == "quantity":
        tops = (expected["value_max"], got["value_max"])
        worth = expected["value"] == got["value"] or score.near(expected["value"], got["value"])
        return worth and (tops == (None, None) or score.near(*tops)) and all(expected[k] == got[k] for k in ("unit", "approx"))
    if expected["kind"] == "time":
        return expected["value"] is ... or expected["value"] == got["value"]
    return all(expected[k] == got[k] for k in ("name", "id", "code") if expected.get(k) is not ...)


def substitute(text, records, names, years, dice):
    """The new text and the records expected in it."""
    edits, expected, chosen = Edits(text), [], {}
    keep_places = any(names.undecided_alone(r) for r in records)
    taken = {}
    for record in records:
        begin, end = record["at"]
        if record["kind"] == "quantity":
            expected.append(quantity_follows(record, text, edits, dice, chosen, names))
        elif record["kind"] == "time":
            expected.append(time_follows(record, text, edits, years, dice, chosen, names))
        else:
            key = (record["text"], record["kind"])
            new = None
            beside = all(r is record or r["at"][1] <= begin or end <= r["at"][0] for r in records)  # 越南盾 is a currency
            if beside and record["text"] == text[begin:end] and not (keep_places and record["kind"] == "place"):
                new = taken.get(key) or names.other(record, text[:begin], text[end:], dice)
                if new and names.joins(text[:begin], new[0], text[end:]):
                    new = None
            if new:
                taken[key] = new
                edits.add(begin, end, new[0])
                expected.append(dict(record, **{"code": ..., "id": ...} | new[1]))
            else:
                expected.append(record)
    new_text = edits.apply()
    for i, record in enumerate(expected):
        expected[i] = dict(record, at=(edits.moved(record["at"][0]), record["at"][1] + edits.moved(record["at"][1]) - record["at"][1]))
    return new_text, expected, bool(edits.list)


def texts_of(samples):
    out = []
    for path in sorted(samples.glob("*.txt")):
        day = re.search(r"\d{4}-\d\d-\d\d", path.name)
        out += [(day.group() if day else "2023-03-28", p) for p in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")) if p.strip()]
    for name in ("quantities", "times", "names"):
        out += [(date, text) for date, text, _ in score.read_marked(HERE / f"{name}.txt")]
    return out


def all_records(program, texts):
    """The records of dated texts: one run of the program a date and command."""
    out = [[] for _ in texts]
    by_date = collections.defaultdict(list)
    for i, (date, _) in enumerate(texts):
        by_date[date].append(i)
    for date, members in by_date.items():
        extra = ["--date", date] if date else []
        for i, found in zip(members, score.records_of(program, "quantities", [texts[i][1] for i in members], extra)):
            out[i] += found
    for records, found in zip(out, score.records_of(program, "names", [t for _, t in texts])):
        records += found
    return out


def shown(r):
    if r["kind"] == "time" and r["value"] is ...:
        return "time, any value"
    return score.shown(dict({"candidates": []}, **{k: None if v is ... else v for k, v in r.items()}))


def measure(program, samples, rounds, misses):
    texts, names = texts_of(samples), Names()
    first = all_records(program, texts)
    followed = wanted = 0
    tallies = collections.Counter()
    for n in range(rounds):
        dice, years = random.Random(n), [4, -4, 8][n % 3]
        made = [substitute(text, records, names, years, dice) for (_, text), records in zip(texts, first)]
        dated = [(str(int(date[:4]) + years) + date[4:] if date else None, new) for (date, _), (new, _, _) in zip(texts, made)]
        for (_, text), (new, expected, edited), got in zip(texts, made, all_records(program, dated)):
            if not edited and not any(r["kind"] == "time" for r in expected):
                continue
            lost, extra = difference(expected, got)
            wanted += len(expected) + len(extra)
            followed += len(expected) - len(lost)
            tallies.update(r["kind"] for r in lost + extra)
            if misses and (lost or extra):
                print(f"first  {text}\nthen   {new}")
                for r in lost:
                    print(f"    wanted {new[r['at'][0]:r['at'][1]]} | {shown(r)}")
                for r in extra:
                    print(f"    got    {r['text']} | {shown(r)}")
    return followed, wanted, tallies


def difference(expected, got):
    """Expected records that are not there, and records there that are not expected."""
    rest = list(got)
    lost = []
    for e in expected:
        match = next((g for g in rest if g["at"] == e["at"] and same(e, g)), None)
        if match is None:
            lost.append(e)
        else:
            rest.remove(match)
    return lost, rest


def self_test():
    for text, value in (("三百", 300), ("一万三", 13000), ("二十五", 25), ("十二", 12), ("一百零三", 103), ("两千三百五", 2350), ("三点五", 3.5), ("一亿二千万", 120000000)):
        assert chinese_value(text) == value, text
    assert chinese_value("二三") is None
    dice = random.Random(1)
    for run in ("1.98", "3,200", "２００", "10", "105"):
        new = other_number(run, dice)
        assert len(new) == len(run) and new != run and all((a in "0,.０") == (b in "0,.０") for a, b in zip(run, new)), new
    assert other_number("100万"[3:], dice) is None and not yearlike(other_number("2200", dice))
    assert moved_years("2022-11/2022-12", 4) == "2026-11/2026-12" and moved_years("@2022-06-30", 4) == "@2026-06-30" and moved_years("/2025", 4) == "/2029"
    assert moved_years("P2022Y", 4) == "P2022Y"
    quantity = {"kind": "quantity", "at": (1, 6), "text": "1.2亿元", "value": 1.2e8, "value_max": None, "unit": "CNY", "approx": ">"}
    period = {"kind": "time", "at": (7, 12), "text": "2022年", "value": "2022", "time_kind": "period", "completed_from": "words"}
    place = {"kind": "place", "at": (14, 17), "text": "浙江省", "name": "浙江省", "id": "330000", "code": "330000", "by_form": False, "candidates": []}
    text = "超1.2亿元，2022年，在浙江省。"
    place["at"] = (text.index("浙江省"), text.index("浙江省") + 3)
    period["at"] = (text.index("2022"), text.index("2022") + 5)
    new, expected, edited = substitute(text, [quantity, period, place], Names(), 4, random.Random(3))
    assert edited and "2026年" in new and "浙江" not in new and expected[1]["value"] == "2026", new
    assert abs(expected[0]["value"] - float(re.search(r"[\d.]+", new).group()) * 1e8) < 1, new
    assert expected[2]["code"] != "330000" and new[slice(*expected[2]["at"])].endswith("省")
    same_records = [dict(r, **{k: "x" for k in ("id", "code") if r.get(k) is ...}) for r in expected]
    assert difference(expected, same_records) == ([], [])
    wrong = [dict(same_records[0], value=1.2e8), same_records[1], dict(same_records[2], at=(0, 3))]
    lost, extra = difference(expected, wrong)
    assert len(lost) == 2 and len(extra) == 2
    print("a record that does not follow is noticed")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fengbiao", default="build/fengbiao")
    options.add_argument("--samples", type=pathlib.Path, default=HERE.parent.parent / "samples")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--check", action="store_true", help=f"exit code 1 below {BAR}")
    options.add_argument("--self-test", action="store_true")
    given = options.parse_args()
    if given.self_test:
        return self_test()
    followed, wanted, tallies = measure(given.fengbiao, given.samples, given.rounds, given.misses)
    if wanted == 0:
        sys.exit("no record was found to follow")
    share = followed / wanted
    print(f"substitution: {followed} of {wanted} records follow, {share:.4f} (bar {BAR})" + (f"; lost or extra: {dict(tallies)}" if tallies else ""))
    return 1 if given.check and share < BAR else 0


if __name__ == "__main__":
    sys.exit(main())
