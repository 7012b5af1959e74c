#!/usr/bin/env python3
"""Exports opened by other people's programs: data packages by npm datapackage, SDMX-CSV and its structure by R with rsdmx, workbooks by
openpyxl. What they read is held against our JSON Lines, for the samples, for hostile texts, and for archives with little in them.

usage: readers.py packages|sdmx|workbooks PROGRAM SAMPLES FOLDER_WITH_node_modules      exit 77: skipped, the reader is absent
"""
import csv, json, pathlib, shutil, subprocess, sys, tempfile, zipfile

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ("articles", "observations", "policies")
failures = []


def check(what, condition, seen=""):
    print(f"{'ok     ' if condition else 'FAILED '} {what}{'' if condition else f': {seen!r}'[:600]}")
    if not condition:
        failures.append(what)


def skip(words):
    print(f"SKIPPED: {words}")
    sys.exit(77)


def run(*command, may=(0,)):
    done = subprocess.run([*map(str, command)], capture_output=True, timeout=600)
    if done.returncode not in may:
        sys.exit(f"{str(command)[:200]}: exit {done.returncode}: {done.stderr.decode(errors='replace')[-800:]}")
    return done.stdout


# --- archives

LONG = "某某市场公司“早安”与'晚安', 以及=1+1" * 60
HOSTILE = f"""“引号”与"双引号", 逗号，制表\t符和=公式@标题{LONG}

2023年4月28日 10:15 来源：甲"乙,丙网；丁

2022年上半年，甲乙县"云,集"平台网络零售额达12.5亿元，同比增长10%—15%。截至2022年6月底，注册商户超过3,450.70万家，\
比2021年上半年末增加约120万家。

2023年1月至4月，快递业务量为0.00001亿件，其中第二季度占三成以上。2022年第47周退货率下降0.5个百分点，排名第3位。\
2019年至2022年，农村网商年均增长7.5%，A\u2028B\u0085C\u000cD渠道成交额为1.5万至2万美元。预计2025年交易额将达50万亿元。

-1.5万吨货物于2022-11-25运抵；@2022-06 的库存为3‰。半数门店，即两三百家，已经恢复。从2023年起，订单量达到8000万亿亿单。

5月6日，商务部印发《关于"进一步",促进网络零售=增长的通知》，自2023年6月起施行，有效期至2024年2月29日。
"""
QUIET = "山谷里的集市\n\n2023年3月28日 来源：风标手记\n\n清早的集市上人来人往，摊主们互相问好，谁也不急着收摊。\n"


def archives(program, samples, work):
    """(name, archive): each ends up with another kind of trouble in it."""
    made = []
    for name, texts in (("samples", sorted(samples.glob("2023-*.txt"))), ("hostile", {"hostile,'1'.txt": HOSTILE}), ("quiet", {"quiet.txt": QUIET})):
        if isinstance(texts, dict):
            for file, text in texts.items():
                (work / file).write_text(text, encoding="utf-8")
            texts = [work / file for file in texts]
        made.append((name, work / f"{name}.fb"))
        run(program, "ingest", "--quiet", made[-1][1], *texts)
    hostile = made[1][1]
    ids = [o["id"] for o in records_of(program, hostile, "observations")]
    for number, change in enumerate(("indicator==SUM(A1)", 'area="甲",乙', f"entity={LONG[:150]}", "period=2022-11-20/2023-02-03", "period=2021/",
                                     "value=-0.00001", "value_max=3e22", "unit=", "value=0")):
        run(program, "correct", hostile, ids[number], "--set", change, "--why", 'so, "it", is; said', "--by", "a,\"b\"", "--at", "2023-06-01T08:00:00Z")
    for policy in records_of(program, hostile, "policies"):
        run(program, "correct", hostile, policy["id"], "--set", f"name={LONG[:150]}", "--why", "=1+1", "--by", "@a", "--at", "2023-06-01T08:00:00Z")
    empty = work / "empty.fb"
    shutil.copy(made[2][1], empty)
    issue = json.loads(run(program, "export", empty).decode().splitlines()[0])["issue"]
    run(program, "remove", empty, issue)
    return made + [("empty", empty)]


def records_of(program, archive, kind):
    return [json.loads(line) for line in run(program, "export", archive, "--kind", kind, may=(0, 1)).decode().split("\n") if line]


def visible(text):
    """A text as a workbook shows it: XML has no place for control characters."""
    return "".join(f"\\x{ord(c):02x}" if (c < " " and c not in "\n\t") or "\x7f" <= c < "\xa0" else c for c in text)


def same_number(a, b):
    return a == b or (a is not None and b is not None and abs(a - b) <= 1e-9 * max(abs(a), abs(b)))


