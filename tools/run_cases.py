#!/usr/bin/env python3
"""Runs text cases: what a user types and what he sees.

    # Words that explain the case.
    $ fengbiao issues missing.fb
    ----
    expected standard output, line by line
    ! expected standard error, line by line
    ? 2

A case file runs from top to bottom in a scratch folder of its own that holds a copy of samples/. `? 0` is left out. A line
`{..}` stands for any lines, `{..}` inside a line for any text. Commands are shell lines; `fengbiao` is the program under test.

usage: run_cases.py --program build/fengbiao FILE...        (--write puts what was seen into the files, to be read before use)
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ANY = "{..}"
ROOT = pathlib.Path(__file__).resolve().parent.parent


def parse(text):
    """Blocks: (lines before, command, stdout lines, stderr lines, exit code)."""
    blocks, before, block = [], [], None
    for line in text.splitlines():
        if line.startswith("$ "):
            block = {"before": before, "command": line[2:], "out": [], "err": [], "code": 0, "seen": False}
            before = []
            blocks.append(block)
        elif block is None or not block["seen"]:
            if line == "----" and block:
                block["seen"] = True
            elif block and line.strip():
                raise SystemExit(f"expected ---- after `$ {block['command']}`, got `{line}`")
            else:
                before.append(line)
        elif line.startswith("! "):
            block["err"].append(line[2:])
        elif re.fullmatch(r"\? \d+", line):
            block["code"] = int(line[2:])
        elif line.startswith("# "):
            before.append(line)
            block = None
        else:
            block["out"].append(line)
    for block in blocks:  # blank lines at the end part cases; they are no output
        while block["out"] and not block["out"][-1]:
            block["out"].pop()
    return blocks


def matches(expected, got):
    pattern = ""
    for line in expected:
        if line == ANY:
            pattern += "(?:[^\n]*\n)*?"
        else:
            pattern += "[^\n]*".join(re.escape(part) for part in line.split(ANY)) + "\n"
    text = "".join(line + "\n" for line in got)
    return re.fullmatch(pattern, text) is not None


def lines_of(text):
    lines = text.splitlines()
    while lines and not lines[-1]:
        lines.pop()
    return lines


def run(block, folder, program):
    environment = {"PATH": f"{folder}/.bin:{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    (folder / ".bin").mkdir(exist_ok=True)
    link = folder / ".bin" / "fengbiao"
    if not link.is_symlink():
        link.symlink_to(program)
    done = subprocess.run(["bash", "-c", block["command"]], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=300)
    return lines_of(done.stdout.decode("utf-8", "replace")), lines_of(done.stderr.decode("utf-8", "replace")), done.returncode


def show(title, expected, got):
    return [f"  {title}"] + ["    " + line for line in difflib.unified_diff(expected, got, "expected", "got", lineterm="", n=2)]


def run_file(path, program, write):
    problems, written = [], []
    blocks = parse(path.read_text(encoding="utf-8"))
    if not blocks:
        problems.append(f"{path}: no case in it")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if (ROOT / "samples").is_dir():
            shutil.copytree(ROOT / "samples", folder / "samples")
        for block in blocks:
            out, err, code = run(block, folder, program)
            wrong = []
            if not matches(block["out"], out):
                wrong += show("standard output", block["out"], out)
            if not matches(block["err"], err):
                wrong += show("standard error", block["err"], err)
            if code != block["code"]:
                wrong.append(f"  exit code: expected {block['code']}, got {code}")
            if wrong:
                problems += [f"{path}: $ {block['command']}"] + wrong
                block.update(out=out, err=err, code=code)
            written += block["before"] + [f"$ {block['command']}", "----"] + block["out"] + ["! " + line for line in block["err"]]
            written += [f"? {block['code']}"] * (block["code"] != 0) + [""]
    if write:
        path.write_text("\n".join(written).rstrip("\n") + "\n", encoding="utf-8")
    return problems


def self_test():
    """A runner that lets everything pass is no test: it must see each kind of difference."""
    good = "# words\n$ printf 'a\\nb 7 c\\n'; echo e >&2; exit 3\n----\na\nb {..} c\n! e\n? 3\n"
    bad = [good.replace("\na\n", "\nx\n"), good.replace("! e", "! f"), good.replace("? 3", "? 4"), good.replace("\na\n", "\n"),
           good.replace("! e\n", ""), good.replace("b {..} c", "b {..} d"), "# nothing\n"]
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name) / "a.test"
        for text, fine in [(good, True)] + [(text, False) for text in bad]:
            path.write_text(text, encoding="utf-8")
            if (not run_file(path, "/bin/true", False)) != fine:
                raise SystemExit(f"the runner is wrong about:\n{text}")
    print(f"sees each of {len(bad)} differences")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    args = parser.parse_args()
    if args.self_test:
        return self_test()
    problems = []
    for path in args.files:
        problems += run_file(path, args.program.resolve(), args.write)
    print("\n".join(problems) if problems else f"{len(args.files)} file(s) as expected")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
