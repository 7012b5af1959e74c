#!/usr/bin/env python3
"""Makes samples/2023-03-20.html, .docx and .pdf from samples/2023-03-20.txt and its annotation.

The text is the master: what it prints stands in all three, laid out as a web page, a Word document and a printed page.
Same input, same bytes: no clock, fixed ZIP times, SOURCE_DATE_EPOCH for WeasyPrint. Needs weasyprint and
fonts-noto-cjk for the PDF; everything else is the standard library.

    python3 tools/make_samples.py            # writes the three files
    python3 tools/make_samples.py --check    # exit 1 when the HTML or DOCX on disk differ from what would be written
"""
import html
import io
import json
import os
import pathlib
import subprocess
import sys
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
ISSUE = "2023-03-20"
EPOCH = "1679270400"  # 2023-03-20, the day on the cover


def read_issue():
    """The printed lines of the text, told apart by the annotation."""
    lines = (SAMPLES / f"{ISSUE}.txt").read_text(encoding="utf-8").split("\n")
    truth = json.loads((SAMPLES.parent / "tests" / "truth" / f"{ISSUE}.json").read_text(encoding="utf-8"))
    inked = lambda first, last: [lines[i] for i in range(first - 1, last) if lines[i].strip()]
    articles = []
    for a in truth["articles"]:
        rest = inked(a["line_start"], a["line_end"])
        source = rest.pop() if a["sources"] else None
        note = rest.pop() if a["author_note"] else None
        body = rest[-a["paragraphs"]:]
        articles.append({"section": a["section"], "title": rest[:-a["paragraphs"]], "body": body, "note": note, "source": source})
    start = next(i for i, line in enumerate(lines, 1) if line == f"【{truth['sections'][0]}】")
    return {"cover": inked(1, start - 1), "sections": truth["sections"], "articles": articles,
            "end": inked(truth["articles"][-1]["line_end"] + 1, len(lines)), "masthead": truth["masthead"]}


def split_cover(cover):
    """Name and number lines, contents lines (● column, - title.....page), publisher lines."""
    first = next(i for i, line in enumerate(cover) if line.startswith("● "))
    last = max(i for i, line in enumerate(cover) if line.startswith("- "))
    return cover[:first], cover[first:last + 1], cover[last + 1:]


def entry(line):
    title, page = line[2:].rsplit(".....", 1)
    return title, page


def is_heading(text):
    """A sub-heading: short and without a full stop."""
    return len(text) <= 12 and text[-1] not in "。；：？！”"


def articles_html(issue, tags):
    out, n = [], 0
    for section in issue["sections"]:
        out.append(f"<{tags[0]}>【{section}】</{tags[0]}>")
        for a in (a for a in issue["articles"] if a["section"] == section):
            n += 1
            out.append(f'<article id="a{n}">')
            out.append(f"<{tags[1]}>{'<br>'.join(map(html.escape, a['title']))}</{tags[1]}>")
            for text in a["body"]:
                tag = tags[2] if is_heading(text) else "p"
                out.append(f"<{tag}>{html.escape(text)}</{tag}>")
            if a["note"]:
                out.append(f'<p class="note">{html.escape(a["note"])}</p>')
            if a["source"]:
                out.append(f'<p class="source">{html.escape(a["source"], quote=False)}</p>')
            out.append("</article>")
    return out


def title_numbers(issue):
    return {" ".join(a["title"]): n for n, a in enumerate(issue["articles"], 1)}


