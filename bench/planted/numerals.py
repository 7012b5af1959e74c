"""Printed figures, as a reader takes them: each stands for the interval that it may have been rounded from.

    interval("1.65万亿元")   (1.645e12, 1.655e12)
    evaluate("1036.2亿元/1352.4亿元")   the interval of what two figures give

Worked out apart from the program, so that what is planted is wrong whatever the program thinks of it.
"""
import re

SCALES = {"": 1, "十": 10, "百": 100, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}
DIGITS = "零一二三四五六七八九"
FIGURE = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>(?:[百千]?万亿|[十百千]?[万亿]|[十百千])?)\s*(?P<more>[余多])?(?P<unit>[^\d\s+\-*/^()=≤≥<>→,，]{0,6})")
HAN = re.compile("[一二两三四五六七八九十]{1,3}")


def han_value(text):
    """二十三 and the like, below 100; None for others."""
    text = text.replace("两", "二")
    found = re.fullmatch(f"([{DIGITS[1:]}]?)(十)([{DIGITS[1:]}]?)", text)
    if found:
        return (DIGITS.index(found[1]) if found[1] else 1) * 10 + (DIGITS.index(found[3]) if found[3] else 0)
    return DIGITS.index(text) if len(text) == 1 and text in DIGITS else None


def han(value):
    tens, ones = divmod(value, 10)
    return (("" if tens == 1 else DIGITS[tens]) + "十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def scale_of(text):
    if text in SCALES:
        return SCALES[text]
    return SCALES.get(text[:-2], 1) * 1e12 if text.endswith("万亿") else None


def interval(text):
    """Lowest and highest worth of a printed figure; None when it is none with a plain rounding (约, 超 and ranges are left alone)."""
    found = FIGURE.fullmatch(text.replace(" ", "").strip())
    if not found or found["more"] or any(w in found["unit"] for w in ("倍", "番", "成", "至")):
        return None
    digits = found["digits"].replace(",", "")
    scale = scale_of(found["scale"])
    if scale is None:
        return None
    whole, _, part = digits.partition(".")
    exact = not found["scale"] and len(whole) < 4  # 70家 is 70, 1200家 may have been rounded
    last = 10 ** -len(part) if part else 1 if exact or not whole.strip("0") else 10 ** (len(whole) - len(whole.rstrip("0")))
    if found["unit"].startswith(("%", "％")) or "百分点" in found["unit"]:
        scale /= 100
    return ((float(digits) - last / 2) * scale, (float(digits) + last / 2) * scale)


class Stack:
    """Sums, products and powers of intervals, by precedence."""

    def __init__(self, text):
        self.rest = text.replace(" ", "")

    def take(self, pattern):
        found = re.match(pattern, self.rest)
        if found:
            self.rest = self.rest[found.end():]
        return found

    def sum(self):
        value = self.product()
        while found := self.take(r"[+\-]"):
            other = self.product()
            value = (value[0] + other[0], value[1] + other[1]) if found[0] == "+" else (value[0] - other[1], value[1] - other[0])
        return value

    def product(self):
        value = self.power()
        while self.take("/"):
            other = self.power()
            if other[0] <= 0:
                raise ValueError
            ends = [a / b for a in value for b in other]
            value = (min(ends), max(ends))
        return value

    def power(self):
        value = self.atom()
        if found := self.take(r"\^\(1/(\d+)\)"):
            if value[0] <= 0:
                raise ValueError
            value = tuple(v ** (1 / int(found[1])) for v in value)
        return value

    def atom(self):
        if self.take(r"\("):
            value = self.sum()
            if not self.take(r"\)"):
                raise ValueError
            return value
        found = self.take(r"[^+\-/^()]+")
        if not found:
            raise ValueError
        if re.fullmatch(r"\d+", found[0]):  # a number of days, or the one of 1+12%: as it stands
            return (float(found[0]), float(found[0]))
        value = interval(found[0])
        if not value:
            raise ValueError
        return value


def evaluate(text):
    """The interval that an expression of printed figures gives; None when it cannot be told."""
    stack = Stack(text)
    try:
        value = stack.sum()
    except ValueError:
        return None
    return value if not stack.rest else None


def apart(a, b, margin=0.5):
    """Whether two intervals are so far from each other that no rounding explains it: their gap is a good part of their width."""
    gap = max(a[0] - b[1], b[0] - a[1])
    return gap > margin * (a[1] - a[0] + b[1] - b[0]) and gap > 0.01 * max(abs(a[0]), abs(b[0]))


def meet(a, b):
    return a[0] <= b[1] and b[0] <= a[1]


def changed(digits, dice):
    """One digit of a figure changed by two or more, among the first three; or None."""
    places = [i for i, c in enumerate(digits) if c.isdigit()][:3]
    dice.shuffle(places)
    for at in places:
        choice = [d for d in "0123456789" if abs(int(d) - int(digits[at])) >= 2 and not (d == "0" and at == 0)]
        if choice:
            return digits[:at] + dice.choice(choice) + digits[at + 1:]
    return None


def transposed(digits, dice):
    """Two digits side by side in the wrong order; or None."""
    places = [i for i in range(len(digits) - 1) if digits[i].isdigit() and digits[i + 1].isdigit() and digits[i] != digits[i + 1]
              and not (i == 0 and digits[1] == "0")]
    if not places:
        return None
    at = dice.choice(places[:3])
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:]
