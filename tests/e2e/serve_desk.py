#!/usr/bin/env python3
"""The desk over HTTP, the whole circle: a draft made, changed, taken back, checked, refused, accepted, published, corrected, printed; two editors
at once; what is wrong is refused and nothing is changed by it. Answers are held against the server's own description.

usage: serve_desk.py PROGRAM SAMPLES
"""
import io, json, pathlib, socket, sys, tempfile, threading, urllib.parse, zipfile

from serve_openapi import holds
from server import Server, check, finish, run

TOKEN = "a-token-for-tests-of-writing"
ARTICLE = """## 云岭县开通山货直播专线
sources: 商贸在线
selected_by: 风标电商观察编辑部
date: 2023-09-05

9月1日，云岭县开通山货直播专线，首日售出蜂蜜320瓶。
"""
PAGE = """<html><head><title>澜江市试点跨境退货仓</title></head><body><article><h1>澜江市试点跨境退货仓</h1>
<p>9月3日，澜江市商务局宣布在综合保税区试点跨境电子商务退货中心仓，首批入驻企业6家，退货处理时间由5天缩短到2天。</p>
<p>商务局负责人表示，试点为期一年，年内将新增仓储面积1.2万平方米，并对入驻企业给予租金补贴。</p></article></body></html>"""


class Desk:
    def __init__(self, server, spec, issue):
        self.server, self.spec, self.issue, self.version = server, spec, issue, 0

    def schema(self, path, method, status):
        return self.spec["paths"][path][method]["responses"][str(status)]["content"]["application/json"]["schema"]

    def post(self, path, body, expected, route="/api/v1/drafts/{issue}"):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        status, _, answer = self.server.ask(f"/api/v1/drafts/{self.issue}/{path}", "POST", data, {"Content-Type": "application/json"})
        told = json.loads(answer)
        shown = str(body)[:120]
        if check(f"{path} {shown}: {expected}", status == expected, (status, str(told)[:400])) and status < 300:
            trouble = holds(self.spec, self.schema(f"{route}/{path}", "post", status), told)
            check(f"{path} {shown}: as described", not trouble, trouble)
        elif status >= 400:
            check(f"{path} {shown}: a problem as described", not holds(self.spec, {"$ref": "#/components/schemas/Problem"}, told), told)
        return told

    def do(self, op, expected=201, after=None, **more):
        told = self.post("operations", {"after": self.version if after is None else after, "by": "甲", "op": op, **more}, expected)
        if expected in (200, 201):
            self.version = told.get("version", self.version)
        return told

    def get(self, path="", expected=200):
        status, headers, body = self.server.ask(f"/api/v1/drafts/{self.issue}{path}")
        check(f"GET {path}: {expected}", status == expected, (status, body[:300]))
        return headers, body

    def draft(self, query=""):
        draft = json.loads(self.get(query)[1])
        trouble = holds(self.spec, self.schema("/api/v1/drafts/{issue}", "get", 200), draft)
        check("the draft is as described", not trouble, trouble)
        return draft


def titles(draft):
    return [a["title"] for c in draft["columns"] for a in c["articles"]]