def web_page(issue):
    head, contents, publisher = split_cover(issue["cover"])
    numbers = title_numbers(issue)
    out = ["<!DOCTYPE html>", '<html lang="zh-CN">', "<head>", '<meta charset="utf-8">', f"<title>{head[0]}</title>",
           "<style>body { max-width: 42em; margin: 2em auto; font-family: serif; line-height: 1.7 } .source { text-align: right }</style>",
           "</head>", "<body>", "<header>", f"<h1>{head[0]}</h1>"] + [f"<p>{line}</p>" for line in head[1:]] + ["</header>", "<nav>"]
    opened = False
    for line in contents:
        if line.startswith("● "):
            out += (["</ul>"] if opened else []) + [f"<p>{line}</p>", "<ul>"]
            opened = True
        else:
            title, page = entry(line)
            out.append(f'<li><a href="#a{numbers[title]}">{html.escape(title)}</a>.....{page}</li>')
    out += ["</ul>", "</nav>"] + [f"<p>{line}</p>" for line in publisher]
    out += ["<main>"] + articles_html(issue, ("h2", "h3", "h4")) + ["</main>", "<footer>"]
    out += [f"<p>{line}</p>" for line in issue["end"]] + ["</footer>", "</body>", "</html>"]
    return "\n".join(out) + "\n"


PRINT_STYLE = """
@page { size: A4; margin: 28mm 27mm 24mm; @top-center { content: "%(head)s"; font: 9pt "Noto Serif CJK SC"; vertical-align: bottom; padding-bottom: 1mm; margin-bottom: 6mm; border-bottom: .5pt solid; width: 100%% }
  @bottom-center { content: "— " counter(page) " —"; font: 9pt "Noto Serif CJK SC"; } }
@page :first { @top-center { content: none; border: none } @bottom-center { content: none } }
body { font: 10.5pt/1.7 "Noto Serif CJK SC"; margin: 0; orphans: 2; widows: 2 }
.name { font-size: 30pt; text-align: center; letter-spacing: .2em; margin: 8mm 0 4mm }
.number { text-align: center; border-bottom: 1pt solid; padding-bottom: 3mm }
.column { font-weight: bold; margin: 2mm 0 0 }
.entry { margin: 0 }
.entry::after { content: leader(dotted) target-counter(attr(href), page) }
a { color: inherit; text-decoration: none; display: block }
.publisher { text-align: center; margin: 1mm }
h2 { font-size: 16pt; margin: 8mm 0 4mm; break-after: avoid }
h2:first-of-type { break-before: page }
h3 { font-size: 14pt; text-align: center; margin: 7mm 0 3mm; line-height: 1.4; break-after: avoid }
h4 { font-size: 10.5pt; margin: 0; text-indent: 2em; break-after: avoid }
p { margin: 0; text-indent: 2em; text-align: justify }
.entry, .number, .publisher, .source, .end, .column, .name { text-indent: 0 }
.source { text-align: right }
.end { margin-top: 0 } .end.first { margin-top: 14mm; border-top: .5pt solid; padding-top: 2mm }
"""


def print_page(issue):
    head, contents, publisher = split_cover(issue["cover"])
    numbers, m = title_numbers(issue), issue["masthead"]
    style = PRINT_STYLE % {"head": f"{m['name']}  {m['year']}年第{m['number']}期"}
    out = ["<!DOCTYPE html>", '<html lang="zh-CN"><head><meta charset="utf-8">', f"<title>{m['name']}</title><style>{style}</style></head><body>",
           f'<p class="name">{head[0]}</p>'] + [f'<p class="number">{line}</p>' for line in head[1:]]
    for line in contents:
        if line.startswith("● "):
            out.append(f'<p class="column">{line}</p>')
        else:
            title, _ = entry(line)
            out.append(f'<a class="entry" href="#a{numbers[title]}">{html.escape(title)}</a>')
    out += ['<p style="margin-top: 8mm"></p>'] + [f'<p class="publisher">{line}</p>' for line in publisher]
    out += articles_html(issue, ("h2", "h3", "h4"))
    out += [f'<p class="end{" first" if i == 0 else ""}">{line}</p>' for i, line in enumerate(issue["end"])]
    return "\n".join(out + ["</body></html>"]) + "\n"


