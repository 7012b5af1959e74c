#!/usr/bin/env python3
"""Makes data/text/words.tsv, the ordinary words with what they cost in a segmentation, from the dictionary of jieba (MIT licence),
which the npm packages nodejieba and cppjieba carry.

    npm pack nodejieba && tar xf nodejieba-*.tgz
    tools/make_words.py package/submodules/cppjieba/dict/jieba.dict.utf8

A line is `word<TAB>cost`, the cost ten times the negative natural logarithm of the word's share of a large corpus. Kept are common
words, and rare ones that hold the name of a place (三明治, 发展中国家): they tell where a name is none. Names of organisations and
people stay out.
"""
import math
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACES = ROOT / "data" / "places"
COMMON, HOLDS_PLACE, ONE = 60, 5, 100
NAMES = {"nt", "nr", "nrt", "nrfg"}
# What is said of a place and leaves it one: 上海地区, 意大利式, 沿海国家.
STAYS_PLACE = re.compile("(?:地区|国家|中国|政府|共和国|王国|[市省县州国区城式籍版队杯佬])$")
STAYS_WORD = {"发展中国家", "沿海地区", "合众国", "英联邦"}


def place_names():
    names = set()
    for file, columns in (("divisions", (1, 2)), ("countries", (1, 2)), ("cities_abroad", (0, 2)), ("aliases", (0,)), ("areas", (1, 2))):
        for line in (PLACES / f"{file}.tsv").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("#") or file == "divisions" and len(cells[0]) != 6 and "." not in cells[0]:
                continue
            if file == "divisions" and not cells[0].endswith("00") and "." not in cells[0]:
                names.add(cells[1])  # short forms of counties are too many to let rare words in for them
                continue
            names.update(name for k in columns for name in cells[k].split(" ") if len(name) > 1)
    return names


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    places = place_names()
    rows = []
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        rows.append((word, int(count), tag))
    total = sum(count for _, count, _ in rows)
    out = {}
    for word, count, tag in rows:
        size = len(word)
        if size > 6 or not re.fullmatch("[\u4e00-\u9fff]+", word):
            continue
        if size == 1:
            keep = count >= ONE
        elif word in places:
            keep = count >= HOLDS_PLACE  # its own cost, to stand beside that of other words
        elif tag in NAMES:
            keep = False
        else:
            holds = any(word[i:j] in places for i in range(size) for j in range(i + 2, min(size, i + 5) + 1))
            if holds:
                keep = count >= HOLDS_PLACE and (word in STAYS_WORD or not STAYS_PLACE.search(word))
            else:
                keep = count >= COMMON and tag != "ns" or count >= 4 * COMMON
        if keep:
            out[word] = round(-10 * math.log(count / total))
    target = ROOT / "data" / "text" / "words.tsv"
    target.write_text("".join(f"{word}\t{cost}\n" for word, cost in sorted(out.items())), encoding="utf-8")
    print(f"{target}: {len(out)} words")


if __name__ == "__main__":
    main()