def circle(server, spec, archive, program):
    desk = Desk(server, spec, "2023-18")
    check("there is no draft yet", server.json("/api/v1/drafts")["items"] == [])
    desk.get("", 404)
    made = desk.do("new", **{"from": "2023-03-20"})
    check("a draft begins with an issue of the archive", (made["version"], made["front"]["total"], len(titles(made))) == (1, 126, 21), made["front"])
    desk.do("new", 409)
    first = titles(made)[0]

    added = desk.do("add", article="2023-04-05/2", section="数据观察", at=1)
    column = next(c for c in added["columns"] if c["name"] == "数据观察")
    check("an article of the archive is added to the head of a column", column["articles"][0]["title"] not in titles(made) and len(titles(added)) == 22, column)
    desk.do("add", 409, article="2023-04-05/2")
    added = desk.do("add", text=ARTICLE, section="政策法规")
    mine = next(a for c in added["columns"] for a in c["articles"] if a["title"] == "云岭县开通山货直播专线")
    check("an article is added as it was written, with its source", mine["source"] == ARTICLE and mine["paragraphs"][0]["heading"] is False, mine)
    moved = desk.do("move", n=mine["n"], section=added["columns"][0]["name"], at=1)
    check("an article is moved to the head", titles(moved)[0] == "云岭县开通山货直播专线", titles(moved)[:3])
    edited = desk.do("edit", n=1, text=ARTICLE.replace("320瓶", "330瓶"), set={"date": "2023-09-06"})
    check("text and fields are edited at once", edited["columns"][0]["articles"][0]["date"] == "2023-09-06" and "330瓶" in edited["source"], edited["columns"][0]["articles"][0])
    version = desk.version
    same = desk.do("edit", 200, n=1, set={"date": "2023-09-06"})
    check("what changes nothing makes no version", same["version"] == version, same["version"])
    gone = desk.do("remove", n=1)
    check("an article is removed", titles(gone)[0] == first, titles(gone)[:2])
    back = desk.do("undo")
    check("and comes back", titles(back)[0] == "云岭县开通山货直播专线" and back["what"] == "undo", back["what"])
    desk.do("edit", n=0, set={"number": "18", "date": "2023-09-20"})

    # Somebody who looked at an older version.
    before = desk.draft()
    for stale in (0, 1, desk.version - 1, desk.version + 1):
        for op, more in (("edit", {"n": 0, "set": {"year": "2020"}}), ("undo", {}), ("remove", {"n": 1})):
            desk.do(op, 409, after=stale, **more)
        desk.post("publish", {"after": stale, "by": "甲"}, 409)
    # What is wrong.
    desk.do("edit", 404, n=99, set={"date": "2023-01-01"})
    wrong = desk.do("edit", 400, n=1, set={"date": "2023-1-1"})
    check("a wrong field is told", wrong.get("parameter") == "set" and "date" in wrong["detail"], wrong)
    desk.do("edit", 400, n=1, text="## one\n\n## two\n")
    broken = desk.do("source", 422, text="---\nname: [\n---\n")
    check("a broken source is told with its line", "line " in broken["detail"], broken)
    desk.do("source", 400)
    desk.do("add", 404, article="2023-04-05/99")
    desk.do("add", 404, candidate="nothing")
    desk.do("add", 400)
    desk.do("remove", 404, n=0)
    desk.do("burn", 400)
    for body in (b"", b"[]", b"{", json.dumps({"after": desk.version, "op": "undo"}).encode(), json.dumps({"op": "undo", "by": "甲"}).encode(),
                 json.dumps({"after": desk.version, "by": "甲", "op": "undo", "more": 1}).encode(), json.dumps({"after": -1, "by": "甲", "op": "undo"}).encode(),
                 json.dumps({"after": desk.version, "by": "甲", "op": "move", "n": "1"}).encode()):
        desk.post("operations", body, 400)
    with socket.create_connection(("127.0.0.1", server.port), 30) as line:  # refused before it is sent
        line.sendall(f"POST /api/v1/drafts/2023-18/operations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: {21 << 20}\r\n\r\n".encode())
        told = line.recv(100)
    check("a body beyond the limit is refused", b" 413 " in told, told)
    bad = Desk(server, spec, urllib.parse.quote("a b"))
    bad.do("new", 400)
    check("nothing of it was kept", desk.draft() == before)
    long = desk.draft()["source"] + "\n# 附录\n\n## 一篇长文\n\n" + "说明文字。" * 60000 + "\n"
    check("a long source is taken", "附录" in [c["name"] for c in desk.do("source", text=long)["columns"]])
    desk.do("undo")

    # Checked, refused, accepted, published.
    desk.do("edit", n=2, set={"compiled": "yes"})
    findings = json.loads(desk.get("/findings")[1])
    trouble = holds(spec, desk.schema("/api/v1/drafts/{issue}/findings", "get", 200), findings)
    check("findings are as described", not trouble, trouble)
    red = [f for f in findings["items"] if f["severity"] == "error" and not f["accepted"]]
    check("what would be read back otherwise is found where it is", findings["open_errors"] == len(red) > 0 and 2 in [f["n"] for f in red], red)
    refused = desk.post("publish", {"after": desk.version, "by": "甲"}, 409)
    check("nothing is published over an error", refused["type"].endswith(":errors-open") and desk.draft()["editions"] == [], refused)
    desk.post("accept", {"after": desk.version, "finding": red[0]["fingerprint"], "by": "甲", "why": ""}, 400)
    desk.post("accept", {"after": desk.version, "finding": "0", "by": "甲", "why": "x"}, 404)
    desk.post("accept", {"after": desk.version - 1, "finding": red[0]["fingerprint"], "by": "甲", "why": "x"}, 409)
    left = findings["open_errors"]
    for f in red:
        told = desk.post("accept", {"after": desk.version, "finding": f["fingerprint"], "by": "乙", "why": "原文如此"}, 200)
        left -= 1
        check("one error less is open", told["open_errors"] == left, told["open_errors"])
    check("who accepted it and why is kept", {(a["by"], a["why"]) for a in desk.draft()["accepted"]} == {("乙", "原文如此")})
    desk.post("publish", {"after": desk.version, "by": "甲", "correction": "x"}, 400)
    published = desk.post("publish", {"after": desk.version, "by": "甲"}, 201)
    check("it is published", [(e["edition"], e["version"], e["correction"]) for e in published["editions"]] == [(1, desk.version, None)], published["editions"])
    desk.post("publish", {"after": desk.version, "by": "甲"}, 409)
    published = desk.post("publish", {"after": desk.version, "by": "甲", "correction": "第1篇“330瓶”应为“320瓶”"}, 201)
    check("a correction makes an edition and a version", published["editions"][1]["correction"] and published["version"] == desk.version + 1 and published["front"]["corrections"], published["editions"])

    # Printed.
    page = desk.get("/preview")[1].decode()
    check("the preview has the correction", "更正" in page and page.startswith("<!DOCTYPE html>"), page[:100])
    check("that of the version before has not", "更正" not in desk.get(f"/preview?version={desk.version}")[1].decode())
    for format, begin, media in (("pdf", b"%PDF-", "application/pdf"), ("epub", b"PK", "application/epub+zip"), ("html", b"<!DOCTYPE html>", "text/html"), ("txt", None, "text/plain"),
                                 ("atom", b"<?xml", "application/atom+xml"), ("json", b"{", "application/feed+json"), ("eml", b"", "message/rfc822")):
        headers, body = desk.get(f"/files/{format}")
        check(f"a draft as {format}", headers["content-type"].startswith(media) and body.startswith(begin or b"") and len(body) > 500 and f".{format}" in headers["content-disposition"], (headers, body[:40]))
        again = desk.get(f"/files/{format}")[1]
        check(f"twice the same {format}", body == again)
    zipfile.ZipFile(io.BytesIO(desk.get("/files/epub?edition=1")[1])).testzip()
    check("the first edition stays", "更正" not in desk.get("/files/txt?edition=1")[1].decode() and "更正" in desk.get("/files/txt?edition=2")[1].decode())
    desk.get("/files/txt?edition=3", 404)
    desk.get("/files/doc", 400)
    made = pathlib.Path(archive).parent / "made"
    run(program, "issue", "build", archive, "2023-18", "--out", made, "--format", "txt,pdf")
    check("the command line prints the same", (made / "2023-18.pdf").read_bytes() == desk.get("/files/pdf")[1])
    rows = server.json("/api/v1/drafts")["items"]
    check("the list tells of it", [(r["issue"], r["edition"], r["articles"]) for r in rows] == [("2023-18", 2, 23)], rows)