def pdf(page):
    run = subprocess.run(["weasyprint", "--quiet", "-", "-"], input=page.encode(), stdout=subprocess.PIPE, check=True,
                         env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
    return run.stdout


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word_paragraph(pieces, style=None):
    """One paragraph; a list gives lines of it (a line break between), a tab stays a tab."""
    runs = []
    for i, text in enumerate([pieces] if isinstance(pieces, str) else pieces):
        runs += ["<w:br/>"] if i else []
        for j, part in enumerate(text.split("\t")):
            runs += ["<w:tab/>"] if j else []
            runs.append(f'<w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t>')
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}<w:r>{''.join(runs)}</w:r></w:p>"


def word_style(ident, name, paragraph="", run=""):
    return (f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>")


def docx(issue):
    head, contents, publisher = split_cover(issue["cover"])
    body = [word_paragraph(head[0], "Title")] + [word_paragraph(line, "Subtitle") for line in head[1:]]
    for line in contents:
        body.append(word_paragraph(line, "TOC1") if line.startswith("● ") else word_paragraph("\t".join(entry(line)), "TOC2"))
    body += [word_paragraph(line, "Subtitle") for line in publisher]
    for section in issue["sections"]:
        body.append(word_paragraph(f"【{section}】", "Heading1"))
        for a in (a for a in issue["articles"] if a["section"] == section):
            body.append(word_paragraph(a["title"], "Heading2"))
            body += [word_paragraph(t, "Heading3" if is_heading(t) else "BodyText") for t in a["body"]]
            body += [word_paragraph(a["note"], "BodyText")] if a["note"] else []
            body += [word_paragraph(a["source"], "Source")] if a["source"] else []
    body += [word_paragraph(line) for line in issue["end"]]
    level = lambda n: f'<w:keepNext/><w:outlineLvl w:val="{n}"/>'
    styles = [word_style("Normal", "Normal", "", '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/>'),
              word_style("Title", "Title", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="60"/>'),
              word_style("Subtitle", "Subtitle", '<w:jc w:val="center"/>'),
              word_style("TOC1", "toc 1", "", "<w:b/>"),
              word_style("TOC2", "toc 2", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8500"/></w:tabs>'),
              word_style("Heading1", "heading 1", level(0), '<w:b/><w:sz w:val="32"/>'),
              word_style("Heading2", "heading 2", level(1) + '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
              word_style("Heading3", "heading 3", level(2), "<w:b/>"),
              word_style("BodyText", "Body Text", '<w:ind w:firstLineChars="200"/>'),
              word_style("Source", "Source", '<w:jc w:val="right"/>', '<w:rFonts w:eastAsia="楷体"/>')]
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    files = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{part}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{part}.styles+xml"/></Types>\n',
        "_rels/.rels": f'{XML}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>\n',
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}/styles" Target="styles.xml"/></Relationships>\n',
        "word/document.xml": f"{XML}<w:document {WORD}><w:body>\n" + "\n".join(body) +
            '\n<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
            'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>\n',
        "word/styles.xml": f"{XML}<w:styles {WORD}>\n" + "\n".join(styles) + "\n</w:styles>\n",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, (2023, 3, 20, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, text.encode())
    return out.getvalue()


def parts(docx_bytes):
    with zipfile.ZipFile(io.BytesIO(docx_bytes)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main():
    issue = read_issue()
    made = {"html": web_page(issue).encode(), "docx": docx(issue)}
    if "--check" in sys.argv[1:]:
        stale = [kind for kind, same in (("html", lambda a: a), ("docx", parts))
                 if same((SAMPLES / f"{ISSUE}.{kind}").read_bytes()) != same(made[kind])]
        for kind in stale:
            print(f"samples/{ISSUE}.{kind} is not what its text makes: run tools/make_samples.py", file=sys.stderr)
        return 1 if stale else 0
    made["pdf"] = pdf(print_page(issue))
    for kind, data in made.items():
        (SAMPLES / f"{ISSUE}.{kind}").write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
