"""News stories written for the tests: one text in each of several languages, and what newsrooms do to it."""

from __future__ import annotations

STORIES = {
    "en": (
        "Harbour city opens data exchange for small traders",
        "The harbour city opened a data exchange on Tuesday that lets small traders sell what their tills know, under "
        "rules that a council of shopkeepers wrote themselves.",
        "Officials said 214 shops had signed up before the doors opened, and that each keeps the right to leave within "
        "48 hours. The exchange takes 3.5 per cent of every sale, half of what private brokers ask.",
        "\"We were tired of giving it away,\" said Mara Quill, who runs a bakery behind the fish market. She expects to "
        "earn 90 a month from figures that nobody had ever paid her for.",
        "Critics doubt that anonymous figures stay anonymous. A university group will publish its own audit in October, "
        "paid for by the city but not read by it before it appears.",
        "The exchange runs on machines in the old customs house. Two neighbouring towns have asked to join in 2027, and "
        "the council will vote on their request after the summer.",
    ),
    "de": (
        "Hafenstadt eröffnet Datenbörse für kleine Händler",
        "Die Hafenstadt hat am Dienstag eine Datenbörse eröffnet, auf der kleine Händler verkaufen können, was ihre Kassen "
        "wissen, nach Regeln, die ein Rat der Ladenbesitzer selbst geschrieben hat.",
        "Nach Angaben der Verwaltung hatten sich 214 Läden schon vor der Eröffnung angemeldet; jeder darf binnen 48 Stunden "
        "wieder aussteigen. Die Börse behält 3,5 Prozent jedes Verkaufs ein.",
        "„Wir hatten es satt, alles zu verschenken“, sagte Mara Quill, die hinter dem Fischmarkt eine Bäckerei betreibt. Sie "
        "rechnet mit 90 im Monat für Zahlen, die ihr nie jemand bezahlt hatte.",
        "Kritiker bezweifeln, dass namenlose Zahlen namenlos bleiben. Eine Forschergruppe will im Oktober einen eigenen "
        "Prüfbericht vorlegen, den die Stadt bezahlt, aber vorher nicht liest.",
    ),
    "ru": (
        "Портовый город открыл биржу данных для малой торговли",
        "Портовый город открыл во вторник биржу данных, на которой небольшие магазины могут продавать то, что знают их "
        "кассы, по правилам, написанным советом самих лавочников.",
        "По словам чиновников, 214 магазинов записались ещё до открытия, и каждый вправе уйти в течение 48 часов. Биржа "
        "берёт 3,5 процента с каждой продажи, вдвое меньше частных посредников.",
        "«Нам надоело отдавать всё даром», — сказала Мара Квилл, которая держит пекарню за рыбным рынком. Она надеется "
        "получать 90 в месяц за цифры, за которые ей никогда не платили.",
        "Критики сомневаются, что безымянные цифры останутся безымянными. Университетская группа обещает опубликовать "
        "собственную проверку в октябре, оплаченную городом.",
    ),
    "ar": (
        "مدينة الميناء تفتتح بورصة بيانات لصغار التجار",
        "افتتحت مدينة الميناء يوم الثلاثاء بورصة للبيانات تتيح لصغار التجار بيع ما تعرفه صناديقهم وفق قواعد كتبها مجلس من "
        "أصحاب المتاجر أنفسهم.",
        "وقال مسؤولون إن ٢١٤ متجرا سجلت قبل فتح الأبواب وإن لكل منها حق المغادرة خلال ٤٨ ساعة. وتأخذ البورصة نسبة صغيرة من "
        "كل عملية بيع وهي نصف ما يطلبه الوسطاء.",
        "وقالت مارا كويل التي تدير مخبزا خلف سوق السمك إنها سئمت من إعطاء كل شيء مجانا وتتوقع أن تكسب تسعين في الشهر من "
        "أرقام لم يدفع لها أحد ثمنها من قبل.",
        "ويشك منتقدون في أن تبقى الأرقام المجهولة مجهولة. وستنشر مجموعة جامعية تدقيقها الخاص في أكتوبر على نفقة المدينة "
        "دون أن تقرأه المدينة قبل نشره.",
    ),
    "th": (
        "เมืองท่าเปิดตลาดข้อมูลสำหรับผู้ค้ารายย่อย",
        "เมืองท่าเปิดตลาดแลกเปลี่ยนข้อมูลเมื่อวันอังคาร ให้ผู้ค้ารายย่อยขายสิ่งที่เครื่องเก็บเงินของตนรู้ ตามกติกาที่สภาเจ้าของร้านเขียนขึ้นเอง "
        "โดยไม่ต้องผ่านบริษัทนายหน้าเหมือนที่ผ่านมา",
        "เจ้าหน้าที่กล่าวว่ามีร้านค้า ๒๑๔ แห่งสมัครก่อนเปิดประตู และแต่ละแห่งมีสิทธิถอนตัวภายใน ๔๘ ชั่วโมง ตลาดหักค่าธรรมเนียมร้อยละ ๓.๕ "
        "ของทุกการขาย ซึ่งเป็นครึ่งหนึ่งของที่นายหน้าเอกชนเรียก",
        "มารา ควิลล์ เจ้าของร้านขนมปังหลังตลาดปลา กล่าวว่าเบื่อที่จะให้ไปเปล่า ๆ และคาดว่าจะมีรายได้เดือนละ ๙๐ "
        "จากตัวเลขที่ไม่เคยมีใครจ่ายเงินให้เธอมาก่อนเลย",
        "นักวิจารณ์สงสัยว่าตัวเลขที่ไม่ระบุชื่อจะไม่ระบุชื่อตลอดไปหรือไม่ กลุ่มนักวิจัยของมหาวิทยาลัยจะเผยแพร่รายงานการตรวจสอบของตนเองในเดือนตุลาคม "
        "โดยเมืองเป็นผู้ออกค่าใช้จ่าย",
    ),
    "zh": (
        "港口城市为小商户开设数据交易所",
        "港口城市星期二开设了一家数据交易所，让小商户按照店主委员会自己制定的规则，出售收银机里积累下来的信息，不必再经过中间商。",
        "官员表示，开业之前已有214家商店报名，每家都有权在48小时之内退出。交易所对每笔交易收取百分之3.5的费用，只有私人经纪公司的一半。",
        "在鱼市后面经营面包房的玛拉说，她厌倦了把这些东西白白送人。她预计每个月能从以前没有人付钱的数字里赚到90元，用来修理烤炉。",
        "批评者怀疑匿名的数字能否一直保持匿名。一个大学研究小组将在十月发表自己的审计报告，费用由城市承担，但是市政府不能事先阅读。",
        "交易所的机器安放在旧海关大楼里。邻近的两个镇已经要求在2027年加入，委员会将在夏天之后对它们的申请进行表决。",
    ),
    "ja": (
        "港町、小さな商店のためのデータ取引所を開設",
        "港町は火曜日、小さな商店がレジの知っていることを売ることのできるデータ取引所を開いた。規則は店主たちの評議会が自ら書いたものである。",
        "担当者によると、開所の前に214店が登録し、どの店も48時間以内であれば抜けることができる。取引所は売り上げの3.5パーセントを受け取るが、民間の仲介業者の半分にすぎない。",
        "魚市場の裏でパン屋を営むマーラさんは、ただで渡すのにはもう飽きたと話す。これまで誰も払ってくれなかった数字から、月に90ほどの収入を見込んでいる。",
        "匿名の数字がいつまでも匿名でいられるのか、疑う声もある。大学の研究グループは十月に独自の検査の結果を公表する予定で、費用は町が出すが、町は事前に読まない。",
    ),
    "ko": (
        "항구 도시, 작은 가게를 위한 데이터 거래소 개설",
        "항구 도시가 화요일에 작은 가게들이 계산대가 아는 것을 팔 수 있는 데이터 거래소를 열었다. 규칙은 가게 주인들의 평의회가 스스로 만들었다.",
        "관계자는 문을 열기 전에 이미 214개 가게가 등록했으며 어느 가게든 48시간 안에 나갈 수 있다고 말했다. 거래소는 판매액의 3.5퍼센트를 받는데 민간 중개인의 절반이다.",
        "어시장 뒤에서 빵집을 하는 마라 씨는 그냥 내주는 일에 지쳤다고 했다. 그는 지금까지 아무도 값을 치르지 않던 숫자에서 한 달에 90 정도를 벌 것으로 기대한다.",
        "이름 없는 숫자가 언제까지나 이름 없이 남을지 의심하는 사람도 있다. 대학 연구진은 시월에 자체 감사 결과를 발표할 예정이며 비용은 시가 내지만 미리 읽지는 않는다.",
    ),
    "vi": (
        "Thành phố cảng mở sàn dữ liệu cho tiểu thương",
        "Thành phố cảng hôm thứ ba mở một sàn giao dịch dữ liệu, nơi tiểu thương có thể bán những gì máy tính tiền của họ "
        "biết, theo quy tắc do chính hội đồng chủ tiệm viết ra.",
        "Giới chức cho biết 214 cửa tiệm đã đăng ký trước ngày khai trương và mỗi tiệm có quyền rút lui trong vòng 48 giờ. Sàn "
        "thu 3,5 phần trăm mỗi lần bán, bằng một nửa mức của các nhà môi giới tư nhân.",
        "Bà Mara Quill, chủ một tiệm bánh sau chợ cá, nói bà đã chán cảnh cho không. Bà mong kiếm được 90 mỗi tháng từ những "
        "con số mà trước nay chưa ai trả tiền cho bà.",
        "Những người chỉ trích ngờ rằng các con số vô danh sẽ không vô danh mãi. Một nhóm nghiên cứu của trường đại học sẽ "
        "công bố bản kiểm tra riêng vào tháng mười.",
    ),
}  # fmt: skip

