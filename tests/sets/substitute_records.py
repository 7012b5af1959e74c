#!/usr/bin/env python3
"""Substitution in the bulletins: numbers, years, places and firms in their articles are replaced by others of the same form, the same
one by the same one all through an article; the observations must follow: the same ones, but for what was replaced.

  tests/sets/substitute_records.py --fengbiao build/fengbiao --reader build/read_records [--misses] [--seed 1] [--rounds 2] [--check]
  tests/sets/substitute_records.py --self-test

What is put in has the form of what it stands for (substitute.py tells how), and what a reader goes by beside the form stays:
  numbers   remain on their side of a dozen and of thirty (small counts may only sum up a list), and two that differ remain different. A
            number of a headline stays, with those of the text that it may round, and no other becomes one of these; 一 and 两 stay (一家智库)
  years     all years of an issue, its name and its articles' dates among them, are moved by a multiple of four
  places    of one province go to one province of the same kind, so that what lies in what remains so; authorities that are called
            after a place follow it. Places stay where one could be several, lies in a region that is named (苏南), or is part of
            another name (青岛啤酒). 中国 stays, and so do countries where money or a short word goes with them (比索, 在美)
  firms     a firm or platform of the lists becomes another of the same list, country and length, with the same ending; who researches
            markets becomes another who does
What a moved year changes beyond arithmetic (holidays, weeks) is not compared.
The fields expected are worked out here, from those of the first reading and what was replaced. Names in the words of an indicator are
compared by what they stand for, its numerals not at all.
"""
import argparse, bisect, collections, json, pathlib, random, re, subprocess, sys, tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import substitute
from substitute import RUN, moved_years, score, value_of

BULLETINS = HERE / "bulletins"
BAR = 0.995
SAME = ("unit", "approx", "measure", "status", "sure")  # what no replacement touches
COUNTRY_TOLD = re.compile("比索|克朗|里亚尔|第纳尔|卢比|里拉|先令|在[美英日韩德法]|[美英日韩德法]区")  # money and words that go with a country
YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?=\s*年)")
RESEARCHERS = tuple(w.strip() for w in re.search(r"class: researcher\n\s*list: \[(.*?)\]", (substitute.DATA / "clause" / "clauses.yaml").read_text(
    encoding="utf-8"), re.S)[1].split(","))
TAILS = ("公司", "集团", "咨询", "研究", "科技", "物流", "快递", "银行", "支付", "国际", "电商", "优选", "买菜", "超市")


# ---- what stands in a bulletin ----

class Article:
    def __init__(self, begin, end, title_end):
        self.begin, self.end, self.title_end = begin, end, title_end  # characters of the bulletin, without the source line
        self.records = []                                             # quantities, times, names, with `at` in the bulletin
        self.old_names, self.new_names, self.codes = {}, {}, {}       # printed -> what it stands for; code or id -> the new one

    def holds(self, at):
        return self.begin <= at < self.end


