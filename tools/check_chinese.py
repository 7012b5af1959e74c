#!/usr/bin/env python3
"""C++ sources hold no Chinese outside comments and unit tests: what the program knows of Chinese stands under data/."""
import re

import house

CHINESE = re.compile("[\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
                     "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
# The same smuggled in as an escape inside a literal.
ESCAPE = re.compile(r"\\u(?:2[ef]|3[0-9]|4[ef]|[5-9][0-9a-f]|f[9a]|ff)[0-9a-f]{1,2}|\\x[eE][4-9]\\x[89abAB]", re.I)
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def check(root):
    found = []
    for path in house.tracked(root, ".h", ".cc"):
        place = path.relative_to(root)
        if place.parts[0] != "src" or place.name.endswith("_test.cc"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        # Comments become blank, their line ends stay.
        code = TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]) if m[0][:2] in ("//", "/*") else m[0], text)
        for number, line in enumerate(code.split("\n"), 1):
            if CHINESE.search(line):
                found.append(f"{place}:{number}: Chinese in the source; it belongs under data/")
            elif ESCAPE.search(line):
                found.append(f"{place}:{number}: a Chinese character as an escape; it belongs under data/")
    return found


GOOD = {
    "src/text/a.cc": '// 来源 is a word\nint a; /* 编选\n 编选 */ const char* b = "// no comment";\n',
    "src/text/a_test.cc": 'const char* a = "来源";\n',
    "src/text/b.cc": 'const char32_t a = 0x4E00; // a range\nconst char* b = "\\u00e9";\n',
}
BAD = [
    ({"src/text/c.cc": 'const char* a = "来源";\n'}, "src/text/c.cc:1: Chinese in the source"),
    ({"src/text/c.cc": 'int a; /* 来源 */ const char* b = "：";\n'}, "src/text/c.cc:1: Chinese"),
    ({"src/text/c.h": 'const char* a = "//" "源";\n'}, "src/text/c.h:1: Chinese"),
    ({"src/text/c.h": 'const char* a = R"(\n源)";\n'}, "src/text/c.h:2: Chinese"),
    ({"src/text/c.h": 'const char* a = "\\u6765\\u6e90";\n'}, "as an escape"),
]

if __name__ == "__main__":
    house.main(check, GOOD, BAD)