# Another day of the harbour city, told in other words: the same event, another release.
OTHER_RELEASE = (
    "Shopkeepers' council names the first auditors",
    "The council of shopkeepers that oversees the new data exchange in the harbour city named three auditors on Tuesday, "
    "among them a retired judge and the head of the public library.",
    "They will meet every second week and may stop any sale that shows who bought what. Their first report is due before "
    "the winter, and shop owners can send them complaints from Monday on.",
    "Mayor Ilse Brandt called the choice a promise kept. The opposition asked why nobody from the port workers' union had "
    "been considered, and put the question on the agenda of the next session.",
)

UNRELATED = (
    "Rowers win the autumn regatta by a length",
    "The eight from the northern lakes won the autumn regatta by a length on Saturday, after a start so slow that their "
    "own coach had put away his watch before the first bend.",
    "Wind from the west kept the times modest. The second boat protested against a lane that it called full of weed, and "
    "withdrew the protest when it saw the photographs of its own oars.",
    "The next race of the series is rowed in spring. Until then the winners return to their schools and offices, where "
    "nobody, as their cox puts it, shouts at them in rhythm.",
)

MENU = "Home | News | Business | Sport | Weather"
TEASERS = "Five bridges to see before they close\n\nWhy the ferry is late again\n\nOpinion: the price of fish"
IMPRINT = "© 2025 The Ledger. All rights reserved. Call 02-555-0199."


