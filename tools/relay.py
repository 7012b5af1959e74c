#!/usr/bin/env python3
"""Lays an issue out again: the same articles in another printed form, with the truth for that form.

    issue = recover(truth, reading)        # title, paragraphs, note, source of each article as whole strings
    bytes, truth = render(issue, way)      # a way is a dict, see DEFAULTS; tests/layout/ways.py names more than forty

Plain text is set line by line (measure, kinsoku, indents, white lines, blanks behind lines, pages, running heads), then
spelled (half width, quotes, radicals) and encoded; HTML, DOCX and PDF carry the same blocks. What a way does it does to the
whole issue, and it leaves enough for a careful human to tell titles and paragraphs apart: where nothing but a short line
ends a paragraph (`short_ends`), paragraphs that would end with a full line get a closing sentence, in the truth too.
Seeded by the way's name: same input, same bytes (PDF: same text). Used by tests/layout/run_layout.py.
"""
import copy
import functools
import html
import io
import pathlib
import random
import re
import subprocess
import unicodedata
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

DEFAULTS = {
    "form": "text",          # text html docx pdf
    "width": None,           # em of a printed line; None: a paragraph a line
    "kinsoku": "hang",       # a closing mark at a line start: hang (over the edge), pull (takes a character along), none
    "spaced": None,          # blanks between Chinese and Latin: True as page extraction gives, False none, None as they are
    "gap": 0,                # blank lines between printed lines
    "paragraph_gap": None,   # between paragraphs; None: as gap
    "title_gap": (1, 1),     # blank lines beyond gap above and below a title
    "blank": "",             # what a blank line holds
    "trailing": "none",      # blanks behind lines: none, end (of paragraphs), all, noise
    "indent": "",            # before a paragraph's first line
    "margin": "",            # before every line
    "centred": False,        # titles pushed to the middle by blanks
    "split_titles": False,   # long titles on two lines
    "short_ends": False,     # see above
    "page": None,            # printed lines of a page
    "page_sign": "lead",     # lead (a blank before the next line), feed, number, head
    "cut_every": None,       # unwrapped text: a page cuts a paragraph after so many em
    "source": "own",         # own, pushed, glued, right, folded (over two lines)
    "source_form": "来源：{names}{by}{date}",
    "selector": "编选",
    "date": "{y} 年 {m} 月 {d} 日",  # or "chinese"
    "name_quotes": "“”",
    "half": False,           # half-width punctuation
    "quotes": "“”",
    "radicals": 0.0,         # share of characters printed as radicals or look-alikes
    "markdown": None,        # titles: bold, heads; paragraphs: bullets, stars
    "section": "【{}】",      # or "spaced": blanks between the characters
    "cover": False,
    "contents": None,        # dots, tab, ellipsis, middots, bullets, folded
    "imprint": False,
    "encoding": "utf-8",
    "eol": "\n",
    "tags": ("h1", "h2", "h3", "p"),  # HTML: name, section, title, paragraph
    "styles": True,          # DOCX: heading styles
    "page_style": "indented",  # PDF
    "extract": None,         # PDF: as text, by pdftotext with these flags
}

NUMERALS = "一二三四五六七八九十"
CLOSING = "，。、；：！？）》”’」』】%…,.;:!?)]"
OPENING = "（《“‘「『【(["
LATIN = re.compile(r"[A-Za-z0-9.%+\-/@_,:]*[A-Za-z0-9%]|.", re.S)
RADICALS = {a: b for a, b in zip("一人入八力十又口土士大女子小山工己干心手支文方日月木比毛氏水火父牙牛玉瓜瓦甘生用田白皮皿目石示立竹米老而耳肉臣自至舟色"
                                 "虫血行衣角言谷豆赤走足身辛里金面革音食首香骨高鬼长马车门风页见贝鱼鸟",
                                 "⼀⼈⼊⼋⼒⼗⼜⼝⼟⼠⼤⼥⼦⼩⼭⼯⼰⼲⼼⼿⽀⽂⽅⽇⽉⽊⽐⽑⽒⽔⽕⽗⽛⽜⽟⽠⽡⽢⽣⽤⽥⽩⽪⽫⽬⽯⽰⽴⽵⽶⽼⽽⽿⾁⾂⾃⾄⾈⾊"
                                 "⾍⾎⾏⾐⾓⾔⾕⾖⾚⾛⾜⾝⾟⾥⾦⾯⾰⾳⾷⾸⾹⾻⾼⻤⻓⻢⻋⻔⻛⻚⻅⻉⻥⻦")}
