#!/usr/bin/env python3
"""Every route of a running server, asked with every parameter it names, against its own OpenAPI description; by Debian's jsonschema.

usage: serve_openapi.py PROGRAM SAMPLES
"""
import json, pathlib, sys, tempfile, urllib.parse

import jsonschema

from server import Server, check, finish, run



def pointers(spec, schema):
    """A schema that can see the components of the description."""
    return {**schema, "components": spec["components"]}




def holds(spec, schema, value):
    errors = list(jsonschema.Draft202012Validator(pointers(spec, schema)).iter_errors(value))
    if not errors:
        return ""
    worst = jsonschema.exceptions.best_match(errors)
    return f"{list(worst.absolute_path)}: {worst.message[:300]}"


def examples(server):
    """What the parameters of paths and the free texts may hold in this archive."""
    first = lambda path: server.json(path)["items"][0]
    article = first("/api/v1/articles")
    finding = server.json("/api/v1/findings")["items"]
    return {
        "issues": article["issue"], "articles": article["id"], "observations": first("/api/v1/observations")["id"], "policies": first("/api/v1/policies")["id"],
        "entities": first("/api/v1/entities")["key"], "series": first("/api/v1/series")["id"], "findings": finding[0]["id"] if finding else None, "corrections": "1", "decisions": "export-return", "packs": "live-host", "hosts": "h1", "allowance": "p1",
        "q": "\u5305\u88f9", "issue": article["issue"], "article": article["id"], "section": article["section"], "source": article["sources"][0],
        "indicator": first("/api/v1/indicators")["id"], "area": first("/api/v1/places")["area"], "entity": "x", "period": "2023", "issuer": "x", "body": "x", "year": "2023",
        "rule": "x", "name": "a.txt", "on": "2023-05-01", "from": "2020-01-01", "to": "2030-01-01", "limit": "3", "cursor": "0", "drafts": "2024-01", "version": "1", "edition": "1",
    }


def values_of(parameter, known):
    schema = parameter["schema"]
    if "enum" in schema:
        return schema["enum"]
    return [known[parameter["name"]]]


def ask_route(server, spec, path, operation, known):
    in_path = [p for p in operation.get("parameters", []) if p["in"] == "path"]
    query = [p for p in operation.get("parameters", []) if p["in"] == "query"]
    address = path
    for p in in_path:
        value = p["schema"]["enum"][0] if "enum" in p["schema"] else known[path.split("/")[3]]
        address = address.replace("{" + p["name"] + "}", urllib.parse.quote(str(value), safe=""))
    needed = {p["name"]: values_of(p, known)[0] for p in query if p["required"]}
    asked = [needed] + [{**needed, p["name"]: v} for p in query for v in values_of(p, known) if not (p["name"] == "cursor" and "search" in path)]
    for parameters in asked:
        target = address + ("?" + urllib.parse.urlencode(parameters) if parameters else "")
        status, headers, body = server.ask(target)
        content = operation["responses"].get(str(status), {}).get("content", {})
        media = headers.get("content-type", "").split(";")[0]
        if not check(f"GET {target}: 200 and a type that is described", status == 200 and media in content, (status, media, body[:300])):
            continue
        if media == "application/json":
            trouble = holds(spec, content[media]["schema"], json.loads(body))
            check(f"GET {target}: as described", not trouble, trouble)
    # What is wrong is refused, with the parameter's name.
    for p in query:
        if p["schema"].get("type") == "integer" or "enum" in p["schema"] or p["schema"].get("format") == "date":
            status, headers, body = server.ask(f"{address}?{urllib.parse.urlencode({**needed, p['name']: 'no such value'})}")
            problem = json.loads(body)
            check(f"GET {address}: a wrong {p['name']} is refused", status == 400 and problem.get("parameter") == p["name"] and not holds(spec, {"$ref": "#/components/schemas/Problem"}, problem), problem)
    status, _, body = server.ask(f"{address}?nosuch=1")
    check(f"GET {address}: an unknown parameter is refused", status == 400 and json.loads(body)["parameter"] == "nosuch", body)
    if in_path:
        status, _, body = server.ask(address.replace(urllib.parse.quote(str(known[path.split("/")[3]]), safe=""), "no-such-thing"))
        check(f"GET {path}: what is not there is 404", status == 404 and json.loads(body)["status"] == 404, (status, body))


LISTING = "".join(f"{name}\uff1a{value}\n" for name, value in (("\u6807\u9898", "\u5168\u7f51\u7b2c\u4e00\u8702\u871c"), ("\u54c1\u724c", "\u5c71\u91ce"), ("\u89c4\u683c", "500\u514b"), ("\u4ea7\u5730", "\u4e5d\u5bab"), ("\u4fdd\u8d28\u671f", "18\u4e2a\u6708")))  # one claim is forbidden


