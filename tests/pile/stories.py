#!/usr/bin/env python3
"""Makes stories, each printed by several houses, one JSON object a line: id, story, title, source, date, paragraphs.

usage: stories.py [--seed N] [--stories N] [--copies N] [--spread]

Every story is put together from sentences about its topic, with names, places and figures of its own. A copy is rewritten as houses do it:
sentences moved and left out, words replaced by others of the same sense, clauses turned, a lead and a closing note of the house added,
some figures changed or rounded, another headline. A third of the copies are rewritten lightly, a third heavily. Traps are stories of their
own: next month's report in the same words, another firm's report in the same words, and surveys that shorten several stories into one
text. --spread draws the number of copies of a story anew (most have none, few have many), as in a real pile.
"""
import argparse
import json
import random
import re

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志远文博思雨子涵浩然嘉怡晓东海燕春生"
FIRM = "云启禾木星海蓝橙极光微远图鲸鹿松果拾光青柠优享聚能万象领航飞羽百川知行安途易达通汇锦程恒川瑞丰乐鲜悦行有方小满谷雨朗晴"
FIRM_END = ["科技", "网络", "电商", "优选", "物流", "速运", "商城", "数科", "供应链", "到家", "集市", "国际"]
PLACES = ("杭州 宁波 温州 嘉兴 金华 义乌 南京 苏州 无锡 南通 徐州 合肥 芜湖 福州 厦门 泉州 南昌 赣州 济南 青岛 烟台 潍坊 郑州 洛阳 武汉 宜昌 长沙 株洲 广州 深圳 东莞 佛山 "
          "珠海 南宁 柳州 海口 三亚 重庆 成都 绵阳 贵阳 遵义 昆明 大理 西安 咸阳 兰州 西宁 银川 乌鲁木齐 喀什 石家庄 唐山 保定 太原 大同 呼和浩特 包头 沈阳 大连 长春 吉林 哈尔滨").split()
HOUSES = ("晨报 晚报 日报 商报 时报 经济报 新闻网 财经网 电商报 物流报 消费报 观察网 资讯 在线 头条号 周刊").split()
GOODS = ("茶叶 小家电 童装 箱包 渔具 灯具 假发 宠物用品 露营装备 瓷器 眼镜 羽绒服 乐器 绿植 水果 大闸蟹 腊肉 粉丝 蜂蜜 枸杞 木耳 花椒 银饰 毛衫 袜子 拉链 雨伞 玩具 家具 轮胎 轴承 "
         "电动自行车 充电宝 耳机 无人机 投影仪 扫地机 按摩椅 图书 文具").split()
LANDS = ("越南 泰国 马来西亚 印度尼西亚 菲律宾 新加坡 日本 韩国 德国 法国 西班牙 意大利 波兰 英国 美国 墨西哥 巴西 智利 阿联酋 沙特 埃及 肯尼亚 南非 哈萨克斯坦 俄罗斯 澳大利亚").split()
BODIES = ("商务局 市场监管局 邮政管理局 海关 税务局 统计局 农业农村局 人力资源和社会保障局 经济和信息化局 发展改革委").split()
TONES = ("平稳 稳步 快速 持续 明显 进一步 总体 逐步").split()
WAYS = ("共享仓储 集中采购 订单农业 以旧换新 直播基地 云仓 智能分拣 无人配送 电子面单 预售 社区自提 产地直发 海外仓 数字化工厂 信用评价 先行赔付").split()

