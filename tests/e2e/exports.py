#!/usr/bin/env python3
"""Exports read back by other programs: workbooks by openpyxl, SDMX-CSV by the rules of its field guide, data packages by their own schema,
calendars by icalendar, SARIF logs by what the standard demands. Run by Debian's Python, which has these.

usage: exports.py PROGRAM SAMPLES       (--self-test proves on bad files that the readers can fail)
"""
import csv, datetime, io, json, pathlib, re, subprocess, sys, tempfile, zipfile

failures = []


def check(what, condition, seen=""):
    print(f"{'ok     ' if condition else 'FAILED '} {what}{'' if condition else f': {seen!r}'[:400]}")
    if not condition:
        failures.append(what)


def run(program, *args):
    done = subprocess.run([program, *map(str, args)], capture_output=True, timeout=300)
    if done.returncode not in (0, 1):
        sys.exit(f"{args}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout


# --- SDMX-CSV 2.0

DIMENSIONS = ["INDICATOR", "REF_AREA", "ENTITY", "FREQ", "MEASURE", "TRANSFORMATION", "REPORT", "TIME_PERIOD"]
CODES = {"ACTION": "IARDM", "FREQ": ["A", "S", "Q", "M", "W", "D", "_O"], "MEASURE": ["LEVEL", "GROWTH", "SHARE", "RANK", "CHANGE"],
         "TRANSFORMATION": ["N", "GY", "G1", "GC", "GM", "GB", "_X"], "OBS_STATUS": ["A", "F", "V"], "APPROX": ["EQ", "GT", "LT", "AP"],
         "TIME_PER_COLLECT": ["", "E", "S"], "OUTLOOK": ["", "forecast", "target"]}
DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIMES = {"A": r"\d{4}", "S": r"\d{4}-S[12]", "Q": r"\d{4}-Q[1-4]", "M": r"\d{4}-(0[1-9]|1[0-2])", "W": r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])", "D": DAY,
         "_O": DAY + r"/P\d+[YMD]"}


def sdmx_troubles(text):
    """What of the file breaks the rules of SDMX-CSV 2.0 or of our code lists."""
    out = []
    if not text.endswith("\r\n"):
        out.append("the last row has no end")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    head = rows[0]
    if not re.fullmatch(r"STRUCTURE(\[[^\]]\])?", head[0]) or head[1:3] != ["STRUCTURE_ID", "ACTION"]:
        out.append(f"the header begins with {head[:3]}")
    if len(set(head)) != len(head) or any(not re.fullmatch(r"[A-Z][A-Z0-9_]*(\[.?\])?", h) for h in head):
        out.append("column names are not unique ids")
    if any(h.endswith("[]") for h in head) and head[0] == "STRUCTURE":
        out.append("several values in a field, but no separator is declared")
    missing = [d for d in DIMENSIONS + ["OBS_VALUE"] if d not in head]
    if missing:
        return out + [f"no column {missing}"]
    keys = set()
    for n, row in enumerate(rows[1:], 2):
        if len(row) != len(head):
            out.append(f"row {n} has {len(row)} fields")
            continue
        r = dict(zip(head, row))
        if r[head[0]] not in ("dataflow", "datastructure", "dataprovision") or not re.fullmatch(r"[A-Z]\w*:\w+\(\d+\.\d+\.\d+\)", r["STRUCTURE_ID"]):
            out.append(f"row {n}: structure {r[head[0]]} {r['STRUCTURE_ID']}")
        for column, codes in CODES.items():
            if r[column] not in list(codes):
                out.append(f"row {n}: {column} is {r[column]!r}")
        if any(not r[d] for d in DIMENSIONS):
            out.append(f"row {n}: an empty dimension")
        if not re.fullmatch(TIMES.get(r["FREQ"], "x"), r["TIME_PERIOD"]):
            out.append(f"row {n}: TIME_PERIOD {r['TIME_PERIOD']} does not go with FREQ {r['FREQ']}")
        if not re.fullmatch(r"-?\d+(\.\d+)?", r["OBS_VALUE"]) or not r["UNIT_MULT"].isdigit() or not r["UNIT_MEASURE"]:
            out.append(f"row {n}: value {r['OBS_VALUE']} {r['UNIT_MEASURE']} {r['UNIT_MULT']}")
        elif len(r["OBS_VALUE"].partition(".")[2]) != int(r["DECIMALS"]):
            out.append(f"row {n}: {r['OBS_VALUE']} has not {r['DECIMALS']} decimals")
        key = tuple(r[d] for d in DIMENSIONS)
        if key in keys:
            out.append(f"row {n}: the key is there already: {key}")
        keys.add(key)
    return out


