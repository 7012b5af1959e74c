"""Layouts of a second hand, written with the first set in sight but not the reader's word lists: how far the reader goes beyond the layouts it was mended with.

As in layouts.py: each makes a page of a story and gives (html, story as it is to be read, encoding).
"""
from html import escape as e
from json import dumps

from words import Story

OTHERS = []


def layout(make):
    OTHERS.append(make)
    return make


def no(story, *fields):
    for f in fields:
        setattr(story, f, "")
    return story


def ps(paragraphs, tag="p", attributes=""):
    return "\n".join(f"<{tag}{attributes}>{e(p)}</{tag}>" for p in paragraphs)


def anchors(lines, form='<li><a href="/{i}.shtml" title="{t}">{t}</a></li>'):
    return "".join(form.format(i=i, t=e(t)) for i, t in enumerate(lines))


def page(title, body, head="", charset="utf-8"):
    return f'<!doctype html><html><head><meta charset="{charset}"><title>{e(title)}</title>{head}</head><body>{body}</body></html>'


MENU = '<ul class="topmenu">' + anchors(["首页", "国内", "国际", "产业", "视频", "图片", "评论"]) + "</ul>"
FOOT = '<div class="copyright">本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。<br>未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。<br>备案号：某ICP备00000000号</div>'


@layout
def long_replies(s):  # one short text, below it replies that are longer, as paragraphs of their own
    s.paragraphs = s.paragraphs[:2]
    replies = "".join(f'<div class="reply-item"><p class="reply-name">读者{i}号</p><p class="reply-text">{e("".join(s.comments(3)))}</p><p class="reply-text">{e("".join(s.comments(2)))}</p></div>' for i in range(8))
    return page(f"{s.title}_商讯", f'{MENU}<div class="conbox"><h1>{e(s.title)}</h1><p class="laiyuan">{s.date} {s.clock}　来源：{s.source}</p>{ps(s.paragraphs)}</div><div class="replies"><h4>网友评论（8）</h4>{replies}</div>{FOOT}'), no(s, "author"), "utf-8"


@layout
def end_credit(s):  # source and date stand behind the text, as a newspaper has them
    text = ps(s.paragraphs)
    return page(f"{s.title} - 数字报", f'<div class="banci">第03版：经济 <a href="/prev">上一版</a> <a href="/next">下一版</a></div><div class="newsdetail"><h3>{e(s.title)}</h3><div class="newscon">{text}</div><p align="right">（来源：{s.source}　作者：{s.author}）</p><p align="right">{s.year}年{s.month}月{s.day}日</p></div><div class="list"><h4>本版标题导航</h4><ul>{anchors(s.headlines(9))}</ul></div>'), s, "utf-8"


@layout
def spans_and_breaks(s):  # an old office page: one cell, spans of fonts, blanks for indents
    text = "<br><br>".join(f'&nbsp;&nbsp;&nbsp;&nbsp;<span style="font-family:仿宋_GB2312;font-size:16pt"><span>{e(p[:7])}</span><font face="仿宋">{e(p[7:])}</font></span>' for p in s.paragraphs)
    html = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{s.place}{s.body}</title></head><body><table width=990 align=center><tr><td><img src=top.jpg></td></tr><tr><td><a href=/>网站首页</a>|<a href=/1>机构概况</a>|<a href=/2>政务动态</a>|<a href=/3>办事指南</a></td></tr></table><table width=990 align=center><tr><td class=title align=center>{e(s.title)}</td></tr><tr><td align=center>[ {s.date} ]　稿件来源：{s.source}　阅读次数：118</td></tr><tr><td class=neirong>{text}</td></tr><tr><td align=right>【<a href=#>关闭窗口</a>】</td></tr></table><table align=center><tr><td>主办：{s.place}{s.body}　地址：人民路1号　邮编：000000</td></tr></table></body></html>'
    return html, no(s, "author"), "gb18030"


@layout
def bulky_related(s):  # a list of linked headlines after each second paragraph, inside the text
    parts = []
    for i, p in enumerate(s.paragraphs):
        parts.append(f"<p>{e(p)}</p>")
        if i % 2:
            parts.append(f'<div class="inner-rel"><b>延伸阅读</b>{anchors(s.headlines(4), "<p><a href=/r{i}>{t}</a></p>")}</div>')
    return page(f"{s.title}--财经频道", f'{MENU}<div id="content"><h1>{e(s.title)}</h1><div class="meta"><span>{s.year}年{s.month:02}月{s.day:02}日{s.clock}</span><span>来源：<a href="/s">{s.source}</a></span><span>作者：{s.author}</span></div><div id="text">{"".join(parts)}</div><div class="edit">责编：郑某某、冯某</div></div>{FOOT}'), s, "utf-8"