# {n} counters: {件}=digits+万件 and the like are drawn anew wherever they stand. F firm, G another firm, P place, Q another place, H person,
# W another person, B body, D goods, E other goods, L land, M month, A way, C other way, T tone.
TOPICS = [
    (["P快递业务量M月增长{pct}%", "M月P快递送出{num}万件", "P邮政公布M月快递数据", "快递跑出加速度 PM月业务量破{num}万件"], [
        "P邮政管理局公布的数据显示，M月全市快递业务量完成{num}万件，同比增长{pct}%。", "其中，同城业务量为{num}万件，异地业务量为{num}万件，分别增长{pct}%和{pct}%。",
        "快递业务收入达到{num}万元，比上年同期增加{pct}个百分点。", "D和E是寄出最多的两类商品，约占{pct}%。", "F在P建成的分拨中心每小时可处理{num}件包裹，A让错分率降到{pct}%。",
        "P邮政管理局有关负责人H表示，下一步将推动A进村，年底前新增{small}个村级服务点。", "在P的{small}个县区中，业务量T上升的有{small}个。", "快递员W说，旺季时他每天要送{num2}件，比去年多了{num2}件。",
        "F今年在当地新招{num2}人，并为{num2}名快递员办理了工伤保险。", "业内人士认为，D产地直发是增长的主要原因。", "目前P已有快递企业{num2}家，末端网点{num2}处。", "Q与P之间的快件平均用时缩短到{small}小时。"]),
    (["F在P启用{area}平方米D仓", "F新仓落户P 主打A", "P迎来{area}平方米智能仓", "D有了新仓 F投入{num}万元"], [
        "F宣布，其位于P的D仓库正式启用，总面积{area}平方米，投入{num}万元。", "该仓采用A，单日最多可以处理{num}单，人手减少{pct}%。", "F供应链负责人H介绍，仓库将服务P、Q等{small}个城市，商品最快{small}小时送达。",
        "仓内有机器人{num2}台，货架{num2}组，退货处理时间由{num2}分钟缩短为{small}分钟。", "P商务局表示，将为类似项目提供最高{num2}万元补助。", "D商户W算了一笔账：入仓之后每单省下{small}.{small}元。",
        "此前F已在Q建有{small}座同类仓库，年发货量超过{num}万件。", "F计划三年内再建{small}座，覆盖E等品类。", "有分析指出，A正在改变D行业的库存方式。", "项目还带动当地就业{num2}人。", "F去年营收增长{pct}%，D贡献了其中的{pct}%。"]),
    (["PD直播节卖出{num}万元", "H走进直播间 PD受追捧", "P举办D直播节 {num2}名主播参加", "一场直播节带火PD"], [
        "为期{small}天的P首届D直播节近日落幕，累计销售额达{num}万元。", "共有{num2}名主播参加，开播{num2}场，观看人次突破{num}万。", "P农业农村局副局长H走进直播间推荐当地D，{small}分钟卖出{num}单。",
        "农户W家的{num2}斤D全部售罄，比往年早了{num2}天。", "F为直播节提供流量扶持和A，佣金降低{pct}%。", "活动期间，E也卖出{num}件，增长{pct}%。", "当地还成立了D质量检验点，抽检{num2}批次，合格率为{pct}%。",
        "P计划培训{num2}名乡村主播，每人补贴{num2}元。", "主办方称，明年的直播节将与Q合办。", "消费者对发货速度的好评率为{pct}%。", "不少主播提到，A是卖得好的关键。", "直播节订单来自{small}个省份，其中Q的买家最多。"]),
    (["P发布A管理办法 明年起施行", "PB：规范A", "A有了新规矩 P出台办法", "P新规要求平台{small}日内答复投诉"], [
        "PB近日印发《PA管理办法》，自明年{small}月1日起施行。", "办法共{small}章{num2}条，对A的准入、运营和退出作出规定。", "平台经营者应当在{small}日内答复消费者投诉，逾期的可处{num}元以下罚款。",
        "PB政策法规处处长H解释，制定办法是因为相关投诉去年增长{pct}%，达到{num}件。", "办法要求企业保存交易信息不少于{small}年。", "F表示将按照要求在{num2}天内完成整改。", "对主动公示价格的商户，每年给予{num2}元奖励。",
        "征求意见阶段共收到建议{num2}条，采纳{num2}条。", "律师W认为，条款明确了A中各方的责任。", "Q此前已有类似规定，处罚案件{num2}起。", "办法还提出建立D经营者名录，首批{num2}家。"]),
    (["F进军L市场 首月订单{num}单", "F在L上线 主营D", "L迎来F 三年投入{num}万美元", "出海L：F卖D"], [
        "F日前宣布在L上线独立站，主要销售D和E。", "上线首月订单为{num}单，客单价{num2}美元。", "F海外业务总经理H称，三年内将在L投入{num}万美元，用于A和本地团队。", "目前L团队有{num2}人，其中本地员工占{pct}%。",
        "L电商用户数约{num}万，渗透率为{pct}%。", "F还与当地物流企业合作，把配送时间从{num2}天压缩到{small}天。", "P的D企业是主要供货方，首批入驻{num2}家。", "商家W表示，L买家的退货率只有{pct}%。",
        "此前F已进入{small}个国家，海外收入占比{pct}%。", "业内提醒，L对D的认证要求今年有所提高。", "海关数据显示，P对L出口D增长{pct}%。", "F预计明年海外订单将达到{num}万单。"]),
    (["F获{num}万元融资 押注A", "A公司F完成新一轮融资", "投资方看好A F拿到{num}万元", "F融资{num}万元 创始人H：先做好D"], [
        "P企业F宣布完成{num}万元融资，资金将用于A研发。", "本轮由G领投，{small}家机构跟投，投后估值{num}万元。", "F成立于{small}年前，创始人H曾在G负责D业务。", "公司目前服务商家{num}家，续约率为{pct}%。",
        "今年前{small}个月，F收入同比增长{pct}%，亏损收窄{pct}%。", "H表示，未来一年先做好D，再考虑E。", "F的A系统可以把缺货率降低{pct}%。", "投资人W说，看中的是团队对D行业的理解。", "公司员工{num2}人，六成在P，其余在Q。",
        "A领域今年已有{num2}起融资，总额{num}万元。", "F还计划在Q设立研发中心，招聘{num2}人。"]),
    (["PD网上零售额M月达{num}万元", "M月P网上零售：D增长{pct}%", "P公布M月网络零售数据", "D领跑PM月网上消费"], [
        "P商务局发布数据，M月全市网络零售额为{num}万元，增长{pct}%。", "分品类看，D零售额{num}万元，增速{pct}%，居首位；E为{num}万元，下降{pct}%。", "农村网络零售额{num}万元，占全市的{pct}%。", "全市活跃网店{num}家，比上月增加{num2}家。",
        "F在P的销售额增长{pct}%，A订单占{pct}%。", "P商务局电商处H分析说，换季和促销带动了D消费。", "直播带货场次为{num}场，成交{num}万元。", "外地买家中，Q占{pct}%，居第{small}位。", "店主W表示，M月店里卖出{num}件D。",
        "跨境电商进出口{num}万元，其中对L出口增长{pct}%。", "整体看，P网络消费T增长。", "下月P将发放消费券{num}万元。"]),
    (["P查处{num2}起D网售案件", "网售D不合格 P罚了{num2}家网店", "P曝光D网店 涉案{num}万元", "市场监管部门抽检D {num2}批次不合格"], [
        "P市场监管局通报，今年以来查处网售D案件{num2}起，罚没{num}元。", "执法人员抽检{num2}批次，{num2}批次不合格，不合格率{pct}%。", "其中F上的一家网店销售无标识D{num}件，货值{num}元。", "网店经营者W被处以{num}元罚款，并下架全部商品。",
        "P市场监管局网监科科长H提醒，购买D要留存凭证。", "F回应称，已关闭涉事网店{num2}家，并将引入A。", "消费者投诉主要集中在质量和虚假宣传，分别占{pct}%和{pct}%。", "该局约谈平台{small}家，要求{small}日内提交整改报告。",
        "Q也开展了同类检查，发现问题{num2}个。", "不合格项目以标签和E残留为主。", "P将把A纳入平台考核，每季度公布一次结果。"]),
    (["F推出A服务 覆盖{small}城", "F在P试点A", "A来了 F先在P上线", "F：A让D更快送到"], [
        "F宣布在P、Q等{small}个城市推出A服务。", "用户购买D满{num2}元即可享受，平均等待时间{num2}分钟。", "试点{num2}天以来，下单{num}单，复购率{pct}%。", "F产品经理H说，A的成本比原来降低{pct}%。", "首批参与的门店有{num2}家，其中P{num2}家。",
        "用户W在P下单E，{num2}分钟后收到。", "F为骑手增设补贴，每单{small}元。", "G也在推进类似业务，两家补贴合计{num}万元。", "专家认为，A适合D这样的高频商品。", "服务时间为每天{small}点到22点，配送费{small}元。", "F计划年内覆盖{num2}个城市、{num}家门店。"]),
    (["P建跨境电商园区 已入驻{num2}家", "P园区主攻L市场", "跨境园区落地P D企业集聚", "P：{num2}家企业入驻跨境园区"], [
        "P跨境电商产业园正式开园，占地{area}平方米，首批入驻企业{num2}家。", "园区以D、E出口为主，预计年出口额{num}万美元。", "P海关在园区设立服务窗口，通关时间压缩{pct}%。", "园区运营方F引入A，企业仓储费用下降{pct}%。", "F副总裁H称，园区对L、韩国等市场有航线优势。",
        "企业负责人W表示，入园后每单运费少了{small}元。", "P对入驻企业给予三年租金减免，累计{num}万元。", "园区培训跨境电商人才{num2}人次。", "去年P跨境电商进出口{num}万元，增长{pct}%。", "Q也在规划同类园区，面积{area}平方米。", "园区已开通到L的专线{small}条，每周{small}班。"]),
    (["P开展电商技能培训 {num2}人结业", "{num2}名学员学成 P电商培训班结业", "P培训农村主播{num2}人", "学电商 卖D：P办班"], [
        "P人社局举办的电商技能培训班结业，{num2}名学员拿到证书。", "培训为期{num2}天，内容有短视频、D选品和A。", "学员中返乡青年占{pct}%，平均年龄{num2}岁。", "学员W结业后开了网店，首月卖出D{num}件，收入{num}元。", "培训班讲师H来自F，他认为选品比流量重要。",
        "F提供实习岗位{num2}个，月薪{num}元起。", "P今年计划办班{num2}期，财政投入{num2}万元。", "结业考试通过率{pct}%，比上期提高{small}个百分点。", "往期学员已开店{num2}家，带动就业{num2}人。", "Q组织{num2}人前来交流。", "课程还加入了E包装设计。"]),
    (["报告：{pct}%的消费者网购过D", "F发布D消费报告", "D消费报告出炉 P买家最多", "谁在网上买D？报告这样说"], [
        "F研究院发布《D消费报告》，{pct}%的受访者在网上买过D。", "调查样本{num}份，覆盖{small}个城市。", "P、Q的买家占比分别为{pct}%和{pct}%。", "D市场规模达到{num}万元，五年复合增长{pct}%。", "女性消费者占{pct}%，人均花费{num2}元。",
        "研究院院长H指出，A将成为D行业的方向。", "价格在{num2}元以下的商品卖得最好。", "选择国产品牌的比例升至{pct}%。", "有{pct}%的人看重评价，{pct}%的人看重物流。", "E的搜索量同期上涨{pct}%。", "行业协会的W预计，明年增速为{pct}%。", "退货原因中，与描述不符占{pct}%。"]),
]
LEADS = ["本报记者{w}报道。", "{h}讯，据当地消息。", "记者从有关方面获悉一则与电商有关的消息，具体情况如下。", "近年来，随着数字经济的发展，电子商务成为拉动消费的重要力量。", "为推动高质量发展，各地积极探索新模式、新业态。",
         "党的二十大报告提出，加快发展数字经济，促进数字经济和实体经济深度融合。", "消费市场正在回暖，线上线下融合的步伐不断加快。", "{h}{small}月{small}日电，记者{w}从现场了解到最新进展。", "编者按：本栏目关注行业动态，欢迎读者提供线索。"]
