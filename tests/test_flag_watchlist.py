"""The watchlist: what is wrong with it is said with its line, and each of its names is found."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import sleep
from typing import Any

import jsonschema
import pytest
import yaml
from tables import each

from crawler.flag import Forum, Watchlist, WatchlistError, failing, find_mentions, load_watchlist
from crawler.flag.watchlist import load
from crawler.flag.watchlist.load import SHIPPED
from crawler.flag.watchlist.shape import EDITION, FIELDS, SHORT
from storage.records import Article

SHARED = Path(__file__).parents[2] / "shared"
FORUMS = load_watchlist().forums
ADDED = {
    "id": "lantern-forum",
    "name": "Lantern Forum",
    "names": {"en": ["Lantern Forum on Data"], "th": ["เวทีโคมไฟข้อมูล"]},
    "abbreviations": [{"t": "LFD", "ambiguous": "high", "other": ["liquid fuel"]}],
    "host": ["Porto"],
    "months": [5],
    "first": 2024,
    "editions": [{"year": 2025, "start": "2025-05-06", "end": "2025-05-08", "place": "Porto"}],
}
HEAD = "version: 1\nforums:\n"
GOOD = "- {id: a, name: A, names: {en: [Lantern Forum]}}\n"
FAULTS = [
    ("nothing", "", "list.yaml: a mapping with `forums` is expected"),
    ("no YAML", HEAD + "- {id: a, name: [}\n", "list.yaml:3: not valid YAML"),
    ("an unknown key", HEAD + "- id: a\n  name: A\n  nmaes: {en: [Lantern Forum]}\n", "list.yaml:5: unknown key 'nmaes'; did you mean names?"),
    ("a key twice", HEAD + "- id: a\n  name: A\n  name: B\n  names: {en: [Lantern Forum]}\n", "list.yaml:5: name: given twice"),
    ("no id", HEAD + "- name: A\n  names: {en: [Lantern Forum]}\n", "list.yaml:3: id is missing"),
    ("a strange id", HEAD + "- id: A B\n  name: A\n  names: {en: [Lantern Forum]}\n", "list.yaml:3: 'A B' is no id"),
    ("an id that verbs take for an option", HEAD + GOOD.replace("id: a", "id: -a"), "list.yaml:3: '-a' is no id"),
    ("an id twice", HEAD + GOOD + GOOD.replace("Lantern", "Candle"), "list.yaml:4: a second forum with the id 'a'"),
    ("a name of two forums", HEAD + GOOD + GOOD.replace("id: a", "id: b"), "list.yaml:4: 'Lantern Forum' is already a name of a"),
    ("a name that is nearly anything", HEAD + "- id: a\n  name: A\n  names:\n    en: [The]\n", "list.yaml:6: 'The' is too short for a full name"),
    ("an abbreviation of one letter", HEAD + "- id: a\n  name: A\n  abbreviations:\n  - {t: X}\n", "list.yaml:6: 'X' is too short"),
    ("nothing to be found by", HEAD + "- id: a\n  name: A\n", "list.yaml:3: neither names nor abbreviations"),
    ("an unknown ambiguity", HEAD + "- id: a\n  name: A\n  abbreviations:\n  - {t: LFD, ambiguous: hihg}\n", "list.yaml:6: 'hihg' is not one of none, low, high; did you mean high?"),
    ("a full name that is ambiguous too", HEAD + "- id: a\n  name: A\n  names: {en: [Lantern Forum]}\n  abbreviations:\n  - {t: Lantern forum, ambiguous: high}\n", "list.yaml:7: 'Lantern forum' is a full name too"),
    ("an edition that ends before it begins", HEAD + "- id: a\n  name: A\n  names: {en: [Lantern Forum]}\n  editions:\n  - {year: 2025, start: 2025-05-08, end: 2025-05-06}\n", "list.yaml:7: the edition ends (2025-05-06) before it begins"),
    ("an edition twice", HEAD + "- id: a\n  name: A\n  names: {en: [Lantern Forum]}\n  editions:\n  - {year: 2025}\n  - {year: 2025}\n", "list.yaml:8: two editions of 2025"),
    ("no date", HEAD + "- id: a\n  name: A\n  names: {en: [Lantern Forum]}\n  editions:\n  - {year: 2025, start: May}\n", "list.yaml:7: 'May' is not a date"),
    ("no month", HEAD + "- id: a\n  name: A\n  names: {en: [Lantern Forum]}\n  months: [13]\n", "list.yaml:6: '13' is not a number from 1 to 12"),
    ("an unknown city", HEAD.replace("forums", "cities: {Lisbon: [Lisboa]}\nforums") + "- id: a\n  name: A\n  names: {en: [Lantern Forum]}\n  host: [Lisbom]\n", "list.yaml:7: 'Lisbom' is not one of the cities; did you mean Lisbon?"),
    ("an unknown parent", HEAD + GOOD + "- id: b\n  name: B\n  parent: aa\n  names: {en: [Candle Forum]}\n", "list.yaml:6: no forum 'aa' to be the parent; did you mean a?"),
    ("a common word for a name", HEAD + "- id: a\n  name: A\n  names:\n    en: [Summit]\n", "list.yaml:6: 'Summit' is a common word and would match everything"),
    ("a word in small letters", HEAD + "- id: a\n  name: A\n  names:\n    ru: [форумы]\n", "list.yaml:6: 'форумы' is a common word"),
    ("strange examples", HEAD + GOOD.replace("}}", "}, examples: {maybe: [x]}}"), "list.yaml:3: texts that speak of the forum and that do not"),
    ("regions that are no list", "version: 1\nregions: Africa\nforums:\n" + GOOD, "list.yaml:2: regions is a list of names"),
]  # fmt: skip


def about(forum: Forum, *names: str) -> Article:
    """A short news of our own in which each of `names` and whatever it may need to be believed stand together."""
    cities = " ".join(sorted(forum.cities)[:2])
    words = " ".join(word for short in forum.abbreviations for word in short.support[:2])
    said = (f"{name} (2025): conference, {cities} {words} delegates and exhibitors met." for name in names)
    return Article(url="https://example.org/a", title="News", text="\n\n".join(said) + f" {forum.name}.")


def quoted(forum: Forum, told: Article) -> list[tuple[int, int]]:
    """Where in the text the forum is seen."""
    found = [mention for mention in find_mentions(told, load_watchlist()) if mention.forum_id == forum.id]
    return [
        (quote.start, quote.end) for mention in found for quote in mention.evidence if quote.field == "text"
    ]


@pytest.mark.parametrize(("what", "text", "line"), FAULTS, ids=lambda value: str(value)[:24])
def test_a_fault_is_named_with_its_line(tmp_path: Path, what: str, text: str, line: str) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(WatchlistError) as caught:
        load_watchlist(file)
    assert any(found.startswith(line) for found in caught.value.lines), caught.value.lines


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(HEAD + "- {id: A, name: A}\n- {name: B, months: [0]}\n", "utf-8")
    with pytest.raises(WatchlistError) as caught:
        load_watchlist(file)
    assert len(caught.value.lines) >= 3


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(WatchlistError, match=r"none\.yaml: cannot be read"):
        load_watchlist(tmp_path / "none.yaml")


def test_a_file_that_was_edited_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(HEAD + GOOD, "utf-8")
    assert set(load_watchlist(file).forums) == {"a"}
    file.write_text(HEAD + GOOD + GOOD.replace("id: a", "id: b").replace("Lantern", "Candle"), "utf-8")
    assert set(load_watchlist(file).forums) == {"a", "b"}


def test_a_forum_of_the_configuration_is_watched_too() -> None:
    watchlist = load_watchlist(add=[ADDED])
    told = Article(url="u", title="Porto", text="The Lantern Forum on Data opened in Porto on 6 May 2025.")
    assert [(m.forum_id, m.edition) for m in find_mentions(told, watchlist)] == [("lantern-forum", 2025)]
    assert find_mentions(told, load_watchlist()) == ()


def test_the_configuration_adds_editions_and_names_to_a_forum_that_is_known() -> None:
    shipped = load_watchlist().known["gdec"]
    last = shipped.editions[-1].year
    days = [
        {"year": last, "start": f"{last}-07-09"},
        {"year": 2098, "start": "2098-07-02", "end": "2098-07-05"},
    ]
    more = {"id": "gdec", "names": {"eo": ["Tutmonda Lanterna Kongreso"]}, "editions": days}
    watchlist = load_watchlist(add=[more])
    forum = watchlist.forums["gdec"]
    assert [edition.year for edition in forum.editions] == [*(e.year for e in shipped.editions), 2098]
    assert [str(edition.start) for edition in forum.editions[-2:]] == [f"{last}-07-09", "2098-07-02"]
    assert (forum.abbreviations, forum.host, forum.names["th"]) == (
        shipped.abbreviations,
        shipped.host,
        shipped.names["th"],
    )
    told = Article(url="u", title="Pekino", text="La Tutmonda Lanterna Kongreso malfermis sin en Pekino.")
    assert [m.forum_id for m in find_mentions(told, watchlist)] == ["gdec"]
    assert list(watchlist.forums) == list(load_watchlist().forums)


DAYS = {
    "ru": ("Балтийские дни фонарей", "На Балтийских днях фонарей|Программа Балтийских дней фонарей|с Балтийскими днями фонарей"),
    "uk": ("Дні ліхтарів Балтії", "На Днях ліхтарів Балтії|Програма Днів ліхтарів Балтії"),
    "sr": ("Балтички дани фењера", "На Балтичким данима фењера|Програм Балтичких дана фењера"),
    "hr": ("Baltički dani svjetiljki", "Na Baltičkim danima svjetiljki|Program Baltičkih dana svjetiljki"),
    "pl": ("Bałtyckie Dni Latarni", "Na Bałtyckich Dniach Latarni|Program Bałtyckich Dni Latarni"),
    "sk": ("Baltské dni lampášov", "Na Baltských dňoch lampášov|Program Baltských dní lampášov"),
    "cs": ("Baltské lucernové dny", "Na Baltských lucernových dnech|Program Baltských lucernových dnů"),
}  # fmt: skip


def test_days_are_known_in_their_cases() -> None:
    add = [{"id": of, "name": "L", "names": {of: [name]}} for of, (name, _) in DAYS.items()]
    watchlist = load_watchlist(add=add)
    for language, (_, texts) in DAYS.items():
        for text in texts.split("|"):
            found = find_mentions(Article(url="u", title="", text=f"{text} 2026."), watchlist)
            assert [m.forum_id for m in found] == [language], text


@each(
    ("more", "line"),
    [
        ({"tier": "wide"}, "forums: add[0.tier]: tier of gdec stands in the watchlist; here names, abbreviations, "),
        ({"names": {"en": ["Web Summit"]}}, "forums: add[0.names.en."),
        ({"editions": [{"year": 2098, "start": "July"}]}, "forums: add[0.editions.0.start]: 'July' is not a date"),
        ({"editions": [{"year": 2098}, {"year": 2098}]}, "forums: add[0.editions.1]: two editions of 2098"),
        ({"edition": []}, "forums: add[0.edition]: unknown key 'edition'; did you mean editions?"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_to_a_forum_that_is_known_is_refused(more: dict[str, Any], line: str) -> None:
    with pytest.raises(WatchlistError) as caught:
        load_watchlist(add=[{"id": "gdec"} | more])
    assert any(found.startswith(line) for found in caught.value.lines), caught.value.lines


@each(
    ("change", "line"),
    [
        ({"id": "gdec"}, "forums: add[0.id]: a second forum with the id 'gdec'"),
        ({"names": {"en": ["Web Summit"]}}, "forums: add[0.names.en.0]: 'Web Summit' is already a name of web-summit"),
        ({"months": ["may"]}, "forums: add[0.months.0]: 'may' is not a number from 1 to 12"),
        ({"colour": "red"}, "forums: add[0.colour]: unknown key 'colour'"),
    ],
)  # fmt: skip
def test_a_wrong_forum_of_the_configuration_is_refused(change: dict[str, Any], line: str) -> None:
    with pytest.raises(WatchlistError) as caught:
        load_watchlist(add=[ADDED | change])
    assert any(found.startswith(line) for found in caught.value.lines), caught.value.lines


def test_only_what_is_watched_is_reported() -> None:
    told = Article(url="u", title="Fairs", text="CES 2026 in Las Vegas and Web Summit 2025 in Lisbon opened.")
    assert {m.forum_id for m in find_mentions(told, load_watchlist(watch=["ces"]))} == {"ces"}


def test_a_forum_not_watched_keeps_its_names_to_itself() -> None:
    told = Article(
        url="u", title="Ningbo", text="The World Digital Economy Conference 2023 opened in Ningbo."
    )
    assert find_mentions(told, load_watchlist(watch=["gdec"])) == ()


def test_an_unknown_forum_to_watch_is_refused() -> None:
    with pytest.raises(WatchlistError, match=r"no forum 'gdecc'; did you mean gdec\?"):
        load_watchlist(watch=["gdecc"])


@pytest.mark.parametrize("forum", FORUMS.values(), ids=lambda forum: forum.id)
def test_every_name_of_a_forum_is_found(forum: Forum) -> None:
    """Six to an article, which has room to quote them all; a name that is not quoted is tried alone."""
    names = [*forum.all_names, *forum.parts]
    for together in (names[at : at + 6] for at in range(0, len(names), 6)):
        told = about(forum, *together)
        seen, at = quoted(forum, told), 0
        for name in together:
            at = told.text.index(name, at)
            if not any(start < at + len(name) and at < end for start, end in seen):
                assert quoted(forum, about(forum, name)), name
            at += len(name)


@each("forum", FORUMS.values())
def test_what_was_seen_of_a_forum_is_one_of_its_names(forum: Forum) -> None:
    assert set(forum.seen) <= set(forum.all_names)
    assert all(page.startswith(("https://", "http://")) for page in forum.seen.values())


def test_a_part_raises_the_whole() -> None:
    children = [forum for forum in FORUMS.values() if forum.parent]
    assert children
    for forum in children:
        name = next(iter(forum.all_names))
        found = {mention.forum_id for mention in find_mentions(about(forum, name), load_watchlist())}
        assert {forum.id, forum.parent} <= found


def test_a_forums_row_is_plain() -> None:
    row = FORUMS["gdec"].row()
    assert row["forum_id"] == "gdec"
    assert row["editions"][0]["start"] == "2021-08-02"
    assert "Global Digital Economy Conference" not in row["unverified"]
    assert yaml.safe_load(yaml.safe_dump(row)) == row


def test_the_facts_handed_to_the_project_are_all_there() -> None:
    path = SHARED / "domain" / "forums.yaml"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    from crawler.flag.text.fold import fold

    for told in yaml.safe_load(path.read_text("utf-8"))["forums"]:
        forum = FORUMS[told["id"]]
        ours = {fold(name).text.replace(" ", "") for name in (*forum.all_names, *forum.parts)}
        asked = [name for names in told["aliases"].values() for name in names]
        numbered = {
            name for name in asked if name.rpartition(" ")[2].isdecimal()
        }  # "LEAP 25": year after name
        missing = {name for name in asked if fold(name).text.replace(" ", "") not in ours} - numbered
        assert not missing, forum.id
        years = {edition.year: edition for edition in forum.editions}
        for year, start, end, *_ in told.get("editions", ()):
            known = years[year]
            if start:  # what was not known then may be known now
                assert (known.start, known.end) == (start, end), (forum.id, year)


SCHEMA = json.loads(SHIPPED.with_name("forums.schema.json").read_text("utf-8"))


def test_what_finds_forums_is_made_once_and_with_the_first_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, made, start = tmp_path / "list.yaml", [], Barrier(2)
    file.write_text(HEAD + GOOD)
    build = load.matcher_of

    def slowly(*given: Any) -> Any:
        made.append(given)
        sleep(0.05)  # in which the other thread asks, too
        return build(*given)

    monkeypatch.setattr(load, "matcher_of", slowly)
    told = Article("https://example.org/a", "Lantern Forum opens", "The Lantern Forum opened in Porto.")
    for add in ((), (ADDED,)):
        watchlist = load_watchlist(file, add=add)
        assert not made  # what reads no article does not wait for it
        # what was loaded counts, not what the file says since
        file.write_text(HEAD + GOOD.replace("Lantern", "Candle"))

        def asked(watchlist: Watchlist = watchlist) -> set[str]:
            start.wait()
            return {mention.forum_id for mention in find_mentions(told, watchlist)}

        with ThreadPoolExecutor(2) as threads:
            both = [threads.submit(asked) for _ in range(2)]
            assert [each.result() for each in both] == [{"a"}] * 2
        assert len(made) == 1
        file.write_text(HEAD + GOOD)
        made.clear()


def test_the_schema_for_editors_takes_the_shipped_file_and_knows_every_key():
    values = yaml.safe_load(SHIPPED.read_text("utf-8"))
    for city, names in values["cities"].items():
        assert names is None or isinstance(names, list), city
    plain = json.loads(json.dumps(values, default=str))  # dates as an editor sees them
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(plain)) == []
    forum = SCHEMA["properties"]["forums"]["items"]["properties"]
    assert set(forum) == set(FIELDS)
    assert set(forum["abbreviations"]["items"]["properties"]) == set(SHORT)
    assert set(forum["editions"]["items"]["properties"]) == set(EDITION)


@each(
    "fault",
    [
        '- {id: "A B", name: x}',
        "- {id: a, name: x, nmaes: {}}",
        "- {id: a}",
        "- {id: -a, name: x}",
        "- {id: a, name: x, editions: [{}]}",
    ],
)
def test_the_schema_for_editors_refuses_what_the_program_refuses(fault: str):
    values = {"version": 1, "forums": yaml.safe_load(fault)}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(values)


def test_the_examples_of_the_shipped_forums_are_flagged_as_they_say():
    watchlist = load_watchlist()
    assert failing(watchlist, watchlist.known.values()) == []


def test_examples_that_are_not_flagged_as_they_say_are_named():
    wrong = {
        "yes": ["The harbour was closed.", "The Lantern Forum on Data opened."],
        "no": ["At the Lantern Forum on Data."],
    }
    watchlist = load_watchlist(add=[{**ADDED, "examples": wrong}])
    assert [str(each) for each in failing(watchlist, [watchlist.known["lantern-forum"]])] == [
        "lantern-forum: “The harbour was closed.” is not flagged",
        "lantern-forum: “At the Lantern Forum on Data.” is flagged, and is an example of what must not be",
    ]


def test_a_watchlist_in_another_encoding_is_told_by_its_line(tmp_path):
    (tmp_path / "mine.yaml").write_bytes("version: 1\n# Café\n".encode("cp1252"))
    with pytest.raises(WatchlistError, match=r"mine\.yaml:2: not UTF-8 text; save the file as UTF-8"):
        load_watchlist(tmp_path / "mine.yaml")


def test_words_of_ones_own_that_any_word_begins_like_and_letters_that_nobody_sees_are_refused():
    short = {"t": "LFD", "ambiguous": "low"}
    cases = {
        "Ri*": ({"host": ["Riga", "Ri*"]}, "host.1]: 'Ri*' is too short"),
        "*": ({"host": ["*"]}, "host.0]: '*' is too short"),
        "organisers": ({"organisers": ["U*"]}, "organisers.0]: 'U*' is too short"),
        "with": (
            {"abbreviations": [short | {"with": ["no*"]}]},
            "abbreviations.0.with.0]: 'no*' is too short",
        ),
        "place": ({"editions": [{"year": 2025, "place": ["Å*"]}]}, "editions.0.place.0]: 'Å*' is too short"),
        "Rīg*": ({"host": ["Riga", "Rīg*", "東京*"]}, None),
        "a short city": ({"host": ["Å"]}, None),
        "a bell": (
            {"name": "Lantern\x07Forum"},
            "name]: 'Lantern\\x07Forum' holds a control character, U+0007",
        ),
        "a name of two lines": (
            {"names": {"en": ["Lantern\nForum on Data", "Lantern\tData\u2028Forum"]}},
            None,
        ),
        "an id of two lines": ({"id": "lantern\nforum"}, "id]: 'lantern forum' is no id"),
        "turned": ({"host": ["Riga\u202e"]}, "host.0]: 'Riga\\u202e' holds a control character, U+202E"),
        "half": ({"name": "Lantern\ud800"}, "name]: 'Lantern\\ud800' holds a control character, U+D800"),
        "joined": ({"names": {"fa": ["همایش داده\u200cهای فانوس"]}, "name": "Ré\u00a0union"}, None),
        "lines": ({"examples": {"yes": ["The Lantern Forum\non Data opened.\n\tIt was full.\n"]}}, None),
    }
    wrong = []
    for what, (said, told) in cases.items():
        try:
            load_watchlist(add=[{**ADDED, **said}])
            found = None
        except WatchlistError as err:
            found = "; ".join(err.lines)
        if found != told and (found is None or told is None or told not in found):
            wrong.append((what, found))
    assert wrong == []
    broken = load_watchlist(add=[{**ADDED, "names": {"en": ["Lantern \n\tForum on Data"]}}])
    assert broken.forums[ADDED["id"]].names == {"en": ("Lantern Forum on Data",)}
    broken = load_watchlist(add=[{**ADDED, "names": {"en": ["Lantern \n\tForum on Data"]}}])
    assert broken.forums[ADDED["id"]].names == {
        "en": ("Lantern Forum on Data",)
    }  # as earlier versions found it
