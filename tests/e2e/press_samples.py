"""An issue of invented articles as the source that `issue build` reads, and the fields that must come back from every printed form.

Everything is put together from words of our own by a fixed seed: long and short articles, sub-headings, Latin words and addresses, quotes
within quotes, printed blanks, several sources, the desk's own articles, notes on authors, books without a source line."""
import random

COLUMNS = ["行业资讯", "政策法规", "数据观察", "专家视点", "悦读电商"]
DESK = "风标电商观察编辑部"
PLACES = ["澜江市", "云岭县", "青禾镇", "北浦区", "沙湾港", "松川市", "临溪县", "白鹭洲"]
FIRMS = ["青禾商贸", "澜海物流", "绿穗网", "禾木优选", "Lanhai Express", "云集通", "北浦仓配", "DOU 小铺", "SunBay 平台"]
THINGS = ["直播共享基地", "前置仓", "跨境包裹中心", "冷链“拼仓”服务", "App 长辈版", "海外仓", "数字人主播", "无人配送车", "产地仓", "退货中心"]
SOURCES = ["商贸在线", "澜江日报", "每日电商网", "北浦发布", "数字周刊", "云岭新闻网", "物流时报"]
SENTENCES = [
    "{place}{firm}近日启用{thing}，占地{a}平方米，首批进驻商户{b}家。",
    "项目分两期建设：一期投入{a}万元，二期预计于2024年{m}月完工，届时日处理包裹可达{b}万件。",
    "负责人介绍，今年前{m}个月，平台订单量同比增长{p}%，其中来自县域的占{q}%，比上年同期提高{d}个百分点。",
    "“以前货等车，现在车等货。”一位商户说，“从下单到出库，平均只要{b}分钟。”",
    "下一步，双方还将在邻近的{m}个乡镇增设服务点，让腿脚不便的老人也能把山货交给邻居一起卖。",
    "据介绍，新系统支持 Open API v{m}.0 与 ERP、WMS 对接，文档见 https://docs.example.org/open/v{m}/guide?lang=zh，商户不必改造原有流程。",
    "业内人士认为，{thing}不是越多越好，选址、品类与履约能力（尤其是“最后一百米”）缺一不可；盲目扩张只会推高成本。",
    "{firm}同时推出“{b}天无忧退”计划，用户在{place}下单，享受上门取件；超时一天赔付{m}元，最高不超过{a}元。",
    "统计显示，截至{m}月底，全市共有网店{a}家，比年初净增{b}家，带动就业{a}人。",
    "值得一提的是，{place}还把“诚信分”写进了合作协议——分数低于{b}分的店铺，暂停参加大促活动……",
]
RULES = [
    "{place}商务部门印发《{thing}管理办法（试行）》，自2023年{m}月1日起施行，有效期{m}年。",
    "《办法》共{m}章{b}条，对备案、培训、抽查和退出作出规定；平台每季度报送一次数据，瞒报的暂停备案。",
    "《办法》要求，经营者应当在首页显著位置公示营业执照、许可证（备案凭证）以及投诉电话，字号不小于{m}号。",
]
BOOKS = [("货架之外：社区团购十年笔记", "作者走访{b}个小区，记下团长、司机和仓管的一天。"), ("包裹里的村庄", "一个县城快递员写下的{b}个故事。"),
         ("慢一点，再慢一点", "写给运营者的{b}封信，谈“快”以外的竞争。")]


def make(articles=50, seed=7, paragraphs=(1, 5)):
    r = random.Random(seed)
    used = set()

    def words(pattern):
        return pattern.format(place=r.choice(PLACES), firm=r.choice(FIRMS), thing=r.choice(THINGS), a=r.randint(120, 9800), b=r.randint(12, 96),
                              m=r.randint(2, 9), p=r.randint(3, 80) + r.randint(0, 9) / 10, q=r.randint(11, 69), d=r.randint(1, 9) / 10)

    def title(section):
        while True:
            t = words(r.choice(["{firm}在{place}建成{thing}", "{place}：{m}方面举措推动{thing}提质", "{place}{b}家商户抱团启用{thing} 首月出货{a}单",
                                "调查：{place}经营者平均开通{m}个{thing}", "“{thing}”走进{place}，{firm}等{b}家企业参加并现场签约合作意向书"]
                               if section != "政策法规" else ["《{thing}管理办法》{m}月1日起施行", "{place}出台{m}条措施支持{thing}建设", "{place}就{thing}规范公开征求意见"]))
            if t not in used:
                used.add(t)
                return t

    counts = [max(1, round(articles * share)) for share in (0.34, 0.2, 0.24, 0.16)]
    counts.append(max(0, articles - sum(counts)))
    sections = []
    for column, count in zip(COLUMNS, counts):
        out = []
        for i in range(count):
            a = {"title": title(column), "sources": [], "compiled": False, "selected_by": None, "date": f"2023-03-{r.randint(1, 18):02}", "author_note": None, "paragraphs": []}
            if column == "悦读电商":
                name, intro = BOOKS[i % len(BOOKS)]
                a["title"] = name if i < len(BOOKS) else f"{name}（第{i // len(BOOKS) + 1}辑）"
                a["date"] = None
                a["paragraphs"] = ["内容简介", words(intro) + "".join(words(s) for s in r.sample(SENTENCES[3:8], 2))]
                out.append(a)
                continue
            kind = r.random()
            if kind < 0.25:
                a["sources"], a["compiled"] = [DESK], True
            else:
                a["sources"] = r.sample(SOURCES, 2 if kind > 0.85 else 1)
                a["selected_by"] = DESK
            for k in range(r.randint(*paragraphs)):
                lead = RULES if column == "政策法规" and k < 3 else SENTENCES
                a["paragraphs"].append("".join(words(s) for s in r.sample(lead, r.randint(1, min(4, len(lead))))))
            if column == "专家视点":
                a["author_note"] = f"{r.choice('周吴郑王')}{r.choice('一乙知行')}：某大学数字商务研究院教授"
            out.append(a)
        if out:
            sections.append((column, out))
    return {"name": "风标电商观察", "year": 2023, "number": 6, "total": 126, "date": "2023-03-20", "publisher": "风标电商研究会", "sections": sections}


def source_text(issue):
    out = ["---", f"name: {issue['name']}", f"year: {issue['year']}", f"number: {issue['number']}", f"total: {issue['total']}", f"date: {issue['date']}",
           f"publisher: {issue['publisher']}", "editors:", "  - 甲某", "  - 乙某", "imprint:", '  - "编辑部地址：澜江市某路1号"', '  - "电话：021-00000000"', "---"]
    for column, articles in issue["sections"]:
        out += ["", f"# {column}"]
        for a in articles:
            out += ["", f"## {a['title']}"]
            if a["sources"]:
                out.append("sources: " + "; ".join(a["sources"]))
            if a["compiled"]:
                out.append("compiled: yes")
            for field in ("selected_by", "date", "author_note"):
                if a[field]:
                    out.append(f"{field}: {a[field]}")
            for p in a["paragraphs"]:
                out += ["", p]
    return "\n".join(out) + "\n"


def records(issue):
    """The fields of each article as an export gives them."""
    return [dict(a, section=column) for column, articles in issue["sections"] for a in articles]
