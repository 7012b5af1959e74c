#!/usr/bin/env python3
"""Documents tell the truth: paths exist, both READMEs say the same, generated files are current, commands run.

    check_docs.py                         what needs no program
    check_docs.py --self-test             the same, proved on bad examples
    check_docs.py --generated PROGRAM     docs/manual-commands.md, docs/rules.md, docs/api.md, docs/fengbiao.1 and completions/ are what PROGRAM prints
    check_docs.py --readme PROGRAM        the sh blocks of README.md run (blocks after `<!-- not run -->` are left out)
    check_docs.py --examples PROGRAM      the examples of help pages run, in their order
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import house

DOCUMENTS = ["README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/manual.md", "docs/search.md", "docs/decide.md", "docs/comply.md",
             "docs/ledgers.md", "docs/pile.md", "docs/collect.md"]
GENERATED = {
    "docs/manual-commands.md": ["--manual"],
    "docs/rules.md": ["--rules"],
    "docs/api.md": ["--api"],
    "docs/fengbiao.1": ["--man"],
    "completions/fengbiao.bash": ["--completion", "bash"],
    "completions/_fengbiao": ["--completion", "zsh"],
    "completions/fengbiao.fish": ["--completion", "fish"],
}
NOT_RUN = "<!-- not run -->"


def outline(text):
    """Levels of the headings, and the code blocks as printed."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.M | re.S)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    return [len(m) for m in re.findall(r"^(#+) ", prose, re.M)], [(kind, strip_comments(code)) for kind, code in blocks]


def strip_comments(code):
    """Comments of a shell block may be in the reader's language."""
    return "\n".join(re.sub(r"\s+#\s.*", "", line).rstrip() for line in code.splitlines() if not line.startswith("#"))


def check(root):
    found = []
    for name in DOCUMENTS:
        path = root / name
        if not path.exists():
            found.append(f"{name}:1: is missing")
            continue
        in_code = False
        for number, line in enumerate(house.lines_of(path), 1):
            if line.startswith("```"):
                in_code = not in_code
            for word in re.findall(r"`([^`\s]+)`", line) if not in_code else []:
                if not re.fullmatch(r"(?:\./)?[\w.-]+(?:/[\w.-]+)*/?", word) or re.search(r"[A-Z]{3,}", word.replace("README", "")):
                    continue
                parts = pathlib.PurePosixPath(word).parts
                is_path = word.startswith("./") or (len(parts) > 1 and (root / parts[0]).is_dir()) or (
                    word.endswith("/") and len(parts) == 1)
                if is_path and not parts[0].startswith("build") and not (root / word).exists():
                    found.append(f"{name}:{number}: there is no `{word}`")
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", line) if not in_code else []:
                if "://" not in target and not (path.parent / target).exists():
                    found.append(f"{name}:{number}: a link to nothing: {target}")
    if (root / "README.md").exists() and (root / "README.zh.md").exists():
        ours, theirs = (outline((root / n).read_text(encoding="utf-8")) for n in ("README.md", "README.zh.md"))
        if ours[0] != theirs[0]:
            found.append(f"README.zh.md:1: headings differ from README.md: {ours[0]} and {theirs[0]}")
        for a, b in zip(ours[1], theirs[1]):
            if a != b:
                found.append(f"README.zh.md:1: a code block differs from README.md:\n{a[1]}\n--\n{b[1]}")
        if len(ours[1]) != len(theirs[1]):
            found.append("README.zh.md:1: the number of code blocks differs from README.md")
    return found


def generated(program):
    found = []
    for name, flags in GENERATED.items():
        fresh = subprocess.run([program, "docs", *flags], capture_output=True, text=True, check=True).stdout
        path = house.ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != fresh:
            found.append(f"{name}:1: is not what the program prints; `make docs` writes it anew")
    return found


def run_script(program, script):
    """Runs shell lines in a scratch folder that looks like the project after a build."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build").mkdir()
        (folder / "build" / "fengbiao").symlink_to(program)
        shutil.copytree(house.ROOT / "samples", folder / "samples")
        environment = {"PATH": f"{folder}/build:{os.environ['PATH']}", "HOME": name, "LANG": "C.UTF-8"}
        done = subprocess.run(["bash", "-e", "-u", "-x", "-o", "pipefail", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=600)
        if done.returncode == 0:
            return []
        return [f"exit code {done.returncode} after:\n" + "\n".join(done.stderr.splitlines()[-8:])]


def readme(program):
    text = (house.ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^({re.escape(NOT_RUN)}\n+)?```sh\n(.*?)^```", text, re.M | re.S)
    script = "\n".join(code for skipped, code in blocks if not skipped)
    if "fengbiao" not in script:
        return ["README.md:1: no command to run"]
    return run_script(program, script)


def examples(program):
    lines = house.lines_of(house.ROOT / "data/cli/examples.txt")
    return run_script(program, "\n".join(line.removeprefix("$ ") for line in lines if line.startswith(("fengbiao ", "$ "))))


GOOD = {
    **{name: "# A\n\nSee `src/a.h`.\n\n```sh\nfengbiao help   # words\n```\n" for name in DOCUMENTS},
    "src/a.h": "// a\n",
    "docs/a.md": "\n",
}
BAD = [
    ({"README.md": GOOD["README.md"].replace("src/a.h", "src/b.h")}, "README.md:3: there is no `src/b.h`"),
    ({"ARCHITECTURE.md": "see `docs/b.md`\n"}, "there is no `docs/b.md`"),
    ({"ARCHITECTURE.md": "see `./tool`\n"}, "there is no `./tool`"),
    ({"ARCHITECTURE.md": "see `cellar/`\n"}, "there is no `cellar/`"),
    ({"README.zh.md": "# A\n\n## B\n\n```sh\nfengbiao help\n```\n"}, "headings differ"),
    ({"README.zh.md": "# A\n\n```sh\nfengbiao hlep\n```\n"}, "a code block differs"),
    ({"README.zh.md": "# A\n"}, "the number of code blocks differs"),
    ({"CONTRIBUTING.md": "[x](docs/none.md)\n"}, "a link to nothing"),
]

if __name__ == "__main__":
    MODES = {"--generated": generated, "--readme": readme, "--examples": examples}
    if len(sys.argv) == 3 and sys.argv[1] in MODES:
        problems = MODES[sys.argv[1]](str(pathlib.Path(sys.argv[2]).resolve()))
        print("\n".join(problems) if problems else "as promised")
        sys.exit(1 if problems else 0)
    house.main(check, GOOD, BAD)
