"""Layouts of news sites as they are met: each makes a page of a story. The page's words beside the story are noise that is not to be read.

A layout gives (html, story as it is to be read, encoding). Fields that the page does not print are taken out of the story.
"""
from html import escape as e
from json import dumps
from zlib import crc32

LAYOUTS = []


def layout(make):
    LAYOUTS.append(make)
    return make


def ps(story, tag="p", attributes=""):
    return "\n".join(f"<{tag}{attributes}>{e(p)}</{tag}>" for p in story.paragraphs)


def links(lines, tag="li"):
    return "".join(f'<{tag}><a href="/a/{crc32(l.encode()) % 9973}.html">{e(l)}</a></{tag}>' for l in lines)


NAV = '<div class="nav"><a href="/">首页</a><a href="/news">新闻</a><a href="/finance">财经</a><a href="/tech">科技</a><a href="/local">地方</a><a href="/live">直播</a><a href="/about">关于我们</a></div>'
FOOT = '<div class="footer"><p>版权所有 未经书面授权不得转载 违法和不良信息举报电话：000-12345678</p><p>增值电信业务经营许可证 某B2-20990001 互联网新闻信息服务许可证编号：00000000 | <a href="/c">联系我们</a> | <a href="/j">招聘英才</a> | <a href="/l">法律声明</a></p></div>'
SHARE = '<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a><a href="#">空间</a><span>扫一扫，用手机看全文</span></div>'


def page(title, body, head="", attributes='lang="zh-CN"', charset="utf-8"):
    return f'<!DOCTYPE html>\n<html {attributes}><head><meta charset="{charset}"><title>{e(title)}</title>{head}</head>\n<body>{body}</body></html>'


def hot(story, n=8, head="热门文章"):
    return f'<div class="sidebar"><h3>{head}</h3><ul>{links(story.headlines(n))}</ul></div>'


def no(story, *fields):
    for f in fields:
        setattr(story, f, "")
    return story


@layout
def portal(s):
    body = f'{NAV}<div class="crumb">您的位置：<a href="/">首页</a> &gt; <a href="/local">地方</a> &gt; 正文</div><div class="main"><div class="left"><h1>{e(s.title)}</h1><div class="info"><span class="time">{s.date} {s.clock}</span><span class="source">来源：{s.source}</span><span class="author">作者：{s.author}</span></div><div class="article-content">{ps(s)}</div><div class="editor">责任编辑：王某某</div>{SHARE}<div class="relate"><h3>相关阅读</h3><ul>{links(s.headlines(6))}</ul></div></div>{hot(s)}</div>{FOOT}'
    return page(f"{s.title}_地方_某某网", body), s, "utf-8"


@layout
def zoom_breaks(s):
    text = "<br><br>\n".join("&emsp;&emsp;" + e(p) for p in s.paragraphs)
    body = f'{NAV}<table width="100%"><tr><td align="center"><div class="tit">{e(s.title)}</div></td></tr><tr><td align="center">发布时间：{s.year}年{s.month}月{s.day}日　信息来源：{s.source}　浏览次数：<span id="hits">328</span>　字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</td></tr><tr><td><div id="zoom">{text}</div></td></tr><tr><td align="right"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></td></tr></table>{FOOT}'
    return page(s.title, body), no(s, "author"), "utf-8"


@layout
def nested_tables(s):
    text = "<BR>\n".join("　　" + e(p) + "<BR>" for p in s.paragraphs)
    menu = "".join(f'<TR><TD bgcolor="#eeeeee"><A HREF="n{i}.htm"><FONT SIZE="2">{e(l)}</FONT></A></TD></TR>' for i, l in enumerate(s.headlines(9)))
    body = f'<TABLE width="760" align="center"><TR><TD width="180" valign="top"><TABLE>{menu}</TABLE></TD><TD valign="top"><TABLE width="560"><TR><TD align="center"><FONT SIZE="5" COLOR="#990000"><B>{e(s.title)}</B></FONT></TD></TR><TR><TD align="center"><FONT SIZE="2">{s.date.replace("-", "/")} {s.clock} {s.source}</FONT></TD></TR><TR><TD><FONT SIZE="3">{text}</FONT></TD></TR></TABLE></TD></TR></TABLE><CENTER><FONT SIZE="1">某某网版权所有</FONT></CENTER>'
    html = f'<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>{e(s.title)}--某某网</TITLE></HEAD><BODY bgcolor="#ffffff">{body}</BODY></HTML>'
    return html, no(s, "author"), "gb18030"