def covers(server, spec):
    """A cover is read beside the archive and nowhere else."""
    desk = Desk(server, spec, "covers")
    desk.do("new", text="---\nname: 甲市电商简报\n---\n\n# 书讯\n\n## 一本书\ncover: ../secret.png\n\n介绍。\n")
    desk.get("/files/pdf", 400)
    desk.do("edit", n=1, set={"cover": "/etc/hostname"})
    desk.get("/preview", 400)


def fetched(server, spec):
    listed = server.json("/api/v1/candidates")
    trouble = holds(spec, spec["paths"]["/api/v1/candidates"]["get"]["responses"]["200"]["content"]["application/json"]["schema"], listed)
    check("candidates are as described", not trouble and listed["total"] == 1, trouble or listed)
    one = listed["items"][0]
    check("with a proposed column and its reasons", one["title"] == "澜江市试点跨境退货仓" and one["sorted"]["column"]["reasons"], one)
    for query, total in (("q=" + urllib.parse.quote("退货"), 1), ("q=nothing", 0), ("new=true", 1), ("section=nothing", 0), ("section=" + urllib.parse.quote(one["sorted"]["column"]["name"]), 1)):
        check(f"candidates?{query}", server.json(f"/api/v1/candidates?{query}")["total"] == total, total)
    desk = Desk(server, spec, "2023-19")
    desk.do("new")
    taken = desk.do("add", candidate=one["id"])
    check("a candidate goes to its column", taken["columns"][0]["name"] == one["sorted"]["column"]["name"] and titles(taken) == [one["title"]], taken["columns"])


