"""Errors in words, names and sentences, in source lines, and damage by extraction."""
import pathlib, re

from kinds import Error, body, kind
from marks import HAN, found_in, some

TYPO = {"typo"}
TWICE = {"duplicate"}
LEXICON = pathlib.Path(__file__).resolve().parents[2] / "data" / "lexicon"

# Two-character words that are never printed twice in a row.
WORDS = """发布 增长 平台 企业 市场 消费 数据 同比 通过 推动 其中 目前 已经 可以 以及 销售 规模 实现 进行 提供 建设 成为 超过 达到 包括 表示 用户 商品
网络 行业 产品 进口 出口 贸易 合作 政策 经济 中国 全国 上海 支持 促进 加快 提升 发展 直播 品牌 渠道 全球 城市 农村 同时
此外 根据 对于 由于 因此 如果 但是 并且 或者 没有 需要 主要 重要 显示 指出 认为 占比 份额 收入 利润 金额 交易 订单 包裹 仓库 门店 商家 报告 办法""".split()
DOUBLED = re.compile("|".join(f"(?:{w})" for w in WORDS))


@kind("word doubled", 5, TWICE | TYPO)
def doubled(article, dice):
    text = article.text.text
    sites = [m for m in found_in(article, DOUBLED.pattern) if text[m.end():m.end() + 2] != m[0] and text[m.start() - 2:m.start()] != m[0]]
    single = list(found_in(article, f"(?<=[{HAN}])[的在是和将](?=[{HAN}])"))
    single = [m for m in single if not re.match("的确|的士|目的|是否|是非|在于|在线|在内|将来|将近|和谐|和平|和解|还是|而是|正在|存在|就是|于是|总是", text[m.start() - 1:m.start() + 2])
              and text[m.start() - 1] not in "目是还正存即" and m[0] in "的"]
    return some([Error(article, [(m.end(), m.end(), m[0])], also=[m.span()]) for m in sites], dice, 4) + \
        some([Error(article, [(m.end(), m.end(), m[0])], also=[m.span()]) for m in single], dice, 1)


def sentences(article, least=24):
    for b, e, _ in body(article):
        at = b
        while at < e:
            span = article.sentence(at)
            if span[1] <= at:
                break
            words = article.words(span)
            if len(re.sub(r"\s", "", words)) >= least and words.endswith("。") and words.count("“") == words.count("”") and words.count("（") == words.count("）"):
                yield span
            at = span[1]


@kind("sentence twice in an article", 2, TWICE)
def sentence_twice(article, dice):
    def errors():
        for span in sentences(article):
            ends = [e for b, e, words in body(article) if e >= span[1] and words.endswith("。")]
            if ends:
                at = dice.choice(ends)
                yield Error(article, [(at, at, article.words(span).strip())], also=[span])
    return some(errors(), dice, 2)


@kind("sentence of another article", 2, TWICE)
def sentence_elsewhere(article, dice):
    later = [a for a in article.text.articles if a.n > article.n and any(w.endswith("。") for _, _, w in body(a))]
    spans = list(sentences(article, 30))
    for _ in range(2):
        if later and spans:
            other, span = dice.choice(later), dice.choice(spans)
            at = dice.choice([e for _, e, w in body(other) if w.endswith("。")])
            yield Error(other, [(at, at, article.words(span).strip())], also=[span], locks=[article.n])


AMOUNT = r"\d[\d,.]*\s*(?:万亿|[十百千]?[万亿]|[百千])?\s*(?:元|美元|件|家|人|人次|个|单|吨|户|名|辆|万元|平方米|列|场)"


@kind("said twice in two words", 4, TWICE | TYPO)
def redundant(article, dice):
    errors = [Error(article, [(m.start(), m.start(), "共同")], also=[m.span()]) for m in found_in(article, "联合(?:印发|发布|主办|开展|举办|推出|出台|公布)")]
    errors += [Error(article, [(m.end(), m.end(), "左右")], also=[m.span()]) for m in found_in(article, rf"(?<![合签节条预制])约\s*{AMOUNT}(?=[，。；、）])")]
    errors += [Error(article, [(m.end(), m.end(), "以上")], also=[m.span()]) for m in found_in(article, rf"(?:超过|突破|超|逾)\s*{AMOUNT}(?=[，。；、）])")]
    errors += [Error(article, [(m.end(), m.end(), "左右")], also=[m.span()]) for m in found_in(article, rf"(?<![最附])(?:将近|接近|近)\s*{AMOUNT}(?=[，。；、）])")]
    errors += [Error(article, [(m.end(), m.end(), "去年同期")], also=[m.span()]) for m in found_in(article, r"同比(?=\s*(?:增长|下降|上升)\s*\d)")]
    return some(errors, dice, 4)


@kind("近日 twice", 3, TWICE)
def time_twice(article, dice):
    errors = []
    for m in found_in(article, rf"(?P<w>近日|日前)，?(?P<who>[^，。；：“”《》]{{2,40}}?)(?P<verb>(?:联合)?(?:发布|印发|宣布|召开|启动|公布|推出|出台|上线|开幕|举行|举办))"):
        errors.append(Error(article, [(m.start("verb"), m.start("verb"), dice.choice(("近日", "日前")) if dice.random() < 0.4 else m["w"])], also=[m.span()]))
    return some(errors, dice, 2)


