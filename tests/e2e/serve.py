#!/usr/bin/env python3
"""A running server under hard conditions: who may ask, what goes wrong, hostile documents, ingest and kill meanwhile, thousands of
connections held open.

usage: serve.py PROGRAM SAMPLES
"""
import gzip, json, pathlib, re, resource, signal, socket, subprocess, sys, tempfile, threading, time
import xml.etree.ElementTree as ET

from server import Server, check, finish, run

READ, WRITE = "a-token-for-tests-of-reading", "a-token-for-tests-of-writing"


def raw(server, data, wait=5.0):
    """What comes back for these bytes until the connection ends or nothing more comes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as s:
        s.sendall(data)
        out = b""
        try:
            while block := s.recv(65536):
                out += block
        except TimeoutError:
            pass
        except ConnectionResetError:
            pass
        return out


def manners(server):
    status, headers, body = server.ask("/")
    check("the first page", status == 200 and headers["content-type"].startswith("text/html"), headers)
    policy = headers.get("content-security-policy", "")
    check("a strict policy", "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy, policy)
    check("no sniffing, no referrer", headers.get("x-content-type-options") == "nosniff" and headers.get("referrer-policy") == "same-origin", headers)
    status, headers, body = server.ask("/articles/some.id-with.dots")
    check("an address of the application has its page", status == 200 and headers["content-type"].startswith("text/html"), (status, headers))
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc/passwd", "/assets/nothing.js", "//etc/passwd", "/assets/%00"):
        status, _, body = server.ask(path)
        check(f"{path} reaches nothing", status in (400, 404) and b"root:" not in body, (status, body[:200]))
    status, headers, body = server.ask("/api/v1/overview", headers={"Accept-Encoding": "gzip"})
    check("gzip", headers.get("content-encoding") == "gzip" and json.loads(gzip.decompress(body))["archive"]["issues"] == 1, headers)
    tag = headers["etag"]
    status, headers, body = server.ask("/api/v1/overview", headers={"If-None-Match": tag})
    check("what the client has is not sent again", status == 304 and body == b"" and headers["etag"] == tag, (status, headers))
    status, headers, body = server.ask("/api/v1/overview", headers={"Accept-Encoding": "zstd, gzip"})
    check("zstd", headers.get("content-encoding") == "zstd" and body[:4] == b"\x28\xb5\x2f\xfd", headers)
    status, headers, body = server.ask("/api/v1/archive", "HEAD")
    check("HEAD has no body", status == 200 and body == b"" and int(headers["content-length"]) > 50, headers)
    status, headers, body = server.ask("/api/v1/archive", "DELETE")
    check("other methods are refused", status == 405, status)
    status, _, body = server.ask("/api/v1/archive", headers={"Host": "evil.example"})
    check("a name of somebody else is not answered", status == 421, status)
    status, _, _ = server.ask("/api/v1/check", "POST", b"x", {"Origin": "http://evil.example"})
    check("a page of another site may not have things checked", status == 403, status)
    status, _, body = server.ask("/api/v1/corrections", "POST", b"{}")
    check("nothing can be written without a token file", status == 403 and b"token-file" in body, (status, body))
    status, headers, body = server.ask("/healthz")
    check("it says that it is well", status == 200 and json.loads(body)["status"] == "ok", body)
    status, _, body = server.ask("/metrics")
    check("it counts", status == 200 and re.search(rb'^fengbiao_answers_total\{status="2xx"\} [1-9]', body, re.M), body[:300])


def limits(server):
    get = b"GET /api/v1/archive HTTP/1.1\r\nHost: localhost\r\n"
    check("a huge header is refused", raw(server, get + b"X: " + b"a" * 40000 + b"\r\n\r\n").startswith(b"HTTP/1.1 431"))
    check("a long address is refused", raw(server, b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 414"))
    check("what is no HTTP is refused", raw(server, b"\x16\x03\x01 hello\r\n\r\n").startswith(b"HTTP/1.1 400"))
    check("a request without a host is refused", raw(server, b"GET / HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400"))
    check("two lengths are refused", raw(server, b"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab").startswith(b"HTTP/1.1 400"))
    check("a huge body is refused before it is sent", raw(server, b"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n").startswith(b"HTTP/1.1 413"))
    check("a body where none belongs is refused", raw(server, b"POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n").startswith(b"HTTP/1.1 413"))
    chunks = b"".join(b"ffff\r\n" + b"a" * 0xFFFF + b"\r\n" for _ in range(3))
    check("a body without a length is measured", b"413" in raw(server, b"POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)[:20])
    both = raw(server, get + b"\r\n" + get + b"Connection: close\r\n\r\n")
    check("two requests on one connection", both.count(b"HTTP/1.1 200") == 2, both[:200])
    for document, status in ((b"", 400), (b"\x00\x01\x02" * 100, 422), (b"%PDF-1.4 broken", 422)):
        seen = server.ask("/api/v1/check", "POST", document)
        check(f"a document that cannot be read is refused in words: {document[:8]}", seen[0] == status and len(json.loads(seen[2])["detail"]) > 5, seen)
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as slow:
        slow.sendall(b"GET /api/v1/archive HTT")
        rest = slow.recv(100)
    took = time.monotonic() - begun
    check("who sends too slowly is dropped", rest == b"" and 5 < took < 20, (rest, took))


def tokens(program, archive, folder):
    read, write = folder / "read", folder / "write"
    read.write_text(READ + "\n")
    write.write_text(WRITE + "\n")
    with Server(program, archive, "--read-token-file", read, "--token-file", write) as server:
        bearer = lambda token: {"Authorization": f"Bearer {token}"}
        check("without the token nothing is read", server.ask("/api/v1/archive")[0] == 401 and server.ask("/metrics")[0] == 401 and server.ask("/api/v1/nothing")[0] == 401)
        check("with a wrong one neither", server.ask("/api/v1/archive", headers=bearer("x" * len(READ)))[0] == 401)
        check("with the token all is read", server.ask("/api/v1/archive", headers=bearer(READ))[0] == 200)
        check("health needs none", server.ask("/healthz")[0] == 200)
        check("the token for reading does not write", server.ask("/api/v1/review", headers=bearer(READ))[0] == 401)
        server.token = WRITE
        record = server.json("/api/v1/observations?limit=1")["items"][0]["id"]
        wrong = server.ask("/api/v1/corrections", "POST", json.dumps({"record": record, "set": {"period": "someday"}, "why": "w", "by": "b"}).encode())
        check("a value of another form is refused", wrong[0] == 400, wrong)
        for body in (b"", b"[]", b"{", b'{"record":1}', json.dumps({"record": record, "set": {}, "why": "w", "by": "b"}).encode()):
            check(f"{body[:20]} is refused", server.ask("/api/v1/corrections", "POST", body)[0] == 400)
        made = server.ask("/api/v1/corrections", "POST", json.dumps({"record": record, "set": {"period": "2019"}, "why": "misprint", "by": "tester"}).encode())
        check("a correction is made", made[0] == 201, made)
        until = time.monotonic() + 20
        while time.monotonic() < until and server.json(f"/api/v1/observations?article={record[:record.rindex('-o')]}&limit=1")["items"][0]["period"] != "2019":
            time.sleep(0.1)
        check("and shows", server.json(f"/api/v1/observations?article={record[:record.rindex('-o')]}&limit=1")["items"][0]["period"] == "2019")


HOSTILE = """\u7532\u5e02\u7535\u5546\u7b80\u62a5

