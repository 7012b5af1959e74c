#!/usr/bin/env python3
"""Collecting from servers that behave and from servers that do not: candidates whole, a clear record of every fetch, the others go on.

usage: collect.py PROGRAM SAMPLES
"""
import gzip, http.server, json, pathlib, random, socketserver, subprocess, sys, tempfile, threading, time

from server import check, finish, run

program, samples = sys.argv[-2], pathlib.Path(sys.argv[-1])
asked = []

PARAGRAPHS = ["临江市今年建成村级站点四百二十个，快递进村的比例超过九成，农产品当天就能发往省城。",
              "主管部门说，下一步要把冷链延伸到产地，减少损耗，让种植户多得实惠，让消费者少花钱。",
              "据统计，上半年全市农产品网络零售额达到三十六亿元，同比增长百分之十八点六，增速居全省前列。"]


def page(title, charset="utf-8"):
    menu = "".join(f"<li><a href=/c/{n}>{n}</a></li>" for n in ("首页", "新闻", "财经", "物流"))
    comments = "".join(f"<div class=item><b>网友{n}</b><p>这条消息说得对，我们村去年就通了快递，买东西方便多了，卖东西也方便多了，支持支持再支持。</p></div>" for n in range(12))
    return (f"<!DOCTYPE html><html><head><meta charset={charset}><title>{title}_临江新闻网</title></head><body><div class=nav><ul>{menu}</ul></div>"
            f"<h1>{title}</h1><div class=info>2023-03-05 08:00 来源：海州日报 作者：周明远</div><div class=text>"
            + "".join(f"<p>　　{p}</p>" for p in PARAGRAPHS) +
            f"<p>（责任编辑：李明）</p></div><div class=comments>{comments}</div><div class=footer>版权所有 临江新闻网</div></body></html>").encode(charset)


