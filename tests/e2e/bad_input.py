#!/usr/bin/env python3
"""Everything that may be wrong with an input or an archive: each gets one clear line, the others are still read.

usage: bad_input.py PROGRAM SAMPLES
"""
import gzip, os, pathlib, re, resource, shutil, subprocess, sys, tempfile

PROGRAM, SAMPLES = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []


def run(*args, program=PROGRAM, **more):
    return subprocess.run([program, *map(str, args)], capture_output=True, timeout=120, **more)


def check(what, condition, result=None):
    if not condition:
        failures.append(what)
        shown = f"\n    exit {result.returncode}\n    out {result.stdout[:400]!r}\n    err {result.stderr[:600]!r}" if result else ""
        print(f"FAILED  {what}{shown}")
    else:
        print(f"ok      {what}")


def bad_files(work):
    good = (SAMPLES / "general.txt").read_bytes()
    clean = (SAMPLES / "2023-03-20.txt").read_text(encoding="utf-8")
    make = lambda name, data: (work / name).write_bytes(data) and None
    expected = {}

    def bad(name, data, words):
        (work / name).write_bytes(data)
        expected[name] = words

    bad("empty.txt", b"", "empty")
    bad("blank.txt", b" \n\n\t\n", "blanks")
    bad("binary.txt", bytes(range(256)) * 20, "binary")
    bad("truncated.pdf", (SAMPLES / "2023-03-20.pdf").read_bytes()[:30000], "not a whole PDF")
    bad("truncated.docx", (SAMPLES / "2023-03-20.docx").read_bytes()[:4000], "ZIP")
    bad("mixed.txt", good + clean.encode("gb18030"), "mixed encodings")
    bad("archive.gz", gzip.compress(good, mtime=0), "gzip")
    bad("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG")
    bad("letter.txt", b"Dear Sir or Madam,\n\nthis is no bulletin.\n", "not a bulletin")
    bad("data.json", '{"title": "\u6807\u9898",\n "paragraphs": 3,\n "name": "\u7535\u5546"}\n'.encode(), "not a bulletin")
    bad("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "")
    with open(work / "huge.txt", "wb") as f:
        f.truncate(2 << 30)
    expected["huge.txt"] = "larger than the limit"
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--encrypt", "u", "o", "256", "--", SAMPLES / "2023-03-20.pdf", work / "locked.pdf"], check=True)
        expected["locked.pdf"] = "password"
    page = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n")
    bad("images-only.pdf", page, "no text")
    (work / "loop").mkdir()
    (work / "loop" / "again").symlink_to("..")
    expected["loop/again"] = "link back"
    make("good name.txt", good)
    (work / "na\x1b[31mme\n.txt").write_bytes((SAMPLES / "2023-04-05.txt").read_bytes())
    return expected


def inputs(work):
    pile = work / "pile"
    pile.mkdir()
    expected = bad_files(pile)
    r = run("ingest", work / "a.fb", pile, work / "missing.txt")
    out, err = r.stdout.decode(), r.stderr.decode()
    check("some inputs failed: exit code 1", r.returncode == 1, r)
    for name, words in expected.items():
        lines = [line for line in err.splitlines() if f"/{name}" in line]
        check(f"{name}: one clear line with '{words}'", len(lines) == 1 and words in lines[0], r)
    check("a missing file: one clear line", sum("missing.txt" in line and "no such file" in line for line in err.splitlines()) == 1, r)
    check("the good ones are read all the same", "2 added" in out, r)
    check("control characters never reach the terminal", "\x1b" not in out + err, r)
    check("the archive is whole afterwards", run("verify", work / "a.fb").returncode == 0)
    if (r := run("ingest", work / "b.fb", "-", input=(SAMPLES / "general.txt").read_bytes())).returncode != 0:
        check("standard input is read", False, r)
    for name, data in {"text/utf-16": clean_as("utf-16"), "text/gb18030": clean_as("gb18030"), "bom": b"\xef\xbb\xbf" + clean_as("utf-8")}.items():
        r = run("ingest", work / f"{name.replace('/', '-')}.fb", "-", input=data)
        check(f"{name} is read", r.returncode == 0 and b"21 articles" in r.stdout, r)


def clean_as(encoding):
    return (SAMPLES / "2023-03-20.txt").read_text(encoding="utf-8").encode(encoding)


def archives(work):
    whole = work / "whole.fb"
    assert run("ingest", whole, SAMPLES / "2023-03-20.txt", SAMPLES / "2023-04-05.txt").returncode == 0
    stranger = work / "stranger.fb"
    stranger.write_text("this is a letter\n" * 100)
    before = stranger.read_bytes()
    for command in (["issues", stranger], ["ingest", stranger, SAMPLES / "general.txt"], ["verify", stranger]):
        r = run(*command)
        check(f"{command[0]}: a file that is no archive is refused", r.returncode == 2 and b"not an archive" in r.stderr, r)
    check("and is left as it was", stranger.read_bytes() == before)
    r = run("issues", work / "none.fb")
    check("a missing archive is said to be missing", r.returncode == 2 and b"no such archive" in r.stderr and not (work / "none.fb").exists(), r)
    for size in (100, 4096, 20000):
        damaged = work / f"cut-{size}.fb"
        damaged.write_bytes(whole.read_bytes()[:size])
        r = run("verify", damaged)
        check(f"an archive cut at {size} bytes is refused or found damaged", r.returncode in (1, 2) and len(r.stdout + r.stderr) > 20, r)
    newer = work / "newer.fb"
    data = bytearray(whole.read_bytes())
    data[60:64] = (999).to_bytes(4, "big")  # PRAGMA user_version
    newer.write_bytes(data)
    r = run("issues", newer)
    check("a newer format is refused in words", r.returncode == 2 and b"newer" in r.stderr, r)
    r = run("backup", whole, whole)
    check("backup never writes over a file", r.returncode == 2 and run("verify", whole).returncode == 0, r)
    r = run("backup", whole, work / "copy.fb")
    check("backup is whole", r.returncode == 0 and run("verify", work / "copy.fb").returncode == 0, r)


def read_only(work):
    """As a plain user: root may write everywhere."""
    if os.geteuid() != 0:
        switch = lambda: None
    else:
        switch = lambda: (os.setgroups([]), os.setgid(65534), os.setuid(65534))
    folder = work / "readonly"
    folder.mkdir()
    run("ingest", folder / "a.fb", SAMPLES / "2023-03-20.txt")
    os.chmod(folder / "a.fb", 0o444)
    os.chmod(folder, 0o555)
    os.chmod(work, 0o755)
    probe = subprocess.run(["true"], preexec_fn=switch)
    if probe.returncode != 0:
        print("SKIPPED a read-only folder: cannot become a plain user here")
        return
    program = work / "fengbiao"  # where a plain user may start it
    shutil.copy(PROGRAM, program)
    r = run("issues", folder / "a.fb", program=program, preexec_fn=switch)
    check("an archive in a read-only folder can be read", r.returncode == 0 and b"2023-03-20" in r.stdout, r)
    r = run("ingest", folder / "a.fb", "-", program=program, preexec_fn=switch, input=(SAMPLES / "general.txt").read_bytes())
    check("and is not written to, in words", r.returncode == 2 and len(r.stderr.splitlines()) == 1, r)
    r = run("observations", folder / "a.fb", program=program, preexec_fn=switch)
    check("its records can be listed", r.returncode == 0 and b"2023-03-20/" in r.stdout, r)
    record = re.search(rb"2023-03-20/\d+-o\d+", r.stdout)[0].decode()
    r = run("explain", folder / "a.fb", record, program=program, preexec_fn=switch)
    check("and explained", r.returncode == 0 and record.encode() in r.stdout, r)
    correction = ["correct", folder / "a.fb", record, "--set", "period=2019-Q4", "--why", "w", "--by", "b"]
    r = run(*correction, program=program, preexec_fn=switch)
    check("but not corrected, in words", r.returncode == 2 and len(r.stderr.splitlines()) == 1 and b"only be read" in r.stderr, r)
    r = run(*correction, "--dry-run", program=program, preexec_fn=switch)
    check("what a correction would do can be asked", r.returncode == 0 and b"would be" in r.stdout, r)
    os.chmod(folder, 0o755)


def records(work):
    archive = work / "records.fb"
    run("ingest", archive, SAMPLES / "2023-03-20.txt")
    record = re.search(rb"2023-03-20/\d+-o\d+", run("observations", archive).stdout)[0].decode()
    correct = ["correct", archive, record, "--why", "w", "--by", "b", "--set"]
    wrong = {
        "an unknown record": (["explain", archive, "2023-03-20/1-o99999"], 1, b"no record"),
        "a record of an unknown issue": (["explain", archive, "1999-01-01/1-o5"], 1, b"no issue"),
        "an unknown field": ([*correct, "colour=red"], 2, b"there is no field"),
        "a field that is print": ([*correct, "text=7"], 2, b"there is no field"),
        "a period of no form": ([*correct, "period=last year"], 2, b"expected a period"),
        "a number that is none": ([*correct, "value=nan"], 2, b"expected a number"),
        "a text that is not UTF-8": ([*correct, b"area=\xff\xfe"], 2, b"expected words"),
        "control characters": ([*correct, "area=a\x1b[31mb"], 2, b"expected words"),
        "filters that contradict each other": (["observations", archive, "--from", "2023", "--to", "2022"], 2, b"later than"),
        "a measure that is none": (["observations", archive, "--measure", "size"], 2, b"expected level"),
        "two forms of output": (["observations", archive, "--json", "--csv"], 2, b"exclude each other"),
        "a correction that is not there": (["correct", archive, "--undo", "7", "--by", "b"], 1, b"no correction 7"),
        "a policy that nobody tells of": (["policy", archive, "nothing"], 1, b"no article tells"),
        "a day that is none": (["policies", archive, "--in-force-on", "2023-02-30"], 2, b"expected a day"),
        "questions that exclude each other": (["policies", archive, "--in-force-on", "2023-06-01", "--status", "draft"], 2, b"--in-force-on"),
        "a format for another kind": (["export", archive, "--kind", "articles", "--format", "ics"], 2, b"--kind policies"),
        "a workbook in a folder that is not there": (["export", archive, "--format", "xlsx", "-o", work / "none" / "a.xlsx"], 2, b"No such file"),
        "a data package over a file": (["export", archive, "--format", "datapackage", "-o", SAMPLES / "general.txt"], 2, b"folder"),
        "records of a file that is no archive": (["observations", SAMPLES / "general.txt"], 2, b"not an archive"),
        "records of no file": (["review", work / "none.fb"], 2, b"no such archive"),
    }
    for what, (command, code, words) in wrong.items():
        r = subprocess.run([PROGRAM, *(a if isinstance(a, bytes) else str(a) for a in command)], capture_output=True, timeout=120)
        said = r.stderr.splitlines()
        check(f"{what}: one clear line with '{words.decode()}'", r.returncode == code and len(said) == 1 and words in said[0] and b"\x1b" not in r.stderr, r)
    check("and nothing was corrected", run("correct", archive, "--list").returncode == 1 and run("verify", archive).returncode == 0)
    golden = pathlib.Path(__file__).parent.parent / "golden" / "format-1.fb"
    before = golden.read_bytes()
    for command in (["observations"], ["review"], ["policies"]):
        r = run(*command, golden)
        check(f"{command[0]} of an archive of format 1 says that it has no records", r.returncode == 1 and b"reread" in r.stderr, r)
    check("and leaves it as it was", golden.read_bytes() == before)


def disk_full(work):
    """A limit on the size of files stands for a disk that fills."""
    archive = work / "full.fb"
    run("ingest", archive, SAMPLES / "general.txt")
    limit = archive.stat().st_size + 4096
    r = run("ingest", archive, SAMPLES / "2023-03-20.txt", SAMPLES / "2023-04-05.txt", SAMPLES / "2023-03-20.html",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    check("a disk that fills is an error with words", r.returncode == 2 and len(r.stderr) > 20, r)
    verify = run("verify", archive)
    listing = run("issues", archive)
    check("and the archive is as it was", verify.returncode == 0 and b"general" in listing.stdout, verify)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for part in (inputs, archives, records, read_only, disk_full):
            part(work)
    print(f"{len(failures)} failed" if failures else "all as it should be")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
