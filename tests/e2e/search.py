#!/usr/bin/env python3
"""What `search` finds is what a plain scan of the exported articles finds; pages by cursor give every hit once; an index that is lost, cut or
overwritten changes nothing; what is hostile stays text.

usage: search.py PROGRAM SAMPLES
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

TERMS = 30
HAN = re.compile("[\u4e00-\u9fff]{1,8}")


def run(program, *words, ok=(0, 1)):
    done = subprocess.run([program, *words], capture_output=True, timeout=300)
    assert done.returncode in ok, (words, done.returncode, done.stderr.decode())
    return done


def search(program, archive, query, *flags):
    return json.loads(run(program, "search", archive, "--json", *flags, "--", query).stdout)


def all_ids(program, archive, query, limit):
    """Every hit, page by page."""
    ids, cursor, total = [], [], None
    while True:
        page = search(program, archive, query, "--exact", "--limit", str(limit), *cursor)
        ids += [item["id"] for item in page["items"]] + [twin["id"] for item in page["items"] for twin in item["same_story"]]
        total = page["total"]
        if page["next"] is None:
            assert len(ids) == len(set(ids)) == total, (query, len(ids), total)
            return sorted(ids)
        cursor = ["--cursor", page["next"]]


def scan(articles, *terms):
    """Lines are looked at one by one, blanks left out."""
    def holds(article, term):
        lines = [article["title"], *article["paragraphs"], article["author_note"] or ""]
        return any(term in re.sub(r"\s", "", line) for line in lines)
    return sorted(a["id"] for a in articles if all(holds(a, t) for t in terms))


def main(program, samples):
    with tempfile.TemporaryDirectory() as name:
        archive = str(pathlib.Path(name) / "a.fb")
        hostile = pathlib.Path(name) / "2023-09-05.txt"
        hostile.write_text("【行业资讯】\n\n<script>alert(1)</script>电商\n\n=1+1\x1b[2J电商<b>新规</b>。\n\n"
                           "来源：《商贸在线》 编选：风标电商观察编辑部 2023年09月01日\n", encoding="utf-8")
        run(program, "ingest", archive, *map(str, sorted(pathlib.Path(samples).glob("*.txt"))), str(hostile), "--quiet", ok=(0,))
        exported = run(program, "export", archive, "--kind", "articles").stdout.decode().splitlines()
        articles = [json.loads(line) for line in exported]
        texts = [line for a in articles for line in a["paragraphs"]]

        draw = random.Random(5)
        for i in range(TERMS):
            runs = HAN.findall(draw.choice(texts)) or ["电商"]
            terms = [draw.choice(runs)] if i % 3 else draw.sample(runs, min(2, len(runs)))
            terms = [t[:1 + i % 8] for t in terms]
            query = " ".join(f'"{t}"' for t in terms)
            found, expected = all_ids(program, archive, query, 200), scan(articles, *terms)
            assert found == expected, (query, set(found) ^ set(expected))
        assert all_ids(program, archive, "电商", 3) == all_ids(program, archive, "电商", 200) == scan(articles, "电商")

        # The index may be lost, cut, or something else.
        right = search(program, archive, "电商 快递")
        index = pathlib.Path(archive + ".index")
        for damage in (index.unlink, lambda: index.write_bytes(index.read_bytes()[:1000]), lambda: index.write_bytes(b"\0" * 5000)):
            damage()
            again = search(program, archive, "电商 快递")
            assert again["items"] == right["items"] and again["total"] == right["total"]

        # Text stays text, and nothing moves the cursor of a terminal that reads it as a person would.
        page = search(program, archive, "标题:script")
        assert page["items"][0]["title"] == "<script>alert(1)</script>电商", page["items"][0]
        assert b"\x1b" not in run(program, "search", archive, "新规").stdout
        for query in ("\x1b[2J", "((((((((", "-", "OR", "\"", "标题:", "日期:[", "\ufeff", "a" * 5000, "的 " * 900):
            page = search(program, archive, query)
            assert page["total"] >= 0 and page["query"]["typed"] == query[:len(page["query"]["typed"])]
        run(program, "search", archive, "电商", "--limit", "201", ok=(2,))
    print(f"{TERMS} queries as a plain scan finds them")


if __name__ == "__main__":
    main(*sys.argv[1:])