TAILS = ["（责任编辑：{w}）", "声明：本文仅代表作者观点，不代表{h}立场，转载请注明出处。", "以上内容仅供参考，不构成投资建议。", "更多精彩内容，请关注{h}公众号。", "（来源：{h}，版权归原作者所有，如有侵权请联系删除。）",
         "据了解，相关工作还将持续推进，本网将继续关注。"]
SAME = ("公布|发布|披露 显示|表明 达到|达|为 同比增长|较去年同期增长|比上年增长 其中|这当中 分别|依次 有关负责人|相关负责人 表示|称|说|指出|介绍 下一步|接下来|今后 推动|推进|促进 年底前|今年年底之前 新增|增加|增设 "
        "业内人士|行业人士|从业者 认为|觉得 主要原因|主因 目前|截至目前|眼下|现在 已有|已经有 平均|均 缩短到|压缩到|降到 宣布|对外宣布|透露 正式|已经 启用|投用|投入使用 位于|坐落于 总面积|面积 采用|应用|引入 最多|最高 可以|能够|能 "
        "减少|降低|下降 服务|辐射|覆盖 最快|最短 提供|给予 类似|同类 此前|之前|早些时候 计划|打算|拟 分析指出|观点认为 正在|正 改变|重塑 带动|拉动 就业|用工 贡献了|占到 近日|日前|近期|不久前 落幕|结束|收官 累计|总计|共计 参加|参与 "
        "突破|超过|超 推荐|推介 售罄|卖完|卖光 往年|以往 活动期间|其间 当地|本地 成立|组建 合格率|达标率 培训|培养 主办方|组织方 消费者|顾客|买家 关键|要害|重点 来自|源自 印发|出台|下发 施行|实施|执行 规定|明确|要求 应当|应|须 "
        "答复|回复|回应 投诉|举报 逾期|超期 解释|说明 因为|由于 保存|留存 按照|依照 完成|做完 奖励|补贴|奖补 采纳|吸收 责任|义务 日前|近日 上线|推出 主要销售|主营|专卖 用于|投向 合作|联手|携手 供货方|供应商 入驻|进驻 进入|打入 "
        "占比|比重|份额 提醒|提示 提高|提升|上升 预计|预期|有望 研发|开发 领投|牵头投资 成立于|创办于 曾在|此前在 负责|主管 收窄|减小 未来|今后 团队|班底 员工|职工 设立|开设|建立 招聘|招募|招收 增速|涨幅 居首位|排名第一|位列第一 "
        "活跃网店|在营网店 订单|单量 换季|季节转换 直播带货|直播销售 外地|外省 店主|商户 整体看|总的看 通报|公开 查处|查办|处理 罚没|罚款没收 抽检|抽查|检查 不合格|不达标 销售|售卖|出售 下架|撤下 购买|选购|买 凭证|票据 关闭|封停 "
        "集中在|主要是 约谈|召见 提交|上交 发现|查出 试点|试行 享受|使用 成本|费用|开支 首批|第一批 门店|店铺 专家|学者 适合|适用于 年内|今年内 开园|启幕|揭牌 出口|外销 窗口|专窗 企业|公司 运费|物流费 减免|优惠 举办|组织|开办 "
        "结业|毕业 拿到|获得|取得 内容|课程 返乡青年|回乡青年 网店|店铺 岗位|职位 交流|学习|考察 受访者|被调查者|被访者 市场规模|市场体量 女性|女 花费|支出|消费 方向|趋势 看重|在意|关注 搜索量|检索量 协会|商会 增长|上涨|增加 快速|迅速").split()