def has_both_ends(period):
    """A period that is told, closed, and does not end before it begins."""
    if not period or period.startswith("/") or period.endswith("/"):
        return False
    begin, _, end = period.partition("/")
    return not end or end >= begin[:len(end)]


def sdmx(program, archive, records):
    text = run(program, "export", archive, "--format", "sdmx-csv").decode("utf-8")
    troubles = sdmx_troubles(text)
    check("SDMX-CSV keeps the rules", not troubles, troubles[:3])
    rows = {r["REPORT"]: r for r in csv.DictReader(io.StringIO(text, newline=""))}
    placed = [o for o in records if has_both_ends(o["period"])]
    check("an observation with a period is a row, no other is", sorted(rows) == sorted(o["id"] for o in placed), len(rows))
    close = lambda a, b: abs(a - b) <= 1e-9 * max(1, abs(a))
    wrong = [o["id"] for o in placed if not close(o["value"], float(rows[o["id"]]["OBS_VALUE"]) * 10 ** int(rows[o["id"]]["UNIT_MULT"]))]
    check("every value comes back", not wrong, wrong)
    check("with its sentence", all(rows[o["id"]]["QUOTE"] == o["quote"] for o in placed))


# --- data package

def package_troubles(descriptor, files):
    """What of a data package is not as its descriptor says."""
    out = []
    package = json.loads(descriptor)
    if not re.fullmatch(r"[a-z0-9._-]+", package.get("name", "")) or not package.get("resources"):
        return ["no name or no resource"]
    for resource in package["resources"]:
        data = files.get(resource["path"])
        if data is None:
            out.append(f"no file {resource['path']}")
            continue
        if len(data) != resource["bytes"]:
            out.append(f"{resource['path']} has {len(data)} bytes, not {resource['bytes']}")
        dialect = resource["dialect"]
        rows = list(csv.reader(io.StringIO(data.decode(resource["encoding"]), newline=""), delimiter=dialect["delimiter"],
                               quotechar=dialect["quoteChar"], doublequote=dialect["doubleQuote"], strict=True))
        fields = resource["schema"]["fields"]
        if rows[0] != [f["name"] for f in fields]:
            out.append("the header is not that of the schema")
            continue
        seen = set()
        for n, row in enumerate(rows[1:], 2):
            if len(row) != len(fields):
                out.append(f"row {n} has {len(row)} fields")
                continue
            for value, field in zip(row, fields):
                if value in resource["schema"]["missingValues"]:
                    if field["constraints"]["required"]:
                        out.append(f"row {n}: {field['name']} is missing")
                elif not is_a(value, field["type"]):
                    out.append(f"row {n}: {field['name']} is {value!r}, no {field['type']}")
            key = row[[f["name"] for f in fields].index(resource["schema"]["primaryKey"])]
            if key in seen:
                out.append(f"row {n}: the key {key} is there already")
            seen.add(key)
    return out


def is_a(value, kind):
    try:
        if kind == "integer":
            return str(int(value)) == value
        if kind == "number":
            return value == value.strip() and float(value) is not None
        if kind == "date":
            return datetime.date.fromisoformat(value) is not None
    except ValueError:
        return False
    return kind == "string" or (kind == "boolean" and value in ("true", "false"))


def data_package(program, archive, work, records):
    for kind in ("articles", "observations", "policies"):
        folder, packed = work / f"package-{kind}", work / f"{kind}.zip"
        run(program, "export", archive, "--kind", kind, "--format", "datapackage", "-o", folder)
        files = {p.name: p.read_bytes() for p in folder.iterdir()}
        troubles = package_troubles(files["datapackage.json"], files)
        check(f"the data package of {kind} is as its descriptor says", not troubles, troubles[:3])
        run(program, "export", archive, "--kind", kind, "--format", "datapackage", "-o", packed)
        with zipfile.ZipFile(packed) as z:
            check(f"and the same as a ZIP file", z.testzip() is None and {n: z.read(n) for n in z.namelist()} == files)
        if kind == "observations":
            rows = list(csv.DictReader(io.StringIO(files["observations.csv"].decode(), newline="")))
            same = len(rows) == len(records) and all(r["quote"] == o["quote"] and float(r["value"]) == o["value"] and r["period"] == (o["period"] or "")
                                                     for r, o in zip(rows, records))
            check("every observation comes back", same)


# --- workbook