@layout
def account_post(s):
    text = "".join(f'<section style="margin:0 8px"><section><span style="font-size:15px;letter-spacing:1px"><span>{e(p[:12])}</span>{e(p[12:])}</span></section></section><section><img data-src="https://pic.example/{i}.jpg" data-ratio="0.6"></section>' for i, p in enumerate(s.paragraphs))
    tail = '<section><span>点击上方蓝字关注我们</span></section><section style="text-align:center">长按识别二维码，加入读者群</section>'
    body = f'<div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">\n   {e(s.title)}\n  </h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">{s.author}</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">{s.source}</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">{s.date} {s.clock}</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden;">{text}{tail}</div></div><div class="rich_media_tool"><span>阅读 1.2万</span><span>赞 35</span><span>在看 20</span></div></div><script>var nickname="{s.source}";var ct="1690000000";</script>'
    head = f'<meta property="og:title" content="{e(s.title)}"><meta property="og:site_name" content="公众平台"><meta property="og:article:author" content="{s.author}">'
    return page("", body, head), s, "utf-8"


@layout
def semantic(s):
    body = f'<header><nav><ul>{links(["首页", "要闻", "产经", "专题"])}</ul></nav></header><main><article><header><h1>{e(s.title)}</h1><p class="byline">文／<span rel="author">{s.author}</span> <time datetime="{s.date}T{s.clock}:00+08:00">{s.month}月{s.day}日 {s.clock}</time></p></header><section>{ps(s)}</section><footer><p>标签：<a href="/t/1">{s.goods}</a> <a href="/t/2">{s.place}</a></p></footer></article><aside><h2>编辑推荐</h2><ol>{links(s.headlines(7))}</ol></aside></main><footer><p>{s.source} 版权所有</p></footer>'
    return page(f"{s.title} - {s.source}", body, f'<meta property="og:site_name" content="{s.source}"><meta property="og:title" content="{e(s.title)}">'), s, "utf-8"


@layout
def linked_data(s):
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": s.title, "datePublished": f"{s.date}T{s.clock}:00+08:00", "author": [{"@type": "Person", "name": s.author}], "publisher": {"@type": "Organization", "name": s.source}}
    promo = '<div class="post__promo"><p>下载客户端，第一时间看到更多产业带故事，新用户首月免费畅读全站内容。</p></div>'
    half = len(s.paragraphs) // 2
    text = "".join(f"<p>{e(p)}</p>" for p in s.paragraphs[:half]) + promo + "".join(f"<p>{e(p)}</p>" for p in s.paragraphs[half:])
    body = f'<div class="site-head">{NAV}</div><div class="post"><h1 class="post__title">{e(s.title)}</h1><div class="post__body">{text}</div></div><div class="post-list">{"".join(f"<div class=card><h4>{e(l)}</h4><p>{e(c)}</p></div>" for l, c in zip(s.headlines(5), s.comments(5)))}</div>{FOOT}'
    return page(f"{s.title} | {s.source}", body, f'<script type="application/ld+json">{dumps(data, ensure_ascii=False)}</script>'), s, "utf-8"


@layout
def hand_held(s):
    text = "".join(f'<div class="para">{e(p)}</div>' for p in s.paragraphs)
    body = f'<div class="top"><a href="/">返回</a><span>某某新闻</span><a class="app" href="/app">打开APP</a></div><div class="wap"><div class="hd">{e(s.title)}</div><div class="sub"><i>{s.source}</i> <i>{s.date[5:]} {s.clock}</i></div><div class="bd">{text}</div><div class="open"><a href="/app">打开APP阅读全文，体验更流畅</a></div><div class="list">{"".join(f"<div class=item><a href=/x><div>{e(l)}</div><div>{s.source} {n}评</div></a></div>" for n, l in enumerate(s.headlines(10)))}</div></div>'
    return page(s.title, body, f'<meta name="publishdate" content="{s.date}"><meta name="viewport" content="width=device-width">'), no(s, "author"), "utf-8"


