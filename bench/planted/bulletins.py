"""Clean texts, and what the program found and could check in them before anything was planted.

    texts, found = read(reader, files)
    texts[0].articles[3].title, .paragraphs, .source     places in the text, as (begin, end) in characters
    texts[0].relations                                   relations of the text that hold, with their span in characters

Articles are taken from the program's own reading, line breaks and blanks of the file included, so that an error can be put into the file
itself. A paragraph that does not stand in the file as read is left out.
"""
import json, pathlib, re, subprocess, tempfile

BLANK = re.compile(r"\s")
STOPS = "。！？"


class Article:
    def __init__(self, text, n, title, paragraphs, source, record):
        self.text, self.n, self.title, self.paragraphs, self.source, self.record = text, n, title, paragraphs, source, record
        self.key = (text.name, n)
        self.begin = record["begin"]
        self.end = record["end"]

    def words(self, span):
        return self.text.text[span[0]:span[1]]

    def paragraph_of(self, at):
        for span in self.paragraphs:
            if span[0] <= at < span[1]:
                return span
        return None

    def sentence(self, at):
        """The sentence around a place; the headline and the source line are one each."""
        for span in [self.title, self.source]:
            if span and span[0] <= at < span[1]:
                return span
        span = self.paragraph_of(at)
        if not span:
            return (at, at + 1)
        text = self.text.text
        begin = max([text.rfind(c, span[0], at) for c in STOPS]) + 1 or span[0]
        ends = [e for e in (text.find(c, at, span[1]) for c in STOPS) if e >= 0]
        return (max(begin, span[0]), min(ends) + 1 if ends else span[1])


class Text:
    def __init__(self, name, text):
        self.name, self.text = name, text
        self.articles, self.relations, self.findings = [], [], []
        self.starts = byte_starts(text)

    def span(self, pair):
        return tuple(self.starts.get(i, len(self.text)) for i in pair)

    def article_at(self, at):
        for article in self.articles:
            if article.begin <= at < article.end:
                return article
        return None


def byte_starts(text):
    """{offset in bytes: offset in characters}"""
    out, at = {}, 0
    for i, c in enumerate(text):
        out[at] = i
        at += 1 if c < "\x80" else 2 if c < "\u0800" else 3 if c < "\U00010000" else 4
    out[at] = len(text)
    return out


def run(reader, folder, files):
    subprocess.run([str(reader), str(folder), *map(str, files)], check=True, stdin=subprocess.DEVNULL)
    read_lines = lambda name: [json.loads(line) for line in (pathlib.Path(folder) / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return {name: read_lines(name) for name in ("articles", "findings", "relations")}


def squeezed(text, begin, end):
    """The characters of a stretch without blanks, and where each stands."""
    places = [i for i in range(begin, end) if not BLANK.match(text[i])]
    return "".join(text[i] for i in places), places


def article_of(text, record):
    begin, end = text.span(record["span"])
    record = record | {"begin": begin, "end": end}
    tight, places = squeezed(text.text, begin, end)
    at = 0

    def stretch(words):
        nonlocal at
        words = BLANK.sub("", words)
        found = tight.find(words, at) if words else -1
        if found < 0:
            return None
        at = found + len(words)
        return (places[found], places[at - 1] + 1)

    title = stretch(record["title"])
    paragraphs = [span for span in map(stretch, record["paragraphs"]) if span]
    source = None
    found = re.compile(r"来源\s*[:：]").search(text.text, paragraphs[-1][1] if paragraphs else begin, end)
    if found:
        source = (found.start(), text.span(record["span"])[1])
        if title and source[0] < title[1]:
            source = None
    return Article(text, record["n"], title, paragraphs, source, record)


def place_findings(text, records):
    """The findings of a text with spans in characters."""
    out = []
    for record in records:
        if record["file"] == text.name:
            out.append(record | {"span": text.span(record["span"]), "quote_span": text.span(record["quote_span"])})
    return out


def read(reader, files):
    texts = [Text(f.name, f.read_bytes().decode("utf-8")) for f in files]
    with tempfile.TemporaryDirectory() as folder:
        found = run(reader, folder, files)
    for text in texts:
        text.articles = [article_of(text, r) for r in found["articles"] if r["file"] == text.name]
        text.findings = place_findings(text, found["findings"])
        text.relations = [r for r in place_findings(text, found["relations"]) if r["verdict"] == "holds"]
    return texts
