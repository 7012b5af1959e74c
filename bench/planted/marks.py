"""Errors in marks and widths."""
import re

from kinds import Error, body, kind

MARKS = {"punctuation"}
WIDTH = {"punctuation", "style", "extraction", "format"}
HAN = "\u4e00-\u9fff"
HALF = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "？": "?"}


def found_in(article, pattern, **kw):
    for b, e, _ in body(article):
        yield from re.compile(pattern, **kw).finditer(article.text.text, b, e)


def some(errors, dice, limit=4):
    errors = list(errors)
    dice.shuffle(errors)
    return errors[:limit]


@kind("mark doubled", 3, MARKS | {"duplicate"})
def doubled(article, dice):
    return some((Error(article, [(m.end(), m.end(), m[0])]) for m in found_in(article, f"(?<=[{HAN}])[，。、；：](?=[{HAN}])")), dice)


@kind("marks that clash", 3, MARKS)
def clash(article, dice):
    pairs = {"，": "。、；", "。": "，、", "、": "，", "；": "，。"}
    return some((Error(article, [(m.end(), m.end(), dice.choice(pairs[m[0]]))]) for m in found_in(article, f"(?<=[{HAN}])[，。、；](?=[{HAN}])")), dice)


@kind("half of a pair dropped", 5, MARKS)
def half(article, dice):
    def errors():
        for m in found_in(article, "“[^“”]{2,40}”|（[^（）]{3,40}）|《[^《》〈〉]{3,40}》"):
            at = m.start() if dice.random() < 0.5 else m.end() - 1
            yield Error(article, [(at, at + 1, "")], also=[m.span()])
    return some(errors(), dice)


def widths(text):
    """How often the marks of a text stand in full and in half width beside Chinese words."""
    full = {f: len(re.findall(f"(?<=[{HAN}]){re.escape(f)}|{re.escape(f)}(?=[{HAN}])", text.text)) for f in HALF}
    half_ = {f: len(re.findall(f"(?<=[{HAN}]){re.escape(h)}|{re.escape(h)}(?=[{HAN}])", text.text)) for f, h in HALF.items()}
    return full, half_


@kind("mark in half width", 5, WIDTH)
def narrow(article, dice):
    full, half_ = widths(article.text)
    usual = [f for f in HALF if full[f] >= 8 and half_[f] * 20 < full[f]]
    def errors():
        for m in found_in(article, f"(?<=[{HAN}])[，：；？](?=[{HAN}])"):
            if m[0] in usual:
                yield Error(article, [(*m.span(), HALF[m[0]])])
        if "（" in usual and "）" in usual:
            for m in found_in(article, f"（([{HAN}A-Za-z0-9]{{3,30}})）"):
                both = dice.random() < 0.5
                yield Error(article, [(m.start(), m.start() + 1, "(")] + ([(m.end() - 1, m.end(), ")")] if both else []), also=[m.span()])
    return some(errors(), dice, 6)


@kind("straight quotes", 3, WIDTH)
def straight(article, dice):
    if article.text.text.count('"') + article.text.text.count("＂") > 0:
        return []
    return some((Error(article, [(m.start(), m.start() + 1, '"'), (m.end() - 1, m.end(), '"')], also=[m.span()])
                 for m in found_in(article, "“[^“”\n]{2,20}”")), dice)


@kind("percent sign in full width", 1.5, WIDTH)
def percent(article, dice):
    if "％" in article.text.text or article.text.text.count("%") < 5:
        return []
    return some((Error(article, [(*m.span(), "％")]) for m in found_in(article, "(?<=[0-9])%")), dice)


@kind("、 before 等", 3, MARKS)
def before_deng(article, dice):
    return some((Error(article, [(m.end(), m.end(), "、")]) for m in found_in(
        article, rf"、[{HAN}]{{2,10}}(?=等(?:\d|[{HAN}]{{1,3}}(?:个|家|项|地|类|种)|地|国|多|企业|平台|城市|部门|产品|领域|方面|品牌))")), dice)


@kind("stop in a headline", 2, MARKS)
def stop(article, dice):
    if article.title and article.words(article.title)[-1] not in "。！？…”》）":
        yield Error(article, [(article.title[1], article.title[1], "。")], also=[article.title])


@kind("stop dropped at a paragraph's end", 4, MARKS)
def no_stop(article, dice):
    return some((Error(article, [(e - 1, e, "")], also=[(e - 2, e)]) for b, e, words in body(article)
                 if re.search(f"[{HAN}]。$", words) and len(words) > 40), dice)