def rss(items, encoding="UTF-8"):
    body = "".join(f"<item><title>{t}</title><link>{u}</link><pubDate>Sun, 05 Mar 2023 23:30:00 GMT</pubDate></item>" for t, u in items)
    return f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>临江要闻</title>{body}</channel></rss>'.encode(encoding)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><rss><channel><title>&j;</title></channel></rss>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def give(self, body, status=200, kind="application/xml", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = self.path
        asked.append((path, dict(self.headers), time.monotonic()))
        try:
            if path == "/robots.txt":
                self.give(b"User-agent: *\nDisallow: /secret/\nAllow: /secret/open\n", kind="text/plain")
            elif path == "/rss.xml":
                if self.headers.get("If-None-Match") == '"one"':
                    self.give(b"", 304, ETag='"one"')
                else:
                    self.give(rss([("临江市快递进村比例超过九成", "a/1.html?utm_source=rss"), ("脚本链接", "javascript:alert(1)")]), ETag='"one"')
            elif path == "/gbk.xml":
                self.give(rss([("临江市农产品上行提速", "/a/2.html")], "GBK"))
            elif path == "/atom.xml":
                self.give(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><entry><title type="html">原子 &amp;amp; 条目</title><link href="/a/3.html"/><updated>2023-03-05T08:00:00+08:00</updated>'
                          f'<content type="html">{"".join("&lt;p&gt;" + p * 2 + "&lt;/p&gt;" for p in PARAGRAPHS)}</content></entry></feed>'.encode())
            elif path == "/feed.json":
                self.give(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "j", "items": [{"id": "1", "url": "/a/4.html", "title": "简讯"}]}).encode(), kind="application/feed+json")
            elif path == "/list/":
                self.give("<html><body><ul><li><a href='../a/5.html'>临江市发布直播电商管理办法征求意见</a><li><a href='/about'>关于我们</a></ul></body></html>".encode(), kind="text/html")
            elif path.startswith("/a/"):
                gbk = path.startswith("/a/2")
                self.give(page("临江市快递进村比例超过九成", "gbk" if gbk else "utf-8"), kind="text/html" + ("; charset=utf-8" if gbk else ""))
            elif path == "/broken.xml":
                self.give(b"<rss><channel><item><title>x</title></channel></rss>")
            elif path == "/laughs.xml":
                self.give(LAUGHS)
            elif path == "/loop":
                self.give(b"", 302, Location="/loop2")
            elif path == "/loop2":
                self.give(b"", 302, Location="/loop")
            elif path.startswith("/far"):
                self.give(b"", 302, Location=f"/far{int(path[4:] or 0) + 1}")
            elif path == "/file":
                self.give(b"", 302, Location="file:///etc/passwd")
            elif path == "/bomb":
                self.give(gzip.compress(b"<rss>" + b" " * (200 << 20)), Content_Encoding="gzip")
            elif path == "/big":
                self.send_response(200)
                self.send_header("Content-Length", str(5 << 30))
                self.end_headers()
                self.wfile.write(b"<rss>" * 1000)
            elif path == "/endless":
                self.send_response(200)
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                while True:
                    self.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
            elif path == "/drip":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                for _ in range(100):
                    self.wfile.write(b"<")
                    time.sleep(0.3)
            elif path == "/short":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"<rss>")
                self.close_connection = True
            elif path == "/binary":
                self.give(bytes(range(256)) * 40)
            elif path.startswith("/secret"):
                self.give(rss([]))
            elif path == "/error":
                self.give(b"", 500)
            else:
                self.give(b"", 404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


class Busy(Handler):
    def do_GET(self):
        asked.append((self.path, dict(self.headers), time.monotonic()))
        if self.path == "/robots.txt":
            self.give(b"", 404)
        else:
            self.give(b"", 429, Retry_After="3600")


class Closed(Handler):
    def do_GET(self):
        asked.append((self.path, dict(self.headers), time.monotonic()))
        self.give(b"", 503)


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


base, busy, closed = serve(Handler), serve(Busy), serve(Closed)


def fetch(archive, *flags, ok=(0, 1)):
    return json.loads(run(program, "fetch", archive, "--allow-private", "--delay", "0", "--timeout", "4", "--json", *flags, ok=ok))


def candidates(archive, *flags):
    out = subprocess.run([program, "candidates", str(archive), "--json", *flags], capture_output=True, text=True)
    return json.loads(out.stdout)["candidates"]


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    archive = folder / "ec.fb"
    good = [f"{base}/{name}" for name in ("rss.xml", "gbk.xml", "atom.xml", "feed.json", "list/")]
    bad = {f"{base}/broken.xml": "broken XML", f"{base}/laughs.xml": "entities of its own", f"{base}/loop": "circle", f"{base}/far": "more than 8 redirects",
           f"{base}/file": "no address of the web", f"{base}/bomb": "larger than", f"{base}/big": "larger than", f"{base}/endless": "larger than",
           f"{base}/drip": "longer than the limit", f"{base}/short": "before its stated length", f"{base}/binary": "NUL", f"{base}/secret/feed": "robots.txt",
           f"{base}/error": "500", f"{base}/none": "404", f"{busy}/feed": "not asked again before", f"{closed}/feed": "robots.txt"}
    order = list(bad)[:8] + good + list(bad)[8:]
    run(program, "feeds", "add", archive, *order, "--at", "2023-03-06T00:00:00Z")
    refused = json.loads(run(program, "fetch", archive, "--json", "--delay", "0", "--feed", good[0], ok=(1,)))
    check("no connection to loopback unless it is allowed", "not of the public internet" in refused["feeds"][0]["what"], refused)
    check("nothing was asked", not asked)
    report = fetch(archive, "--now", "--at", "2023-03-06T00:00:00Z")
    by_url = {f["url"]: f for f in report["feeds"]}
    for url, words in bad.items():
        check(f"{url[len(base):]} is told clearly", by_url[url]["outcome"] in ("failed", "refused") and words in by_url[url]["what"], by_url[url])
    for url in good:
        check(f"{url[len(base):]} goes on", by_url[url]["outcome"] == "fetched" and by_url[url]["added"] == 1, by_url[url])
    got = {c["url"]: c for c in candidates(archive)}
    check("five candidates, without where the reader came from", sorted(got) == [f"{base}/a/{n}.html" for n in range(1, 6)], sorted(got))
    for n in (1, 2, 4, 5):
        c = got.get(f"{base}/a/{n}.html", {})
        check(f"article {n} is whole", c.get("paragraphs") == PARAGRAPHS and c.get("source") == "海州日报" and c.get("date") == "2023-03-05" and c.get("author") == "周明远", c)
    check("what the feed carries whole is not asked for", all(path != "/a/3.html" for path, _, _ in asked) and len(got[f"{base}/a/3.html"]["paragraphs"]) == 3)
    records = json.loads(run(program, "fetches", archive, "--json"))["fetches"]
    check("every feed has a record", {r["url"] for r in records} >= set(order), len(records))
    check("robots.txt is asked once", sum(path == "/robots.txt" for path, headers, _ in asked if headers["Host"] in base) == 1)
    check("what robots.txt forbids was not asked", all(path != "/secret/feed" for path, _, _ in asked))
    asked.clear()
    again = fetch(archive, "--at", "2023-03-06T00:05:00Z")
    outcome = {f["url"]: f["outcome"] for f in again["feeds"]}
    check("what has not changed is not sent again", outcome[good[0]] == "unchanged", outcome)
    check("who failed waits", all(outcome[url] == "waiting" for url in bad), outcome)
    check("no article is asked twice", all(not path.startswith("/a/") for path, _, _ in asked), [a[0] for a in asked])
    check("a second host's pause is kept", by_url[f"{busy}/feed"]["what"].endswith("2023-03-06T01:00:00Z"), by_url[f"{busy}/feed"])
    # Lists of feeds go out and come in; a folder cannot come in that way.
    opml = run(program, "feeds", "export", archive)
    (folder / "list.opml").write_bytes(opml.replace(b"<body>", b'<body><outline text="x" xmlUrl="file:///etc"/>'))
    other = folder / "other.fb"
    said = subprocess.run([program, "feeds", "import", str(other), str(folder / "list.opml"), "--json"], capture_output=True, text=True)
    check("OPML comes in", json.loads(said.stdout) == {"added": len(order), "there": 0, "left_out": 1}, said)
    check("OPML goes out as it came in", run(program, "feeds", "export", other).count(b"xmlUrl") == len(order))
    # A watched folder.
    watched = folder / "in"
    watched.mkdir()
    (watched / "a.html").write_bytes(page("临江市快递进村比例超过九成"))
    (watched / "b.txt").write_bytes((samples / "general.txt").read_bytes())
    (watched / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    third = folder / "third.fb"
    run(program, "feeds", "add", third, watched)
    first = json.loads(run(program, "fetch", third, "--json", ok=(0, 1)))["feeds"][0]
    check("a folder is read", first["added"] >= 2 and first["without_text"] == 1, first)
    check("its page's text is the article", any(c["paragraphs"] == PARAGRAPHS for c in candidates(third)))
    second = json.loads(run(program, "fetch", third, "--json", ok=(0, 1)))["feeds"][0]
    check("what is there already is passed over", second["added"] == 0, second)
    # Time between two requests to one host.
    asked.clear()
    fourth = folder / "fourth.fb"
    run(program, "feeds", "add", fourth, good[0])
    run(program, "fetch", fourth, "--allow-private", "--delay", "0.3", "--quiet")
    times = [t for _, _, t in asked]
    check("one host is left time", len(times) == 3 and all(b - a >= 0.29 for a, b in zip(times, times[1:])), times)
    # Killed at any instant, the archive is whole and knows what it had reported.
    chance = random.Random(1)
    for n in range(12):
        killed = folder / f"k{n}.fb"
        run(program, "feeds", "add", killed, *good)
        process = subprocess.Popen([program, "fetch", str(killed), "--allow-private", "--delay", "0.02"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        time.sleep(0.2 + chance.random() * 0.6)
        process.kill()
        said, _ = process.communicate()
        run(program, "verify", killed)
        there = candidates(killed)
        reported = said.count(", 1 added")
        check("what was reported is there", len(there) >= reported, (len(there), said))
    many = pathlib.Path(archive).with_name("many.opml")
    many.write_text('<opml version="2.0"><body>' + "".join(f'<outline type="rss" xmlUrl="https://h{n}.example/r.xml"/>' for n in range(20000)) + "</body></opml>")
    begin = time.monotonic()
    said = json.loads(run(program, "feeds", "import", many.with_suffix(".fb"), many, "--json"))
    check("a list of 20,000 feeds is kept at once", said["added"] == 20000 and time.monotonic() - begin < 10, said)
    check("the archive verifies", b"whole" in run(program, "verify", archive))
finish()
