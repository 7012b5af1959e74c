#!/usr/bin/env python3
"""Makes data/text/sounds.tsv: the characters of GB 2312 by the sound that ICU's transliterator gives them, without tones.

    tools/make_sounds.py > data/text/sounds.tsv        (needs uconv of icu-devtools)
"""
import collections
import subprocess

rows = range(0xB0, 0xF8)
characters = []
for row in rows:
    for cell in range(0xA1, 0xFF):
        try:
            characters.append(bytes([row, cell]).decode("gb2312"))
        except UnicodeDecodeError:
            continue
sounds = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Han-Latin; Latin-ASCII; Lower"], input="\n".join(characters) + "\n",
                        capture_output=True, text=True, check=True).stdout.split("\n")
by_sound = collections.defaultdict(str)
for character, sound in zip(characters, sounds):
    by_sound[sound] += character
for sound in sorted(by_sound):
    print(f"{sound}\t{by_sound[sound]}")
