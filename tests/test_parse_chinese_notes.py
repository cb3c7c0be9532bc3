"""The last lines of Chinese articles: which are notes of the portal, and which the text's own sentences."""

from __future__ import annotations

from crawler.parse import read_page
from crawler.parse.body.end_notes import speaks_of_itself
from storage.records import Article

TEXT = (
    "新镇渡轮公司周四表示，将购买四艘电动渡轮，用于往返各个岛屿之间的航线，首艘渡轮预计明年春天开始试航。",
    "港务局负责人指出，旧船届时必须退出服务，码头的充电设施也将在冬季之前建成，全部费用由镇议会承担一半。",
    "议会将在五月份就这项计划进行表决，其中两名议员拥有一艘旧船，他们表示届时将回避表决，不会影响最终结果。",
)
NOTES = (
    "平台声明：该文观点仅代表作者本人，搜狐号系信息发布平台。",
    "特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。",
    "声明：转载此文是出于传递更多信息之目的，若有侵权请联系本站。",
    "风险提示：本文不构成投资建议，投资需谨慎。",
    "本文系某网特色内容激励计划签约账号原创内容，未经授权，禁止转载。",
    "本文由作者授权发布，未经许可禁止转载",
    "文章仅代表作者观点，不代表本网立场",
    "图片来源于网络，侵删",
    "未经授权，任何媒体不得转载、摘编",
    "未經許可，請勿轉載",
    "如需转载请联系后台",
    "转载请注明来源：新镇日报",
    "打开新镇新闻客户端 查看更多",
    "下载App，阅读全文",
    "长按识别二维码，关注我们",
    "点击查看更多",
    "更多精彩内容，请下载客户端",
    "欢迎关注“渡轮观察”微信公众号",
    "关注微信公众号：渡轮观察",
    "点赞、转发、在看",
    "责任编辑：王芳",
    "返回搜狐，查看更多",
)
SENTENCES = (
    "作者声明：本书的版权归出版社所有，改编权尚未出售，他说。",
    "声明：七国集团支持该国的立场不变。",
    "说明：图中作者为李明教授，左为王芳。",
    "风险提示：平台企业的盈利可能不及预期。",
    "关注人工智能的投资者认为，微信公众号的流量正在下降，这一趋势将持续下去。",
    "关注微信小店的商家越来越多",
    "请关注微信支付的手续费变化",
    "未经许可不得转载的规定引发了媒体行业的广泛讨论",
    "未经用户同意，平台不得使用个人信息，违者将被处以罚款。",
    "未经授权，任何机构不得使用该标识",
    "引用请求必须注明出处，这是大会对所有参会者的要求",
    "转载须标明出处的规定自明年起施行",
    "扫描二维码即可加入数字人民币试点，市民表示十分方便",
    "扫码报名的市民已超过三万人",
    "点击查看更多功能需要付费，这让用户感到不满",
    "打开App的用户数量同比增长了两成",
    "下载该App的用户已达一亿",
    "更多信息关注度高的企业将获得补贴",
    "图片来源于网络的素材将被禁止使用，新规要求",
    "文章经作者授权后才能翻译，出版社负责人说",
    "文章转载自报纸的比例达到三成，研究者说",
    "此文由国家版权局局长撰写",
    "点赞和转发次数超过一百万次，平台说",
)


def read(last: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in (*TEXT, last))
    page = f"<html lang=zh><head><title>四艘电动渡轮</title></head><body><article><h1>四艘电动渡轮</h1>{body}</article></body></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.text


def test_a_note_of_the_portal_at_the_end_is_no_text() -> None:
    assert [note for note in NOTES if read(note) != "\n".join(TEXT)] == []


def test_a_last_sentence_that_tells_of_such_notes_is_text() -> None:
    assert [line for line in SENTENCES if not read(line).endswith(line)] == []


def test_who_edited_a_text_is_told_from_what_an_editor_says_in_a_talk() -> None:
    hands = (
        "编辑：王明、李华",
        "责编：王明，审核：李华，监制：张强",
        "责任编辑：王明 SF042",
        "编辑：Ann Lee",
        "（编辑：王明）",
        "责编：阿不都·热合曼",
    )
    assert [line for line in hands if not speaks_of_itself(line)] == []
    talk = (
        "编辑：您好",
        "编辑：我们先从港口谈起",
        "编辑：那么，请谈谈新船",
        "编辑：新船什么时候到",
        "编辑：谢谢您！",
        "监制：影片由海岸公司出品，耗资一亿",
        "审核：材料不全的退回",
    )
    assert [line for line in talk if speaks_of_itself(line)] == []
