#!/usr/bin/env python3
"""Every picture of the gallery is well-formed XML of known elements, loads and runs nothing, keeps its words within its frame and off each
other, and comes out the same again.

    check_pictures.py GALLERY_PROGRAM
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

KNOWN = {"svg", "title", "rect", "line", "text", "circle", "path"}
SVG = "{http://www.w3.org/2000/svg}"


def width_of(text, size):
    """Not more than the characters take: a narrow estimate, so that only real overlaps are complained about."""
    return sum(size if ord(c) > 0x2E7F else size * 0.45 for c in text)


def box(element):
    size = float(element.get("font-size", "13"))
    x, y = float(element.get("x")), float(element.get("y"))
    width = width_of(element.text or "", size)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[element.get("text-anchor", "start")]
    return left, y - size * 0.75, left + width, y + size * 0.1


def troubles(path):
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    found = [f"an element <{e.tag}>" for e in root.iter() if e.tag.removeprefix(SVG) not in KNOWN]
    found += [f"an attribute {name}" for e in root.iter() for name in e.attrib if name.startswith("on") or "href" in name]
    if re.search(r"nan|inf\b", re.sub(r">[^<]*<", "><", text)):
        found.append("a place that is no number")
    width, height = float(root.get("width")), float(root.get("height"))
    boxes = [(box(e), e.text) for e in root.iter(SVG + "text")]
    for (left, top, right, bottom), words in boxes:
        if left < 0 or right > width or top < 0 or bottom > height:
            found.append(f"out of the frame: {words}")
    for i, (a, words) in enumerate(boxes):
        for b, other in boxes[i + 1:]:
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                found.append(f"one upon the other: {words} / {other}")
    return found


def main(program):
    found = []
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        for folder in (first, second):
            subprocess.run([program, folder], check=True)
        pictures = sorted(pathlib.Path(first).glob("*.svg"))
        if len(pictures) < 20:
            found.append(f"only {len(pictures)} pictures")
        for picture in pictures:
            found += [f"{picture.name}: {trouble}" for trouble in troubles(picture)]
            if picture.read_bytes() != (pathlib.Path(second) / picture.name).read_bytes():
                found.append(f"{picture.name}: comes out otherwise the second time")
    print("\n".join(found) if found else f"{len(pictures)} pictures as they should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