@layout
def fast_pages(s):
    text = "".join(f"<p>{e(p)}</p>" + (f'<amp-img src="/{i}.jpg" width="600" height="400" alt="{e(s.goods)}现场图片"></amp-img>' if i % 2 else '<amp-ad width="300" height="250" type="x"><div placeholder>广告</div></amp-ad>') for i, p in enumerate(s.paragraphs))
    body = f'<amp-sidebar id="menu"><ul>{links(["首页", "快讯", "深度", "数据"])}</ul></amp-sidebar><article><h1>{e(s.title)}</h1><div class="meta"><span class="by">{s.source}记者 {s.author}</span><span class="when">{s.year}年{s.month:02}月{s.day:02}日 {s.clock}</span></div>{text}</article><amp-list><div><a href="/m">{e(s.headlines(1)[0])}</a></div></amp-list>'
    return page(s.title, body, '<link rel="canonical" href="https://news.example/1">', 'amp lang="zh"'), s, "utf-8"


@layout
def blog(s):
    talk = "".join(f'<li class="comment"><div class="comment-author"><b>网友{i}</b> <span>{s.date} 12:{i:02}</span></div><div class="comment-body"><p>{e(c)}</p><p>{e(d)}</p></div><a href="#r">回复</a></li>' for i, (c, d) in enumerate(zip(s.comments(14), s.comments(14))))
    body = f'<div id="page"><header id="masthead"><h1 class="site-title"><a href="/">{s.source}</a></h1><p class="site-description">记录每一个小生意</p></header><div id="content"><article class="post type-post hentry"><h1 class="entry-title">{e(s.title)}</h1><div class="entry-meta">由 <a class="url fn" href="/author">{s.author}</a> 发表于 <time class="entry-date" datetime="{s.date}">{s.date}</time></div><div class="entry-content">{ps(s)}</div><footer class="entry-meta">分类：<a href="/c">电商</a></footer></article><div id="comments"><h2>14条评论</h2><ol class="commentlist">{talk}</ol><form><p>发表评论 电子邮件地址不会被公开。必填项已用*标注</p></form></div></div><div id="secondary"><h3>近期文章</h3><ul>{links(s.headlines(6))}</ul></div></div>'
    return page(f"{s.title} | {s.source}", body), s, "utf-8"


@layout
def forum(s):
    replies = "".join(f'<div class="plhin"><div class="pls">网友{i}<br>积分 {i * 37}</div><div class="t_f">{e(c)}{e(d)}</div><div class="sign">签名：好好学习</div></div>' for i, (c, d) in enumerate(zip(s.comments(9), s.comments(9))))
    text = "<br />\n<br />\n".join(e(p) for p in s.paragraphs)
    body = f'{NAV}<div id="ct"><div class="postlist"><h1 class="ts"><span id="thread_subject">{e(s.title)}</span></h1><div class="plhin"><div class="pls">{s.author}<br>积分 1024</div><div class="authi"><em>发表于 {s.date} {s.clock}:07</em> | 只看该作者</div><div class="t_f" id="postmessage_1">{text}</div></div>{replies}</div></div>{FOOT}'
    return page(f"{s.title} - 商家论坛", body), no(s, "source"), "utf-8"


@layout
def government(s):
    body = f'<div class="header"><img src="/logo.png" alt="{s.place}人民政府"></div><div class="position">当前位置：首页 &gt; 政务公开 &gt; 部门动态</div><table class="xxgk"><tr><td>索引号</td><td>00000000/2099-00001</td><td>发布机构</td><td>{s.place}{s.body}</td></tr><tr><td>主题分类</td><td>商贸、海关、旅游</td><td>公开方式</td><td>主动公开</td></tr></table><div class="conTit"><h2>{e(s.title)}</h2><p class="fz">日期：{s.date}　来源：{s.source}　【字体：大 中 小】</p></div><div class="TRS_Editor">{ps(s, attributes=" style=text-indent:2em")}</div><div class="ewm">扫一扫在手机打开当前页</div><div class="links"><select><option>国家部委网站</option><option>各县市网站</option></select></div>{FOOT}'
    return page(f"{s.title} - {s.place}人民政府门户网站", body, f'<meta name="ArticleTitle" content="{e(s.title)}"><meta name="PubDate" content="{s.date} {s.clock}"><meta name="ContentSource" content="{s.source}">'), no(s, "author"), "utf-8"


