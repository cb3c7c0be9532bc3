"""Names of boxes, buttons, terms and credits that sites of the world's press set among or below all their texts are none of them;
lines of news that begin alike are."""

from __future__ import annotations

from crawler.parse import parse_article

URL = "https://lockpost.example/2026/03/04/lock-gates"
LINES = (
    "The canal company has hung two new gates in the upper lock, its engineer told the parish council on Wednesday evening.",
    "Each gate weighs eleven tonnes and came by barge from a yard forty miles away, where three men had built it since May.",
    "Boats will wait longer in the first weeks, because the paddles are stiff and the keepers still have to learn them.",
    "An old gate goes to the school, which wants to make benches of its planks, and a fence of what is left of them.",
    "Whoever wants to see the work may come on Saturday, when the lock is drained and the keepers walk through its floor.",
    "The council pays a third of the price, the county another, and the rest comes from the tolls of the last eleven years.",
)


def told(line: str, at: int) -> list[str]:
    paragraphs = [f"<p>{text}</p>" for text in LINES]
    paragraphs.insert(at, line if line.startswith("<") else f"<p>{line}</p>")
    html = (
        "<html><head><title>New gates for the upper lock | Lock Post</title></head><body><header><a href=/>Lock Post</a></header><main><article>"
        f"<h1>New gates for the upper lock</h1><div class=text>{''.join(paragraphs)}</div></article></main></body></html>"
    )
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


ANYWHERE = (
    "Skip advertisement", "Advertisement - scroll for more content", "Continue reading the main story", "after newsletter promotion", "View image in fullscreen", "Image source, Harbour Pictures", "Image Credits:Harbour Pictures",
    "Make us preferred on Google", "Add us as a preferred source on Google", "Don't miss our tests. Add Lock Post as a preferred Google source.",
    "Do you have more information about the yard? You can contact Ann Lee securely on Signal.", "Have a tip we should know? tips@lockpost.example", "To contact the reporter on this story: Ann Lee in Upper Lock at alee@lockpost.example",
    "By clicking submit, you agree to our terms and that we share your address.", "By signing up, you agree to our terms and acknowledge our notice.",
    "All products featured here are independently selected by our editors. We may be paid for purchases through these links.", "We may earn a commission from links on this page.", "Why you can trust Lock Post We spend hours testing every paddle we review.",
    "Wirepress provides this news content “as is” without warranty of any kind.", "NEWYou can now listen to Lock Post articles!",
    "请使用浏览器分享功能进行分享", "如对本稿件有异议或投诉，请联系我们", "【免责声明】本文仅代表作者本人观点，与本网无关。", "延伸閱讀：渡輪的一天", "（首圖來源：港務局）", "相關新聞", "24小时热门", "加入《港口時代》LINE好友", "跟上最新動態，立即追蹤我們的Google 新聞", "訂閱免費電子報",
    "【関連記事】", "あなたにおすすめの記事", "シェアする", "次ページ：島の暮らし", "※本記事はアフィリエイトプログラムによる収益を得ている場合があります",
    "관련 뉴스", "☞ 이 시각 핫뉴스", "사진=항구공사 제공", "▷전화 : 02-555-0199", "이 기사는 AI로 요약한 것입니다",
    "Tin liên quan", "Xem thêm: Phà mới chạy thử", "Ảnh minh họa: Cảng Báo", "Baca juga: Feri baru berlayar", "Simak Video 'Feri Baru'", "Halaman 1 2 3", "อ่านเพิ่มเติม : เรือใหม่", "เรื่องที่เกี่ยวข้อง",
)  # fmt: skip
BELOW = (
    "The Wirepress contributed to this report.", "Ann Lee contributed reporting from Oakham.", "— With assistance by Tom Ray and Ines Moor", "（作者系港口财经记者）", "文中图片来自港口官方", "本内容由作者授权发布，观点仅代表作者本人，不代表港口立场。", "核稿編輯：王紅", "關鍵字：渡輪、港口",
    "画像：港湾局", "[항구일보 김항구 기자]", "영상 편집 : 김항구", "Theo Cảng Báo", "Lâm Thanh (Theo Cảng Báo)", "Pewarta: Budi",
    "Related stories", "About the author", "Liv Moor<br>Gate ASA<br>+47 55 00 00 00<br><a>email us here</a><br>Visit us on social media:<br>Others",
)  # fmt: skip
STAY = (
    "The image of the lock was sold to a museum, its source said, for the price of a small boat and two oars.",
    "Google lets its readers choose a preferred source for news, and half of the parish has chosen the paper.",
    "By clicking the paddle into its frame, the keeper closes the gate for as long as the water needs to rise.",
    "The yard may earn a commission from the county for each gate that it hangs before the end of the year.",
    "Ann Lee contributed to the building of the lock with a third of what her father had left her in 1871.",
    "The gates were independently tested by two engineers, who had never seen a lock of this size before.",
    "不构成威胁的船只可以自由通过船闸，港务局周三晚间对记者说，费用不变。",
    "関連する記事を集めた展示が土曜日に港で開かれ、船長が話をした。",
    "관련 뉴스를 모은 전시가 토요일 항구에서 열렸다고 공사는 밝혔다.",
    "Theo kế hoạch của cảng, phà mới sẽ chạy thử vào mùa xuân năm sau.",
    "Baca juga menjadi kebiasaan warga di pelabuhan, kata kepala sekolah.",
    "<h2>Related articles</h2>",
)  # fmt: skip


def test_what_a_site_sets_among_its_paragraphs_is_no_text_in_many_languages() -> None:
    assert [line for line in ANYWHERE if told(line, 3) != list(LINES)] == []


def test_what_it_sets_below_them_is_none_either() -> None:
    assert [line for line in (*ANYWHERE, *BELOW) if told(line, len(LINES)) != list(LINES)] == []


def test_lines_of_news_that_begin_alike_and_what_may_head_a_part_stay() -> None:
    assert [line for line in STAY if len(told(line, 3)) != len(LINES) + 1] == []
    source = ("ที่มา: การประชุมท่าเรือ", "提供：港湾会議事務局")
    assert [line for line in source if told(line, len(LINES))[-1] != line] == []
    middle = ("The Wirepress contributed to this report.", "画像：港湾局", "Pewarta: Budi")
    assert [line for line in middle if len(told(line, 3)) != len(LINES) + 1] == []