def articles_of(name, text):
    """Where the articles of a bulletin stand, after its annotations."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    out = []
    for a in json.loads((BULLETINS / name / "articles.json").read_text(encoding="utf-8"))["articles"]:
        begin, end = starts[a["line_start"] - 1], starts[a["line_end"]] - 1
        source = re.search(r"\n\s*来源\s*[:：]", text[begin:end])
        out.append(Article(begin, begin + source.start() if source else end, starts[a["line_start"]] - 1))
    return out


class Bulletin:
    def __init__(self, name, program):
        self.name = name
        self.text = (BULLETINS / f"{name}.txt").read_text(encoding="utf-8")
        self.articles = articles_of(name, self.text)
        texts = [self.text[a.begin:a.end] for a in self.articles]
        for command, extra in (("quantities", ["--date", name]), ("names", [])):
            for article, found in zip(self.articles, score.records_of(program, command, texts, extra)):
                for record in found:
                    record["at"] = tuple(article.begin + i for i in record["at"])
                    article.records.append(record)


# ---- places and firms ----

def kind_of_place(names, code):
    """What may stand for what: municipalities for municipalities, autonomous regions for such ones."""
    level, name, _ = names.places[code]
    return level, "市" if name.endswith("市") else "自治" if "自治" in name else "特别" if "特别" in name else name[-1]


def occurrences(text, article, word):
    return [m.start() for m in re.finditer(re.escape(word), text[article.begin:article.end])]


def stands_alone(text, article, word, records):
    """Whether the word stands nowhere in the article but in these records."""
    spans = [r["at"] for r in records]
    return all(any(b <= article.begin + at and article.begin + at + len(word) <= e for b, e in spans) for at in occurrences(text, article, word))


def joins_anywhere(text, article, names, word, new):
    return any(names.joins(text[article.begin:article.begin + at], new, text[article.begin + at + len(word):article.end]) for at in occurrences(text, article, word))


def other_province(names, members, province, dice, taken, fits):
    """Another province and its places for those of one: {printed: (new text, new code)} and what each code becomes; or nothing."""
    pool = [c for c in names.places if c.endswith("0000") and c != province and c not in taken and kind_of_place(names, c) == kind_of_place(names, province)]
    dice.shuffle(pool)
    for new_province in pool:
        found, codes = {}, {province: new_province}
        for record in sorted(members, key=lambda r: r["code"].rstrip("0")):  # what holds others first
            if record["text"] in found:
                continue
            code = record["code"]
            choice = [(t, w["code"]) for form in names.forms_of(record) for t, w in names.pools[form]
                      if may_lie(names, code, w["code"], codes) and kind_of_place(names, w["code"]) == kind_of_place(names, code)
                      and names.may_stand_for(record, t, form) and fits(record["text"], t)]
            if not choice:
                break
            found[record["text"]] = dice.choice(choice)
            codes |= dict(zip(names.chain(code), names.chain(found[record["text"]][1])))
        else:
            return found, codes
    return {}, {}


def may_lie(names, code, new, codes):
    """Whether a place may become this one, when others have become what `codes` says: what holds both holds both then."""
    old_levels, new_levels = names.chain(code), names.chain(new)
    return len(old_levels) == len(new_levels) and all(codes.get(o, n) == n and (o in codes or n not in codes.values()) for o, n in zip(old_levels, new_levels))


def new_places(text, article, names, dice):
    """{printed: (new text, new code)} for the places of an article, and what each code becomes."""
    places = [r for r in article.records if r["kind"] == "place"]
    inland = [r for r in places if r["code"] in names.places]
    abroad = [r for r in places if re.fullmatch("[A-Z]{2}", r["code"] or "") and r["code"] != "CN"]
    if COUNTRY_TOLD.search(text, article.begin, article.end):
        abroad = []
    if any(names.undecided_alone(r) for r in places) or any(not r["code"] for r in places):
        return {}, {}
    holders = [r for r in article.records if r["kind"] == "place" or (r["kind"] == "body" and r["by_form"])]
    fits = lambda word, new: not occurrences(text, article, new) and not joins_anywhere(text, article, names, word, new)
    out, codes, taken = {}, {}, set()
    by_province = collections.defaultdict(list)
    for record in inland:
        by_province[record["code"][:2] + "0000"].append(record)
    if all(names.forms_of(r) for r in inland):
        for province, members in by_province.items():
            if not all(stands_alone(text, article, r["text"], holders) for r in members):
                continue
            found, becomes = other_province(names, members, province, dice, taken | set(by_province), fits)
            taken |= {code[:2] + "0000" for _, code in found.values()}
            out |= found
            codes |= becomes
    for record in abroad:
        word = record["text"]
        if word in out or not names.forms_of(record) or not stands_alone(text, article, word, holders):
            continue
        choice = [(t, w["code"]) for form in names.forms_of(record) for t, w in names.pools[form]
                  if w["code"] not in taken and w["code"] != "CN" and names.may_stand_for(record, t, form) and fits(word, t)]
        if choice:
            out[word] = dice.choice(choice)
            taken.add(out[word][1])
            codes[record["code"]] = out[word][1]
    return out, codes


def country_and_parent():
    """id -> (country, parent) of the lists."""
    out = {}
    for kind in ("companies", "platforms"):
        for row in substitute.rows(substitute.DATA / "lexicon" / f"{kind}.tsv"):
            row += [""] * 5
            out[row[0]] = row[4], row[3]
    return out


def new_firms(text, article, names, firms, dice):
    records = [r for r in article.records if r["kind"] in ("company", "platform") and r["id"] and not r["by_form"]]
    ids = {r["id"] for r in records}
    out = {}
    for record in records:
        word = record["text"]
        same = [r for r in records if r["text"] == word]
        related = [i for i in ids if i != record["id"] and (firms.get(i, ("", ""))[1] == record["id"] or firms.get(record["id"], ("", ""))[1] == i)]
        shorter = len(word) > 2 and len(occurrences(text, article, word[:2])) > len(occurrences(text, article, word))  # 申通快递, then 申通
        if word in out or related or len({r["id"] for r in same}) > 1 or shorter or not stands_alone(text, article, word, same):
            continue
        ending = lambda name: (next((t for t in TAILS if name.endswith(t)), ""), name.endswith(RESEARCHERS))
        choice = [(t, w["id"]) for form in names.forms_of(record) for t, w in names.pools[form]
                  if names.may_stand_for(record, t, form) and firms.get(w["id"], ("",))[0] == firms.get(record["id"], ("",))[0] and w["id"] not in ids
                  and ending(t) == ending(word) and not any(w["id"] == i for _, i in out.values())]
        dice.shuffle(choice)
        for new, ident in choice[:20]:
            if not occurrences(text, article, new) and not joins_anywhere(text, article, names, word, new):
                out[word] = new, ident
                break
    return out


# ---- a bulletin with replacements ----

class Replaced:
    """A bulletin with its articles' numbers, years and names replaced."""

    def __init__(self, bulletin, names, firms, years, dice, measured):
        self.bulletin, self.years = bulletin, years
        self.name = str(int(bulletin.name[:4]) + years) + bulletin.name[4:]
        edits = substitute.Edits(bulletin.text)
        self.loose = []  # by article: (place, value) of times that move otherwise
        for article in bulletin.articles:
            self.names(bulletin.text, article, names, firms, dice, edits)
            self.loose.append(self.numbers(bulletin.text, article, names, dice, edits, measured))
        at = 0
        for article in bulletin.articles + [None]:  # what stands between the articles' words: source lines, the cover
            end = article.begin if article else len(bulletin.text)
            for year in YEAR.finditer(bulletin.text, at, end):
                edits.add(year.start(), year.end(), str(int(year.group()) + years))
            at = article.end if article else end
        for years_of_accounts in re.finditer("20[0-9]{2}[—–-]([0-9]{2})(?=财年)", bulletin.text):
            edits.add(*years_of_accounts.span(1), f"{(int(years_of_accounts[1]) + years) % 100:02d}")
        self.text = edits.apply()
        self.list = edits.list
        self.ends = [end for _, end, _ in edits.list]
        self.shifts = [0]
        for begin, end, new in edits.list:
            self.shifts.append(self.shifts[-1] + len(new) - (end - begin))

    def moved(self, at):
        return at + self.shifts[bisect.bisect_right(self.ends, at)]

    def within(self, begin, end):
        """The replacements that lie in a stretch."""
        first = bisect.bisect_right(self.ends, begin)
        out = []
        while first < len(self.list) and self.list[first][1] <= end:
            out.append(self.list[first])
            first += 1
        return [e for e in out if e[0] >= begin]

    @staticmethod
    def names(text, article, names, firms, dice, edits):
        article.old_names, article.new_names = {}, {}
        chosen, article.codes = new_places(text, article, names, dice)
        inside = {old: new for code, becomes in article.codes.items() if code in names.places
                  for old, new in zip(names.places[code][1:], names.places[becomes][1:]) if old and new} | {w: new for w, (new, _) in chosen.items()}
        chosen |= new_firms(text, article, names, firms, dice)
        for number, (word, (new, ident)) in enumerate(sorted(chosen.items(), key=lambda x: -len(x[0]))):
            article.old_names[word] = article.new_names[new] = f"<{number}>"
        for record in article.records:
            if record["kind"] in ("company", "platform") and record["text"] in chosen:
                article.codes[record["id"]] = chosen[record["text"]][1]
            if record["kind"] in ("place", "company", "platform") and record["text"] in chosen:
                edits.add(*record["at"], chosen[record["text"]][0])
            elif record["kind"] == "body" and record["by_form"]:  # 江苏省农业农村厅
                begin, text_of = record["at"][0], text[slice(*record["at"])]
                for word in sorted(inside, key=len, reverse=True):
                    if text_of.startswith(word):
                        edits.add(begin, begin + len(word), inside[word])
                        article.old_names[word] = article.new_names[inside[word]] = article.old_names.get(word, f"<{len(article.old_names)}>")
                        break

    def numbers(self, text, article, names, dice, edits, measured):
        quantities = [r for r in article.records if r["kind"] == "quantity"]
        headline = [r for r in quantities if r["at"][0] < article.title_end]
        worth = lambda r: r["value"] * (100 if r["unit"] is None and r["value"] < 1 else 1)  # 近半: 48%
        rounds = lambda r: any((h["unit"] == r["unit"] or not h["unit"]) and abs(worth(h) - worth(r)) <= 0.35 * max(abs(worth(h)), abs(worth(r))) for h in headline)
        lasting = [r for r in article.records if r["kind"] == "time" and r["time_kind"] == "duration" and r["at"][0] < article.title_end]
        stay = [r for r in quantities if r in headline or rounds(r)] + lasting
        kept = {"一", "两"} | {run.group() for r in stay for run in RUN.finditer(text, *r["at"])}
        chosen = {run: run for run in kept}

        def refused_for(record):
            def refused(run, new):
                old_value, new_value = value_of(run.group()), value_of(new)
                value = record["value"] * new_value / old_value if old_value else 0
                return (new in chosen.values() or any((old_value <= most) != (new_value <= most) for most in (12, 30))
                        or rounds(dict(record, value=value)))
            return refused

        covered = [e[:2] for e in edits.list if article.holds(e[0])]
        free = lambda r: r["unit"] != "岁" and all(e <= r["at"][0] or r["at"][1] <= b for b, e in covered)
        loose = []
        for record in article.records:
            if record["kind"] == "quantity" and free(record) and not any(run.group() in kept for run in RUN.finditer(text, *record["at"])):
                substitute.quantity_follows(record, text, edits, dice, chosen, names, refused_for(record))
            elif record["kind"] == "time":
                if record["time_kind"] == "duration" and record["at"] not in measured:
                    continue
                if substitute.time_follows(record, text, edits, self.years, dice, chosen, names)["value"] is ...:
                    loose.append((record["at"][0], (record["value"] or "").lstrip("@")))
        return loose

    # ---- what is expected ----

    def expected(self, observation):
        """The observation of the first reading as it must be in the new text."""
        o = dict(observation)
        begin, end = o["at"]
        n = next((i for i, a in enumerate(self.bulletin.articles) if a.holds(begin)), None)
        article = self.bulletin.articles[n] if n is not None else Article(0, 0, 0)
        o["at"] = self.moved(begin), self.moved(end)
        edits = self.within(begin, end)
        factors = [value_of(new) / value_of(self.bulletin.text[b:e]) for b, e, new in edits]
        if factors:
            o["value"] *= factors[0]
            if o["value_max"] is not None:
                o["value_max"] *= factors[-1]
        loose = self.loose[n] if n is not None else []
        if o["period"]:
            free = any(value and (o["period"].lstrip("@") == value or value in o["period"].split("/")) for _, value in loose)
            o["period"] = ... if free else moved_years(o["period"], self.years)
        if o["basis"]:
            paragraph = self.bulletin.text.rfind("\n", 0, begin), self.bulletin.text.find("\n", end)
            free = any(paragraph[0] < place < paragraph[1] for place, _ in loose)
            o["basis"] = ... if free else "since:" * o["basis"].startswith("since:") + moved_years(o["basis"].removeprefix("since:"), self.years)
        for field, code in (("area", "area_code"), ("entity", "entity_id"), ("reporter", "reporter_id")):
            o[code] = article.codes.get(o[code], o[code])
            o[field] = said(o[field], article.old_names)
        for field in ("indicator", "share_of"):
            o[field] = said(o[field], article.old_names)
        o["article_at"] = article
        return o


