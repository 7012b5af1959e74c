#!/usr/bin/env python3
"""An issue from its source to the printed forms and back: what is read from the pages, the book, the web page and the text is what was
written, every field of every article. The forms are held against what others demand of them (epubcheck, qpdf, jing), and built twice.

usage: press.py PROGRAM SCHEMAS       (--self-test proves that the comparison can fail)
"""
import email, email.policy, json, os, pathlib, re, shutil, subprocess, sys, tempfile, time
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import press_samples

FIELDS = ["section", "title", "sources", "compiled", "selected_by", "date", "author_note", "paragraphs"]
failures = []


def check(what, condition, seen=""):
    print(f"{'ok     ' if condition else 'FAILED '} {what}{'' if condition else f': {seen!r}'[:600]}")
    if not condition:
        failures.append(what)


def run(*args, env=None, ok=(0,)):
    done = subprocess.run([str(a) for a in args], capture_output=True, timeout=300, env={**os.environ, **(env or {})})
    if done.returncode not in ok:
        sys.exit(f"{args}: exit {done.returncode}: {(done.stdout[-800:] + done.stderr[-800:]).decode()}")
    return done.stdout.decode()


def read_back(program, file, folder):
    archive = folder / f"{file.name}.fb"
    archive.unlink(missing_ok=True)
    run(program, "ingest", archive, file, "--quiet")
    rows = [json.loads(line) for line in run(program, "export", archive, "--kind", "articles").splitlines()]
    return [{f: row[f] for f in FIELDS} for row in rows]


def differences(wanted, got):
    out = []
    if len(wanted) != len(got):
        out.append(("articles", len(wanted), len(got)))
    for n, (w, g) in enumerate(zip(wanted, got), 1):
        out += [(n, f, w[f], g[f]) for f in FIELDS if w[f] != g[f]]
    return out


def round_trip(program, wanted, folder, key, what):
    for kind in ("pdf", "epub", "html", "txt"):
        wrong = differences(wanted, read_back(program, folder / f"{key}.{kind}", folder))
        check(f"{what}: every field of {len(wanted)} articles comes back from {kind}", not wrong, (len(wrong), wrong[:2]))


def main():
    if "--self-test" in sys.argv:
        a = dict(press_samples.records(press_samples.make(5))[0])
        worse = [dict(a, title=a["title"] + "x")], [dict(a, paragraphs=a["paragraphs"] + ["y"])], []
        bad = [w for w in worse if not differences([a], w)]
        sys.exit(1 if bad or differences([a], [a]) else 0)
    program, schemas = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for seed in (7, 11):
            issue = press_samples.make(50, seed)
            source, out = folder / f"issue{seed}.md", folder / f"out{seed}"
            source.write_text(press_samples.source_text(issue), encoding="utf-8")
            run(program, "issue", "build", source, "--out", out)
            round_trip(program, press_samples.records(issue), out, source.stem, f"seed {seed}")
        # Twice, in another time zone and a second later.
        time.sleep(1.1)
        run(program, "issue", "build", source, "--out", folder / "again", env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C"})
        same = [f.name for f in sorted(out.iterdir()) if f.suffix != ".fb" and f.read_bytes() != (folder / "again" / f.name).read_bytes()]
        check("the same bytes twice", not same, same)
        key = source.stem
        if shutil.which("qpdf"):
            run("qpdf", "--check", out / f"{key}.pdf")
            check("qpdf finds nothing", True)
        info = run("pdfinfo", out / f"{key}.pdf")
        check("tagged, with title", "Tagged:          yes" in info and "风标电商观察" in info, info)
        fonts = run("pdffonts", out / f"{key}.pdf").splitlines()[2:]
        check("fonts are embedded subsets with their text", fonts and all(re.search(r"yes +yes +yes", f) for f in fonts), fonts)
        raw = run("pdftotext", "-layout", out / f"{key}.pdf", "-")
        starts = [l.strip()[0] for l in raw.splitlines() if l.strip()]
        check("no closing mark begins a line", not set(starts) & set("，。、；：？！”’）》」』】…%"), set(starts) & set("，。、；：？！”’）》」』】…%"))
        ends = [l.strip()[-1] for l in raw.splitlines() if l.strip()]
        check("no opening mark ends a line", not set(ends) & set("“‘（《「『【"), set(ends) & set("“‘（《「『【"))
        if shutil.which("epubcheck"):
            said = subprocess.run(["java", "-jar", shutil.which("epubcheck"), str(out / f"{key}.epub")], capture_output=True, text=True)
            check("epubcheck finds nothing", said.returncode == 0 and "WARNING" not in said.stdout + said.stderr, said.stdout + said.stderr)
        if shutil.which("jing"):
            said = subprocess.run(["jing", "-c", str(schemas / "atom.rnc"), str(out / f"{key}.atom")], capture_output=True, text=True)
            check("the Atom entry keeps its schema", said.returncode == 0, said.stdout + said.stderr)
        feed = json.loads((out / f"{key}.json").read_text(encoding="utf-8"))
        check("JSON Feed", feed["version"].endswith("1.1") and len(feed["items"]) == 1 and feed["items"][0]["id"].startswith("urn:uuid:"), feed)
        mail = email.message_from_bytes((out / f"{key}.eml").read_bytes(), policy=email.policy.default)
        plain, html = mail.get_body(("plain",)).get_content(), mail.get_body(("html",)).get_content()
        text = (out / f"{key}.txt").read_text(encoding="utf-8")
        check("the mail's plain part is the text", plain.replace("\r\n", "\n").strip() == text.strip(), plain[:200])
        check("its subject and page", "2023年第6期" in mail["subject"] and "<article" in html and "<img" not in html, mail["subject"])
        # Not over a file of somebody else.
        (out / f"{key}.txt").write_text("mine", encoding="utf-8")
        refused = subprocess.run([str(program), "issue", "build", str(source), "--out", str(out)], capture_output=True, text=True)
        check("a file of somebody else stays", refused.returncode == 2 and (out / f"{key}.txt").read_text() == "mine", refused.stderr)
    sys.exit(1 if failures else 0)


main()