def comply(server, spec):
    """A text against the packs: as described, its places those of the text, and what is wrong refused with its name."""
    schema = spec["paths"]["/api/v1/comply"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    ask = lambda query, text: server.ask(f"/api/v1/comply?{query}", "POST", text, {"Content-Type": "text/plain; charset=utf-8"})
    for query in ("as=listing&on=2023-03-01", "on=2023-03-01", "as=listing&on=2023-03-01&pack=claims", "as=page&on=2014-01-01", "as=script&on=2023-03-01&name=a.txt"):
        for text in (LISTING.encode(), b"\xef\xbb\xbf" + (LISTING * 2).replace("\n", "\r\n").encode(), LISTING.encode("gb18030")):
            status, _, body = ask(query, text)
            trouble = holds(spec, schema, json.loads(body)) if status == 200 else body[:300]
            if not check(f"POST /api/v1/comply?{query}: as described", status == 200 and not trouble, trouble):
                continue
            report = json.loads(body)
            check(f"{query}: in force or not", bool(report["findings"]) != query.endswith("2014-01-01"), report["findings"])
            lines = report["text"].split("\n")
            for f in report["findings"]:
                begin, end = f["span"]
                in_line = lines[f["line_start"] - 1][f["column_start"] - 1:][:len(f["quote"])]
                check(f"{query}: bytes, line and column lead to the words", report["text"].encode()[begin:end].decode() == f["quote"] == in_line, f)
    for query, parameter in (("as=letter&on=2023-03-01", "as"), ("as=listing", "on"), ("as=listing&on=2023-02-30", "on"), ("as=listing&on=2023-03-01&pack=claim", "pack"), ("on=2023-03-01", "as")):
        status, _, body = ask(query, b"a cup of tea")
        problem = json.loads(body)
        check(f"POST /api/v1/comply?{query}: refused by name", status == 400 and problem.get("parameter") == parameter and not holds(spec, {"$ref": "#/components/schemas/Problem"}, problem), (status, body))
    status, _, body = ask("as=listing&on=2023-03-01", b"")
    check("nothing to look at is refused", status == 400, (status, body))
    status, _, body = ask("as=listing&on=2023-03-01", b"a" * (1 << 20))
    check("a large text is taken", status == 200, (status, body[:200]))


def links(server):
    """Packs and decisions lead to the documents that they follow, and these lead back."""
    led = 0
    whose = {"packs": "pack", "decisions": "id"}
    for kind, key in whose.items():
        for row in server.json(f"/api/v1/{kind}?limit=200")["items"]:
            for document in server.json(f"/api/v1/{kind}/{row[key]}")["documents"]:
                for policy in document["policies"]:
                    back = server.json("/api/v1/policies/" + urllib.parse.quote(policy, safe=""))["followed_by"][kind]
                    check(f"{policy} leads back to {row[key]}", row[key] in [b[key] for b in back], back)
                    led += 1
    check("links are there to be followed", led >= 4, led)
    plain = server.json("/api/v1/policies")["items"]
    followers = [server.json("/api/v1/policies/" + urllib.parse.quote(p["id"], safe=""))["followed_by"] for p in plain]
    check("most documents have no followers", sum(f == {"packs": [], "decisions": []} for f in followers) > len(plain) / 2, followers)


def ledgers(server):
    host = server.json("/api/v1/hosts/h1?field=medicine")
    check("a host with entries, and why not on air", len(host["entries"]) == 2 and host["on_air"]["may"] is False and host["on_air"]["reasons"], host)
    check("on other matters the host may", server.json("/api/v1/hosts/h1")["on_air"]["may"] is True)
    named = server.json("/api/v1/hosts?name=" + urllib.parse.quote("\u6797\u4e3b\u64ad"))["items"]
    check("a host is found by a name", [h["host"] for h in named] == ["h1"], named)
    check("nobody is found by another", server.json("/api/v1/hosts?name=x")["total"] == 0)
    check("an allowance", server.json("/api/v1/allowance/p1")["years"][0]["left"] == "21199.50")


def persons(program, archive, token):
    """What is kept of persons goes to other machines with a token only; the rest is as open as before."""
    outside = {"Host": "archive.example"}
    for flags, given, expected in (((), {}, 403), (("--token-file", token), {}, 401), (("--token-file", token), {"Authorization": "Bearer a-token-for-tests-of-writing"}, 200)):
        with Server(program, archive, "--host", "archive.example", *flags) as server:
            for target in ("/api/v1/hosts", "/api/v1/hosts/h1", "/api/v1/allowance/p1"):
                status, _, body = server.ask(target, headers={**outside, **given})
                check(f"{target} from elsewhere, {len(flags)} flags, {len(given)} tokens", status == expected, (status, body))
            check("packs are for everybody", server.ask("/api/v1/packs", headers=outside)[0] == 200)


def main(program, samples):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        archive = folder / "ec.fb"
        run(program, "ingest", archive, samples / "2023-03-20.txt", samples / "2023-04-05.txt", pathlib.Path(__file__).parent / "told/2023-05-10.txt")
        signed = ("--by", "a tester", "--why", "a test", "--day", "2023-03-01")
        run(program, "hosts", archive, "add", "h1", "--name", "\u6797\u4e3b\u64ad", *signed)
        run(program, "hosts", archive, "file", "h1", "--field", "law", "--document", "a licence", *signed)
        run(program, "allowance", archive, "order", "p1", "--order", "o1", "--amount", "4800.50", *signed)
        token = folder / "token"
        token.write_text("a-token-for-tests-of-writing\n")
        for action in (["new", archive, "2024-01", "--from", "2023-03-20"], ["publish", archive, "2024-01", "--by", "a tester"]):
            run(program, "issue", *action)
        with Server(program, archive, "--desk", "--token-file", token) as server:
            server.token = "a-token-for-tests-of-writing"
            spec = server.json("/api/v1/openapi.json")
            for name in spec["components"]["schemas"]:
                jsonschema.Draft202012Validator.check_schema(spec["components"]["schemas"][name])
            check("the description names its version", spec["openapi"] == "3.1.0" and spec["info"]["version"])
            known = examples(server)
            # Something to review, to list and to undo.
            body = json.dumps({"record": known["observations"], "set": {"period": "2021"}, "why": "a test", "by": "a tester"})
            status, headers, made = server.ask("/api/v1/corrections", "POST", body.encode(), {"Content-Type": "application/json"})
            check("a correction is made", status == 201, made)
            schema = spec["paths"]["/api/v1/corrections"]["post"]["responses"]["201"]["content"]["application/json"]["schema"]
            check("a correction answers as described", not holds(spec, schema, json.loads(made)), made)
            for path, methods in spec["paths"].items():
                if "get" in methods:
                    ask_route(server, spec, path, methods["get"], known)
            text = (samples / "2023-03-20.txt").read_bytes()
            for name, type in (("2023-03-20.txt", "text/plain; charset=utf-8"), ("2023-03-20.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                               ("2023-03-20.html", "text/html"), ("2023-03-20.pdf", "application/pdf")):
                status, headers, body = server.ask(f"/api/v1/check?name={name}", "POST", (samples / name).read_bytes(), {"Content-Type": type})
                schema = spec["paths"]["/api/v1/check"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
                trouble = holds(spec, schema, json.loads(body)) if status == 200 else body[:300]
                check(f"POST /api/v1/check of {name}: as described", status == 200 and not trouble, trouble)
            decide = spec["paths"]["/api/v1/decisions/{id}"]["post"]
            schema = decide["responses"]["200"]["content"]["application/json"]["schema"]
            for row in server.json("/api/v1/decisions")["items"]:
                whole = server.json(f"/api/v1/decisions/{row['id']}")
                some = {fact["id"]: {"flag": True, "choice": (fact["options"] or [{"id": None}])[0]["id"], "number": 12.5, "date": "2023-03-01"}[fact["type"]] for fact in whole["facts"]}
                for facts in ({}, some, {name: None for name in some}, dict(list(some.items())[:2])):
                    status, headers, body = server.ask(f"/api/v1/decisions/{row['id']}?on=2023-10-01", "POST", json.dumps(facts).encode(), {"Content-Type": "application/json"})
                    trouble = holds(spec, schema, json.loads(body)) if status == 200 else body[:300]
                    check(f"POST /api/v1/decisions/{row['id']} with {len(facts)} facts: as described", status == 200 and not trouble, trouble)
            for target, facts, expected in (("export-return?on=2023-10-01", b'{"cod":1}', 400), ("export-return?on=2023-10-01", b"{", 400), ("export-return", b"{}", 400),
                                            ("export-return?on=2023-02-30", b"{}", 400), ("nothing?on=2023-10-01", b"{}", 404)):
                status, headers, body = server.ask(f"/api/v1/decisions/{target}", "POST", facts, {"Content-Type": "application/json"})
                check(f"POST /api/v1/decisions/{target} with {facts}: refused", status == expected and not holds(spec, {"$ref": "#/components/schemas/Problem"}, json.loads(body)), (status, body))
            comply(server, spec)
            links(server)
            ledgers(server)
            status, headers, body = server.ask("/api/v1/corrections/1/undo", "POST", json.dumps({"by": "a tester"}).encode(), {"Content-Type": "application/json"})
            check("a correction is undone", status == 200, body)
        persons(program, archive, token)
        check("the validator can fail", bool(holds(spec, {"$ref": "#/components/schemas/Archive"}, {"name": 1})))
    finish()


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
