#!/usr/bin/env python3
"""Holds our quantities and numerals against the public Chinese cases of Recognizers-Text: numbers, percentages, ordinals, currencies,
dimensions, in a mode that gives our records in their form.

usage: recognizers.py PROGRAM SHARED [--misses]     exit 77: skipped, the cases are absent
       recognizers.py --differences                 what differs and why, as printed in docs/conformance.md
       recognizers.py --self-test
"""
import re, sys

from recognizers_common import Score, finish, page, read_cases, records_by_day

BARS = {"NumberModel": 0.95, "PercentModel": 0.95, "OrdinalModel": 0.95, "CurrencyModel": 0.90, "DimensionModel": 0.90}

# theirs | ours | why, and how it is bridged
DIFFERENCES = [
    ("a number is the numeral alone", "a quantity has its unit, and numerals that count nothing are no quantities",
     "the mode takes the numerals (`--numerals`), those of dates and names among them, the longest where one holds another"),
    ("多 余 behind a numeral stand outside (四百多 is 四百)", "inside: the bound is part of what is said", "the mode cuts them off; within a numeral (十余万) both keep them"),
    ("一打 is the number 12", "1 of the counter 打", "a dozen is a unit to us; the mode multiplies by twelve"),
    ("一, 两 and other single digits before 美元, 美刀 and 折 are no numbers", "numerals like any other", "they keep them from 美, 折 as parts of words; the mode leaves them out"),
    ("an uncertain numeral is its lower end (二十几万 is 200000)", "a range", "we keep both ends; the mode gives the lower one"),
    ("折 and 成 are percentages (七五折 is 75%)", "折 is a unit of its own, as printed", "8 折 of a price and 80% of a sum are told apart in texts on trade; the mode multiplies by ten. 十折 is none to them"),
    ("打 stands outside 对折", "inside: 对折 alone may be a word of another meaning", "the mode cuts it off"),
    ("千分之, 万分之 are percentages", "fractions", "we keep parts in words as fractions; the mode multiplies by a hundred"),
    ("个百分点 is a percentage", "percentage points, apart from percentages", "a difference of percentages is no percentage; the mode joins them"),
    ("an uncertain percentage (百分之二三十) is no hit", "a range", "we keep it; the mode leaves it out"),
    ("第 and a number is an ordinal whatever follows", "a rank where it ranks (第43位, 第七大); what only orders (第一条) is no quantity",
     "the mode takes every numeral behind 第"),
    ("the name of a currency without a number is a hit without a value", "no quantity", "nothing is counted; the mode finds the names listed in data/units, and gives no value"),
    ("$ alone is a dollar of no country", "USD", "Chinese texts mean the US dollar; the mode forgets the country where no letter says it"),
    ("units have English names, one for each printed unit", "codes and symbols", "a table in the test gives the names"),
]

TAIL = re.compile(r"[\s多余餘来]+$")
CURRENCY_NAMES = {"CNY": "Chinese yuan", "USD": "United States dollar", "EUR": "Euro", "CHF": "Swiss franc", "HKD": "Hong Kong dollar",
                  "TWD": "New Taiwan dollar", "JPY": "Japanese yen", "NGN": "Nigerian naira", "BTC": "Bitcoin"}
# Names for a currency that stand alone, with the code of data/units.
CURRENCIES_ALONE = {"人民币": "CNY", "美元": "USD"}
NO_ISO_CODE = {"Bitcoin", "Dollar"}
UNIT_NAMES = {"亩": "Mu", "公斤": "Kilogram", "千克": "Kilogram", "公分": "Centimeter", "厘米": "Centimeter", "cm": "Centimeter", "吨": "Ton",
              "米": "Meter", "m": "Meter", "斤": "Jin", "千米": "Kilometer", "公里": "Kilometer", "克": "Gram", "微克": "Microgram",
              "兆字节": "Megabyte", "千字节": "Kilobyte", "千比特": "Kilobit", "比特": "Bit", "兆赫兹": "Megahertz", "赫兹": "Hertz",
              "千瓦": "Kilowatt", "千卡": "Kilocalorie", "两": "Liang"}


def hit(kind, begin, end, value, unit=None, iso=None):
    return {"type": kind, "begin": begin, "end": end, "value": value, "unit": unit, "iso": iso}


def of_kind(records, kind):
    return [r for r in records if r["kind"] == kind]


def longest(records):
    """Records that lie in no other, in the order of the text."""
    out = []
    for r in sorted(records, key=lambda r: (r["at"][0], -r["at"][1])):
        if not out or r["at"][1] > out[-1]["at"][1]:
            out.append(r)
    return out


def numbers(text, records):
    out = []
    for n in longest(of_kind(records, "numeral")):
        begin, end = n["at"]
        end -= len(text[begin:end]) - len(TAIL.sub("", text[begin:end]))
        value = n["value"]
        if text[end:end + 1] == "打":
            end, value = end + 1, value * 12
        if end == begin + 1 and re.match("美[元刀]|折", text[end:]):
            continue
        out.append(hit("number", begin, end, value))
    return out


def percentages(text, records):
    out = []
    for q in of_kind(records, "quantity"):
        begin, end = q["at"]
        value = q["value"]
        if q["value_max"] is not None:
            continue
        if q["unit"] == "折":
            value *= 10
            begin += text[begin] == "打"
            if value == 100:
                continue
        elif re.match("[千仟万萬]\\s*分\\s*之", text[begin:end]) and q["unit"] is None:
            value *= 100
        elif q["unit"] not in ("%", "pp"):
            continue
        out.append(hit("percentage", begin, begin + len(TAIL.sub("", text[begin:end])), value))
    return out