# --- data packages

def as_cell(key, value):
    """A value of our JSON as the table gives it; lists of objects are left to the table."""
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return ...
        value = ("\n" if key == "paragraphs" else "；").join(item or "-" for item in value)
    return None if value == "" else value


def packages(program, samples, home, work):
    if shutil.which("node") is None or not (home / "node_modules" / "datapackage").is_dir():
        skip("npm datapackage is not there (tests/readers/fetch gets it)")
    read = lambda *paths: [json.loads(line) for line in run("node", HERE / "packages.mjs", home, *paths).decode().split("\n") if line]
    for name, archive in archives(program, samples, work):
        for kind in KINDS:
            folder, packed = work / f"{name}-{kind}", work / f"{name}-{kind}.zip"
            for target in (folder, packed):
                run(program, "export", archive, "--kind", kind, "--format", "datapackage", "-o", target, may=(0, 1))
            plain, zipped = read(folder / "datapackage.json", packed)
            records = records_of(program, archive, kind)
            check(f"{name}: the package of {len(records)} {kind} is valid", plain["valid"] and not plain["errors"], plain["errors"])
            check(f"{name}: and so it is as a ZIP file", zipped == plain, zipped["errors"])
            wrong = [(row["id"], key) for row, record in zip(plain["rows"], records) for key, cell in row.items()
                     if not same_cell(key, cell, record.get(key, ...))]
            check(f"{name}: every cell comes back", len(plain["rows"]) == len(records) and not wrong, wrong[:5])
    refuses(read, work / "samples-observations", work)


def same_cell(key, cell, value):
    value = as_cell(key, value)
    if value is ...:
        return True
    if key == "date" and cell is not None:
        return cell[:10] == value
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return same_number(cell, value)
    return cell == value


def refuses(read, good, work):
    """The reader can fail: on packages that are not as they say."""
    table, descriptor = (good / "observations.csv").read_bytes(), (good / "datapackage.json").read_text(encoding="utf-8")
    rows = table.split(b"\r\n")
    bad = {"a number that is none": (table.replace(b",true,", b",perhaps,", 1), descriptor), "a row twice": (table + rows[1] + b"\r\n", descriptor),
           "a column of another name": (table.replace(b"article_title", b"heading", 1), descriptor), "a row too short": (table + b"x,y\r\n", descriptor),
           "no fields": (table, descriptor.replace('"fields"', '"field"')), "a type that is none": (table, descriptor.replace('"boolean"', '"truth"'))}
    for what, (csv_bytes, words) in bad.items():
        folder = work / "bad"
        folder.mkdir(exist_ok=True)
        (folder / "observations.csv").write_bytes(csv_bytes)
        (folder / "datapackage.json").write_text(words, encoding="utf-8")
        check(f"the reader sees {what}", read(folder / "datapackage.json")[0]["errors"])


# --- SDMX

def sdmx(program, samples, _, work):
    if shutil.which("Rscript") is None or subprocess.run(["Rscript", "-e", "library(rsdmx)"], capture_output=True).returncode != 0:
        skip("R with rsdmx is not there (tools/setup readers gets it)")
    for name, archive in archives(program, samples, work):
        structure, table, folder = work / f"{name}.xml", work / f"{name}.csv", work / f"{name}-read"
        folder.mkdir()
        run(program, "export", archive, "--format", "sdmx-structure", "-o", structure, may=(0, 1))
        run(program, "export", archive, "--format", "sdmx-csv", "-o", table, may=(0, 1))
        run("env", "LC_ALL=C.UTF-8", "Rscript", HERE / "sdmx.R", structure, table, folder)
        split = list(csv.reader(table.read_bytes().decode().splitlines(), strict=True))
        check(f"{name}: a reader that ends lines at every separator of Unicode finds as many fields", len({len(row) for row in split}) == 1)
        troubles = sdmx_troubles(folder)
        check(f"{name}: the table is what the structure says", not troubles, troubles[:3])
        records = {o["id"]: o for o in records_of(program, archive, "observations")}
        rows = read_table(folder / "rows.csv")
        closed = [o for o in records.values() if o["period"] and not o["period"].startswith("/") and not o["period"].endswith("/")]
        check(f"{name}: {len(rows)} of {len(records)} observations are rows", [r["REPORT"] for r in rows] == [o["id"] for o in closed], len(closed))
        wrong = [(r["REPORT"], ours, r[theirs]) for r in rows for theirs, ours in
                 (("QUOTE", "quote"), ("OBS_TEXT", "text"), ("INDICATOR_NAME", "indicator"), ("AREA_NAME", "area"), ("ENTITY_NAME", "entity"))
                 if r[theirs] != (records[r["REPORT"]][ours] or "")]
        wrong += [(r["REPORT"], ours, r[theirs]) for r in rows for theirs, ours in (("OBS_VALUE", "value"), ("UPPER_BOUND", "value_max"))
                  if not same_number(float(r[theirs]) * 10 ** int(r["UNIT_MULT"]) if r[theirs] else None, records[r["REPORT"]][ours])]
        check(f"{name}: every value and text comes back", not wrong, wrong[:5])
    good = work / "samples-read"
    for what, change in {"a code of no list": ("rows.csv", '"LEVEL"', '"HEIGHT"'), "a dimension without a column": ("components.csv", '"REF_AREA"', '"AREA"'),
                         "another structure": ("structure.csv", '"REPORTED"', '"PRINTED"'), "no value": ("rows.csv", '"LEVEL"', '""')}.items():
        bad = work / "bad"
        shutil.copytree(good, bad, dirs_exist_ok=True)
        (bad / change[0]).write_text((good / change[0]).read_text(encoding="utf-8").replace(*change[1:]), encoding="utf-8")
        check(f"the check sees {what}", sdmx_troubles(bad))