def text_of(language: str) -> str:
    """The story's text, without its title."""
    return "\n\n".join(STORIES[language][1:])


def report(day: int, language: str = "en") -> tuple[str, str]:
    """(title, text) of one day's market report: the same words every day, other figures."""
    n = [(day * 7919 + k * 104729) % 9000 + 100 for k in range(9)]
    if language == "zh":
        return f"港口股市{day}日收盘", (
            f"港口股市{day}日收盘下跌，基准指数下跌{n[0]}点，报{n[1]}点。全天成交额为{n[2]}亿元，上一交易日为{n[3]}亿元。银行板块领涨，"
            f"板块指数上涨{n[4]}点，能源板块涨跌互现。外资净买入{n[5]}亿元。分析师预计明日指数将在{n[6]}点至{n[7]}点之间波动，上涨家数为{n[8]}家，"
            "交易所在每日公告中表示。"
        )
    if language == "th":
        return f"ตลาดหุ้นเมืองท่าวันที่ {day}", (
            f"ดัชนีตลาดหุ้นเมืองท่าวันที่ {day} ปิดตลาดลดลง {n[0]} จุด อยู่ที่ระดับ {n[1]} จุด มูลค่าการซื้อขายรวม {n[2]} ล้านบาท "
            f"เทียบกับวันก่อนหน้าที่ {n[3]} ล้านบาท หุ้นกลุ่มธนาคารนำตลาดเพิ่มขึ้น {n[4]} จุด นักลงทุนต่างชาติซื้อสุทธิ {n[5]} ล้านบาท "
            f"นักวิเคราะห์คาดว่าดัชนีจะเคลื่อนไหวในกรอบ {n[6]} ถึง {n[7]} จุดในวันพรุ่งนี้ มีหุ้นที่ราคาเพิ่มขึ้น {n[8]} หลักทรัพย์"
        )
    return "Harbour stocks close lower", (
        f"Harbour stocks closed lower on day {day} as investors weighed earnings. The benchmark index lost {n[0]} points to "
        f"finish at {n[1]}. Turnover reached {n[2]} million, compared with {n[3]} million in the previous session. Banking "
        f"shares led the move, with the sector gauge up {n[4]} points, while energy names were mixed. Foreign investors "
        f"were net buyers of {n[5]} million. Analysts expect a range of {n[6]} to {n[7]} tomorrow. Gainers numbered {n[8]}, "
        "the exchange said in its daily statement."
    )
