#!/usr/bin/env python3
"""Kills an ingest with SIGKILL at random instants and looks at what is left.

usage: kill_ingest.py PROGRAM SAMPLES [--rounds 200] [--seed 1]

After each kill the archive must open and verify, and hold every issue that had been reported as done, whole. Then the
ingest is run again on the same archive, killed again, and so on; the last round runs to its end. Even rounds begin with a
fresh archive, odd ones go on with the one that was just hurt.
"""
import argparse, json, pathlib, random, re, subprocess, sys, tempfile, time


def make_pile(samples, folder, count, rng):
    """Issues of our own samples' lines in another order: enough text that a kill hits reading and writing alike."""
    texts = [(samples / name).read_text(encoding="utf-8") for name in ("2023-03-20.txt", "2023-04-05.txt")]
    texts = [text[text.index("\u3010"):] for text in texts]  # without a cover: the file's name is the issue's
    for n in range(count):
        blocks = texts[n % 2].split("\n\n")
        body = blocks[1:]
        rng.shuffle(body)
        (folder / f"issue-{n:04}.txt").write_text("\n\n".join(blocks[:1] + body * 4), encoding="utf-8")


def run_and_kill(program, archive, pile, delay):
    """Lines of done issues that were printed before the kill, and whether the program ended by itself."""
    child = subprocess.Popen([program, "ingest", archive, pile], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if delay is not None:
        time.sleep(delay)
        child.kill()
    out, err = child.communicate()
    if child.returncode not in (0, -9):
        sys.exit(f"ingest ended with {child.returncode}: {err.decode(errors='replace')[-500:]}")
    done = []
    text = out.decode("utf-8", "replace")
    for line in text[:text.rfind("\n") + 1].splitlines():  # a last line without its end was cut by the kill
        if match := re.search(r": (?:added|unchanged|replaced|reread|superseded) (\S+),", line):
            done.append(match[1])
    return done, child.returncode == 0


def look(program, archive, acknowledged):
    if not acknowledged and not pathlib.Path(archive).exists():
        return 0
    verify = subprocess.run([program, "verify", archive, "--quiet"], capture_output=True, text=True)
    if verify.returncode != 0:
        sys.exit(f"verify found troubles after a kill:\n{verify.stdout}{verify.stderr}")
    listing = subprocess.run([program, "issues", archive, "--json"], capture_output=True, text=True)
    keys = {row["issue"] for row in json.loads(listing.stdout)["issues"]} if listing.stdout.strip() else set()
    missing = [key for key in acknowledged if key not in keys]
    if missing:
        sys.exit(f"acknowledged but missing after a kill: {missing[:5]}")
    return len(keys)


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("program")
    ap.add_argument("samples", type=pathlib.Path)
    ap.add_argument("--rounds", type=int, default=200)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        pile = work / "pile"
        pile.mkdir()
        make_pile(args.samples, pile, 120, rng)
        start = time.monotonic()
        run_and_kill(args.program, str(work / "whole.fb"), str(pile), None)
        whole = time.monotonic() - start
        kills = 0
        acknowledged, archive = [], None
        for n in range(args.rounds):
            if n % 2 == 0:
                archive, acknowledged = str(work / f"{n}.fb"), []
            done, ended = run_and_kill(args.program, archive, str(pile), rng.uniform(0, whole * 1.05))
            kills += not ended
            acknowledged += done
            look(args.program, archive, acknowledged)
        if args.rounds % 2 == 1 or archive is None:
            archive = archive or str(work / "last.fb")
        done, _ = run_and_kill(args.program, archive, str(pile), None)
        held = look(args.program, archive, done)
        if held != 120:
            sys.exit(f"after the last, unhurt run the archive holds {held} of 120 issues")
        if kills * 2 < args.rounds:
            sys.exit(f"only {kills} of {args.rounds} kills came before the end: the pile is too small for this machine")
        print(f"{args.rounds} rounds, {kills} killed in the middle (a whole run takes {whole:.2f} s): nothing acknowledged was lost")


if __name__ == "__main__":
    main()
