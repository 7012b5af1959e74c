"""The stories of the pages: all invented, put together from parts, so that no two share a sentence by chance."""
import random

PLACES = "澜江市 云岭县 青禾县 沅溪市 白石镇 望川区 临泽县 海棠湾新区 石门关市 松原里 桐花县 北渡口".split()
FIRMS = "青禾商贸 长渡物流 云上集市 麦穗优选 蓝鲸海外仓 山货直通车 千帆跨境 拾光直播 方塘支付 小满到家".split()
GOODS = "竹编 蜂蜜 干菌 羊绒围巾 柑橘 手工皮具 茶油 陶瓷 小龙虾 山核桃 灯具 童鞋".split()
BODIES = "商务局 市场监管局 邮政管理局 供销合作社 海关 税务局 数字经济促进中心 电子商务协会".split()
PEOPLE = "陈一苇 周小满 林望舒 许青禾 顾南 方既白 沈渡 陆云舟 何晚 宋知秋".split()
SOURCES = "澜江日报 商贸在线 云岭融媒 临泽晚报 沿海经济观察 数字商业周刊 望川发布 千帆财经".split()
OPEN = ["{d}，{p}{b}发布通告，{p}{g}产业带将新建{n}个公共直播间", "{p}的{g}今年卖得比往年早，{f}在当地的收购点{d}就开了秤", "记者{d}从{p}{b}获悉，当地{g}线上零售额前八个月达到{n}.{m}亿元",
        "{d}上午，{f}与{p}{b}签下协议，双方将共建{g}跨境集货仓", "一条从{p}到港口的冷链专线{d}开通，首车装的是{n}吨{g}", "{p}{b}{d}公布抽检结果，{n}批次网售{g}中有{m}批次标签不合要求"]
MIDDLE = ["按照计划，项目分{m}期建设，一期占地{n}亩，年底前完成设备调试", "{f}负责人介绍，平台把{g}的退货时间从{n}天压到了{m}天，运费由商家与平台各担一半", "数据显示，{p}快递进出港件量同比增长{n}.{m}%，其中{g}类占两成以上",
          "当地还为{n}名返乡青年开了培训班，课程从选品、拍摄讲到客服与售后", "与以往不同，这次补助不看规模看复购，复购率每提高一个百分点，奖励{n}万元", "“订单多的时候一天要发{n}00单，人手不够，只好请邻居来帮忙。”做{g}生意的{w}说",
          "不过也有商户担心，佣金比例从{m}%调到{n}%，小店的利润会更薄", "{b}表示，下一步将把{g}纳入地理标志名录，并对仿冒包装的网店逐家约谈", "业内人士认为，{g}这样的小品类要走远，靠的不是低价，而是稳定的分级和交付",
          "在{p}的分拣中心，{n}台扫码设备昼夜运转，错分率降到万分之{m}", "为防止重复申领，系统会核对身份信息、店铺编号和物流单号三项内容", "截至{d}，共有{n}家企业提交材料，{m}家通过初审"]
CLOSE = ["下一批名单将在{n}天后公布", "目前，相关细则正在征求意见，意见可寄至{p}{b}", "{f}说，明年要把仓库开到{m}个邻县去", "这笔补贴预计在{n}月底前发到商户账上", "至于能不能撑过淡季，{w}笑着摆摆手：先把这一季做好再说"]
TITLES = ["{p}{g}触网，前八个月卖了{n}.{m}亿元", "{p}新建{n}个公共直播间 {g}商户免费用", "{f}与{p}共建{g}跨境集货仓", "{p}抽检网售{g}：{m}批次标签不合要求", "冷链专线开到{p}，{g}两天到港口", "{g}怎么卖出去？{p}试了三种办法", "退货从{n}天变{m}天，{f}改了什么", "{p}{b}：{g}网店补贴看复购不看规模"]
NOISE = ["这家店我买过，{g}还行，就是发货慢了点，等了{n}天才到，客服态度倒是挺好的，希望以后能改进一下物流", "楼上说得不对，我就是{p}人，当地{g}根本不愁卖，缺的是会拍视频的年轻人，请别再说没人要了", "支持家乡！去年回{p}过年带了两箱{g}，同事都说好吃，今年还要再买，顺便问一句{f}还招不招人",
         "看完只想说一句，补贴年年有，真正到小商户手里的有多少，能不能把名单和金额一起公布出来让大家看看", "{w}这名字好像在哪里见过，是不是上次那个直播翻车的主播？那次一口气退了{n}百单，印象太深了"]
HOT = ["{p}一夜之间多了{n}家{g}店，老街坊都看不懂了", "{f}又融资{n}亿元，投资人看中的竟然是{g}", "涨价{m}成还断货，今年的{g}到底怎么了", "{w}：我在{p}卖{g}的第{n}年", "{p}放大招！{g}买家都能领{n}元券", "{n}岁老人学会直播，一晚上卖空{m}亩{g}"]


class Story:
    def __init__(self, seed, paragraphs=None):
        self.r = random.Random(f"page-{seed}")
        r = self.r
        self.place, self.goods, self.firm, self.body, self.who = (r.choice(x) for x in (PLACES, GOODS, FIRMS, BODIES, PEOPLE))
        self.author, self.source = r.choice(PEOPLE), r.choice(SOURCES)
        self.month, self.day, self.year = r.randint(1, 12), r.randint(1, 28), r.choice((2021, 2022, 2023))
        self.date = f"{self.year}-{self.month:02}-{self.day:02}"
        self.clock = f"{r.randint(6, 23):02}:{r.randint(0, 59):02}"
        self.title = self.say(r.choice(TITLES))
        n = paragraphs or r.randint(4, 9)
        middle = r.sample(MIDDLE, min(len(MIDDLE), 2 * n))
        self.paragraphs = [self.say(r.choice(OPEN)) + "。"] if n == 1 else []
        while len(self.paragraphs) < n:
            first = self.say(r.choice(OPEN)) if not self.paragraphs else self.say(middle.pop() if middle else r.choice(MIDDLE))
            second = self.say(middle.pop() if middle else r.choice(MIDDLE))
            self.paragraphs.append(f"{first}。" + (f"{second}。" if r.random() < .7 else ""))
        if n > 2:
            self.paragraphs[-1] += self.say(r.choice(CLOSE)) + "。"

    def say(self, form):
        r = self.r
        own = r.random() < .6
        return form.format(p=self.place if own else r.choice(PLACES), g=self.goods if own else r.choice(GOODS), f=self.firm if own else r.choice(FIRMS), b=self.body if own else r.choice(BODIES),
                           w=self.who if own else r.choice(PEOPLE), d=f"{r.randint(1, 12)}月{r.randint(1, 28)}日", n=r.randint(11, 96), m=r.randint(2, 9))

    def comments(self, n):
        return [self.say(self.r.choice(NOISE)) + "。" for _ in range(n)]

    def headlines(self, n):
        return [self.say(self.r.choice(HOT)) for _ in range(n)]