@layout
def few_words(s):  # one sentence of news without a full stop beside long advertisement texts
    s.paragraphs = [s.paragraphs[0].split("。")[0] + "。"]
    ads = "".join(f'<div class="tg"><img src="/t{i}.png"><p>{e(c)}</p></div>' for i, c in enumerate(s.comments(4)))
    return page(f"{s.title}-快讯-商桥网", f'{MENU}<div class="kx"><h2>{e(s.title)}</h2><span class="t">{s.date} {s.clock}</span><span class="l">来源：{s.source}</span><div class="kx-c">{e(s.paragraphs[0])}</div></div><div class="tuiguang">{ads}</div>{FOOT}'), no(s, "author"), "utf-8"


@layout
def small_between(s):  # short paragraphs, one sentence each, between pictures with captions under them
    s.paragraphs = [t + "。" for p in s.paragraphs for t in p.split("。") if t]
    text = "".join(f'<p style="text-align:center"><img src="/u/{i}.jpg"></p><p style="text-align:center;color:#999;font-size:12px">▲{e(s.goods)}商铺一角（资料图）</p><p>{e(p)}</p>' for i, p in enumerate(s.paragraphs))
    return page(f"{s.title}", f'<div class="head"><a href="/">图说商业</a></div><div class="g"><h1>{e(s.title)}</h1><div class="g-i">{s.author} · {s.year}/{s.month:02}/{s.day:02} {s.clock}</div><div class="g-c">{text}</div></div><div class="g-n">{anchors(s.headlines(5))}</div>{FOOT}'), no(s, "source"), "utf-8"


@layout
def own_elements(s):  # elements of a site's own, dates in a script alone
    body = f'<site-header><nav-bar>{anchors(["首页", "栏目", "专题"], "<a href=/{i}>{t}</a>")}</nav-bar></site-header><news-article><h1 slot="title">{e(s.title)}</h1><news-body>{ps(s.paragraphs)}</news-body></news-article><news-rail>{anchors(s.headlines(8), "<rail-item><a href=/{i}>{t}</a></rail-item>")}</news-rail>'
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": s.source}, {"@type": "Article", "headline": s.title, "datePublished": f"{s.date}T{s.clock}+08:00", "author": {"@type": "Person", "name": s.author}, "publisher": {"@type": "Organization", "name": s.source}}]}
    return page(f"{s.title}", body, f'<script type="application/ld+json">{dumps(data, ensure_ascii=False)}</script>'), s, "utf-8"


@layout
def quoted_voices(s):  # paragraphs in boxes: a lead, quotes set apart, a note of the editors
    lead, rest = s.paragraphs[0], s.paragraphs[1:]
    text = "".join(f'<div class="pull"><q>{e(p)}</q></div>' if i % 3 == 1 else f"<p>{e(p)}</p>" for i, p in enumerate(rest))
    return page(f"{s.title}丨{s.source}", f'<div class="nav-2">{anchors(["推荐", "热榜", "关注"])}</div><div class="deep"><h1>{e(s.title)}</h1><div class="deep-by">文丨{s.author}<br>{s.date}</div><div class="deep-lead">{e(lead)}</div><div class="deep-main">{text}</div><div class="deep-note">本文为{s.source}原创稿件，未经许可不得以任何形式转载。</div></div>{FOOT}'), no(s, "source"), "utf-8"


@layout
def deep_columns(s):  # portal of three columns, heads of other news with teasers as long as paragraphs
    teasers = "".join(f'<dl><dt><a href="/d{i}">{e(h)}</a></dt><dd>{e(c)}<a href="/d{i}">[详细]</a></dd></dl>' for i, (h, c) in enumerate(zip(s.headlines(7), s.comments(7))))
    return page(f"{s.title}-频道-门户", f'{MENU}<div class="c3"><div class="c3l">{teasers}</div><div class="c3m"><h1>{e(s.title)}</h1><div class="il">{s.date} {s.clock}:21 {s.source} <a href="#">我要评论</a></div>{ps(s.paragraphs, "div")}</div><div class="c3r">{teasers}</div></div>{FOOT}'), no(s, "author"), "utf-8"


@layout
def sections_of_account(s):  # an account's post: nested sections, decorations, end cards; names the account in the header line
    deco = '<section><section><br></section></section>'
    text = "".join(f'<section><section><p><span style="font-size:16px">{e(p)}</span></p></section></section>{deco}' for p in s.paragraphs)
    tail = f'<section><p><strong>END</strong></p></section><section><p>往期推荐</p>{anchors(s.headlines(3), "<p><a href=/w{i}>{t}</a></p>")}</section><section><p>点分享</p><p>点收藏</p><p>点在看</p></section>'
    return page(s.title, f'<div id="img-content"><h1 id="activity-name">{e(s.title)}</h1><div id="meta_content"><span>原创</span> <span>{s.author}</span> <a id="js_name">{s.source}</a> <em id="publish_time">{s.date}</em></div><div id="js_content" style="visibility:hidden;opacity:0">{text}{tail}</div></div>'), s, "utf-8"


