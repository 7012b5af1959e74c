#!/usr/bin/env python3
"""Checks records (JSON Lines) against a JSON Schema, with the standard library alone.

    fengbiao export ec.fb --kind articles --format jsonl | python3 tools/check_schema.py docs/schema/articles.schema.json -
    python3 tools/check_schema.py --self-test

Knows the part of JSON Schema 2020-12 that docs/schema uses: type, required, properties, additionalProperties (false),
items, enum, const, pattern, minimum, maximum, minLength, minItems, maxItems, uniqueItems. A schema with any other
keyword is refused, so that nothing is passed over in silence. An input without records is an error.
Exit code: 0 all records hold, 1 some do not, 2 cannot check.
"""
import json
import re
import sys

NOTES = {"$schema", "$id", "$comment", "title", "description", "examples", "default"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def same(a, b):
    """Equal as JSON: true is not 1."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


# keyword -> (the type it speaks of, or None for all; does it hold?)
HOLDS = {
    "type": (None, lambda v, s: any(is_type(v, name) for name in ([s] if isinstance(s, str) else s))),
    "enum": (None, lambda v, s: any(same(v, one) for one in s)),
    "const": (None, same),
    "pattern": (str, lambda v, s: re.search(s, v) is not None),
    "minLength": (str, lambda v, s: len(v) >= s),
    "minimum": ((int, float), lambda v, s: isinstance(v, bool) or v >= s),
    "maximum": ((int, float), lambda v, s: isinstance(v, bool) or v <= s),
    "minItems": (list, lambda v, s: len(v) >= s),
    "maxItems": (list, lambda v, s: len(v) <= s),
    "uniqueItems": (list, lambda v, s: not s or len({json.dumps(x, sort_keys=True) for x in v}) == len(v)),
    "required": (dict, lambda v, s: all(key in v for key in s)),
}
DEEPER = {"properties", "additionalProperties", "items"}


def unknown_keywords(schema, where="schema"):
    """Keywords of the schema that this checker does not know, with their place."""
    found = [f"{where}: {key}" for key in schema if key not in HOLDS and key not in DEEPER and key not in NOTES]
    for name, inner in schema.get("properties", {}).items():
        found += unknown_keywords(inner, f"{where}/{name}")
    if "items" in schema:
        found += unknown_keywords(schema["items"], f"{where}/items")
    if schema.get("additionalProperties", False) is not False:
        found.append(f"{where}: additionalProperties other than false")
    return found


def troubles(value, schema, where=""):
    """What is wrong with `value`, one line each."""
    out = []
    for key, expected in schema.items():
        if key in HOLDS:
            kind, holds = HOLDS[key]
            if (kind is None or isinstance(value, kind)) and not holds(value, expected):
                what = [k for k in expected if k not in value] if key == "required" else value
                out.append(f"{where or 'record'}: {key} {json.dumps(expected, ensure_ascii=False)} does not hold for {json.dumps(what, ensure_ascii=False)[:80]}")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        for key, inner in known.items():
            if key in value:
                out += troubles(value[key], inner, f"{where}/{key}")
        if schema.get("additionalProperties") is False:
            out += [f"{where}/{key}: not a key of the schema" for key in value if key not in known]
    if isinstance(value, list) and "items" in schema:
        for i, item in enumerate(value):
            out += troubles(item, schema["items"], f"{where}/{i}")
    return out


def self_test():
    schema = {"type": "object", "required": ["n"], "additionalProperties": False,
              "properties": {"n": {"type": "integer", "minimum": 1}, "s": {"type": ["string", "null"], "pattern": "^a"},
                             "l": {"type": "array", "items": {"type": "boolean"}, "minItems": 1, "uniqueItems": True},
                             "e": {"enum": ["x", 1]}}}
    good = [{"n": 1}, {"n": 2, "s": None}, {"n": 3, "s": "ab", "l": [True, False], "e": 1}]
    bad = [{}, {"n": 0}, {"n": True}, {"n": 1.5}, {"n": 1, "s": "b"}, {"n": 1, "l": []}, {"n": 1, "l": [1]}, {"n": 1, "l": [True, True]},
           {"n": 1, "e": True}, {"n": 1, "more": 1}, [], "n"]
    failed = [f"should hold: {v}" for v in good if troubles(v, schema)] + [f"should not hold: {v}" for v in bad if not troubles(v, schema)]
    failed += [] if unknown_keywords({"properties": {"a": {"oneOf": []}}}) == ["schema/a: oneOf"] else ["an unknown keyword went unseen"]
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) != 2:
        print("usage: check_schema.py SCHEMA RECORDS.jsonl (or - for standard input)", file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    if unknown := unknown_keywords(schema):
        print(f"{arguments[0]}: keywords this checker does not know: {'; '.join(unknown)}", file=sys.stderr)
        return 2
    source = sys.stdin.buffer if arguments[1] == "-" else open(arguments[1], "rb")
    count = wrong = 0
    with source:
        for number, line in enumerate(source, 1):
            count += 1
            try:
                found = troubles(json.loads(line.decode("utf-8")), schema)
            except ValueError as error:
                found = [f"not a JSON object in UTF-8: {error}"]
            wrong += bool(found)
            for what in found:
                print(f"{arguments[1]}:{number}: {what}", file=sys.stderr)
    if count == 0:
        print(f"{arguments[1]}: no records", file=sys.stderr)
        return 2
    print(f"{count} records, {wrong} of them wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