def ordinals(text, records):
    out = []
    for n in longest(of_kind(records, "numeral")):
        begin, end = n["at"]
        before = text[:begin].rstrip()
        if before.endswith("第"):
            out.append(hit("ordinal", len(before) - 1, end, n["value"]))
    return out


def currencies(text, records):
    out = []
    numerals = [n["at"] for n in of_kind(records, "numeral")]
    for q in of_kind(records, "quantity"):
        if q["unit_kind"] == "money":
            begin, end = q["at"]
            dollar = text[begin:end].startswith("$")
            name = "Dollar" if dollar else CURRENCY_NAMES.get(q["unit"], q["unit"])
            out.append(hit("currency", begin, end, q["value"], name, None if name in NO_ISO_CODE else q["unit"]))
    for m in re.finditer("|".join(CURRENCIES_ALONE), text):
        beside = any(text[e:m.start()].strip() == "" and e <= m.start() for _, e in numerals)
        if not beside and not any(h["begin"] < m.end() and m.start() < h["end"] for h in out):
            code = CURRENCIES_ALONE[m.group()]
            out.append(hit("currency", m.start(), m.end(), None, CURRENCY_NAMES[code], code))
    return sorted(out, key=lambda h: h["begin"])


def dimensions(text, records):
    out = []
    for q in of_kind(records, "quantity"):
        if q["unit_kind"] in ("physical", "data"):
            printed = (q["printed_unit"] or "").lower()
            out.append(hit("dimension", *q["at"], q["value"], UNIT_NAMES.get(printed, printed)))
    return out


MODELS = {"NumberModel": numbers, "PercentModel": percentages, "OrdinalModel": ordinals, "CurrencyModel": currencies, "DimensionModel": dimensions}


def right(expected, found, value_matters=True):
    if len(expected) != len(found):
        return False
    for e, f in zip(expected, found):
        if (e["TypeName"], e["Start"], e["End"] + 1) != (f["type"], f["begin"], f["end"]):
            return False
        resolution = e.get("Resolution") or {}
        wanted = resolution.get("value")
        if wanted is None or f["value"] is None:
            if value_matters and (wanted is None) != (f["value"] is None):
                return False
        elif value_matters:
            wanted = float(wanted.rstrip("%"))
            if abs(wanted - f["value"]) > 1e-13 * max(abs(wanted), abs(f["value"])):
                return False
        if f["type"] in ("currency", "dimension") and (resolution.get("unit") != f["unit"] or resolution.get("isoCurrency") != f["iso"]):
            return False
    return True


def self_test():
    numeral = lambda begin, end, value: {"kind": "numeral", "at": (begin, end), "value": value, "value_max": None}
    quantity = lambda begin, end, value, unit, kind, printed=None: {"kind": "quantity", "at": (begin, end), "value": value, "value_max": None,
                                                                    "unit": unit, "unit_kind": kind, "printed_unit": printed}
    wanted = lambda kind, begin, last, value, **more: {"TypeName": kind, "Start": begin, "End": last, "Resolution": {"value": value, **more}}
    assert right([wanted("number", 0, 1, "400")], numbers("四百多", [numeral(0, 3, 400), numeral(0, 2, 400)]))
    assert right([wanted("number", 0, 1, "12")], numbers("一打", [numeral(0, 1, 1)]))
    assert not right([wanted("number", 0, 1, "401")], numbers("四百多", [numeral(0, 2, 400)]))
    assert not right([], numbers("四百", [numeral(0, 2, 400)])) and numbers("一美元", [numeral(0, 1, 1)]) == []
    assert right([wanted("percentage", 0, 2, "75%")], percentages("75折", [quantity(0, 3, 7.5, "折", "counter")]))
    assert right([wanted("ordinal", 0, 2, "14")], ordinals("第十四", [numeral(1, 3, 14)]))
    yuan = wanted("currency", 0, 2, "15", unit="Chinese yuan", isoCurrency="CNY")
    assert right([yuan], currencies("15元", [quantity(0, 3, 15, "CNY", "money"), numeral(0, 2, 15)]))
    assert not right([yuan], currencies("15元", [quantity(0, 3, 15, "USD", "money"), numeral(0, 2, 15)]))
    assert [h["value"] for h in currencies("人民币 美元", [])] == [None, None]
    ton = wanted("dimension", 0, 1, "1", unit="Ton")
    assert right([ton], dimensions("一吨", [quantity(0, 2, 1, "t", "physical", "吨")]))
    assert not right([ton], dimensions("一吨", [quantity(0, 2, 2, "t", "physical", "吨")]))
    print("the comparison tells right from wrong")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    if "--differences" in sys.argv:
        return print(page("Numbers, percentages, ordinals, currencies, dimensions", DIFFERENCES), end="")
    program, shared = sys.argv[1:3]
    scores = []
    for model, mapped in MODELS.items():
        cases = read_cases(shared, model)
        score = Score(model, BARS[model], "--misses" in sys.argv)
        for case, records in zip(cases, records_by_day(program, cases, ["--numerals"])):
            hits = mapped(case.text, records)
            score.add(case, right(case.results, hits), [f"{case.text[h['begin']:h['end']]} [{h['begin']}] {h['value']} {h['unit'] or ''} {h['iso'] or ''}" for h in hits])
        scores.append(score)
    finish(scores)


if __name__ == "__main__":
    main()
