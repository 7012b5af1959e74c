#!/usr/bin/env python3
"""Ledgers under many writers and kill -9: what a command has reported as entered is there, once, whole, and an allowance is never overdrawn.

usage: ledgers.py PROGRAM SAMPLES
       ledgers.py --self-test PROGRAM SAMPLES     plants a lost and a doubled entry in what was reported and must see both
"""
import json, pathlib, random, subprocess, sys, tempfile, threading, time

from server import check, finish, run

self_test = sys.argv[1] == "--self-test"
program, samples = sys.argv[-2], pathlib.Path(sys.argv[-1])
WRITERS, SECONDS, LIMIT = 4, 6, 26000


def signed(*words):
    return [*words, "--by", "clerk", "--why", "test", "--day", "2023-10-01", "--json"]


def wrongs(reported, orders):
    """What does not fit between what the commands reported and what the ledger holds."""
    there = [o["order"] for o in orders]
    out = [f"{o} was reported and is not there" for o in reported if o not in there]
    out += [f"{o} is there {there.count(o)} times" for o in set(there) if there.count(o) > 1]
    return out


with tempfile.TemporaryDirectory() as folder:
    archive = pathlib.Path(folder) / "ec.fb"
    run(program, "ingest", archive, samples / "general.txt")
    reported, killed, stop = [], 0, time.monotonic() + SECONDS

    def writer(seed):
        global killed
        chance = random.Random(seed)
        for n in range(10**6):
            if time.monotonic() > stop:
                return
            # Every second number is tried by two writers; all buyers share few allowances.
            order = f"{seed // 2 if n % 2 else seed + 10}-{n}"
            words = [program, "allowance", archive, "order", f"p{n % 3}", *signed("--order", order, "--amount", "999.99")]
            process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            if chance.random() < 0.4:
                time.sleep(chance.random() * 0.02)
                process.kill()
            said, _ = process.communicate()
            killed += process.returncode == -9
            if process.returncode == 0 and said:
                reported.append(json.loads(said)["data"]["order"])

    threads = [threading.Thread(target=writer, args=(seed,)) for seed in range(WRITERS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(f"{len(reported)} orders reported, {killed} commands killed")
    check("some were entered", len(reported) > 20)
    check("some were killed", killed > 5)
    orders = []
    for n in range(3):
        shown = json.loads(run(program, "allowance", archive, "show", f"p{n}", "--json"))
        orders += shown["orders"]
        used = float(shown["years"][0]["used"])
        check(f"p{n} is not overdrawn", used <= LIMIT)
        check(f"p{n}'s balance is the sum of the orders", abs(used - 999.99 * len(shown["orders"])) < 0.001)
    if self_test:
        found = wrongs([*reported, "lost-1"], [*orders, orders[0]])
        check("a lost and a doubled order are seen", len(found) == 2)
    else:
        check("nothing reported is lost, nothing doubled", wrongs(reported, orders) == [])
    check("verifies", b"whole" in run(program, "verify", archive))
    # What a killed command wrote and could not report may be there; nothing else.
    check("no more than was tried", len(orders) <= len(reported) + killed)
finish()