\u3010\u884c\u4e1a\u8d44\u8baf\u3011

=HYPERLINK("http://evil.example","\u70b9")<script>alert(1)</script>\u7532\u5e02\u5feb\u9012
\u7532\u5e022022\u5e74\u5feb\u9012\u4e1a\u52a1\u91cf\u8fbe3.5\u4ebf\u4ef6\uff0c\u540c\u6bd4\u589e\u957f12%\u3002]]><img src=x onerror=alert(1)> \u5df2\u7ecf\u516c\u5e03\u3002
\uff08\u6765\u6e90\uff1a\u201c<b>\u4e59\u62a5</b>&\u201d 2022-12-01\uff09
"""


def hostile(program, folder):
    text, archive = folder / "2022-12-09.txt", folder / "hostile.fb"
    text.write_text(HOSTILE, encoding="utf-8")
    run(program, "ingest", archive, text, "--profile", "ecommerce-news")
    with Server(program, archive) as server:
        articles = server.json("/api/v1/articles")["items"]
        check("the hostile issue has an article", len(articles) > 0, articles)
        feed = server.ask("/api/v1/articles.atom")[2]
        entries = ET.fromstring(feed).findall("{http://www.w3.org/2005/Atom}entry")
        check("the feed is XML all the same", len(entries) == len(articles), feed[:500])
        check("nothing of it acts", b"<script" not in feed and b"<img" not in feed, feed[:900])
        for entry in entries:
            summary = entry.find("{http://www.w3.org/2005/Atom}summary").text or ""
            check("the feed quotes shortly", len(summary) <= 61, summary)
        table = server.ask("/api/v1/articles?format=csv")[2].decode()
        check("no cell is a formula", not re.search(r'(^|,)"?=', table, re.M), table)
        status, headers, _ = server.ask(f"/api/v1/articles/{articles[0]['id']}")
        check("an article is JSON and stays it", headers["content-type"] == "application/json", headers)


def ingest_meanwhile(program, samples, archive):
    """Requests go on, never fail, and see the new issue."""
    with Server(program, archive) as server:
        stop, wrong, count = threading.Event(), [], [0]
        article = server.json("/api/v1/articles?limit=1")["items"][0]["id"]

        def load():
            while not stop.is_set():
                for path in ("/api/v1/archive", f"/api/v1/articles/{article}", "/api/v1/articles?limit=5"):
                    status, _, body = server.ask_once(path)
                    count[0] += 1
                    if status != 200:
                        wrong.append((path, status, body[:200]))
        threads = [threading.Thread(target=load) for _ in range(4)]
        for t in threads:
            t.start()
        run(program, "ingest", archive, samples / "2023-04-05.txt")
        until = time.monotonic() + 10
        while time.monotonic() < until and server.json("/api/v1/archive")["issues"] != 2:
            time.sleep(0.05)
        check("the new issue shows without a restart", server.json("/api/v1/archive")["issues"] == 2)
        while time.monotonic() < until + 20 and not server.ask("/api/v1/search?q=%E5%8C%97%E7%96%86")[2].count(b"2023-04-05"):
            time.sleep(0.1)
        check("and is found", b"2023-04-05" in server.ask("/api/v1/search?q=%E5%8C%97%E7%96%86")[2])
        stop.set()
        for t in threads:
            t.join()
        check(f"{count[0]} requests meanwhile, none fails", count[0] > 20 and not wrong, wrong[:3])
        server.process.kill()
        server.process.wait()
        server.process = subprocess.Popen([program, "serve", str(archive), "--listen", f"127.0.0.1:{server.port}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = server.process.stdout.readline()
        check("killed and started again, at the same port", line.startswith(b"http://"), line + server.process.stderr.read() if not line else line)
        check("it answers again", server.json("/api/v1/archive")["issues"] == 2)
    run(program, "verify", archive)


def hold_open(program, archive):
    """Thousands open a connection and say nothing; others are answered all the while."""
    wanted = 10_000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, wanted + 500), hard))
    wanted = min(wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 500)
    with Server(program, archive) as server:
        held, slowest = [], 0.0
        for i in range(wanted):
            s = socket.socket()
            s.settimeout(10)
            s.connect(("127.0.0.1", server.port))
            held.append(s)
            if i % 500 == 499:
                begun = time.monotonic()
                status = server.ask_once("/api/v1/archive")[0]
                slowest = max(slowest, time.monotonic() - begun)
                if status != 200:
                    check(f"answered with {i} connections held open", False, status)
        check(f"{wanted} connections held open: the slowest answer took less than 2 s", slowest < 2, slowest)
        page = server.ask("/metrics")[2].decode()
        closed = int(re.search(r"^fengbiao_connections_closed_total (\d+)", page, re.M)[1])
        open_now = int(re.search(r"^fengbiao_connections (\d+)", page, re.M)[1])
        check("the longest idle ones made room", open_now <= 4200 and (wanted < 4200 or closed >= wanted - 4200), (open_now, closed))
        print(f"        held {wanted}: slowest answer {slowest * 1000:.0f} ms, {open_now} open, {closed} closed to make room")
        for s in held:
            s.close()


def full_disk(program, archive, folder):
    """Where the archive cannot grow, a correction fails in words, answers go on, and the archive stays whole."""
    token = folder / "write"
    token.write_text(WRITE + "\n")

    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    process = subprocess.Popen([program, "serve", str(archive), "--listen", "127.0.0.1:0", "--token-file", str(token)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=small)
    server = Server.of(process)
    with server:
        server.token = WRITE
        record = server.json("/api/v1/observations?limit=1")["items"][0]["id"]
        status, _, body = server.ask("/api/v1/corrections", "POST", json.dumps({"record": record, "set": {"period": "2018"}, "why": "w", "by": "b"}).encode(), patience=0)
        check("a correction on a full disk fails in words", status >= 500 and json.loads(body)["detail"], (status, body))
        check("answers go on", server.ask("/api/v1/articles?limit=1")[0] == 200)
        check("search answers too", server.ask("/api/v1/search?q=%E5%8C%85%E8%A3%B9")[0] == 200)
    run(program, "verify", archive)


def stops_gracefully(program, archive, samples):
    server = Server(program, archive)
    with server:
        server.json("/api/v1/findings")
        answers = []
        text = (samples / "2023-03-20.txt").read_bytes() * 20
        asking = threading.Thread(target=lambda: answers.append(server.ask_once("/api/v1/check?name=a.txt", "POST", text)))
        asking.start()
        time.sleep(0.1)
        server.process.send_signal(signal.SIGTERM)
        asking.join()
        check("what was being answered is answered", answers and answers[0][0] == 200, answers[:1])
        code = server.process.wait(20)
        check("and it ends with 0", code == 0, code)
        server.ended = True


def main(program, samples):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        archive = folder / "ec.fb"
        run(program, "ingest", archive, samples / "2023-03-20.txt")
        with Server(program, archive) as server:
            manners(server)
            limits(server)
        tokens(program, archive, folder)
        hostile(program, folder)
        ingest_meanwhile(program, samples, archive)
        full_disk(program, archive, folder)
        stops_gracefully(program, archive, samples)
        hold_open(program, archive)
        for flags, words in ((["--listen", "nowhere"], b"expected an address"), (["--token-file", str(folder / "none")], b"none"), (["--listen", "203.0.113.1:80"], b"cannot listen")):
            done = subprocess.run([program, "serve", str(archive), *flags], capture_output=True, timeout=20)
            check(f"{flags} is refused in words", done.returncode == 2 and words in done.stderr, done.stderr)
    finish()


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