def workbook(program, archive, work, records):
    import openpyxl
    target = work / "observations.xlsx"
    run(program, "export", archive, "--kind", "observations", "--format", "xlsx", "-o", target)
    with zipfile.ZipFile(target) as z:
        check("the workbook is a whole ZIP file", z.testzip() is None)
        core = z.read("docProps/core.xml").decode()
        check("made when the data was made", "2023-04-05T00:00:00Z" in core, core)
    book = openpyxl.load_workbook(target)
    check("it has the records and notes", book.sheetnames == ["observations", "notes"], book.sheetnames)
    sheet = book["observations"]
    rows = list(sheet.iter_rows(values_only=True))
    head = rows[0]
    check("the header is frozen and filtered", sheet.freeze_panes == "B2" and sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A1:"),
          (sheet.freeze_panes, sheet.auto_filter.ref))
    check("one row a record", len(rows) - 1 == len(records), len(rows))
    got = [dict(zip(head, row)) for row in rows[1:]]
    check("numbers are numbers", all(isinstance(g["value"], (int, float)) and abs(g["value"] - o["value"]) <= 1e-9 * max(1, abs(o["value"]))
                                     for g, o in zip(got, records)))
    check("truth is truth", all(g["sure"] is o["sure"] for g, o in zip(got, records)))
    check("days are days", all((g["date"].date().isoformat() if g["date"] else None) == o["date"] for g, o in zip(got, records)))
    check("texts are texts", all((g["text"], g["quote"], g["period"]) == (o["text"], o["quote"], o["period"]) for g, o in zip(got, records)))
    check("no cell is a formula", all(c.data_type != "f" for row in sheet.iter_rows() for c in row))
    notes = [r[0] for r in book["notes"].iter_rows(values_only=True)]
    check("the notes explain every column", set(head) <= set(notes), set(head) - set(notes))
    run(program, "export", archive, "--format", "xlsx", "-o", work / "articles.xlsx")
    articles = list(openpyxl.load_workbook(work / "articles.xlsx")["articles"].iter_rows(values_only=True))
    printed = [json.loads(line) for line in run(program, "export", archive).decode().splitlines()]
    check("articles come back whole", [r[head_at(articles, "paragraphs")] or "" for r in articles[1:]] == ["\n".join(a["paragraphs"]) for a in printed])


def head_at(rows, name):
    return rows[0].index(name)


# --- calendar

def calendar_troubles(text, policies):
    import icalendar
    out = [f"line {n} has {len(line)} bytes" for n, line in enumerate(text.encode().split(b"\r\n"), 1) if len(line) > 75]
    calendar = icalendar.Calendar.from_ical(text)
    if not calendar.get("prodid") or calendar.get("version") != "2.0":
        out.append("no PRODID or VERSION")
    names = {p["name"].replace(" ", "") for p in policies}
    dates = {(p[f]) for p in policies for f in ("effective", "until", "comments_until") if p[f]}
    seen = set()
    for event in calendar.walk("VEVENT"):
        uid = str(event["uid"])
        if uid in seen:
            out.append(f"{uid} is there twice")
        seen.add(uid)
        start, end = event["dtstart"].dt, event["dtend"].dt
        if isinstance(start, datetime.datetime) or end - start != datetime.timedelta(days=1):
            out.append(f"{uid} is no whole day")
        if not isinstance(event["dtstamp"].dt, datetime.datetime):
            out.append(f"{uid} has no stamp")
        if start.isoformat() not in dates:
            out.append(f"{uid}: no policy has the date {start}")
        if not any(name in str(event["summary"]).replace(" ", "") for name in names):
            out.append(f"{uid}: no policy is called so: {event['summary']}")
    whole = {(p["name"].replace(" ", ""), f) for p in policies for f in ("effective", "until", "comments_until") if p[f] and len(p[f]) == 10}
    if len(seen) != len(whole):
        out.append(f"{len(seen)} events for {len(whole)} dates")
    return out


def calendar(program, archive):
    policies = [json.loads(line) for line in run(program, "export", archive, "--kind", "policies").decode().splitlines()]
    text = run(program, "export", archive, "--format", "ics").decode("utf-8")
    troubles = calendar_troubles(text, policies)
    check(f"the calendar of {len(policies)} policies keeps the rules", not troubles, troubles[:3])
    import icalendar
    both = icalendar.Calendar.from_ical(run(program, "export", archive, "--format", "ics", "--campaigns").decode("utf-8"))
    campaigns = [e for e in both.walk("VEVENT") if str(e["uid"]).startswith("campaign-")]
    check("campaigns come with it when asked for", len(campaigns) > 8 and all(e["dtend"].dt > e["dtstart"].dt for e in campaigns), len(campaigns))


# --- SARIF 2.1.0: what the standard demands of the objects we write