def together(server, spec):
    """Of several who change the same version one is first, and the others are told."""
    desk = Desk(server, spec, "2023-20")
    desk.do("new")
    for round in range(5):
        after, seen = desk.version, []

        def one(name):
            body = json.dumps({"after": after, "by": name, "op": "edit", "n": 0, "set": {"publisher": f"{name}{round}"}}).encode()
            seen.append(server.ask("/api/v1/drafts/2023-20/operations", "POST", body, {"Content-Type": "application/json"})[0])

        threads = [threading.Thread(target=one, args=(name,)) for name in "甲乙丙丁"]
        [t.start() for t in threads]
        [t.join() for t in threads]
        check("one of four wins", sorted(seen) == [201, 409, 409, 409], seen)
        desk.version = desk.draft()["version"]
        check("and is the next version", desk.version == after + 1, desk.version)
    seen = []

    def publish():
        body = json.dumps({"after": desk.version, "by": "甲"}).encode()
        seen.append(server.ask("/api/v1/drafts/2023-20/publish", "POST", body, {"Content-Type": "application/json"})[0])

    desk.do("add", text=ARTICLE, section="行业资讯")
    for f in json.loads(desk.get("/findings")[1])["items"]:
        desk.post("accept", {"after": desk.version, "finding": f["fingerprint"], "by": "甲", "why": "试"}, 200)
    threads = [threading.Thread(target=publish) for _ in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    check("one of four publishes", sorted(seen) == [201, 409, 409, 409] and len(desk.draft()["editions"]) == 1, seen)


def main(program, samples):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        archive, token, watched = folder / "desk" / "ec.fb", folder / "token", folder / "watched"
        archive.parent.mkdir()
        watched.mkdir()
        token.write_text(TOKEN + "\n")
        (watched / "page.html").write_text(PAGE)
        run(program, "ingest", archive, samples / "2023-03-20.txt", samples / "2023-04-05.txt")
        run(program, "feeds", "add", archive, watched)
        run(program, "fetch", archive)
        run(program, "serve", archive, "--desk", ok=(2,))
        with Server(program, archive, "--token-file", token) as server:
            server.token = TOKEN
            status, _, body = server.ask("/api/v1/drafts")
            check("without --desk there are no drafts", status == 403 and b"desk-is-off" in body and server.json("/api/v1/about")["desk"] is False, body)
            check("nor candidates", server.ask("/api/v1/candidates")[0] == 403)
        with Server(program, archive, "--desk", "--token-file", token) as server:
            for given, expected in ((None, 401), ("another-token-of-some-length", 401)):
                server.token = given
                for target in ("/api/v1/drafts", "/api/v1/drafts/2023-18", "/api/v1/candidates", "/api/v1/drafts/2023-18/files/pdf"):
                    check(f"{target} without the token", server.ask(target)[0] == expected)
                check("nothing is made without the token", server.ask("/api/v1/drafts/2023-18/operations", "POST", b"{}", {"Content-Type": "application/json"})[0] == expected)
            server.token = None
            check("whoever reads may know that there is a desk", server.json("/api/v1/about")["desk"] is True)
            server.token = TOKEN
            spec = server.json("/api/v1/openapi.json")
            circle(server, spec, archive, program)
            covers(server, spec)
            fetched(server, spec)
            together(server, spec)
        run(program, "verify", archive)
    finish()


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
