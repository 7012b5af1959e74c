#!/usr/bin/env python3
"""Holds our times against the public Chinese cases of Recognizers-Text: dates and times, periods, durations, in a mode that gives our
records in their form.

usage: recognizers_times.py PROGRAM SHARED [--misses]     exit 77: skipped, the cases are absent
       recognizers_times.py --differences                 what differs and why, as printed in docs/conformance.md
       recognizers_times.py --self-test

The mode uses `span`, `partial` (what the words say, src/quantity/time.h) and `time_kind` of our records.
"""
import datetime as dt, re, sys

from recognizers_common import Case, Score, finish, page, read_cases, records_by_day

BAR = 0.85

# theirs | ours | why, and how it is bridged
DIFFERENCES = [
    ("从, 自 and 开始 belong to a time, 大约 before a time of day and 在 … 之间 too", "a mark begins with the time itself", "so that it can be quoted; the mode takes the words in"),
    ("2018年以后 begins in 2019", "it begins in 2018", "in reports of figures 以后 includes the year; the mode begins a year later"),
    ("12月1日 has a past and a future reading", "one, completed on the date and the times before it", "a text means one; the mode gives both"),
    ("8点 is morning or evening", "read as printed", "a clock without 上午 or 下午 goes to 24; the mode gives both"),
    ("ends are exclusive", "inclusive days", "as periods of statistics are; the mode adds a day"),
    ("近3年 begins three years ago to the day", "three calendar years", "figures are given by the year; the mode counts back from the day"),
    ("今年 ends on the day of writing", "the whole year", "figures of the year are of the year; the mode cuts it"),
    ("前1周, 后1年, 上2个月, 之前3小时 are periods", "the amount; 前 is left to the sentence", "the mode takes the word in and counts from the day"),
    ("2小时后 is a time, 5年前 a day", "the amount; the year", "the mode counts from the day and hour"),
    ("上午 and 早间 are periods of four hours, also behind a day", "they tell the half of a clock", "they have no ends that figures could be of; the mode finds the words"),
    ("最近 and 马上 are points in time", "no times", "they have no value; the mode finds the words"),
    ("90年代 has two readings", "one", "the mode gives both"),
    ("农历十月初一 keeps its numbers as if they were Gregorian", "completed by the lunar calendar", "the day is another one; the mode gives the numbers"),
    ("10月12号，星期一 is one time", "two", "each has a value of its own; the mode joins them"),
    ("durations are in seconds, a month 30 days, a year 365", "the unit as printed", "a month has no fixed length; the mode multiplies"),
    ("impossible dates are hits without a value", "no times", "they name no day; not bridged"),
]

PARTS = {"早间": (8, 12), "早上": (8, 12), "早晨": (8, 12), "上午": (8, 12), "早": (8, 12), "下午": (12, 16), "午后": (12, 16), "晚上": (16, 20),
         "晚间": (16, 20), "傍晚": (16, 20), "晚": (16, 20)}