HALF = str.maketrans("，：；（）！？“”‘’", ",:;()!?\"\"''")


def lookalikes():
    table = {}
    for line in (ROOT / "data" / "text" / "lookalikes.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            code, to, _ = line.split("\t")
            table[int(code, 16)] = None if to == "-" else int(to, 16)
    return table


LOOKALIKES = lookalikes()


def same(text):
    """What two printings of one text have in common: no white space, one width, ordinary characters."""
    if text is None:
        return None
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(LOOKALIKES)).translate(LOOKALIKES))


# ---- the abstract issue

def recover(truth, reading):
    """The issue behind a text: fields from the truth, paragraphs from a reading that the truth confirms (their number, the
    first words and the last). An article the truth does not confirm is kept with "sure": False and is not compared."""
    by_place = {a["line_start"]: a for a in reading}
    articles = []
    for gold in truth["articles"]:
        a = {k: gold[k] for k in ("section", "title", "sources", "compiled", "selected_by", "date", "author_note")}
        found = by_place.get(gold["line_start"])
        a["paragraphs"] = list(found["paragraphs"]) if found else [gold["first"] + "……" + gold["last"]]
        body = same("".join(a["paragraphs"]))
        a["sure"] = bool(found) and same(found["title"]) == same(gold["title"]) and len(a["paragraphs"]) == gold["paragraphs"] \
            and body.startswith(same(gold["first"])) and body.endswith(same(gold["last"]))
        articles.append(a)
    desk = next((a["selected_by"] for a in articles if a["selected_by"]), "编辑部")
    m = truth["masthead"]
    return {"name": m["name"] or desk.removesuffix("编辑部"), "year": m["year"] or int(truth["issue"][:4]), "number": m["number"] or 7,
            "total": m["total"] or 127, "date": truth["issue"], "sections": truth["sections"], "articles": articles}


# ---- spelling

class Speller:
    """How a way prints a string: quotes, widths, radicals. One seed, so that text and truth get the same."""

    def __init__(self, way, rng):
        self.way, self.rng = way, rng

    def __call__(self, text):
        way = self.way
        if way["spaced"] is not None:
            text = re.sub(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])", "", text)
        if way["spaced"]:
            text = re.sub(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])", " ", text)
        opening, closing = way["quotes"]
        text = re.sub("“([^“”]*)”", lambda m: opening + m[1] + closing, text)
        if way["half"]:
            text = text.translate(HALF)
        if way["radicals"]:
            text = "".join(RADICALS[c] if c in RADICALS and self.rng.random() < way["radicals"] else c for c in text)
        return text