def said(words, names):
    """Words with names by what they stand for, and without numerals."""
    if not words:
        return words
    for word, mark in names.items():
        words = words.replace(word, mark)
    return re.sub(r"[0-9０-９.,]+|[零一二两三四五六七八九十百千万亿]+", "#", re.sub("(?<=<)[0-9]+(?=>)", lambda m: chr(0xE000 + int(m.group())), words))


def differences(expected, got):
    """Names of the fields in which a record does not follow."""
    article = expected["article_at"]
    wrong = [f for f in SAME if expected[f] != got[f]]
    near = lambda a, b: (a is None) == (b is None) and (a is None or score.near(a, b) or a == b)
    wrong += [f for f in ("value", "value_max") if not near(expected[f], got[f])]
    wrong += [f for f in ("period", "basis") if expected[f] is not ... and expected[f] != got[f]]
    for field, code in (("area", "area_code"), ("entity", "entity_id"), ("reporter", "reporter_id")):
        same_code = expected[code] and expected[code] == got[code]
        if not same_code and expected[field] != said(got[field], article.new_names):
            wrong.append(field)
    wrong += [f for f in ("indicator", "share_of") if expected[f] != said(got[f], article.new_names)]
    return wrong


def match(expected, got):
    """Pairs of records at the same place, then the records left over on either side. Records of one place are paired as they agree best."""
    by_place = collections.defaultdict(list)
    for record in got:
        by_place[record["at"]].append(record)
    pairs, lost = [], []
    for e in expected:
        here = by_place[e["at"]]
        if not here:
            lost.append(e)
            continue
        best = min(here, key=lambda g: len(differences(e, g)))
        here.remove(best)
        pairs.append((e, best))
    return pairs, lost, [g for rest in by_place.values() for g in rest]