PART = "|".join(sorted(PARTS, key=len, reverse=True))
HALF = re.compile(PART + "|凌晨|中午|今晚|今早|今晨|昨晚|明晚|明早|am|pm|a.m|p.m")
UNITS = {"Y": 365 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
DAY = dt.timedelta(days=1)


def date(y, m=1, d=1):
    try:
        return dt.date(y, m, d)
    except ValueError:
        return None


def plus_months(d, n):
    total = d.year * 12 + d.month - 1 + n
    for day in range(d.day, 0, -1):
        found = date(total // 12, total % 12 + 1, day)
        if found:
            return found


def amounts(duration):
    """P1Y6M -> [(1, Y), (6, M)]"""
    out, clock = [], False
    for n, unit in re.findall(r"([\d.]*)([PYMWDTHS])", duration):
        if unit == "T":
            clock = True
        elif unit != "P":
            out.append((float(n), ("T" if clock else "") + unit))
    return out


def seconds(duration):
    total = 0
    for n, unit in amounts(duration):
        # Half a year is half of 365 days, not six months of 30.
        total += n / 12 * UNITS["Y"] if unit == "M" and (n == 6 or "Y" in duration) else n * UNITS[unit]
    return total


def moved(moment, duration, sign):
    for n, unit in amounts(duration):
        if unit in ("Y", "M"):
            day = plus_months(moment.date(), int(sign * n * (12 if unit == "Y" else 1)))
            moment = dt.datetime.combine(day, moment.time())
        else:
            moment += sign * dt.timedelta(seconds=n * UNITS[unit])
    return moment


class Point:
    """One end of a written form: what it covers, for each of its readings."""

    def __init__(self, text, now):
        self.now, self.clock, self.readings, self.day = now, None, [], False
        text, _, clock = text.partition("T") if "-T" not in text else (text, "", "")
        if clock:
            parts = [int(x) for x in clock.split(":")]
            self.clock = (parts + [0, 0])[:3]
            self.minutes_printed = len(parts)
        text = text.replace("L", "").replace("+-", "-") if "L" in text else text
        self.text = text
        if text:
            self.read(text)

    def read(self, text):
        today = self.now.date()
        shift = re.match(r"(?:now|said)([+-]\d+)([YQMWD])(.*)$", text)
        if shift:
            n, unit, rest = int(shift[1]), shift[2], shift[3]
            if unit == "Y":
                return self.read(f"{today.year + n:04}{rest}") if rest else self.cover(date(today.year + n), date(today.year + n + 1))
            if unit == "M":
                month = plus_months(today.replace(day=1), n)
                return self.read(f"{month.year:04}-{month.month:02}{rest}")
            if unit == "W":
                monday = today - DAY * (today.isoweekday() - 1) + DAY * 7 * n
                return self.one(monday + DAY * (int(rest[1:]) - 1)) if rest else self.cover(monday, monday + DAY * 7)
            if unit == "D":
                return self.one(today + DAY * n)
        if m := re.match(r"XX(\d\d)$", text):
            return [self.cover(date(c + int(m[1])), date(c + int(m[1]) + 1)) for c in (1900, 2000)]
        if m := re.match(r"XXXX-WXX-(\d)$", text):
            days = [today + DAY * n for n in range(-7, 8) if (today + DAY * n).isoweekday() == int(m[1])]
            return self.one(max(d for d in days if d < today)), self.one(min(d for d in days if d >= today))
        if m := re.match(r"XXXX-XX-(\d\d)$", text):
            months = [plus_months(today.replace(day=1), n) for n in range(-3, 4)]
            return self.two([date(x.year, x.month, int(m[1])) for x in months])
        if m := re.match(r"XXXX-(\d\d)-(\d\d)$", text):
            return self.two([date(today.year + n, int(m[1]), int(m[2])) for n in range(-8, 9)])
        if m := re.match(r"(\d{4})-(\d\d)-(\d\d)$", text):
            return self.one(date(*map(int, m.groups())))
        if m := re.match(r"(\d{4})-(\d\d)$", text):
            first = date(int(m[1]), int(m[2]))
            return self.cover(first, plus_months(first, 1))
        if m := re.match(r"(\d{4})-Q(\d)$", text):
            first = date(int(m[1]), int(m[2]) * 3 - 2)
            return self.cover(first, plus_months(first, 3))
        if m := re.match(r"(\d{4})-H(\d)$", text):
            first = date(int(m[1]), int(m[2]) * 6 - 5)
            return self.cover(first, plus_months(first, 6))
        if re.match(r"\d{4}$", text):
            return self.cover(date(int(text)), date(int(text) + 1))

    def one(self, day):
        self.day = True
        self.cover(day, day + DAY if day else None)

    def cover(self, start, end):
        if start:
            self.readings.append((start, end))

    def two(self, days):
        today = self.now.date()
        days = [d for d in days if d]
        self.one(max(d for d in days if d < today))
        self.one(min(d for d in days if d >= today))


def hms(clock, plus=0):
    return f"{(clock[0] + plus) % 24:02}:{clock[1]:02}:{clock[2]:02}"


def convert(record, text, now, parser):
    """(type, start, end, set of (value or None, start, end, modifier)), in its conventions."""
    start, end, partial = record["start"], record["end"], record["partial"]
    words = text[start:end]

    def before(pattern):
        nonlocal start
        if m := re.search(f"(?:{pattern})$", text[:start]):
            start = m.start()
            return m[0]

    def behind(pattern):
        nonlocal end
        if m := re.match(pattern, text[end:]):
            end += m.end()
            return m[0]

    def period(a, b, mod=None):
        return None, a, b, mod

    kind = record["time_kind"]
    if kind == "duration":
        if "/" in partial:
            return None
        clock = "T" in partial
        stamp = (lambda m: m.strftime("%Y-%m-%d %H:%M:%S")) if clock else (lambda m: m.date().isoformat())
        if not parser or parser == "period":
            if before("之前|前|(?<!马)上|近|过去"):
                return ("datetimerange" if clock else "daterange"), start, end, {period(stamp(moved(now, partial, -1)), stamp(now))}
            if before("之后|后|未来"):
                begin = now if clock else now + DAY
                return ("datetimerange" if clock else "daterange"), start, end, {period(stamp(begin), stamp(moved(begin, partial, 1)))}
            if behind("之后|以后|后(?!来)"):
                moment = moved(now, partial, 1)
                return ("datetime" if clock else "date"), start, end, {(stamp(moment), None, None, None)}
            if clock and behind("之前|以前|前"):
                return "datetime", start, end, {(stamp(moved(now, partial, -1)), None, None, None)}
        return "duration", start, end, {(f"{seconds(partial):g}" if seconds(partial) < 1e6 else f"{seconds(partial):.0f}", None, None, None)}
    if kind == "set":
        return "set", start, end, {("not resolved", None, None, None)}
    if m := re.match(r"(P\w+)/now$", partial):
        return "daterange", start, end, {period(moved(now, m[1], -1).date().isoformat(), now.date().isoformat())}
    if m := re.match(r"now/(P\w+)$", partial):
        return "daterange", start, end, {period((now + DAY).date().isoformat(), moved(now + DAY, m[1], 1).date().isoformat())}
    if re.match(r"\w+-(SP|SU|AU|WI)$", partial.replace("now+0Y", str(now.year))):
        return "daterange", start, end, {("not resolved", None, None, None)}
    role = "since" if partial.endswith("/") else "until" if partial.startswith("/") else "over"
    ends = [Point(t, now) for t in partial.strip("/@").removesuffix(".end").split("/")]
    first, last = ends[0], ends[-1]
    if not first.text:  # a time of day
        if len(ends) == 2:
            before("从|自")
            return "timerange", start, end, {period(hms(first.clock), hms(last.clock))}
        if behind("之前|以前|前"):
            return "timerange", start, end, {period(None, hms(first.clock), "before")}
        before("大约")
        values = {(hms(first.clock), None, None, None)}
        if not HALF.search(words) and first.clock[0] <= 12:
            values.add((hms(first.clock, 12), None, None, None))
        return "time", start, end, values
    if not first.readings or not last.readings:
        return None
    if role == "over" and len(ends) == 1 and behind("开始"):
        role = "since"
    if role != "over" and parser == "period":
        end = start + len(re.sub("(之前|以前|前|以来|以后|之后|后|起|至今|开始)$", "", words))
        role = "over"
    if len(ends) == 2:
        before("在" if words.endswith("之间") and parser else "从|自")
        if first.clock or last.clock:
            stamp = lambda p, r: f"{r[0]} {hms(p.clock or [0, 0, 0])}"
            return "datetimerange", start, end, {period(stamp(first, first.readings[-1]), stamp(last, last.readings[-1]))}
        pairs = list(zip(first.readings, last.readings)) if len(first.readings) == len(last.readings) else [(first.readings[-1], last.readings[-1])]
        values = set()
        for a, b in pairs:
            # Its ranges end where the last point begins; decades and week-ends are whole.
            b_end = b[1] if words.endswith(("代", "周末")) else b[0]
            if b_end < a[0]:
                b_end = plus_months(b_end, 12)
            values.add(period(a[0].isoformat(), b_end.isoformat()))
        return "daterange", start, end, values
    before("从|自") if role == "since" else None
    if role != "over":
        at = first.readings[-1]
        if first.clock:
            return "datetimerange", start, end, {period(None, f"{at[0]} {hms(first.clock)}", "before")}
        if role == "until":
            return "daterange", start, end, {period(None, at[0].isoformat(), "before")}
        if re.search("(以后|之后|后)$", words):
            return "daterange", start, end, {period(at[1].isoformat(), None, "after")}
        return "daterange", start, end, {period(at[0].isoformat(), None, "since")}
    if first.clock:
        plus = [0, 12] if not HALF.search(words) and first.clock[0] <= 12 else [0]
        return "datetime", start, end, {(f"{r[0]} {hms(first.clock, p)}", None, None, None) for r in first.readings for p in plus}
    if re.match(r"now-\d+[YM]$", partial) and words.endswith("前"):  # 5年前 is a day there
        unit = partial[-1]
        day = plus_months(now.date(), int(partial[3:-1]) * (12 if unit == "Y" else 1))
        return "date", start, end, {(day.isoformat(), None, None, None)}
    if not first.day:
        values = {period(a.isoformat(), (min(b, now.date()) if words == "今年" else b).isoformat()) for a, b in first.readings}
        return "daterange", start, end, values
    part = next((PARTS[w] for w in ([words[-1]] if words[-1] in PARTS else [])), None)
    if not part and (said := behind(PART)):
        part = PARTS[said]
    if part:
        return "datetimerange", start, end, {period(f"{a} {part[0]:02}:00:00", f"{a} {part[1]:02}:00:00") for a, _ in first.readings}
    if m := re.match(r"[,，]? ?(星期|周|礼拜)[一二三四五六日天]", text[end:]):
        end += m.end()
    return "date", start, end, {(a.isoformat(), None, None, None) for a, _ in first.readings}


def found(records, text, now, parser):
    out = []
    for record in records:
        hit = convert(record, text, now, parser)
        if hit and not (out and hit[1] < out[-1][2]):  # a weekday taken with its date
            out.append(hit)
    if not parser:
        taken = [(a, b) for _, a, b, _ in out]
        for pattern, kind, value in (("最近(?![一二三四五六七八九十两\\d])", "date", now.date().isoformat()), ("马上", "datetime", now.strftime("%Y-%m-%d %H:%M:%S"))):
            out += [(kind, m.start(), m.end(), {(value, None, None, None)}) for m in re.finditer(pattern, text)]
        for m in re.finditer(PART, text):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                a, b = PARTS[m[0]]
                out.append(("timerange", m.start(), m.end(), {(None, f"{a:02}:00:00", f"{b:02}:00:00", None)}))
        if m := re.search("上个小时", text):
            stamp = lambda x: x.strftime("%Y-%m-%d %H:%M:%S")
            out.append(("datetimerange", m.start(), m.end(), {(None, stamp(now - dt.timedelta(hours=1)), stamp(now), None)}))
    return sorted(out, key=lambda h: h[1])


def wanted_model(results):
    out = []
    for r in results:
        values = {(v.get("value"), v.get("start"), v.get("end"), v.get("Mod")) for v in r["Resolution"]["values"]}
        out.append((r["TypeName"].removeprefix("datetimeV2."), r["Start"], r["End"] + 1, values))
    return out


def wanted_parser(results):
    out = []
    for r in results:
        values = set()
        for side in ("PastResolution", "FutureResolution"):
            v = r["Value"][side]
            values.add((v.get("duration"), v.get("startDate"), v.get("endDate"), None) if v else ("not resolved", None, None, None))
        out.append((r["Type"], r["Start"], r["Start"] + r["Length"], values))
    return out


MODELS = {"DateTimeModel": ("", wanted_model), "DatePeriodParser": ("period", wanted_parser), "DurationParser": ("duration", wanted_parser)}


def hits(case, records, parser):
    times = [dict(r, start=r["at"][0], end=r["at"][1]) for r in records if r["kind"] == "time"]
    now = dt.datetime.fromisoformat(case.reference or "2018-01-01T00:00:00")
    out = found(times, case.text, now, parser)
    return [h for h in out if h[0] == "duration"] if parser == "duration" else out


def self_test():
    year = {"kind": "time", "time_kind": "period", "partial": "2018", "at": (0, 5)}
    case = Case("2018年", [], "2019-05-01T00:00:00", True)
    wanted = {"TypeName": "datetimeV2.daterange", "Start": 0, "End": 4, "Resolution": {"values": [{"start": "2018-01-01", "end": "2019-01-01"}]}}
    assert hits(case, [year], "") == wanted_model([wanted])
    assert hits(case, [dict(year, partial="2017")], "") != wanted_model([wanted])
    assert hits(case, [dict(year, at=(0, 4))], "") != wanted_model([wanted])
    assert hits(case, [], "") == [] != wanted_model([wanted])
    three = {"kind": "time", "time_kind": "duration", "partial": "P3D", "at": (0, 2)}
    assert hits(Case("3天", [], None, True), [three], "duration") == [("duration", 0, 2, {("259200", None, None, None)})]
    print("the comparison tells right from wrong")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    if "--differences" in sys.argv:
        return print(page("Dates, periods, durations", DIFFERENCES), end="")
    program, shared = sys.argv[1:3]
    scores = []
    for name, (parser, wanted) in MODELS.items():
        cases = read_cases(shared, name)
        score = Score(name, BAR, "--misses" in sys.argv)
        for case, records in zip(cases, records_by_day(program, cases)):
            got = hits(case, records, parser)
            score.add(case, got == wanted(case.results), got)
        scores.append(score)
    finish(scores)


if __name__ == "__main__":
    main()