SYNONYMS = {}
for row in SAME:
    for word in row.split("|"):
        SYNONYMS.setdefault(word, [w for w in row.split("|") if w != word])
WORD = re.compile("|".join(sorted(SYNONYMS, key=len, reverse=True)))
NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def names(self):
        r = self.r
        goods, ways, places = r.sample(GOODS, 2), r.sample(WAYS, 2), r.sample(PLACES, 2)
        person = lambda: r.choice(FAMILY) + "".join(r.sample(GIVEN, r.choice((1, 2))))
        firm = lambda: "".join(r.sample(FIRM, 2)) + r.choice(FIRM_END)
        return dict(F=firm(), G=firm(), P=places[0], Q=places[1], H=person(), W=person(), B=r.choice(BODIES), D=goods[0], E=goods[1],
                    L=r.choice(LANDS), M=str(r.randint(1, 12)), A=ways[0], C=ways[1], T=r.choice(TONES))

    def drawn(self, kind):
        r = self.r
        return {"num": lambda: r.choice((str(r.randint(100, 9999)), f"{r.uniform(1, 999):.2f}", str(r.randint(10000, 99999)))),
                "num2": lambda: str(r.randint(13, 480)), "pct": lambda: f"{r.uniform(1, 90):.1f}", "small": lambda: str(r.randint(2, 12)),
                "area": lambda: str(r.randint(20, 900) * 100)}[kind]()

    def fill(self, text, names):
        text = re.sub(r"[A-Z]", lambda m: names.get(m[0], m[0]), text)
        return re.sub(r"\{(\w+)\}", lambda m: self.drawn(m[1]), text)

    # What happened: topic, names, sentences in order with their figures fixed.
    def story(self, like=None):
        r = self.r
        if like is None:
            topic = r.randrange(len(TOPICS))
            names, rows = self.names(), None
        else:
            topic, rows = like["topic"], like["rows"]
            names = dict(like["names"])
            fresh = self.names()
            if like["how"] == "next month":
                names["M"] = str(int(names["M"]) % 12 + 1)
                names["W"] = fresh["W"]
            else:
                for key in "FGHWQ" + r.choice(["P", "D", "PD"]):
                    names[key] = fresh[key]
        if rows is None:
            count = r.randint(6, len(TOPICS[topic][1]))
            rows = [0] + sorted(r.sample(range(1, len(TOPICS[topic][1])), count - 1))
        sentences = [self.fill(TOPICS[topic][1][i], names) for i in rows]
        headlines = [self.fill(h, names) for h in TOPICS[topic][0]]
        return dict(topic=topic, names=names, rows=rows, sentences=sentences, headlines=headlines, day=r.randint(0, 300))

    def house(self):
        return self.r.choice(PLACES) + self.r.choice(HOUSES)

    def note(self, pool, house):
        r = self.r
        text = r.choice(pool).replace("{h}", house).replace("{w}", r.choice(FAMILY) + r.choice(GIVEN))
        return re.sub(r"\{small\}", lambda m: str(r.randint(1, 12)), text)

    def changed(self, sentence, share):
        r = self.r

        def number(m):
            if r.random() >= share or len(m[0]) < 2:
                return m[0]
            if "." in m[0] and r.random() < 0.6:
                return str(round(float(m[0])))
            at = r.randrange(len(m[0]))
            return m[0] if not m[0][at].isdigit() else m[0][:at] + r.choice("123456789") + m[0][at + 1:]

        return NUMBER.sub(number, sentence)

    def rewritten(self, sentence, words):
        r = self.r
        sentence = WORD.sub(lambda m: r.choice(SYNONYMS[m[0]]) if r.random() < words else m[0], sentence)
        clauses = sentence[:-1].split("，")
        if len(clauses) >= 3 and r.random() < words / 3:
            clauses[1], clauses[2] = clauses[2], clauses[1]
        return "，".join(clauses) + sentence[-1]

    def copy(self, story, first):
        r = self.r
        house = self.house()
        sentences = list(story["sentences"])
        among = slice(0, 2) if first else slice(1, None)
        if not first:
            how = r.choice(("light", "middle", "heavy"))
            words, keep, figures = {"light": (0.15, 0.95, 0.05), "middle": (0.4, 0.75, 0.1), "heavy": (0.7, 0.6, 0.15)}[how]
            count = max(3, round(len(sentences) * r.uniform(keep - 0.1, min(1, keep + 0.1))))
            kept = sorted(r.sample(range(len(sentences)), min(count, len(sentences))))
            if how == "heavy":
                r.shuffle(kept)
            elif r.random() < 0.6 and len(kept) > 3:
                at = r.randrange(len(kept) - 1)
                kept[at], kept[at + 1] = kept[at + 1], kept[at]
            sentences = [self.changed(self.rewritten(sentences[i], words), figures) for i in kept]
            sentences = [self.note(LEADS, house) for _ in range(r.choice((0, 1, 1, 2)))] + sentences
        if r.random() < 0.7:
            sentences.append(self.note(TAILS, house))
        return dict(title=r.choice(story["headlines"][among]), source=house, day=story["day"] + (0 if first else r.randint(0, 5)),
                    paragraphs=self.paragraphs(sentences))

    def paragraphs(self, sentences):
        out = [""]
        for sentence in sentences:
            if out[-1] and self.r.random() < 0.4:
                out.append("")
            out[-1] += sentence
        return out

    def survey(self, stories):
        parts = [s for story in stories for s in story["sentences"][:2]]
        house = self.house()
        return dict(title=self.r.choice(["本周电商要闻速览", "一周行业动态", "电商早报"]), source=house, day=max(s["day"] for s in stories),
                    paragraphs=[self.note(LEADS, house)] + parts)


