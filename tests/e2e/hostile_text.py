#!/usr/bin/env python3
"""Texts that nobody writes, through quantities, names, addresses and check: no crash, time grows with the size of the text, none takes
longer than SLOWEST seconds a megabyte. Of check also the memory: no more than MEMORY bytes a byte of text.

usage: hostile_text.py PROGRAM [BYTES]       BYTES: of the larger text of each pair, 400000 by default; the other is a quarter
"""
import collections, os, subprocess, sys, tempfile, threading

PROGRAM, LARGE = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
FACTOR, SLACK = 8, 0.15  # four times the text may take at most eight times the time, and a moment that is not counted
SLOWEST = 8.0
MEMORY, LOADED = 850, 100e6  # bytes of memory a byte of text, over what the program takes by itself

SHAPES = {
    "no full stop": "某地的电商企业今年卖出一千二百件货物在上海和杭州",
    "digits": "9",
    "digits with points": "1.",
    "digits with commas": "1,",
    "a Chinese digit": "一",
    "scales": "万",
    "tens and hundreds": "百十千万亿",
    "ranges": "1-",
    "dates": "2022年",
    "months": "1月",
    "ordinals": "第",
    "opening brackets": "（",
    "brackets in brackets": ("（增长5%", "）"),
    "quotes": "“",
    "quotes in quotes": ("“双11", "”"),
    "commas": "，",
    "full stops": "。",
    "blanks": " 一 ",
    "line ends": "1\n",
    "empty lines": "\n",
    "letters": "a",
    "nothing known": "囧",
    "company endings": "有限公司",
    "authorities": "委员会",
    "a long name": "某某某某某某某某",
    "places": "上海",
    "ambiguous places": "鼓楼区",
    "provinces": "省市县区",
    "places in a list": "京沪深穗渝",
    "roads": "路1号",
    "lanes": "弄",
    "told together": "分别为1和",
    "of which": "其中",
    "hedges": "超近逾约",
    "fractions": "三分之",
    "units": "元吨件",
    "relative times": "上年同期",
    "since": "以来",
    "combining marks": "e\u0301",
    "full width": "１，",
}

# For the checks alone: what they look at, as one paragraph under a headline, as one line that is all headline, and numbered on and on.
HEADLINE = "青石市网店增加\n\n"
CHECKED = {
    "points": "一是",
    "firsts": "第一",
    "enumerations": "、",
    "things and so on": "甲等",
    "one sentence": HEADLINE + "青石市前11月网上零售额达48.6亿元，同比增长11.5%。",
    "growths": "增长12%，",
    "shares": "甲占12%，",
    "ranks": "第3位、",
    "from and to": "从30亿元增至48亿元，",
    "days": "11月1日至11月8日，",
    "told together": "甲、乙、丙分别为1家、2家。",
    "figures in brackets": "（12%",
    "figures in brackets, one a line": "（12%\n",
    "digits and commas": "12,",
    "digits and commas, one a line": "12,\n",
    "points, one a line": "一是\n",
    "of which, one a line": "其中\n",
    "title marks": "《",
    "title marks, one a line": "《\n",
    "growth": "增长5%，",
    "growth, one a line": "增长5%，\n",
    "quotes, one a line": "“\n",
    "figures in quotes": "“12”",
    "a word doubled": "不断",
    "documents": "《办法》",
    "source lines": "青石市有网店3家。（来源：青石日报 2022-12-01）\n",
    "figures with units": lambda n: f"{n}万元、",
    "counts in a paragraph": lambda n: ("" if n else HEADLINE + "共有") + f"{n}家、",
    "ranks in a paragraph": lambda n: ("" if n else HEADLINE) + "第3位、",
    "a list that is counted": lambda n: ("" if n else HEADLINE + "等10万家、") + f"青禾{n}、",
    "short paragraphs": lambda n: f"第{n}条\n青石市有网店{n}家。（来源：青石日报 2022-12-01）\n",
    "Latin words": lambda n: f"Shop{n:x}ing ",
    "names": lambda n: f"青禾{n}有限公司与",
    "a document each": lambda n: f"青石市印发《支持电商办法{n}》。",
}


def text_of(shape, size):
    if callable(shape):
        parts, left = [], size
        while left > 0:
            parts.append(shape(len(parts)))
            left -= len(parts[-1].encode())
        return "".join(parts)
    if isinstance(shape, tuple):
        n = size // len("".join(shape).encode())
        return shape[0] * n + shape[1] * n
    return shape * (size // len(shape.encode()))


Done = collections.namedtuple("Done", "returncode said")


def seconds(command, path):
    date = ["--date", "2022-12-05"] if command == "quantities" else []
    with tempfile.TemporaryFile() as messages:
        child = subprocess.Popen([PROGRAM, command, path, *date], stdout=subprocess.DEVNULL, stderr=messages)
        watch = threading.Timer(600, child.kill)
        watch.start()
        _, status, used = os.wait4(child.pid, 0)
        watch.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        messages.seek(0)
        said = messages.read().decode(errors="replace")
    return Done(child.returncode, said), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def main():
    failed = []
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "text.txt")

        def run(command, text):
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
            return seconds(command, path)

        for command in ("quantities", "names", "addresses", "check"):
            shapes = SHAPES | CHECKED if command == "check" else SHAPES
            check = run(command, "全市12个区")[0]
            if check.returncode not in (0, 1):
                sys.exit(f"{command} does not run: {check.said}")
            base = min(run(command, "无")[1] for _ in range(3))
            slowest, largest = [], (0, "")
            for name, shape in shapes.items():
                took = []
                for size in (LARGE // 4, LARGE):
                    done, time, memory = run(command, text_of(shape, size))
                    took.append(time - base)
                    if done.returncode not in (0, 1, 2):
                        failed.append(f"{command}, {name}: exit {done.returncode}: {done.said[:300]}")
                slowest.append((took[1], name))
                if command == "check" and memory > LOADED + MEMORY * LARGE:
                    failed.append(f"{command}, {name}: {memory / 1e6:.0f} MB of memory for {LARGE} bytes")
                largest = max(largest, (memory, name))
                if took[1] > SLOWEST * LARGE / 1e6:
                    failed.append(f"{command}, {name}: {took[1]:.2f} s for {LARGE} bytes")
                    continue
                # A machine that is busy otherwise tells the small times wrong: what looks bent is measured again, what is bent stays so.
                for _ in range(2):
                    if took[1] > SLACK + FACTOR * max(took[0], 0):
                        again = min(run(command, "无")[1] for _ in range(2))
                        took = [run(command, text_of(shape, size))[1] - again for size in (LARGE // 4, LARGE)]
                if took[1] > SLACK + FACTOR * max(took[0], 0):
                    failed.append(f"{command}, {name}: {took[0]:.2f} s for {LARGE // 4} bytes, {took[1]:.2f} s for {LARGE}")
            shown = ", ".join(f"{name} {time:.2f} s" for time, name in sorted(slowest, reverse=True)[:4])
            print(f"{command}: {len(shapes)} texts of {LARGE / 1e6:g} MB, slowest {shown}; loading {base:.2f} s; most memory {largest[1]} {largest[0] / 1e6:.0f} MB", flush=True)
    for line in failed:
        print("FAILED ", line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
