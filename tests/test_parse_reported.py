"""News of what sites say to their readers stay, in the words of the site: somebody says, rules or reports them."""

from __future__ import annotations

from test_parse_house_lines import page, told

NEWS = (
    "By clicking on a button, the court found, you accept our terms of use that nobody has read.",
    "By signing the treaty, you accept a duty to protect the sea, the president told the assembly.",
    "By entering the country illegally you agree to leave it again, the notice at the border says.",
    "Products in the test were independently selected by the consumer office, and none of the twelve passed.",
    "Do you have information about the leak? The police ask witnesses to contact the station in Calais.",
    "You can contact the ministry at help@ministry.example until Friday if your refund has not arrived.",
    "Click here to subscribe, said the mail that cost the firm nine million euros.",
    "We may earn a commission, the banker wrote to his client in 2019.",
    "Our picks are independently chosen by our editors, the jury of the festival said on Sunday.",
    "JavaScript is disabled by one in a hundred users.",
    "Please choose your preferred source of energy.",
    "Follow the preferred route from the source.",
    "Media source: the minister is to resign tonight",
    "Image credits: the new currency of the art market is here, and it is not what dealers hoped.",
    "And of course, you can follow Hamilton on Instagram for more pictures of dogs, he joked and told the crowd.",
    "In Kenya, the firm is on Telegram, Facebook and X, where voters register for the vote here.",
    "Der Browser unterstützt JavaScript seit 1996.",
    "Laden Sie die Seite neu, riet der Minister.",
    "Tu navegador no es compatible con la nueva firma digital, avisa Hacienda.",
    "Su navegador no admite cookies, dice el aviso de la sede electrónica.",
    "Votre navigateur ne prend pas de décision à votre place.",
    "Ваш браузер не поддерживает российские сертификаты, предупредил банк.",
    "Dapatkan berita terbaru tentang gempa dari BMKG, kata pejabat itu.",
    "本报告内容不构成投资建议，证监会在声明中说。",
    "这些内容不构成侵权的依据，最高法院表示",
    "【警方】提醒你：不要点击陌生链接，不要向陌生人转账。",
    "動画を再生するには専用のアプリが必要だ。",
    "最新の情報は公式サイトで更新される。",
    "새로고침하면 최신 정보를 확인할 수 있다",
    "이 기사의 댓글 정책 변경이 논란이 됐다",
    "Voit kommentoida suunnitelmaa kunnan sivuilla 14.3. asti.",
)
LAST = (  # of a text, which credits of helpers and appeals of editors resemble
    "Forty scientists from nine countries contributed to this report.",
    "Nobel laureate Daron Acemoglu contributed to this report.",
    "With assistance from the army, the village was rebuilt.",
    "情報提供は高岡署まで。",
    "声明：本声明由两国外交部长共同发表。",
    "该作品系张某原创，著作权归公司所有。",
    "Рекламодатель: кто платит за выборы",
    "Notice: The content above was published by the ministry on Monday.",
)
HOUSE = (
    "Associated Press writer Ann Lee contributed to this report.",
    "Keith Ray contributed reporting from Hong Kong.",
    "— With assistance by Ann Lee, Tom Ray and Alan Levin",
    "Notice: The content above (including the pictures) is uploaded and posted by a user of Lock Hao.",
)


def test_what_somebody_says_about_a_notice_is_text() -> None:
    lost = [line for line in NEWS if line not in told(page(f"<p>{line}</p>"))]
    assert not lost, lost


def test_who_helped_is_told_by_names_and_what_a_text_ends_with_stays() -> None:
    lost = [line for line in LAST if line not in told(page("").replace("</div>", f"<p>{line}</p></div>"))]
    kept = [line for line in HOUSE if line in told(page("").replace("</div>", f"<p>{line}</p></div>"))]
    assert (lost, kept) == ([], [])