# Characters that sound or look alike, as an input method or a tired eye takes one for the other.
ALIKE = """网往罔 报抱 商伤 务物雾 部步布 局居 委伟 会汇 院苑 总综 署属 银垠 行形 信心新欣芯 电店 邮由油 政正 财才材 经径 日目曰 人入 民明 华花 浪郎 抖斗 音因 快块
手守 京惊 东冬 淘陶 宝保 天添夫 猫毛 拼品 多夺 美镁 亚业 马码 逊训 腾藤 讯迅 百白 度渡 顺舜 丰风 园圆 通同 申伸 韵运 达答 中终 海嗨 关官 税睡 统桶 计记 科可
技计 协斜 研言 究纠 澎彭 湃拜 界介 面画 第弟 财材 证征 券卷 晚挽 时拾 早旱 观现 察查 视示 央映 广厂 播拨 台合 社杜 闻问 周同 刊判 家稼 邦帮 亿忆 力刀 动功
极级 星猩 氪克 站占 交文 运远 输轮 监临 管菅 理里 食良 品晶 药约 农衣 村材 发友 改玫 工土 业叶 化代 境镜 市布 场杨 阿啊 里理 巴吧 菜采 鸟乌 蚂马 蚁义
金全 服报 小少 红虹 书节 微徽 博搏 哔毕 哩里 滴嘀 出山 携提 程成 同铜 旅族 唯惟 特持 盒合 叮盯 咚冬 钉订 飞非 希烯 音昔 虾吓 皮疲 卖买 沃我 尔
尼泥 联连 合台 大太 学字 清青 北比 复夏 旦但 浙折 省首 城诚 晨辰 参叁 考烤 环坏 球求 南男 方万 澳奥 门们 香乡 港巷 评坪 论沦""".split()


def alike():
    out = {}
    for group in ALIKE:
        for c in group:
            out.setdefault(c, set()).update(set(group) - {c})
    return out


def lexicon():
    """Names and their other forms, of the lists of media, bodies, companies and platforms."""
    names = set()
    for table in ("media", "bodies", "companies", "platforms"):
        for line in (LEXICON / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                cells = line.split("\t")
                names |= {w.lstrip("!") for w in [cells[1], *cells[2].split("|")] if w}
    return names


NAMES = lexicon()
LONG = sorted((n for n in NAMES if re.fullmatch(f"[{HAN}]{{3,12}}", n)), key=len, reverse=True)
NAME = re.compile("|".join(map(re.escape, LONG)))
SIMILAR = {k: sorted(v) for k, v in alike().items() if v}


@kind("name one character off", 6, TYPO | {"conflict", "extraction", "format"})
def name(article, dice):
    def errors():
        for b, e in [*article.paragraphs, *([article.source] if article.source else [])]:
            for m in NAME.finditer(article.text.text, b, e):
                places = [i for i, c in enumerate(m[0]) if c in SIMILAR]
                if places:
                    at = dice.choice(places)
                    wrong = dice.choice(SIMILAR[m[0][at]])
                    new = m[0][:at] + wrong + m[0][at + 1:]
                    if new not in NAMES and new not in article.text.text:
                        yield Error(article, [(m.start() + at, m.start() + at + 1, wrong)], also=[m.span()])
    return some(errors(), dice, 4)


@kind("截止 for 截至", 3, TYPO)
def jiezhi(article, dice):
    return some((Error(article, [(m.start() + 1, m.end(), "止")], also=[m.span()]) for m in found_in(article, rf"(?<![{HAN}])截至(?=\s*(?:\d|目前|今年|去年|上年|本月|[一二三四]季|前[一二三]))")), dice, 3)


@kind("根据 with 显示", 3, TYPO)
def according(article, dice):
    shows = "(?:数据|报告|统计|调查|监测|研究|》|指数|财报)显示(?=，)"
    errors = [Error(article, [(m.start(), m.start(), "根")], also=[m.span()]) for m in found_in(article, rf"(?<![根依])据(?!说|了解|悉|介绍)[^，。；：]{{3,40}}{shows}")]
    for b, e, words in body(article):
        m = re.match(rf"(?!根?据)[^，。；：“]{{4,40}}{shows}", words)
        if m:
            errors.append(Error(article, [(b, b, "根据")], also=[(b, b + m.end())]))
    return some(errors, dice, 2)


@kind("元 missing", 2, TYPO)
def yuan(article, dice):
    return some((Error(article, [(m.end() - 1, m.end(), "人民币")], also=[m.span()]) for m in found_in(article, r"\d[\d,.]*\s*[百千]?[万亿]元(?=[，。；、）])")), dice, 2)


@kind("source line without 编选", 2, {"format"})
def selector(article, dice):
    lines = [a.words(a.source) for a in article.text.articles if a.source]
    if article.source and sum("编选" in line for line in lines) > 0.6 * len(lines):
        found = re.search(r"\s*编选\s*[:：]\s*《[^》]+》编辑部", article.words(article.source))
        if found:
            at = article.source[0]
            yield Error(article, [(at + found.start(), at + found.end(), "")], also=[article.source])


GLYPHS = {"人": "⼈", "日": "⽇", "月": "⽉", "一": "⼀", "大": "⼤", "用": "⽤", "生": "⽣", "行": "⾏", "小": "⼩", "工": "⼯", "力": "⼒", "方": "⽅", "高": "⾼", "食": "⻝"}


@kind("look-alike glyph", 3, {"extraction", "typo"})
def glyph(article, dice):
    if any(c in article.text.text for c in GLYPHS.values()):
        return []
    return some((Error(article, [(*m.span(), GLYPHS[m[0]])]) for m in found_in(article, f"(?<=[{HAN}])[{''.join(GLYPHS)}](?=[{HAN}])")), dice, 3)