def sarif_troubles(log):
    out = []

    def need(where, thing, *keys):
        for key in keys:
            if not isinstance(thing, dict) or key not in thing:
                out.append(f"{where}: no {key}")

    def region(where, r):
        need(where, r, "startLine")
        begin, end = (r.get("startLine", 1), r.get("startColumn", 1)), (r.get("endLine", r.get("startLine", 1)), r.get("endColumn", 10**9))
        if min(begin) < 1 or end < begin:
            out.append(f"{where}: not a region: {r}")

    def places(where, locations):
        for l in locations:
            need(where, l, "physicalLocation")
            need(where, l["physicalLocation"].get("artifactLocation"), "uri")
            if not re.fullmatch(r"[A-Za-z0-9._~/%-]+", l["physicalLocation"]["artifactLocation"].get("uri", "")):
                out.append(f"{where}: not a URI reference")
            region(where, l["physicalLocation"].get("region", {}))

    need("log", log, "version", "runs")
    if log.get("version") != "2.1.0":
        out.append("log: version is not 2.1.0")
    for run in log.get("runs", []):
        need("run", run, "tool", "results")
        driver = run.get("tool", {}).get("driver", {})
        need("driver", driver, "name")
        if run.get("columnKind") not in ("utf16CodeUnits", "unicodeCodePoints"):
            out.append("run: columnKind")
        ids = [r.get("id") for r in driver.get("rules", [])]
        if len(set(ids)) != len(ids) or None in ids:
            out.append("rules: an id is missing or there twice")
        for rule in driver.get("rules", []):
            for key in ("shortDescription", "fullDescription", "help"):
                need(f"rule {rule.get('id')}", rule.get(key), "text")
        for invocation in run.get("invocations", []):
            need("invocation", invocation, "executionSuccessful")
        for n, r in enumerate(run.get("results", [])):
            where = f"result {n}"
            need(where, r, "message")
            need(where, r.get("message"), "text")
            if r.get("level") not in ("none", "note", "warning", "error") or r.get("kind", "fail") not in ("fail", "pass", "open", "review", "informational", "notApplicable"):
                out.append(f"{where}: level or kind")
            if r.get("kind", "fail") != "fail" and r.get("level") != "none":
                out.append(f"{where}: a result of kind {r['kind']} has level none")
            if not (0 <= r.get("ruleIndex", -1) < len(ids)) or ids[r["ruleIndex"]] != r.get("ruleId"):
                out.append(f"{where}: ruleIndex")
            if not -1 <= r.get("rank", -1) <= 100:
                out.append(f"{where}: rank")
            places(where, r.get("locations", []) + r.get("relatedLocations", []))
            for fix in r.get("fixes", []):
                need(where, fix, "artifactChanges")
                for change in fix.get("artifactChanges", []):
                    need(where, change, "artifactLocation", "replacements")
                    for replacement in change.get("replacements", []):
                        need(where, replacement, "deletedRegion")
                        region(where, replacement.get("deletedRegion", {}))
            for suppression in r.get("suppressions", []):
                if suppression.get("kind") not in ("inSource", "external"):
                    out.append(f"{where}: kind of suppression")
    return out


def sarif(program, archive, work):
    flawed = work / "flawed.txt"
    flawed.write_text("新店开张\n\n甲市有新店70家，其中外资新店48家，占比78.33%。\n\n乙市，，丙市也有。\n\n丁市、戊市、等地跟进。\n", encoding="utf-8")
    base = work / "base.jsonl"
    run(program, "check", flawed, "--baseline", base, "--accept", "all", "--kind", "punctuation", "--why", "w", "--by", "b", "--at", "2026-11-27")
    log = json.loads(run(program, "check", flawed, "--baseline", base, "--relations", "--format", "sarif"))
    troubles = sarif_troubles(log)
    check("a SARIF log keeps the standard", not troubles, troubles[:3])
    results = log["runs"][0]["results"]
    check("it has a finding and one that is accepted", any("suppressions" in r for r in results) and any(r["level"] == "error" for r in results), results)
    whole = json.loads(run(program, "export", archive, "--format", "sarif"))
    found = run(program, "export", archive, "--kind", "findings").decode().splitlines()
    check("an archive's log has all its findings", not sarif_troubles(whole) and len(whole["runs"][0]["results"]) == len(found), sarif_troubles(whole)[:3])