@layout
def printed(s):
    body = f'<p><b>{e(s.title)}</b></p><p>{s.source}　{s.year}年{s.month}月{s.day}日　作者 {s.author}</p><hr>{ps(s)}<hr><p>本文网址：https://news.example/print/1</p><p><a href="javascript:print()">打印</a></p>'
    return page(f"打印：{s.title}", body), s, "utf-8"


@layout
def two_stories(s):
    from words import Story
    other = Story(s.title + "二")
    body = f'{NAV}<div class="content-box"><h1>{e(s.title)}</h1><div class="from">{s.date} {s.clock} {s.source}</div><div class="text">{ps(s)}</div></div><div class="content-box next"><div class="label">下一篇</div><h2>{e(other.title)}</h2><div class="from">{other.date} {other.source}</div><div class="text">{"".join(f"<p>{e(p)}</p>" for p in other.paragraphs[:3])}</div><a href="/next">阅读全文</a></div>{FOOT}'
    return page(f"{s.title}-某某客户端", body), no(s, "author"), "utf-8"


@layout
def pictures(s):
    text = "".join(f'<figure><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-original="/p{i}.jpg"><figcaption>图{i + 1}：{e(s.place)}街头的{e(s.goods)}摊位。某某 摄</figcaption></figure><p>{e(p)}</p>' for i, p in enumerate(s.paragraphs))
    body = f'{NAV}<div class="wrap"><h1>{e(s.title)}</h1><p class="bar"><span>{s.date} {s.clock}</span> <span>来源：{s.source}</span></p><div class="detail">{text}<p class="sm">声明：图片由受访者提供，转载请注明出处</p></div></div>{hot(s)}{FOOT}'
    return page(s.title, body), no(s, "author"), "utf-8"


@layout
def one_page_app(s):
    state = {"detail": {"title": s.title, "content": "".join(f"<p>{p}</p>" for p in s.paragraphs), "recommend": s.headlines(5)}}
    body = f'<div id="app" data-server-rendered="true"><div class="x3f"><div class="k2a">{"".join(f"<span class=q>{l}</span>" for l in ["推荐", "关注", "视频", "同城"])}</div><div class="m9z"><div class="t1">{e(s.title)}</div><div class="u4"><span>{s.source}</span><span>{s.year}-{s.month}-{s.day} {s.clock}</span></div><div class="c7">{ps(s, "p", " data-v-1")}</div></div><div class="r8">{"".join(f"<div class=r9><span>{e(l)}</span></div>" for l in s.headlines(6))}</div></div></div><script>window.__INITIAL_STATE__={dumps(state, ensure_ascii=False)}</script>'
    return page(s.title, body, f'<meta name="description" content="{e(s.paragraphs[0])}">'), no(s, "author"), "utf-8"


@layout
def flash(s):
    s.paragraphs = s.paragraphs[:1]
    body = f'{NAV}<div class="flash"><h1>{e(s.title)}</h1><div>{s.clock} {s.year}年{s.month}月{s.day}日 {s.source}</div><p>{e(s.paragraphs[0])}</p></div><div class="flash-list"><h3>更多快讯</h3>{"".join(f"<div class=f><h4>{e(l)}</h4><p>{e(c)}</p></div>" for l, c in zip(s.headlines(8), s.comments(8)))}</div>{FOOT}'
    return page(f"{s.title} - 7×24快讯", body), no(s, "author"), "utf-8"