# ---- the run ----

def observations_of(reader, texts):
    """The observations of each named text: `at` in characters, `part_of` by the place of the whole."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        done = subprocess.run([reader, folder / "out", *(folder / f"{name}.txt" for name in texts)], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{reader}: {done.stderr}")
        lines = (folder / "out" / "observations.jsonl").read_text(encoding="utf-8").splitlines()
    out = {name: [] for name in texts}
    bounds = {}  # by name: bytes at which each character begins
    for name, text in texts.items():
        bounds[name] = [0]
        for c in text:
            bounds[name].append(bounds[name][-1] + len(c.encode()))
    for line in lines:
        record = json.loads(line)
        name = record["file"].removesuffix(".txt")
        record["at"] = tuple(bisect.bisect_left(bounds[name], b) for b in record["span"])
        out[name].append(record)
    for records in out.values():
        places = {r["id"]: r["at"][0] for r in records}
        for r in records:
            r["part_of"] = places.get(r["part_of"])
    return out


def measure(program, reader, rounds, seed, misses):
    names = substitute.Names()
    firms = country_and_parent()
    bulletins = [Bulletin(p.stem, program) for p in sorted(BULLETINS.glob("*.txt"))]
    first = observations_of(reader, {b.name: b.text for b in bulletins})
    followed = wanted = touched = 0
    tallies = collections.Counter()
    for n in range(rounds):
        dice, years = random.Random(seed + n), [4, -4][n % 2]
        made = [Replaced(b, names, firms, years, dice, {r["at"] for r in first[b.name]}) for b in bulletins]
        second = observations_of(reader, {r.name: r.text for r in made})
        for replaced in made:
            expected = [replaced.expected(o) for o in first[replaced.bulletin.name]]
            for e in expected:
                e["part_of"] = e["part_of"] if e["part_of"] is None else replaced.moved(e["part_of"])
            pairs, lost, extra = match(expected, second[replaced.name])
            wanted += len(expected) + len(extra)
            touched += len(replaced.list)
            wrong = [(e, g, differences(e, g) + (["part_of"] if e["part_of"] != g["part_of"] else [])) for e, g in pairs]
            followed += sum(not fields for _, _, fields in wrong)
            tallies.update(f for _, _, fields in wrong for f in fields)
            tallies.update({"lost": len(lost), "extra": len(extra)})
            if misses:
                show(replaced, [w for w in wrong if w[2]], lost, extra)
    return followed, wanted, touched, +tallies


def show(replaced, wrong, lost, extra):
    line = lambda at: replaced.text[replaced.text.rfind("\n", 0, at) + 1:replaced.text.find("\n", at)]
    for e, g, fields in wrong:
        got = lambda f: said(g[f], e["article_at"].new_names) if f in ("indicator", "share_of") else g[f]
        print(f"{g['text']} in {line(g['at'][0])}\n    " + "; ".join(f"{f}: wanted {e[f]!r}, got {got(f)!r}" for f in fields))
    for e in lost:
        print(f"lost {replaced.text[slice(*e['at'])]} ({e['indicator']}) in {line(e['at'][0])}")
    for g in extra:
        print(f"extra {g['text']} ({g['indicator']}) in {line(g['at'][0])}")


def self_test():
    names = substitute.Names()
    text = "浙江网购\n2021年，浙江杭州有53家网店，京东占18%。\n来源：甲报 2022年3月4日"
    bulletin = Bulletin.__new__(Bulletin)
    bulletin.name, bulletin.text = "2022-03-05", text
    article = Article(0, text.index("\n来源"), 4)
    at = lambda word, n=0: (lambda i: (i, i + len(word)))([m.start() for m in re.finditer(word, text)][n])
    place = {"kind": "place", "by_form": False, "candidates": [], "id": "330000", "code": "330000", "name": "浙江省", "text": "浙江"}
    article.records = [
        {"kind": "quantity", "at": at("53家"), "text": "53家", "value": 53, "value_max": None, "unit": "家", "approx": "="},
        {"kind": "quantity", "at": at("18%"), "text": "18%", "value": 18, "value_max": None, "unit": "%", "approx": "="},
        {"kind": "time", "at": at("2021年"), "text": "2021年", "value": "2021", "time_kind": "period", "completed_from": "words"},
        dict(place, at=at("浙江")), dict(place, at=at("浙江杭州"), text="浙江杭州", id="330100", code="330100", name="杭州市")]
    bulletin.articles = [article]
    replaced = Replaced(bulletin, names, country_and_parent(), 4, random.Random(5), set())
    assert replaced.name == "2026-03-05" and "2025年" in replaced.text and "2026年3月4日" in replaced.text and "浙江" not in replaced.text, replaced.text
    place_name = replaced.text[:2]
    assert replaced.text.split("\n")[1].split("，")[1].startswith(place_name) and article.codes["330100"][:2] == article.codes["330000"][:2] != "33"
    observation = {"at": at("53家"), "value": 53, "value_max": None, "unit": "家", "approx": "=", "measure": "level", "basis": None, "indicator": "浙江网店", "area": "杭州",
                   "area_code": "330100", "entity": None, "entity_id": None, "period": "2021", "status": "actual", "reporter": None, "reporter_id": None,
                   "share_of": None, "part_of": None, "sure": True}
    expected = replaced.expected(observation)
    number = int(re.search(r"有(\d\d)家", replaced.text)[1])
    assert number > 30 and number != 53
    right = dict(observation, at=expected["at"], value=number, period="2025", area="x", area_code=article.codes["330100"], indicator=place_name + "网店",
                 text=replaced.text[slice(*expected["at"])])
    assert right["text"] == f"{number}家" and differences(expected, right) == [], differences(expected, right)
    for field, value in (("value", 53), ("value_max", 60), ("unit", "个"), ("approx", ">"), ("measure", "change"), ("basis", "yoy"), ("indicator", "网店"),
                         ("area_code", "330100"), ("entity", "京东"), ("period", "2021"), ("status", "target"), ("reporter", "甲报"), ("share_of", "y"), ("sure", False)):
        assert differences(expected, dict(right, **{field: value})) == [field.removesuffix("_code")], field
    assert match([expected], [right])[0] and match([expected], [dict(right, at=(0, 1))]) == ([], [expected], [dict(right, at=(0, 1))])
    assert said("前50家企业", {}) == said("前四十家企业", {}) != said("前50家商店", {})
    print("an observation that does not follow is noticed")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fengbiao", default="build/fengbiao")
    options.add_argument("--reader", default="build/read_records")
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--check", action="store_true", help=f"exit code 1 below {BAR}")
    options.add_argument("--self-test", action="store_true")
    given = options.parse_args()
    if given.self_test:
        return self_test()
    followed, wanted, touched, tallies = measure(given.fengbiao, given.reader, given.rounds, given.seed, given.misses)
    if wanted == 0 or touched == 0:
        sys.exit("no observation was found to follow")
    print(f"substitution: {followed} of {wanted} observations follow {touched} replacements, {followed / wanted:.4f} (bar {BAR})"
          + (f"; differ in: {dict(tallies.most_common())}" if tallies else ""))
    return 1 if given.check and followed / wanted < BAR else 0


if __name__ == "__main__":
    sys.exit(main())
