"""The ways in which the layout test prints an issue; the keys are those of tools/relay.py, DEFAULTS. Each name says the mess."""

EXTRACTED = {"width": 40, "gap": 1, "title_gap": (2, 2), "trailing": "end", "spaced": True}  # a page text with blanks at paragraph ends

WAYS = {
    # A line a paragraph.
    "a line a paragraph": {},
    "a line a paragraph, blank lines": {"gap": 1, "title_gap": (0, 0)},
    "a line a paragraph, no white at all": {"title_gap": (0, 0)},
    "a line a paragraph, wide indents": {"indent": "　　", "title_gap": (0, 0), "source": "right"},
    "a line a paragraph, cover and contents": {"cover": True, "contents": "dots", "imprint": True, "gap": 1, "title_gap": (0, 0)},
    "a line a paragraph, cut by pages": {"gap": 1, "title_gap": (0, 0), "cut_every": 500, "spaced": True},
    "a line a paragraph, cut by pages, contents with tabs": {"contents": "tab", "cut_every": 400, "imprint": True},
    "a line a paragraph, source lines glued": {"source": "glued", "title_gap": (0, 0), "name_quotes": '""'},
    "a line a paragraph, source lines pushed right": {"source": "pushed", "gap": 1},
    "a line a paragraph, two blank lines": {"gap": 2, "title_gap": (0, 0), "blank": "  ", "trailing": "noise"},

    # Blanks at paragraph ends.
    "blanks end paragraphs, 40": EXTRACTED,
    "blanks end paragraphs, 42, pages": {**EXTRACTED, "width": 42, "page": 38},
    "blanks end paragraphs, 38, no white lines": {**EXTRACTED, "width": 38, "gap": 0, "title_gap": (1, 1)},
    "blanks end paragraphs, 34, pushed source lines": {**EXTRACTED, "width": 34, "source": "pushed", "page": 30},
    "blanks end paragraphs, 28, glued source lines": {**EXTRACTED, "width": 28, "source": "glued", "kinsoku": "pull"},
    "blanks end paragraphs, 20, folded source lines": {**EXTRACTED, "width": 20, "source": "folded"},
    "blanks end paragraphs, wide indents, running heads": {**EXTRACTED, "indent": "　　", "page": 40, "page_sign": "head", "cover": True},
    "blanks end paragraphs, page numbers": {**EXTRACTED, "page": 36, "page_sign": "number", "blank": " "},
    "blanks end paragraphs, no kinsoku, radicals": {**EXTRACTED, "kinsoku": "none", "radicals": 0.4},
    "blanks end paragraphs, half width": {**EXTRACTED, "half": True, "quotes": '""', "name_quotes": '""'},
    "blanks end paragraphs, Markdown": {**EXTRACTED, "markdown": "stars", "section": "## 【{}】"},

    # Indents.
    "two wide blanks indent, 40": {"width": 40, "indent": "　　"},
    "two blanks indent, 38, page numbers": {"width": 38, "indent": "  ", "page": 40, "page_sign": "number"},
    "four blanks indent, 34": {"width": 34, "indent": "    ", "source": "right", "title_gap": (1, 0)},
    "two wide blanks indent, 28, no white": {"width": 28, "indent": "　　", "title_gap": (0, 0), "contents": "ellipsis", "cover": True},
    "two wide blanks indent, 42, form feeds": {"width": 42, "indent": "　　", "page": 44, "page_sign": "feed", "kinsoku": "pull"},
    "two wide blanks indent, 20": {"width": 20, "indent": "　　", "source": "folded"},
    "four blanks indent, noise behind lines": {"width": 40, "indent": "    ", "trailing": "noise", "gap": 1, "title_gap": (1, 1)},
    "two wide blanks indent, running heads, imprint": {"width": 40, "indent": "　　", "page": 42, "page_sign": "head", "imprint": True, "cover": True,
                                                       "contents": "middots"},
    "two wide blanks indent, two-line titles": {"width": 38, "indent": "　　", "split_titles": True, "title_gap": (1, 1)},
    "two wide blanks indent, radicals, corner quotes": {"width": 40, "indent": "　　", "radicals": 0.5, "quotes": "「」", "name_quotes": "「」"},

    # White lines between paragraphs.
    "white lines between paragraphs, 40": {"width": 40, "paragraph_gap": 1, "title_gap": (2, 2)},
    "white lines between paragraphs, 34, same below titles": {"width": 34, "paragraph_gap": 1, "title_gap": (1, 1)},
    "white lines between paragraphs, 28, contents folded": {"width": 28, "paragraph_gap": 1, "title_gap": (2, 1), "contents": "folded", "cover": True},
    "white lines between paragraphs, every line apart": {"width": 38, "gap": 1, "paragraph_gap": 2, "title_gap": (2, 2), "source": "right"},
    "white lines between paragraphs, page numbers": {"width": 40, "paragraph_gap": 1, "title_gap": (2, 2), "page": 40, "page_sign": "number"},
    "white lines between paragraphs, noise": {"width": 42, "paragraph_gap": 1, "title_gap": (1, 1), "trailing": "noise", "blank": "   "},

    # Nothing but short lines.
    "short lines end paragraphs, 40": {"width": 40, "short_ends": True, "title_gap": (1, 1)},
    "short lines end paragraphs, 34, white around titles": {"width": 34, "short_ends": True, "title_gap": (2, 2), "source": "right"},
    "short lines end paragraphs, every line apart": {"width": 40, "gap": 1, "short_ends": True, "title_gap": (1, 1), "spaced": True},
    "short lines end paragraphs, contents": {"width": 38, "short_ends": True, "title_gap": (1, 0), "contents": "dots", "cover": True},

    # As page extractors give it.
    "margins, indents, form feeds": {"width": 40, "margin": "      ", "indent": "    ", "page": 40, "page_sign": "feed", "source": "right",
                                     "title_gap": (1, 1)},
    "margins, centred titles, page numbers": {"width": 38, "margin": "    ", "indent": "    ", "centred": True, "page": 36, "page_sign": "number"},
    "centred titles, no white": {"width": 40, "indent": "　　", "centred": True, "title_gap": (0, 0), "source": "right"},
    "centred titles, a line a paragraph": {"centred": True, "gap": 1, "title_gap": (0, 0), "source": "right"},
    "raw order, no white at all": {"width": 40, "short_ends": True, "title_gap": (0, 0)},
    "raw order, pages": {"width": 38, "short_ends": True, "title_gap": (0, 0), "page": 40, "page_sign": "feed", "cover": True, "imprint": True},
    "blanks behind every line": {"width": 40, "indent": "　　", "trailing": "all", "gap": 1, "blank": " "},
    "blanks end paragraphs, no white, pages": {**EXTRACTED, "gap": 0, "title_gap": (0, 0), "page": 40},
    "blanks end paragraphs, centred two-line titles": {**EXTRACTED, "centred": True, "split_titles": True},

    # Spelling and marks.
    "half width throughout": {"half": True, "quotes": '""', "name_quotes": '""', "spaced": False},
    "half width, wrapped": {"half": True, "quotes": '""', "name_quotes": '""', "width": 40, "indent": "  "},
    "full-width straight quotes": {"quotes": "＂＂", "name_quotes": "＂＂"},
    "prime quotes": {"quotes": "〝〞", "name_quotes": "〝〞", "section": "〖{}〗"},
    "single quotes on names": {"name_quotes": "‘’", "date": "{y}-{mm}-{dd}"},
    "dates without blanks": {"date": "{y}年{m}月{d}日", "source": "glued"},
    "dates in Chinese figures": {"date": "chinese", "width": 36, "indent": "　　"},
    "source lines in brackets": {"source_form": "（来源：{names}{by}{date}）", "selector": "选编"},
    "source lines in other words": {"source_form": "文章来源：{names}{by}{date}", "selector": "责任编辑", "gap": 1, "title_gap": (0, 0)},
    "columns letter-spaced": {"section": "spaced", "gap": 1},
    "dates with points": {"date": "{y}.{m}.{d}", "spaced": False},
    "radicals throughout": {"radicals": 1.0, "gap": 1, "title_gap": (0, 0)},
    "bold titles": {"markdown": "bold", "section": "**【{}】**"},
    "Markdown heads": {"markdown": "heads", "section": "## 【{}】", "gap": 1, "title_gap": (0, 0)},
    "Markdown bullets": {"markdown": "bullets", "section": "# {}"},
    "columns bare": {"section": "{}", "gap": 1},
    "columns numbered": {"section": "{n}、{}", "width": 40, "indent": "　　"},
    "columns with dots": {"section": "● {}", "contents": "bullets", "cover": True},
    "columns in spaced brackets": {"section": "【 {} 】", "contents": "ellipsis"},
    "columns in square brackets": {"section": "[{}]", "imprint": True},

    # Encodings and line ends.
    "UTF-8 with mark, CRLF": {"encoding": "utf-8-sig", "eol": "\r\n"},
    "UTF-16 little": {"encoding": "utf-16-le-mark", "eol": "\r\n"},
    "UTF-16 big": {"encoding": "utf-16-be-mark", "width": 40, "indent": "　　"},
    "GB18030": {"encoding": "gb18030", "eol": "\r\n"},
    "GB18030, wrapped, blanks end paragraphs": {**EXTRACTED, "encoding": "gb18030"},
    "old line ends": {"eol": "\r", "gap": 1},

    # HTML, DOCX, PDF.
    "HTML with headings": {"form": "html"},
    "HTML with headings, cover and contents": {"form": "html", "cover": True, "contents": "dots", "imprint": True},
    "HTML of paragraphs, wide indents": {"form": "html", "tags": ("p", "p", "p", "p"), "indent": "　　", "section": "{}"},
    "HTML of paragraphs only": {"form": "html", "tags": ("p", "p", "p", "p")},
    "HTML of line breaks": {"form": "html", "tags": ("br", "br", "br", "br")},
    "HTML of divisions, wrapped source": {"form": "html", "tags": ("div", "div", "div", "div"), "width": 30, "encoding": "gb18030"},
    "HTML, titles as h2, half width": {"form": "html", "tags": ("h1", "h1", "h2", "p"), "half": True},
    "DOCX with heading styles": {"form": "docx"},
    "DOCX with heading styles, cover and contents": {"form": "docx", "cover": True, "contents": "tab", "imprint": True},
    "DOCX without styles": {"form": "docx", "styles": False},
    "DOCX without styles, contents": {"form": "docx", "styles": False, "contents": "dots", "cover": True, "section": "{}"},
    "PDF, indented": {"form": "pdf", "page_style": "indented", "cover": True},
    "PDF, spaced": {"form": "pdf", "page_style": "spaced"},
    "PDF, narrow": {"form": "pdf", "page_style": "narrow", "cover": True, "contents": "dots"},
}