@layout
def interview(s):
    asks = ["问：这件事是怎么做起来的？", "问：最难的是哪一步？", "问：商户怎么看？", "问：明年有什么打算？", "问：钱从哪里来？"]
    out, kept = [], []
    for i, p in enumerate(s.paragraphs):
        if i < len(asks):
            out.append(f"<p><strong>{asks[i]}</strong></p>")
            kept.append(asks[i])
        out.append(f"<blockquote><p>{e(p)}</p></blockquote>" if i % 2 else f"<p>答：{e(p)}</p>")
        kept.append(p if i % 2 else "答：" + p)
    s.paragraphs = kept
    body = f'{NAV}<div class="detail-wrap"><h1 class="detail-title">{e(s.title)}</h1><div class="detail-info">{s.source} {s.date}　记者：{s.author}</div><div class="detail-body">{"".join(out)}</div><div class="zan">点赞 12　收藏　举报</div></div>{hot(s, 5)}{FOOT}'
    return page(f"{s.title}_{s.source}", body), s, "utf-8"


@layout
def figures(s):
    rows = [(p, str(s.r.randint(100, 999)), f"{s.r.randint(1, 40)}.{s.r.randint(0, 9)}%") for p in ("竹编", "蜂蜜", "茶油", "陶瓷", "童鞋")]
    table = "<table border=1><tr><th>品类</th><th>零售额（万元）</th><th>同比</th></tr>" + "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows) + "</table>"
    half = max(1, len(s.paragraphs) // 2)
    text = "".join(f"<p>{e(p)}</p>" for p in s.paragraphs[:half]) + table + "".join(f"<p>{e(p)}</p>" for p in s.paragraphs[half:])
    s.paragraphs = s.paragraphs[:half] + ["品类 零售额（万元） 同比"] + [" ".join(r) for r in rows] + s.paragraphs[half:]
    body = f'{NAV}<div class="art"><h1>{e(s.title)}</h1><div class="art-info">{s.date} {s.clock}　来源：{s.source}</div><div class="art-text">{text}</div></div><div class="rank"><h3>数据榜</h3><table><tr><td>1</td><td>{e(s.headlines(1)[0])}</td></tr><tr><td>2</td><td>{e(s.headlines(1)[0])}</td></tr></table></div>{FOOT}'
    return page(s.title, body), no(s, "author"), "utf-8"


@layout
def paywall(s):
    s.paragraphs = s.paragraphs[:3]
    body = f'{NAV}<div class="reader"><h1>{e(s.title)}</h1><div class="by"><span>{s.author}</span> · <span>{s.date}</span></div><div class="reader-body">{ps(s)}<div class="pay"><p>剩余内容为会员专享，登录或开通会员后可阅读全文</p><p>首月9.9元，随时可以取消</p><button>立即开通</button></div></div></div><div class="more">{"".join(f"<section><h3>{e(l)}</h3><p>{e(c)}</p></section>" for l, c in zip(s.headlines(4), s.comments(4)))}</div>{FOOT}'
    return page(f"{s.title}｜{s.source}", body, f'<meta property="og:site_name" content="{s.source}">'), s, "utf-8"


@layout
def advertised(s):
    parts = []
    for i, p in enumerate(s.paragraphs):
        parts.append(f"<p>{e(p)}</p>")
        if i == 1:
            parts.append(f'<div class="ad-inline"><a href="/ad">【推广】{e(s.firm)}年货节，满300减50，点击领取</a></div>')
        if i == 2:
            parts.append(f'<p class="related">相关阅读：<a href="/r1">{e(s.headlines(1)[0])}</a></p><ul class="rel">{links(s.headlines(3))}</ul>')
    body = f'{NAV}<div class="col-main"><h1 class="hd-title">{e(s.title)}</h1><div class="source-bar"><a href="/s">{s.source}</a> {s.date} {s.clock} <a href="#c">评论(56)</a></div><div class="text-body">{"".join(parts)}<p>（编辑：赵某）</p></div></div>{hot(s)}{FOOT}'
    return page(f"{s.title}_{s.source}网", body), no(s, "author"), "utf-8"


@layout
def measures(s):
    items = "".join(f"<li>{e(p)}</li>" for p in s.paragraphs[1:])
    body = f'{NAV}<div class="article"><h1>{e(s.title)}</h1><div class="desc">{s.source} {s.date}</div><div class="content"><p>{e(s.paragraphs[0])}</p><ol>{items}</ol></div></div><div class="tags"><ul>{links(["电商", "补贴", s.goods, s.place], "li")}</ul></div>{FOOT}'
    return page(s.title, body), no(s, "author"), "utf-8"


@layout
def styled_only(s):
    text = "".join(f'<div style="margin:12px 0;line-height:26px">{e(p)}</div>' for p in s.paragraphs)
    body = f'<div style="width:980px;margin:auto"><div style="float:left;width:200px">{"".join(f"<div><a href=/z{i}>{e(l)}</a></div>" for i, l in enumerate(s.headlines(12)))}</div><div style="float:left;width:760px"><center><b style="font-size:22px">{e(s.title)}</b></center><center style="color:#888">{s.source} {s.year}年{s.month}月{s.day}日 {s.clock}</center>{text}<div style="text-align:right">[ 收藏 ] [ 推荐 ] [ 顶部 ]</div></div></div>'
    return page(f"{s.title}", body), no(s, "author"), "utf-8"


@layout
def platform(s):
    body = f'<div id="left-bottom" class="column left"><div class="user"><h4>{s.source}</h4><dl><dd><em>218</em>文章</dd><dd><em>35万</em>阅读</dd></dl></div></div><div class="left main"><div class="text"><div class="text-title"><h1>{e(s.title)}</h1><div class="article-info"><span class="time" id="news-time">{s.date} {s.clock}</span><span class="from">来源: {s.source}</span></div></div><article class="article" id="mp-editor">{ps(s)}<p><span>返回首页，查看更多</span></p></article><div class="statement">声明：该文观点仅代表作者本人，平台仅提供信息存储空间服务。</div><div class="bottom-relate">阅读 (<em>2314</em>)</div></div><div class="allread">{"".join(f"<div class=news-box><h4><a href=/n>{e(l)}</a></h4><div class=pic>{s.source}</div></div>" for l in s.headlines(12))}</div></div>'
    return page(f"{s.title}_{s.goods}", body, f'<meta name="mediaid" content="{s.source}">'), no(s, "author"), "utf-8"


@layout
def big_portal(s):
    body = f'{NAV}<h1 class="main-title">{e(s.title)}</h1><div class="top-bar"><div class="date-source"><span class="date">{s.year}年{s.month:02}月{s.day:02}日 {s.clock}</span> <a class="source" href="https://s.example">{s.source}</a></div><div class="page-tools">缩小字体 放大字体 收藏 微博 微信 分享</div></div><div class="article" id="artibody"><div class="img_wrapper"><img src="1.jpg"><span class="img_descr">{e(s.goods)}摊位</span></div>{ps(s, "p", " cms-style=font-L")}<p class="show_author">责任编辑：李某某 </p></div><div class="keywords">文章关键词：<a href="/k">{s.goods}</a><a href="/k">电商</a></div><div class="blk-comment">我要反馈</div><div class="blk-hot">{"".join(f"<p><a href=/h>{e(l)}</a></p>" for l in s.headlines(9))}</div>{FOOT}'
    return page(f"{s.title}|{s.goods}_新浪潮财经", body, f'<meta property="article:published_time" content="{s.date}T{s.clock}:00+08:00"><meta property="article:author" content="{s.source}">'), no(s, "author"), "utf-8"


@layout
def info_line(s):
    body = f'{NAV}<div class="post_main"><h1 class="post_title">{e(s.title)}</h1><div class="post_info">{s.date} {s.clock}:33　来源: <a href="/o">{s.source}</a>　{s.place}  <a href="/jb">举报</a></div><div class="post_content"><div class="post_top"><div>分享至</div></div><div class="post_body">{ps(s, "p", " id=0A1B")}<p class="f_center"><img src="/9.jpg"><br>当地{e(s.goods)}丰收</p></div><div class="post_statement">特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布，本平台仅提供信息存储服务。</div></div></div><div class="post_recommends"><ul>{links(s.headlines(10))}</ul></div>{FOOT}'
    return page(f"{s.title}|{s.goods}|{s.place}_网界订阅", body, f'<meta name="author" content="网界">'), no(s, "author"), "utf-8"


@layout
def two_heads(s):
    body = f'<div class="logo"><h1><a href="/">{s.source}</a></h1></div>{NAV}<div class="focus"><h1>{e(s.headlines(1)[0])}</h1></div><div class="box"><h1>{e(s.title)}</h1><h6>{s.date} {s.clock} 来源：{s.source} 作者：{s.author} 编辑：孙某</h6><div class="body-text">{ps(s)}</div></div><div class="box2"><h2>猜你喜欢</h2>{"".join(f"<a href=/g>{e(l)}</a>" for l in s.headlines(8))}</div>{FOOT}'
    return page(f"{s.title}-{s.source}", body), s, "utf-8"


@layout
def unclosed(s):
    text = "".join(f"<P>　　{e(p)}\n" for p in s.paragraphs)
    body = f'<TABLE><TR><TD class=left><P>栏目导航<P><A href=1>要闻</A><P><A href=2>产业</A><P><A href=3>评论</A><TD class=content><P align=center><STRONG>{e(s.title)}</STRONG><P align=center>{s.source} {s.date} {s.clock}{text}<P align=right>（{s.author}）<TR><TD colspan=2><P>Copyright 某某报社 All Rights Reserved</TABLE>'
    html = f'<html><head><meta http-equiv=content-type content="text/html; charset=gbk"><title>{e(s.title)}</title></head><body>{body}</body></html>'
    return html, s, "gb18030"


@layout
def hidden(s):
    from words import Story
    other = Story(s.title + "藏")
    body = f'<div class="cookie-bar"><p>本站使用必要的缓存文件以保证正常浏览，继续浏览即表示您同意我们的隐私政策与使用条款。</p><button>知道了</button></div>{NAV}<div class="content"><h1>{e(s.title)}</h1><p class="tip">{s.source}｜{s.date}｜{s.author}</p><div class="rich-text">{"".join(f"<p>{e(p)}</p>" for p in s.paragraphs)}<div style="display:none">{"".join(f"<p>{e(p)}</p>" for p in other.paragraphs)}</div><p hidden>{e(other.paragraphs[0])}</p></div></div><div class="modal" aria-hidden="true"><p>扫码登录后可以收藏和评论，登录即代表同意用户协议与隐私政策，未注册的手机号会自动创建账号。</p></div>{FOOT}'
    return page(s.title, body), s, "utf-8"


@layout
def chapters(s):
    heads = ["先看市场", "再看成本", "难在哪里", "下一步"]
    out, kept = [], []
    for i, p in enumerate(s.paragraphs):
        if i % 2 == 0 and i // 2 < len(heads):
            out.append(f"<h2>{heads[i // 2]}</h2>")
            kept.append(heads[i // 2])
        out.append(f"<p>{e(p)}</p>")
        kept.append(p)
    s.paragraphs = kept
    body = f'<header class="h">{NAV}</header><div class="story"><div class="story-head"><h1>{e(s.title)}</h1><p class="lead-meta">撰文 {s.author}　{s.year}.{s.month:02}.{s.day:02}</p></div><div class="story-content">{"".join(out)}</div><div class="story-end"><p>作者 {s.author}　编辑 吴某</p></div></div><div class="comments"><h3>读者来信</h3>{"".join(f"<div class=c><p>{e(c)}</p></div>" for c in s.comments(8))}</div>{FOOT}'
    return page(f"{s.title} - {s.source}", body, f'<meta property="og:site_name" content="{s.source}">'), s, "utf-8"


@layout
def in_pages(s):
    body = f'{NAV}<div class="w"><div class="tt">{e(s.title)}</div><div class="ly">{s.year}年{s.month}月{s.day}日{s.clock}　来源：{s.source}</div><div id="p-detail"><div class="nr">{ps(s)}</div><div class="fy"><a class="on">1</a> <a href="/2">2</a> <a href="/3">3</a> <a href="/2">下一页</a> <a href="/all">阅读全文</a></div></div><div class="jc">纠错</div><div class="zrbj">【责任编辑:钱某】</div></div><div class="tuijian"><h3>相关新闻</h3><ul>{links(s.headlines(8))}</ul></div>{FOOT}'
    return page(f"{s.title}-新华网页", body), no(s, "author"), "utf-8"
