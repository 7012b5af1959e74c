"""What the house checks share: run a check over the project, or prove with bad examples that it can fail.

A check is a function from the project's folder to a list of messages `file:line: what is wrong`. Its bad examples are small
projects that it must complain about, each with words of the message; its good example must pass.
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def tracked(root, *suffixes):
    """Files of the project, sorted: what git knows or would add; in a folder without git, all of them."""
    if (root / ".git").exists():
        out = subprocess.run(["git", "-c", f"safe.directory={root}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                             cwd=root, capture_output=True, text=True, check=True).stdout
        names = sorted(set(out.split("\0")) - {""})
    else:
        names = sorted(str(p.relative_to(root)) for p in root.rglob("*"))
    paths = [root / n for n in names]
    return [p for p in paths if p.is_file() and not p.relative_to(root).parts[0].startswith("build")
            and (not suffixes or p.suffix in suffixes)]


def lines_of(path):
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def plant(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(check, good, bad):
    if sys.argv[1:] == ["--self-test"]:
        failures = []
        for files, words in [(good, None)] + bad:
            with tempfile.TemporaryDirectory() as folder:
                root = pathlib.Path(folder)
                plant(root, {**good, **files})
                found = check(root)
            if words is None and found:
                failures.append(f"complains about the good example: {found}")
            if words is not None and not any(words in message for message in found):
                failures.append(f"does not find `{words}`: {found}")
        print("\n".join(failures) if failures else f"finds each of {len(bad)} bad examples")
        sys.exit(1 if failures else 0)
    found = check(ROOT)
    print("\n".join(found) if found else "nothing to complain about")
    sys.exit(1 if found else 0)
