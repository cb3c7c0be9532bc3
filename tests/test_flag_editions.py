"""Editions that words around a name tell, and roles of the same news in several languages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tables import each
from test_flag_cases import Case, cases_of

from crawler.flag import find_mentions, load_watchlist
from storage.records import Article, Mention

DAY = datetime(2025, 7, 5, 10, tzinfo=UTC)
# language, day of publication, text, "forum edition"
EDITIONS = (
    (
        "ar",
        "2025-02-10",
        "شهد اليوم الأول من مؤتمر ليب التقني في الرياض، الذي انطلق أمس، توقيع اتفاقيات.",
        "leap 2025",
    ),
    (
        "ar",
        "2025-10-14",
        "في اليوم الثاني من معرض جيتكس جلوبال في دبي وقعت الشركة اتفاقية جديدة مع الوزارة.",
        "gitex-global 2025",
    ),
    (
        "ms",
        "2025-05-21",
        "Pada hari kedua Computex di Taipei, syarikat itu menunjukkan pelayan baharu.",
        "computex 2025",
    ),
    ("th", "2025-11-12", "ในวันแรกของงาน Web Summit ที่ลิสบอน บริษัทไทยเปิดตัวหุ่นยนต์", "web-summit 2025"),
    (
        "de",
        "2026-08-19",
        "Die Kammer organisiert einen Gemeinschaftsstand auf der GITEX Global. Die Messe zieht um und findet vom 7.–11.12. in der Expo City statt.",
        "gitex-global 2026",
    ),
    (
        "vi",
        "2026-02-11",
        "Công ty sẽ trình diễn chip tại Mobile World Congress ở Barcelona, từ 2 đến 5/3.",
        "mwc-barcelona 2026",
    ),
    ("fr", "2026-08-19", "Le salon GITEX Global (7-11.12) déménage à Expo City.", "gitex-global 2026"),
    (
        "it",
        "2025-02-11",
        "A ottobre la Future Investment Initiative tornerà a Riad con nuovi ospiti.",
        "fii 2025",
    ),
    ("es", "2025-02-11", "En octubre la Future Investment Initiative volverá a Riad.", "fii 2025"),
    ("pt", "2025-03-11", "Em novembro a Web Summit regressará a Lisboa.", "web-summit 2025"),
    ("tr", "2025-03-11", "Şirket kasım ayında Lizbon'daki Web Summit'e katılacak.", "web-summit 2025"),
    ("ru", "2025-03-11", "В ноябре стартап поедет на Web Summit в Лиссабон.", "web-summit 2025"),
    ("fr", "2025-03-11", "En novembre, la start-up ira à Web Summit, à Lisbonne.", "web-summit 2025"),
    ("hi", "2025-03-11", "कंपनी नवंबर में लिस्बन के Web Summit में जाएगी।", "web-summit 2025"),
    ("en", "2026-01-08", "The cold plate will wait for Computex in Taipei in June.", "computex 2026"),
    ("ja", "2026-01-08", "新製品は6月の台北のCOMPUTEXで披露するという。", "computex 2026"),
    ("ko", "2026-01-08", "신제품은 6월 타이베이 컴퓨텍스에서 공개할 계획이다.", "computex 2026"),
    ("zh", "2026-01-08", "新产品要到6月的台北国际电脑展才亮相。", "computex 2026"),
    (
        "ja",
        "2025-05-27",
        "絶頂は2018年だろう。この年の9月、上海で開かれた世界人工知能大会で創業者は写真に納まった。",
        "waic 2018",
    ),
    (
        "en",
        "2025-05-27",
        "The peak was 2018. In September of that year the founder spoke at the World Artificial Intelligence Conference in Shanghai.",
        "waic 2018",
    ),
    (
        "de",
        "2025-05-27",
        "Der Höhepunkt war 2018. Im September desselben Jahres sprach der Gründer auf der World Artificial Intelligence Conference in Shanghai.",
        "waic 2018",
    ),
    (
        "fr",
        "2025-05-27",
        "Le sommet fut atteint en 2018. En septembre de la même année, le fondateur parlait à la World Artificial Intelligence Conference de Shanghai.",
        "waic 2018",
    ),
    (
        "ru",
        "2025-05-27",
        "Пик пришёлся на 2018 год. В сентябре того же года основатель выступил на Всемирной конференции по искусственному интеллекту в Шанхае.",
        "waic 2018",
    ),
    (
        "zh",
        "2025-05-27",
        "公司在2018年达到顶峰。同年9月，创始人在上海的世界人工智能大会上演讲。",
        "waic 2018",
    ),
    (
        "id",
        "2025-05-27",
        "Puncaknya pada 2018. Pada September tahun itu pendirinya berpidato di World Artificial Intelligence Conference di Shanghai.",
        "waic 2018",
    ),
    (
        "en",
        "2026-02-13",
        "A year after the AI Action Summit, little of the money has been spent.",
        "ai-action-summit 2025",
    ),
    (
        "de",
        "2026-02-13",
        "Ein Jahr nach dem AI Action Summit ist wenig Geld geflossen.",
        "ai-action-summit 2025",
    ),
    ("es", "2026-02-13", "Un año después de la Web Summit, la empresa cerró.", "web-summit None"),
    ("es", "2025-11-03", "Un año después de la Web Summit, la empresa cerró.", "web-summit 2024"),
    ("zh", "2026-02-13", "巴黎人工智能行动峰会一年后，资金仍未到位。", "ai-action-summit 2025"),
    ("it", "2026-02-13", "Un anno dopo l'AI Action Summit, i soldi non si vedono.", "ai-action-summit 2025"),
)
# language, day of publication, title, text, "forum edition", role
ROLES = (
    (
        "en",
        "2025-10-20",
        "Two sisters and a hay robot",
        "The sisters built the robot in a barn. It pushes hay and beeps.\n\nLast week they took it to GITEX Global in Dubai, where they shared a stand with a maker of drones. Visitors to the fair asked whether it could climb stairs.\n\nThe school will show it on Thursday. Its wheels came from an old mower.",
        "gitex-global 2025",
        "substantial",
    ),
    (
        "de",
        "2025-11-14",
        "Kochender Roboter aus Jena",
        "Die Firma hat vierzehn Mitarbeiter und einen Roboter, der Suppe kocht.\n\nDiese Woche zeigte sie ihn auf dem Web Summit in Lissabon. Am Stand auf der Messe bildeten sich Schlangen, sagt die Gründerin.\n\nIm Winter soll eine Kantine in Erfurt folgen. Die Bank hat zugesagt.",
        "web-summit 2025",
        "substantial",
    ),
    (
        "en",
        "2025-08-20",
        "New boss for the port",
        "The port has a new boss. She ran a bank before, wrote a book on cranes and spoke at the Web Summit in 2019. The board voted on Monday and the mayor was pleased. She begins in May, with a salary that the port did not name.",
        "web-summit 2019",
        "passing",
    ),
    (
        "ru",
        "2025-08-20",
        "У порта новый директор",
        "У порта новый директор. Раньше она управляла банком, написала книгу о кранах и выступала на Web Summit в 2019 году. Совет проголосовал в понедельник. Мэр доволен.",
        "web-summit 2019",
        "passing",
    ),
    (
        "ja",
        "2025-08-20",
        "港に新社長",
        "港の新しい社長が決まった。銀行出身で、クレーンの本を書き、2019年の世界インターネット大会で話したこともある。取締役会は月曜に決めた。",
        "wic 2019",
        "passing",
    ),
    (
        "en",
        "2026-01-15",
        "Ministers agree on cables",
        "Digital ministers of eleven countries agreed on Thursday on permits for cables.\n\nThe pledge came at the 6th ASEAN Digital Ministers' Meeting in Hanoi. Delegates from Japan and India joined the closing session of the meeting.\n\nThe declaration asks officials to report by summer. The conference ends on Friday.",
        "adgmin 2026",
        "main",
    ),
    (
        "it",
        "2025-11-12",
        "A Lisbona si parla di chip",
        "Lisbona. Code ai tornelli e badge al collo.\n\nAl Web Summit, aperto lunedì, il ministro ha promesso fondi per i chip. La conferenza riunisce 70 mila partecipanti, e gli espositori occupano cinque padiglioni.\n\nIl vertice chiude giovedì.",
        "web-summit 2025",
        "main",
    ),
    (
        "sw",
        "2023-10-10",
        "Tanzania yaeleza mafanikio",
        "Tanzania imesema ujenzi wa mkongo umekamilika. Kauli hiyo imetolewa na waziri katika Jukwaa la Utawala wa Intaneti (IGF 2023) linalofanyika Kyoto.\n\nMkutano huo unawakutanisha washiriki 8,000. Mkutano utafungwa Alhamisi, na washiriki wataondoka Ijumaa.",
        "igf 2023",
        "main",
    ),
    (
        "ko",
        "2026-01-09",
        "라스베이거스의 밤",
        "유레카파크에 불이 꺼졌다. 올해 CES에 참가한 스타트업들은 부스를 정리하며 명함을 셌다. 전시는 9일 폐막했다. 참가자들은 내년 행사를 이야기했다.",
        "ces 2026",
        "main",
    ),
)


# A diary of events: language, day of publication, text; each of its forums has a line of its own.
DIARIES = (
    (
        "en",
        "2026-02-02",
        "Where to go this year.\n\n2-5 March, Barcelona: Mobile World Congress, for those who buy networks.\n\n2-5 June, Taipei: Computex. Bring shoes.\n\n17-20 June, Paris: VivaTech, with a hall for robots.\n\nWrite to the desk if we forgot one.",
    ),
    (
        "es",
        "2026-02-02",
        "Agenda del año.\n\n- Mobile World Congress, Barcelona, 2-5 de marzo\n- Computex, Taipéi, 2-5 de junio\n- VivaTech, París, 17-20 de junio\n\nLas empresas pagan el viaje.",
    ),
    (
        "zh",
        "2026-02-02",
        "今年值得去的展会。\n①巴塞罗那：世界移动通信大会，3月2日至5日。\n②台北：台北国际电脑展，6月2日至5日。\n③巴黎：VivaTech，6月17日至20日。\n以上信息以主办方发布为准。",
    ),
)
TABLES = (
    "editions clauses times others tense tense_more present after after_more bound names second month_first second_more second_later such "
    "row led apart nearly shown held since spelt sequel timeless sequel_more named_later names_far wishes reviews yearly weeks next_named held_then"
)
SHORT = tuple(
    case for name in TABLES.split() for case in cases_of(Path(__file__).with_name(f"test_flag_{name}.yaml"))
)


def flagged(language: str, day: str, title: str, text: str) -> dict[str, Mention]:
    published = datetime.fromisoformat(day).replace(tzinfo=UTC)
    article = Article("https://example.org/a", title, text, language=language, published_at=published)
    return {f"{m.forum_id} {m.edition}": m for m in find_mentions(article, load_watchlist())}


@each(("language", "day", "text", "named"), EDITIONS)
def test_an_edition_is_told_by_the_words_around_its_name(
    language: str, day: str, text: str, named: str
) -> None:
    assert set(flagged(language, day, "News", text)) == {named}


@each("case", SHORT)
def test_a_season_an_ordinal_or_a_day_tells_the_edition(case: Case) -> None:
    found = find_mentions(case.article, load_watchlist())
    assert {f"{mention.forum_id} {mention.edition}" for mention in found} == set(case.expected)


@pytest.mark.parametrize(("language", "day", "text"), DIARIES)
def test_an_entry_of_a_diary_is_substantial_by_its_line(language: str, day: str, text: str) -> None:
    forums = {"mwc-barcelona 2026", "computex 2026", "vivatech 2026"}
    entries = flagged(language, day, "News", text)
    assert {name: mention.role for name, mention in entries.items()} == dict.fromkeys(forums, "substantial")
    named = flagged(language, day, "News", text.replace("\n", " "))
    assert {mention.role for mention in named.values()} != {"substantial"}


@each(("language", "day", "title", "text", "named", "role"), ROLES)
def test_a_role_is_the_same_in_any_language(
    language: str, day: str, title: str, text: str, named: str, role: str
) -> None:
    assert flagged(language, day, title, text)[named].role == role


# language, text of 5 July 2025, edition of gdec: the fourth was that of 2024
POINTS = (
    ("en", "Doors open on July 4. The Global Digital Economy Conference in Beijing drew 300 guests.", 2025),
    ("en", "Doors open on July 4. Global Digital Economy Conference guests came to Beijing.", 2025),
    ("en", "The fair was in hall 4.\nGlobal Digital Economy Conference guests came to Beijing.", 2025),
    ("fr", "Le salon est dans le hall 4. La Global Digital Economy Conference s'est ouverte à Pékin.", 2025),
    ("en", "3. CES in Las Vegas\n4. Global Digital Economy Conference in Beijing", 2025),
    ("en", "4. Global Digital Economy Conference in Beijing\nIt opens.\n\n5. CES in Las Vegas", 2025),
    ("de", "In Peking endete die 4. Global Digital Economy Conference.", 2024),
    ("de", "4. Global Digital Economy Conference in Peking eröffnet", 2024),
    ("de", "Am 3. Juli begann in Peking die 4. Global Digital Economy Conference.", 2024),
    ("en", "The 4th Global Digital Economy Conference was held in Beijing.", 2024),
)


def test_a_number_that_ends_a_sentence_or_counts_a_row_is_no_edition() -> None:
    def found(case: tuple[str, str, int]) -> str:
        language, text, edition = case
        article = Article("https://news.example/a", "News", text, language=language, published_at=DAY)
        mentions = [m for m in find_mentions(article, load_watchlist()) if m.forum_id == "gdec"]
        return "" if [m.edition for m in mentions] == [edition] else f"{text}: {mentions}"

    assert not [said for case in POINTS if (said := found(case))]
