#!/usr/bin/env python3
"""A room includes only its own headers and those of rooms it USES; CMakeLists.txt holds the lists. And one name is one type: two types of
one name, each in a header of its own, are one to the linker, which then mixes up their members without a word."""
import re

import house


def check(root):
    found = []
    uses, order = {}, []
    cmake = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    for name, rest in re.findall(r"^add_room\((\w+)\s+USES\s+(.*?)\s+LINKS", cmake, re.M | re.S):
        uses[name] = [w for w in rest.split() if w != '""']
        for room in uses[name]:
            if room not in order:
                found.append(f"CMakeLists.txt: room {name} uses {room}, which is not below it")
        order.append(name)
    for path in house.tracked(root, ".h", ".cc"):
        place = path.relative_to(root)
        if place.parts[0] != "src" or len(place.parts) < 3:
            continue
        room = place.parts[1]
        if room not in uses:
            found.append(f"{place}:1: src/{room} is no room of CMakeLists.txt")
            continue
        for number, line in enumerate(house.lines_of(path), 1):
            match = re.match(r'\s*#\s*include\s+"(\w+)/', line)
            if match and match[1] != room and match[1] not in uses[room]:
                found.append(f"{place}:{number}: room {room} may not include {match[1]} (it uses: {' '.join(uses[room]) or 'nothing'})")
            elif re.match(r'\s*#\s*include\s+"(?!\w+/)', line):
                found.append(f"{place}:{number}: include a header with its room: \"{room}/...\"")
    return found + namesakes(root)


def namesakes(root):
    """Types of the namespace fengbiao itself that are defined in two headers; one in an inner namespace is another type."""
    found, where = [], {}
    for path in house.tracked(root, ".h"):
        place = path.relative_to(root)
        if place.parts[0] != "src":
            continue
        inner = False
        for number, line in enumerate(house.lines_of(path), 1):
            if match := re.match(r"namespace (fengbiao(?:::\w+)*) \{", line):
                inner = match[1] != "fengbiao"
            match = re.match(r"(?:struct|class|enum class|enum) (\w+)\b(?!::)[^;]*$", line)
            if match and not inner:
                first = where.setdefault(match[1], place)
                if first != place:
                    found.append(f"{place}:{number}: a type {match[1]} is in {first} too; give one of them another name")
    return found


GOOD = {
    "CMakeLists.txt": 'add_room(base USES "" LINKS fmt)\nadd_room(text USES base LINKS "")\nadd_room(model USES base LINKS "")\n',
    "src/text/a.cc": '#include "text/a.h"\n#include "base/b.h"\n#include <vector>\n',
    "src/base/d.h": "namespace fengbiao {\nstruct Part {\n};\nclass Other;\n}\n",
    "src/text/d.h": "namespace fengbiao::text_room {\nstruct Part {\n};\n}\n",
    "src/model/d.h": "namespace fengbiao {\nclass Other {\n};\n}\n",
}
BAD = [
    ({"src/model/a.cc": '#include "text/a.h"\n'}, "src/model/a.cc:1: room model may not include text"),
    ({"src/base/a.h": '#include "text/a.h"\n'}, "room base may not include text"),
    ({"src/cellar/a.h": "\n"}, "src/cellar is no room"),
    ({"src/text/c.cc": '#include "a.h"\n'}, "include a header with its room"),
    ({"src/base/a.h": "namespace fengbiao {\nstruct Part {\n  int a;\n};\n}\n", "src/text/b.h": "namespace fengbiao {\nenum class Part : int {\n  a\n};\n}\n"},
     "src/text/b.h:2: a type Part is in src/base/a.h too"),
    ({"CMakeLists.txt": 'add_room(base USES text LINKS "")\nadd_room(text USES base LINKS "")\n'}, "room base uses text"),
]

if __name__ == "__main__":
    house.main(check, GOOD, BAD)