def read_table(path):
    csv.field_size_limit(1 << 24)
    return list(csv.DictReader(open(path, encoding="utf-8", newline="")))


def sdmx_troubles(folder):
    """What of the table is not as the structure says that R read."""
    out = []
    structure, components = read_table(folder / "structure.csv")[0], read_table(folder / "components.csv")
    codes = {}
    for row in read_table(folder / "codes.csv"):
        codes.setdefault(row["list"], set()).add(row["code"])
    rows = list(csv.reader(open(folder / "rows.csv", encoding="utf-8", newline="")))
    head = rows[0]
    if head != ["STRUCTURE", "STRUCTURE_ID", "ACTION", *(c["conceptRef"] for c in components)]:
        out.append(f"the columns are not the components in their order: {head}")
    if [c["component"] for c in components if "Dimension" in c["component"]][-1] != "TimeDimension":
        out.append("the time dimension is not the last")
    for n, row in enumerate((dict(zip(head, r)) for r in rows[1:]), 2):
        if row["STRUCTURE_ID"] != f"{structure['agency']}:{structure['id']}({structure['version']})":
            out.append(f"row {n} is of {row['STRUCTURE_ID']}")
        for c in components:
            value = row.get(c["conceptRef"], "")
            if not value and (c["component"].endswith("Dimension") or c["component"] == "PrimaryMeasure"):
                out.append(f"row {n}: {c['conceptRef']} is empty")
            if value and c["codelist"] and value not in codes[c["codelist"]]:
                out.append(f"row {n}: {c['conceptRef']} has no code {value}")
    return out


# --- workbooks

def workbooks(program, samples, _, work):
    try:
        import openpyxl
    except ImportError:
        skip("openpyxl is not there (tools/setup test gets it)")
    for name, archive in archives(program, samples, work):
        for kind in KINDS:
            target = work / f"{name}-{kind}.xlsx"
            run(program, "export", archive, "--kind", kind, "--format", "xlsx", "-o", target, may=(0, 1))
            with zipfile.ZipFile(target) as z:
                check(f"{name}: the workbook of {kind} is a whole ZIP file", z.testzip() is None)
            rows, records = list(openpyxl.load_workbook(target)[kind].iter_rows()), records_of(program, archive, kind)
            troubles = sheet_troubles(rows, records)
            check(f"{name}: {len(records)} {kind} come back", not troubles, troubles[:3])
            if records:
                check("the check sees another record", sheet_troubles(rows, [records[0] | {"id": "another"}, *records[1:]]))
                check("the check sees a row that is not there", sheet_troubles(rows[:-1], records))


def sheet_troubles(rows, records):
    head = [c.value for c in rows[0]]
    out = [] if len(rows) - 1 == len(records) else [f"{len(rows) - 1} rows for {len(records)} records"]
    for cells, record in zip(rows[1:], records):
        for key, cell in zip(head, cells):
            value = as_cell(key, record.get(key, ...))
            value = visible(value) if isinstance(value, str) else value
            got = cell.value.date().isoformat() if cell.is_date and cell.value else cell.value
            if cell.data_type == "f":
                out.append((record["id"], key, "a formula"))
            elif value is not ... and got != value and not (isinstance(got, (int, float)) and same_number(got, value)):
                out.append((record["id"], key, got, value))
    return out


def main():
    what, program, samples, home = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        {"packages": packages, "sdmx": sdmx, "workbooks": workbooks}[what](program, pathlib.Path(samples), pathlib.Path(home), work)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