def chinese_date(y, m, d):
    tens = lambda n: ("" if n < 10 else "十" if n < 20 else NUMERALS[n // 10 - 1] + "十") + (NUMERALS[n % 10 - 1] if n % 10 else "")
    return "".join("〇一二三四五六七八九"[int(c)] for c in str(y)) + f"年{tens(m)}月{tens(d)}日"


def source_text(a, way, rng):
    """The source line; None where the article has none."""
    if not a["sources"]:
        return None
    if a["compiled"]:
        names = "、".join(f"《{n.removesuffix('编辑部')}》编辑部整理" for n in a["sources"])
    else:
        opening, closing = way["name_quotes"]
        names = "、".join((opening + n + closing) if i or rng.random() < 0.7 else f"《{n}》" for i, n in enumerate(a["sources"]))
    by = f" {way['selector']}：《{a['selected_by'].removesuffix('编辑部')}》编辑部" if a["selected_by"] else ""
    date = ""
    if a["date"]:
        y, m, d = map(int, a["date"].split("-"))
        date = " " + (chinese_date(y, m, d) if way["date"] == "chinese" else way["date"].format(y=y, m=m, d=d, mm=f"{m:02}", dd=f"{d:02}"))
    line = way["source_form"].format(names=names, by=by, date=date)
    return line.replace("编辑部整理 20", "编辑部整理20") if way["half"] else line


# ---- lines

def em(text):
    """Printed width: Chinese 1, Latin 0.5, a blank between the two a quarter."""
    width, wide = 0.0, False
    for i, c in enumerate(text):
        if c == "\u3000":
            width += 1
        elif c.isspace():
            after = i + 1 < len(text) and is_wide(text[i + 1])
            width += 0.25 if wide != after else 0.5
        else:
            wide = is_wide(c)
            width += 1 if wide else 0.5
    return width


def is_wide(c):
    return unicodedata.east_asian_width(c) in "WF" or c in "“”‘’…—·①②③●" or "\u2e80" <= c <= "\ua4cf"


def wrap(text, width, kinsoku, first_indent=0.0):
    lines, line = [], ""
    room = width - first_indent
    for token in LATIN.findall(text):
        if line and em(line + token) > room + 1e-6:
            hangs = token in CLOSING and kinsoku != "none"
            if hangs and kinsoku == "hang" and em(line) <= room + 1e-6:
                line += token
                continue
            if token.isspace():
                continue
            carried = ""
            if hangs or (line[-1] in OPENING and kinsoku != "none"):
                while len(line) > 2 and (not carried or carried[0] in CLOSING or line[-1] in OPENING):
                    carried, line = line[-1] + carried, line[:-1]
                    if re.match(r"[A-Za-z0-9.]", carried[0]):  # no word is cut
                        while len(line) > 2 and re.match(r"[A-Za-z0-9.]", line[-1]):
                            carried, line = line[-1] + carried, line[:-1]
            lines.append(line.rstrip())
            line, room = carried.lstrip() + token, width
        else:
            line += token
    if line.strip():
        lines.append(line.rstrip())
    return lines


STOPS = "。！？!?；;：:…"


def ended(line):
    return line.rstrip("”’」』）)》\"'* ").endswith(tuple(STOPS))


class Page:
    """Printed lines, each with the article it belongs to, the blank lines above it and whether it ends its block."""

    def __init__(self, way, rng):
        self.way, self.rng = way, rng
        self.lines = []  # [text, article or 0, blank lines above, last of its block]

    def block(self, texts, article=0, above=None):
        for i, text in enumerate(texts):
            gap = self.way["gap"] if i or above is None else above
            self.lines.append([text, article, gap, i + 1 == len(texts)])

    def paginated(self):
        way = self.way
        if not way["page"]:
            return self.lines
        out, on_page, page = [], 0, 1
        for i, line in enumerate(self.lines):
            line = list(line)
            inside = i > 0 and not self.lines[i - 1][3]
            # Where white lines alone part paragraphs, no page ends where a sentence does inside one.
            doubtful = inside and ended(self.lines[i - 1][0]) and way["trailing"] != "end" and not way["indent"]
            if on_page >= way["page"] and not doubtful:
                on_page, page = 0, page + 1
                sign, name = way["page_sign"], self.head
                if sign == "lead":
                    line[2], line[0] = 0, " " + line[0]
                elif sign == "feed":
                    line[2], line[0] = 0, "\f" + line[0]
                else:
                    out.append([f"- {page} -" if sign == "number" else f"第 {page} 页", 0, way["gap"] + 1, True])
                    if sign == "head":
                        out.append(["\f" + name, 0, 0, True])
                    line[2] = max(line[2], way["gap"] + 1)
            out.append(line)
            on_page += 1
        return out

    def text(self):
        """The text and, for each article, its first and last line."""
        way, out, places = self.way, [], {}
        for text, article, above, last in self.paginated():
            out += [way["blank"]] * (above if out else 0)
            if way["trailing"] == "end" and last:
                text += " "
            elif way["trailing"] == "all":
                text += " "
            elif way["trailing"] == "noise" and self.rng.random() < 0.3:
                text += " " * self.rng.randint(1, 3)
            if way["margin"]:
                text = ("\f" if text.startswith("\f") else "") + way["margin"] + text.removeprefix("\f")
            out.append(text)
            if article:
                places[article] = (places.get(article, (len(out),))[0], len(out))
        return way["eol"].join(out) + way["eol"], places


def contents_lines(issue, style, spell, rng):
    out = []
    page = 2
    for section in issue["sections"]:
        out.append(f"● {section}")
        for a in (a for a in issue["articles"] if a["section"] == section):
            title = spell(a["title"])
            page += rng.randint(0, 1)
            half = len(title) // 2
            out += {"dots": [f"- {title}.....{page}"], "tab": [f"{title}\t{page}"], "ellipsis": [f"• {title}……{page}"],
                    "middots": [f"{title} · · · · · · {page}"], "bullets": [f"\uf06c {title}.........{page}"],
                    "folded": [f"- {title[:half]}", f"{title[half:]}.....{page}"]}[style]
    return out


def cover_lines(issue):
    y, m, d = map(int, issue["date"].split("-"))
    return [issue["name"], f"{issue['year']}年第{issue['number']}期（总第{issue['total']}期）  {y}年{m}月{d}日"]


PUBLISHER = ["主办单位", "风标电商研究会", "（澜江数字商务服务中心）"]
IMPRINT = ["编辑部地址：澜江市风标路 100 号 8 楼", "邮政编码：000000", "电话：0000-12345678"]
FILLER = ["详情仍待公布。", "后续将再作介绍。"]


def section_line(issue, section, way):
    if way["section"] == "spaced":
        return "【" + " ".join(section) + "】"
    return way["section"].format(section, n=NUMERALS[issue["sections"].index(section)])


def mark_title(title, way):
    return {"bold": f"**{title}**", "heads": f"### {title}"}.get(way["markdown"], title)


def mark_paragraph(text, way):
    if way["markdown"] == "bullets":
        return "- " + text
    if way["markdown"] == "stars":
        return re.sub(r"^([（(]?[一二三四五六七八九十]+[）)、][^。]{1,12}。)", r"**\1**", text)
    return text


def spelled(issue, way, rng):
    """The issue as the way prints it: this is also the truth."""
    spell = Speller(way, rng)
    issue = copy.deepcopy(issue)
    for a in issue["articles"]:
        a["title"] = spell(re.sub(r"\s+", " ", a["title"]))
        a["paragraphs"] = [mark_paragraph(spell(re.sub(r"\s+", " ", p)), way) for p in a["paragraphs"]]
        a["printed_note"] = spell(f"（{a['author_note']}）") if a["author_note"] else None
        line = source_text(a, way, rng)
        a["source_line"] = spell(line) if line else None
    return issue


def lengthen(text, way):
    """Where only a short line ends a paragraph, the last line is made short, but not as short as a headline."""
    for n in range(8):
        last = wrap(text, way["width"], way["kinsoku"], em(way["indent"]))[-1]
        if 6 <= em(last) <= way["width"] - 5 and ended(text):
            return text
        text += FILLER[n % 2]
    return text


def render_text(issue, way, rng):
    page = Page(way, rng)
    page.head = f"{issue['name']}  {issue['year']}年第{issue['number']}期"
    gap, width, kinsoku = way["gap"], way["width"], way["kinsoku"]
    paragraph_gap = gap if way["paragraph_gap"] is None else way["paragraph_gap"]
    above, below = gap + way["title_gap"][0], gap + way["title_gap"][1]
    lines = lambda text, first=0.0: wrap(text, width, kinsoku, first) if width else [text]
    spell = Speller(way, rng)
    if way["cover"]:
        for line in cover_lines(issue):
            page.block([spell(line)], above=above)
    if way["contents"]:
        for line in contents_lines(issue, way["contents"], lambda t: t, rng):
            page.block([line])
    if way["cover"]:
        for line in PUBLISHER:
            page.block([spell(line)])
    section, spent = None, 0.0
    for n, a in enumerate(issue["articles"], 1):
        if a["section"] != section:
            section = a["section"]
            page.block([spell(section_line(issue, section, way))], above=above)
        title = lines(mark_title(a["title"], way))
        if way["split_titles"] and len(title) == 1 and em(a["title"]) > 16:
            half = len(a["title"]) // 2
            while half < len(a["title"]) - 3 and (a["title"][half] in CLOSING or a["title"][half - 1] in OPENING or a["title"][half - 1].isascii()):
                half += 1
            title = [a["title"][:half].strip(), a["title"][half:].strip()]
        if way["centred"]:
            title = [" " * max(0, int((width or 40) - em(line))) + line for line in title]
        page.block(title, n, above=above)
        for i, text in enumerate(a["paragraphs"]):
            if way["short_ends"] and (len(text) > 15 or ended(text)):
                text = a["paragraphs"][i] = lengthen(text, way)
            printed = lines(text, em(way["indent"]))
            if way["cut_every"]:
                spent += em(text)
                if spent > way["cut_every"] and em(text) > 90:
                    rows = wrap(text, 40, "hang", 2)
                    at = next((k for k in range(len(rows) // 2, len(rows) - 1) if not ended(rows[k])), None)
                    if at is not None:
                        printed, spent = ["".join(rows[:at + 1]), "".join(rows[at + 1:])], 0.0
            printed[0] = way["indent"] + printed[0]
            page.block(printed, n, above=below if i == 0 else paragraph_gap)
        if a["printed_note"]:
            note = lines(a["printed_note"], em(way["indent"]))
            page.block([way["indent"] + note[0]] + note[1:], n, above=paragraph_gap)
        if a["source_line"]:
            set_source(page, a["source_line"], n, way, paragraph_gap)
    if way["imprint"]:
        for i, line in enumerate(IMPRINT):
            page.block([line], above=above if i == 0 else paragraph_gap)
    text, places = page.text()
    for n, a in enumerate(issue["articles"], 1):
        a["line_start"], a["line_end"] = places[n]
    return encoded(text, way["encoding"])


def encoded(text, name):
    """Python's name of an encoding; `-mark` puts the byte order mark before it."""
    if name.endswith("-mark"):
        return ("\ufeff" + text).encode(name.removesuffix("-mark"))
    return text.encode(name)


def set_source(page, line, n, way, above):
    kind, width = way["source"], way["width"] or 40
    if kind in ("pushed", "glued") and ended(page.lines[-1][0]):
        page.lines[-1][0] += (" " * 6 if kind == "pushed" else "") + line
    elif kind == "right":
        page.block([" " * max(4, int((width - em(line)) * 2)) + line], n, above=above)
    elif kind == "folded":
        page.block(wrap(line, min(22, width), "hang"), n, above=above)
    else:
        page.block([line] if em(line) <= width or not way["width"] else wrap(line, width, "hang"), n, above=above)


# ---- other forms

def blocks(issue, way):
    """(kind, text, article) of the whole issue; kind: name cover section title paragraph source."""
    out = []
    if way["cover"]:
        first, second = cover_lines(issue)
        out += [("name", first, 0), ("cover", second, 0)]
    if way["contents"]:
        out += [("contents", line, 0) for line in contents_lines(issue, way["contents"], lambda t: t, random.Random(1))]
    section = None
    for n, a in enumerate(issue["articles"], 1):
        if a["section"] != section:
            section = a["section"]
            out.append(("section", section_line(issue, section, way), 0))
        out.append(("title", a["title"], n))
        out += [("paragraph", text, n) for text in a["paragraphs"]]
        out += [("paragraph", a["printed_note"], n)] if a["printed_note"] else []
        out += [("source", a["source_line"], n)] if a["source_line"] else []
    if way["imprint"]:
        out += [("imprint", line, 0) for line in IMPRINT]
    return out


def place_blocks(issue, all_blocks):
    for k, (_, _, n) in enumerate(all_blocks, 1):
        if n:
            a = issue["articles"][n - 1]
            a.setdefault("line_start", k)
            a["line_end"] = k


def render_html(issue, way, _):
    all_blocks = blocks(issue, way)
    place_blocks(issue, all_blocks)
    name, section, title, paragraph = way["tags"]
    tags = {"name": name, "section": section, "title": title}
    out = ["<!DOCTYPE html>", "<html><head>", f'<meta charset="{way["encoding"]}">', f"<title>{issue['name']}</title>", "</head><body>"]
    for kind, text, _ in all_blocks:
        tag = tags.get(kind, paragraph)
        if way["width"]:
            text = "\n".join(wrap(text, way["width"], "hang"))
        text = html.escape(text, quote=False)
        if kind == "paragraph":
            text = way["indent"] + text
        if paragraph == "br":
            out.append(f"<{tag}>{text}</{tag}>" if kind in tags and tag != "br" else text + "<br>")
        else:
            mark = ' style="text-align: right"' if kind == "source" else ""
            out.append(f"<{tag}{mark}>{text}</{tag}>")
    return "\n".join(out + ["</body></html>"]).encode(way["encoding"])


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def render_docx(issue, way, _):
    all_blocks = blocks(issue, way)
    place_blocks(issue, all_blocks)
    style = {"name": "Title", "section": "Heading1", "title": "Heading2"} if way["styles"] else {}
    body = []
    for kind, text, _ in all_blocks:
        mark = f'<w:pPr><w:pStyle w:val="{style[kind]}"/></w:pPr>' if kind in style else ""
        runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t>' for part in text.split("\t"))
        body.append(f"<w:p>{mark}<w:r>{runs}</w:r></w:p>")
    names = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{k}"><w:name w:val="{v}"/></w:style>' for k, v in names.items())
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{XML}<w:document {WORD}><w:body>{"".join(body)}</w:body></w:document>',
        "word/styles.xml": f"{XML}<w:styles {WORD}>{styles}</w:styles>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


PAGE_STYLES = {
    "indented": "@page { size: A4; margin: 25mm 28mm; @top-center { content: '%(head)s'; font-size: 9pt } @bottom-center { content: '- ' counter(page) ' -'; font-size: 9pt } }"
                " p { margin: 0; text-indent: 2em; text-align: justify } h3 { text-align: center } .source { text-align: right; text-indent: 0 }",
    "spaced": "@page { size: 210mm 2000mm; margin: 22mm 30mm; @bottom-right { content: counter(page); font-size: 9pt } }"
              " p { margin: 0 0 .9em } h3 { font-size: 13pt; margin: 1.4em 0 .6em } .source { text-align: right }",
    "narrow": "@page { size: A5; margin: 18mm 16mm; @top-right { content: '%(head)s'; font-size: 8pt } @bottom-center { content: counter(page); font-size: 8pt } }"
              " p { margin: 0; text-indent: 2em } h3 { font-size: 12.5pt; margin: 1em 0 .5em }",
}


def render_pdf(issue, way, _):
    head = f"{issue['name']}  {issue['year']}年第{issue['number']}期"
    css = "body { font: 10.5pt/1.6 'Noto Serif CJK SC', serif; margin: 0 } h1 { text-align: center } h2 { font-size: 15pt } h3 { font-size: 13pt; line-height: 1.4 }" \
          " .contents, .cover, .imprint { text-indent: 0 }" + PAGE_STYLES[way["page_style"]] % {"head": head}
    tags = {"name": "h1", "section": "h2", "title": "h3"}
    out = [f"<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><title>{issue['name']}</title><style>{css}</style>"]
    for kind, text, _ in blocks(issue, way):
        tag = tags.get(kind, "p")
        out.append(f'<{tag} class="{kind}">{html.escape(text, quote=False)}</{tag}>')
    pdf = print_page("\n".join(out))
    if way["extract"] is None:
        return pdf
    return subprocess.run(["pdftotext", *way["extract"].split(), "-", "-"], input=pdf, stdout=subprocess.PIPE, check=True).stdout


@functools.cache  # the same page is extracted in several ways
def print_page(page):
    return subprocess.run(["weasyprint", "--quiet", "-", "-"], input=page.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True).stdout


def render(issue, way, seed):
    """(bytes, truth of the articles) of the issue in that way; `way` may leave out what DEFAULTS says."""
    unknown = set(way) - set(DEFAULTS)
    if unknown:
        raise ValueError(f"a way has no {', '.join(sorted(unknown))}; it has {', '.join(DEFAULTS)}")
    way = {**DEFAULTS, **way}
    rng = random.Random(seed)
    issue = spelled(issue, way, rng)
    form = {"text": render_text, "html": render_html, "docx": render_docx, "pdf": render_pdf}[way["form"]]
    return form(issue, way, rng), issue["articles"]