def self_test():
    good = "STRUCTURE,STRUCTURE_ID,ACTION," + ",".join(DIMENSIONS) + ",OBS_VALUE,UNIT_MEASURE,UNIT_MULT,DECIMALS,OBS_STATUS,APPROX,TIME_PER_COLLECT,OUTLOOK\r\n" \
           "dataflow,A:B(1.0.0),I,i,CN,_Z,A,LEVEL,N,r1,2022,1.5,CNY,8,1,A,EQ,S,\r\n"
    bad = [good.replace("2022,", "2022-08,"), good.replace("1.5,", "x,"), good.replace(",8,1,", ",8,2,"), good.replace(",A,EQ", ",B,EQ"),
           good + good.splitlines()[1] + "\r\n", good.replace("STRUCTURE,", "STRUCTURES,"), good.rstrip(), good.replace(",S,", ",S"),
           good.replace(",_Z,", ",,"), good.replace("B(1.0.0)", "B")]
    if sdmx_troubles(good):
        sys.exit(f"a good file is refused: {sdmx_troubles(good)}")
    for text in bad:
        if not sdmx_troubles(text):
            sys.exit(f"not seen in SDMX-CSV:\n{text}")
    field = lambda name, kind, required: {"name": name, "type": kind, "constraints": {"required": required}}
    table = b"id,n,day\r\na,1,2023-01-02\r\nb,,\r\n"
    package = {"name": "x", "resources": [{"path": "x.csv", "bytes": len(table), "encoding": "utf-8",
               "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
               "schema": {"fields": [field("id", "string", True), field("n", "integer", False), field("day", "date", False)],
                          "missingValues": [""], "primaryKey": "id"}}]}
    if package_troubles(json.dumps(package), {"x.csv": table}):
        sys.exit("a good data package is refused")
    for change in (b"a,x,2023-01-02", b"a,1,2023-02-30", b"a,1", b",1,2023-01-02", b"b,1,2023-01-02"):
        broken = table.replace(b"a,1,2023-01-02", change)
        package["resources"][0]["bytes"] = len(broken)
        if not package_troubles(json.dumps(package), {"x.csv": broken}):
            sys.exit(f"not seen in a data package: {broken}")
    policies = [{"name": "A", "effective": "2023-05-01", "until": None, "comments_until": None}]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:a", "DTSTAMP:20230101T000000Z", "DTSTART;VALUE=DATE:20230501",
             "DTEND;VALUE=DATE:20230502", "SUMMARY:A", "END:VEVENT", "END:VCALENDAR", ""]
    whole = "\r\n".join(lines)
    if calendar_troubles(whole, policies):
        sys.exit(f"a good calendar is refused: {calendar_troubles(whole, policies)}")
    for a, b in (("20230501", "20230601"), ("SUMMARY:A", "SUMMARY:B"), ("20230502", "20230503"), ("PRODID:x", "PRODID:"), ("UID:a", "UID:" + "a" * 80)):
        if not calendar_troubles(whole.replace(a, b), policies):
            sys.exit(f"not seen in a calendar: {b}")
    place = {"physicalLocation": {"artifactLocation": {"uri": "a%20b.txt"}, "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 5}}}
    words = {"text": "w"}
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "n", "rules": [{"id": "r", "shortDescription": words, "fullDescription": words, "help": words}]}},
           "columnKind": "unicodeCodePoints", "results": [{"ruleId": "r", "ruleIndex": 0, "level": "error", "message": words, "locations": [place]}]}]}
    if sarif_troubles(log):
        sys.exit(f"a good SARIF log is refused: {sarif_troubles(log)}")
    whole = json.dumps(log)
    for a, b in (("2.1.0", "2.0.0"), ('"ruleIndex": 0', '"ruleIndex": 1'), ('"level": "error"', '"level": "bad"'), ("a%20b", "a b"),
                 ('"endColumn": 5', '"endColumn": 1'), ('"message": {"text"', '"message": {"txt"'), ("unicodeCodePoints", "bytes"), ('"startLine": 2', '"startLine": 0')):
        if not sarif_troubles(json.loads(whole.replace(a, b))):
            sys.exit(f"not seen in a SARIF log: {b}")
    print("sees every kind of trouble")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        archive = work / "a.fb"
        run(program, "ingest", "--quiet", archive, samples / "2023-03-20.txt", samples / "2023-04-05.txt")
        records = [json.loads(line) for line in run(program, "export", archive, "--kind", "observations").decode().splitlines()]
        run(program, "correct", archive, records[0]["id"], "--set", "area==SUM(A1)", "--why", "w", "--by", "b", "--at", "2023-06-01T08:00:00Z")
        records = [json.loads(line) for line in run(program, "export", archive, "--kind", "observations").decode().splitlines()]
        check("there is something to export", len(records) > 50)
        sdmx(program, archive, records)
        data_package(program, archive, work, records)
        workbook(program, archive, work, records)
        calendar(program, archive)
        sarif(program, archive, work)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