def pile(seed, stories, copies, spread):
    m = Maker(seed)
    told, out = [], []

    def put(number, text):
        month, day = divmod(text.pop("day"), 28)
        text["date"] = f"2023-{month % 12 + 1:02d}-{day + 1:02d}"
        out.append(dict(story=number, **text))

    number = 0
    while number < stories:
        like = None
        if told and m.r.random() < 0.3:  # a trap: the same words, another story
            like = dict(m.r.choice(told), how=m.r.choice(("next month", "another")))
        story = m.story(like)
        told.append(story)
        count = copies
        if spread:
            count = m.r.choice((0, 0, 0, 0, 1, 1, 2, 3, 5, 8)) if m.r.random() > 0.002 else m.r.randint(50, 200)
        for i in range(count + 1):
            put(number, m.copy(story, i == 0))
        number += 1
        if m.r.random() < 0.02 and len(told) > 20:
            put(-1 - len(out), m.survey(m.r.sample(told, m.r.randint(4, 7))))
    m.r.shuffle(out)
    for i, text in enumerate(out):
        yield dict(id=f"t{i}", **text)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--stories", type=int, default=1000)
    p.add_argument("--copies", type=int, default=5)
    p.add_argument("--spread", action="store_true")
    a = p.parse_args()
    for text in pile(a.seed, a.stories, a.copies, a.spread):
        print(json.dumps(text, ensure_ascii=False))


if __name__ == "__main__":
    main()
