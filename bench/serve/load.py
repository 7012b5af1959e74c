#!/usr/bin/env python3
"""Serves an archive of generated issues and has wrk ask it; see bench/serve/run."""
import argparse, json, pathlib, random, re, subprocess, sys, time, urllib.error, urllib.parse, urllib.request

HERE = pathlib.Path(__file__).parent


def arguments():
    p = argparse.ArgumentParser()
    for name in ("make", "texts", "program", "work"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--issues", type=int, default=300)
    p.add_argument("--seconds", type=int, default=60)
    p.add_argument("--connections", type=int, default=64)
    p.add_argument("--threads", type=int, default=2, help="of wrk")
    p.add_argument("--at-once", action="store_true", help="do not wait until all is gathered")
    return p.parse_args()


def archive_of(a):
    work = pathlib.Path(a.work)
    folder, archive = work / f"issues-{a.issues}", work / f"{a.issues}.fb"
    work.mkdir(parents=True, exist_ok=True)
    if not archive.exists():
        subprocess.run([a.make, a.texts, folder, str(a.issues)], check=True)
        begun = time.monotonic()
        subprocess.run([a.program, "ingest", archive, folder, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        print(f"{a.issues} issues read in {time.monotonic() - begun:.0f} s")
    return folder, archive


def queries(folder, count):
    """Different ones: stretches of the texts of 1 to 8 characters in turn, every sixth one two of a line."""
    pick = random.Random(7)
    files = sorted(folder.glob("*.txt"))
    lines = []
    for file in pick.sample(files, min(len(files), 200)):
        lines += [runs for line in file.read_text().splitlines() if (runs := re.findall("[\u4e00-\u9fff]+", line))]
    seen = set()
    for n in range(count * 20):
        runs = pick.choice(lines)
        words = []
        for _ in range(2 if n % 6 == 0 else 1):
            run = pick.choice(runs)
            size = min(len(run), 1 + n % 8)
            begin = pick.randrange(len(run) - size + 1)
            words.append(run[begin : begin + size])
        seen.add(" ".join(words))
        if len(seen) == count:
            break
    out = sorted(seen)
    pick.shuffle(out)
    return ["/api/v1/search?q=" + urllib.parse.quote(q) for q in out]


class Served:
    def __init__(self, a, archive, *flags):
        self.process = subprocess.Popen([a.program, "serve", archive, "--listen", "127.0.0.1:0", *flags], stdout=subprocess.PIPE)
        self.base = self.process.stdout.readline().decode().strip().rstrip("/")
        self.begun = time.monotonic()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def json(self, path, patience=7200):
        until = time.monotonic() + patience
        while True:
            try:
                with urllib.request.urlopen(self.base + path, timeout=60) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                if error.code != 503 or time.monotonic() > until:
                    raise
            time.sleep(0.2)

    def wait_for(self, what, path):
        self.json(path)
        print(f"{what}: {time.monotonic() - self.begun:.1f} s after the start, {self.memory()} MB")

    def memory(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) // 1024

    def articles(self):
        out, cursor = [], ""
        while cursor is not None:
            page = self.json(f"/api/v1/articles?limit=200{cursor and '&cursor='}{cursor}")
            out += ["/api/v1/articles/" + item["id"] for item in page["items"]]
            cursor = page["next"]
        random.Random(7).shuffle(out)
        return out


def measure(a, served, name, paths, work):
    file = work / "paths.txt"
    file.write_text("\n".join(paths) + "\n")
    before = served.memory()
    done = subprocess.run(["wrk", f"-t{a.threads}", f"-c{a.connections}", f"-d{a.seconds}s", "-s", HERE / "load.lua", served.base, "--", file,
                           str(a.threads)], capture_output=True, text=True)
    result = re.search(r"^RESULT (.*)$", done.stdout, re.M)
    if not result:
        sys.exit(done.stdout + done.stderr)
    requests, seconds, median, late, latest, errors = result[1].split()
    after = served.memory()
    print(f"{name:<44} {int(requests) / float(seconds):>9.0f} {float(median):>9.1f} {float(late):>9.1f} {float(latest):>9.1f} {errors:>7} {before:>7} {after:>7}", flush=True)


def main():
    a = arguments()
    folder, archive = archive_of(a)
    work = pathlib.Path(a.work)
    asked = queries(folder, min(4000 * a.seconds, 300_000))
    for flags, kept in ((["--cache", "0"], "not kept"), ([], "kept")):
        with Served(a, archive, *flags) as served:
            about = served.json("/api/v1/archive")
            print(f"{about['issues']} issues, {about['articles']} articles; answers {kept}")
            served.wait_for("search", "/api/v1/search?q=x")
            if not a.at_once:
                for part in ("series", "policies", "entities", "findings"):
                    served.wait_for(part, f"/api/v1/{part}?limit=1")
            print(f"{'':<44} {'answers/s':>9} {'ms p50':>9} {'p99':>9} {'max':>9} {'errors':>7} {'MB':>7} {'then':>7}")
            if kept == "not kept":
                measure(a, served, "different searches", asked, work)
            articles = served.articles()
            measure(a, served, f"articles, {kept}, the first time", articles, work)
            measure(a, served, f"articles, {kept}", articles, work)


main()