@layout
def list_of_table(s):  # rows of a table are the paragraphs; a table of contacts follows
    rows = "".join(f"<tr><td>{i + 1}</td><td>{e(p)}</td></tr>" for i, p in enumerate(s.paragraphs))
    s.paragraphs = [f"{i + 1} {p}" for i, p in enumerate(s.paragraphs)]
    return page(f"{s.title}_公告", f'{MENU}<div class="gg"><h1>{e(s.title)}</h1><div class="gg-i">发布日期：{s.date}　发布单位：{s.source}</div><table>{rows}</table></div><div class="tel"><table><tr><td>传真</td><td>000-0000000</td></tr><tr><td>邮箱</td><td>a@b.example</td></tr></table></div>{FOOT}'), no(s, "author"), "utf-8"


@layout
def no_own_title(s):  # the page's title is the site's alone; a second article, shorter, comes first as a banner
    other = Story(s.title + "banner")
    return page(f"{s.source}", f'<div class="banner"><a href="/b"><h2>{e(other.title)}</h2><p>{e(other.paragraphs[0])}</p></a></div>{MENU}<div class="wz"><h2>{e(s.title)}</h2><div class="wz-i">时间：{s.date}　作者：{s.author}　来源：{s.source}</div><div class="wz-c">{ps(s.paragraphs)}</div><div class="wz-p">上一篇：<a href="/p">{e(s.headlines(1)[0])}</a></div><div class="wz-p">下一篇：<a href="/n">{e(s.headlines(1)[0])}</a></div></div>{FOOT}'), s, "utf-8"


@layout
def live_entries(s):  # paragraphs with their hours, as in a running report
    s.paragraphs = [f"【{8 + i:02}:{(7 * i) % 60:02}】{p}" for i, p in enumerate(s.paragraphs)]
    return page(f"{s.title}|直播", f'{MENU}<div class="zb"><h1>{e(s.title)}</h1><p class="zb-t">{s.source}　{s.year}年{s.month}月{s.day}日 {s.clock}</p><ul class="zb-l">{ps(s.paragraphs, "li")}</ul></div><div class="hot"><h3>24小时热榜</h3><ol>{anchors(s.headlines(10))}</ol></div>{FOOT}'), no(s, "author"), "utf-8"


@layout
def wrong_label(s):  # GBK bytes under a label of UTF-8, upper case, no closed paragraphs, a consent box first
    text = "".join(f"<P>　　{e(p)}" for p in s.paragraphs)
    return f'<HTML><HEAD><META CHARSET="utf-8"><TITLE>{e(s.title)}</TITLE></HEAD><BODY><DIV ID=consent><P>我们使用缓存文件改进您的浏览体验。点击“同意”，即表示您接受我们及合作伙伴为分析和个性化推荐而处理数据。<BUTTON>同意</BUTTON></DIV><CENTER><H2>{e(s.title)}</H2>{s.date}　{s.source}</CENTER><HR>{text}<HR><CENTER><A HREF=/>返回首页</A></CENTER></BODY></HTML>', no(s, "author"), "gb18030"


@layout
def two_in_one(s):  # two whole articles one behind the other; the page's title names the second
    other = Story(s.title + "first")
    box = lambda t: f'<div class="story"><h2>{e(t.title)}</h2><p class="s-i">{t.source}　{t.date}</p>{ps(t.paragraphs)}</div>'
    return page(f"{s.title}_合刊", f"{MENU}{box(other)}{box(s)}{FOOT}"), no(s, "author"), "utf-8"


@layout
def sentences_of_ads(s):  # advertisements as bare paragraphs between those of the text, told only by their mark
    parts = []
    for i, p in enumerate(s.paragraphs):
        parts.append(f"<p>{e(p)}</p>")
        if i in (0, 2):
            parts.append(f'<p><a href="/gg{i}" target="_blank">广告：{e(s.comments(1)[0])}</a></p>')
    return page(f"{s.title}_资讯_{s.source}", f'{MENU}<div class="zx"><h1>{e(s.title)}</h1><div class="zx-i"><span>{s.source}</span><span>{s.date}</span><span>{s.author}</span><span>阅读 3021</span></div><div class="zx-c">{"".join(parts)}<p>免责声明：本文仅供参考，不构成投资建议。</p><p>（责任编辑：卫某）</p></div></div>{FOOT}'), s, "utf-8"
