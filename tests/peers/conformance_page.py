#!/usr/bin/env python3
"""Writes docs/conformance.md from the differences that the conformance tests list.

usage: conformance_page.py > docs/conformance.md
       conformance_page.py --check        exit 1 when the page is not current
"""
import importlib, pathlib, sys

from recognizers_common import ROOT, page

HEAD = """# Conformance with Recognizers-Text

[Recognizers-Text](https://github.com/microsoft/Recognizers-Text) publishes test cases for its Chinese models, under the MIT licence.
The tests `corpus.recognizers` and `corpus.recognizers_times` hold our records against them where the cases lie beside the checkout
(`../shared/peers/recognizers-text`), and are skipped elsewhere. A case is right when there are as many hits as expected, each of
the same type, at the same place and of the same value. Cases that their own package for JavaScript does not support do not count
for the bar; the tests print the share of all cases too (docs/quality.md has the figures).

Where conventions differ the tests give our records in their form. Only form changes: units, ends, which records count. No numeral
is read anew and nothing looks at what is expected. These are the differences. This page is written by `tests/peers/conformance_page.py`.
"""
PARTS = {"recognizers": "Numbers, percentages, ordinals, currencies, dimensions", "recognizers_times": "Dates, periods, durations"}


def text():
    here = pathlib.Path(__file__).resolve().parent
    parts = [page(title, importlib.import_module(name).DIFFERENCES) for name, title in PARTS.items() if (here / f"{name}.py").is_file()]
    return "\n".join([HEAD, *parts])


def main():
    if "--check" not in sys.argv:
        return print(text(), end="")
    kept = ROOT / "docs" / "conformance.md"
    if not kept.is_file() or kept.read_text(encoding="utf-8") != text():
        sys.exit("docs/conformance.md is not current: tests/peers/conformance_page.py > docs/conformance.md")
    print("docs/conformance.md is current")


if __name__ == "__main__":
    main()
