"""Which addresses mean the same article, and which must never be taken for one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.dedupe import origin, site, url_key

ARTICLE = "https://example.com/news/story-1"
QUERY = "https://example.com/read?id=5"

SAME = [
    # scheme, host, port
    ("http://example.com/news/story-1", ARTICLE, "http and https"),
    ("HTTPS://EXAMPLE.COM/news/story-1", ARTICLE, "case of scheme and host"),
    ("https://www.example.com/news/story-1", ARTICLE, "www"),
    ("https://www2.example.com/news/story-1", ARTICLE, "numbered www"),
    ("https://m.example.com/news/story-1", ARTICLE, "mobile host"),
    ("https://mobile.example.com/news/story-1", ARTICLE, "mobile host, spelled out"),
    ("https://amp.example.com/news/story-1", ARTICLE, "AMP host"),
    ("https://wap.example.com/news/story-1", ARTICLE, "WAP host"),
    ("https://www.m.example.com/news/story-1", ARTICLE, "two dresses at once"),
    ("https://en.m.example.org/a", "https://en.example.org/a", "mobile label in the middle"),
    ("http://example.com:80/news/story-1", ARTICLE, "http's own port"),
    ("https://example.com:443/news/story-1", ARTICLE, "https's own port"),
    ("https://example.com./news/story-1", ARTICLE, "the root's dot"),
    ("https://reader@example.com/news/story-1", ARTICLE, "a user name"),
    ("https://reader:secret@example.com/news/story-1", ARTICLE, "a password"),
    ("//".join(("https:", "exAMPle.com\\news\\story-1")), ARTICLE, "backslashes, as browsers read them"),
    ("  https://example.com/news/story-1\n", ARTICLE, "space around it"),
    ("https://example.com/ne\tws/story-1", ARTICLE, "a tab inside it, as browsers read it"),
    ("https://www.news.co.uk/a", "https://news.co.uk/a", "www in front of a two-part suffix"),
    ("https://m.news.com.cn/a", "https://news.com.cn/a", "mobile in front of a two-part suffix"),
    # IDN
    ("https://bücher.example/a", "https://xn--bcher-kva.example/a", "IDN and punycode"),
    ("https://BÜCHER.example/a", "https://bücher.example/a", "IDN in capitals"),
    ("https://www.ข่าว.ไทย/a", "https://xn--22c8e6a1f.xn--o3cw4h/a", "Thai domain"),
    ("https://例え。jp/a", "https://例え.jp/a", "ideographic full stop"),
    ("https://ｅｘａｍｐｌｅ.com/news/story-1", ARTICLE, "full-width letters"),
    # path
    ("https://example.com/news/story-1/", ARTICLE, "slash at the end"),
    ("https://example.com//news///story-1", ARTICLE, "slashes doubled"),
    ("https://example.com/news/./story-1", ARTICLE, "a dot segment"),
    ("https://example.com/news/old/../story-1", ARTICLE, "two dots"),
    ("https://example.com/news/%73tory-1", ARTICLE, "an escape without need"),
    ("https://example.com/news/story%2D1", ARTICLE, "an escaped hyphen"),
    ("https://example.com/~user/a", "https://example.com/%7Euser/a", "tilde"),
    ("https://example.com/a%2cb", "https://example.com/a,b", "an escaped comma"),
    ("https://example.com/a%3ab", "https://example.com/a:b", "an escaped colon"),
    ("https://example.com/a%2fb", "https://example.com/a%2Fb", "case of an escape"),
    ("https://example.com/ข่าว/1", "https://example.com/%e0%b8%82%e0%b9%88%e0%b8%b2%e0%b8%a7/1", "Thai path"),
    ("https://example.com/新闻/1", "https://example.com/%E6%96%B0%E9%97%BB/1", "Chinese path"),
    ("https://example.com/новости", "https://example.com/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8", "Russian path"),
    ("https://example.com/caf\u00e9", "https://example.com/cafe\u0301", "NFC and NFD"),
    ("https://example.com/caf%C3%A9", "https://example.com/cafe%CC%81", "NFC and NFD, escaped"),
    ("https://example.com/が", "https://example.com/か\u3099", "kana and its voicing mark"),
    ("https://example.com/a b", "https://example.com/a%20b", "a space"),
    ("https://example.com/a|b", "https://example.com/a%7Cb", "a bar"),
    ("https://example.com", "https://example.com/", "no path"),
    ("https://example.com/index.html", "https://example.com/", "index of the site"),
    ("https://example.com/news/index.html", "https://example.com/news", "index of a folder"),
    ("https://example.com/news/index.php", "https://example.com/news/", "index by PHP"),
    ("https://example.com/news/Default.aspx", "https://example.com/news/", "index by ASP.NET"),
    ("https://example.com/news/index.shtml", "https://example.com/news/", "index by server includes"),
    ("https://example.com/index.php?id=5", "https://example.com/?id=5", "index with a parameter"),
    ("https://example.com/a;jsessionid=0A1B2C?id=5", "https://example.com/a?id=5", "session in the path"),
    ("https://example.com/a;JSESSIONID=0A1B2C.node1", "https://example.com/a", "session in capitals"),
    # AMP
    ("https://example.com/news/story-1/amp", ARTICLE, "AMP at the end"),
    ("https://example.com/news/story-1/amp/", ARTICLE, "AMP at the end with a slash"),
    ("https://example.com/amp/news/story-1", ARTICLE, "AMP in front"),
    ("https://example.com/news/story-1.amp", ARTICLE, "AMP as an ending"),
    ("https://example.com/news/story-1.amp.html", "https://example.com/news/story-1.html", "AMP before the ending"),
    ("https://example.com/news/story-1?amp", ARTICLE, "AMP as a bare parameter"),
    ("https://example.com/news/story-1?amp=1", ARTICLE, "AMP as a parameter"),
    ("https://example.com/news/story-1?outputType=amp", ARTICLE, "AMP as output type"),
    ("https://example.com/news/story-1?amp_js_v=0.1&usqp=mq331", ARTICLE, "AMP viewer's parameters"),
    ("https://example-com.cdn.ampproject.org/c/s/example.com/news/story-1", ARTICLE, "AMP cache"),
    ("https://example-com.cdn.ampproject.org/v/s/www.example.com/news/story-1/amp", ARTICLE, "AMP cache of an AMP page"),
    ("https://www.google.com/amp/s/example.com/news/story-1", ARTICLE, "AMP viewer"),
    ("https://www.google.co.th/amp/s/www.example.com/amp/news/story-1", ARTICLE, "AMP viewer of a country"),
    ("https://example.com/2024/05/post.html?m=1", "https://example.com/2024/05/post.html", "a blog's mobile dress"),
    # tracking
    ("https://example.com/news/story-1?utm_source=x&utm_medium=y", ARTICLE, "campaign parameters"),
    ("https://example.com/news/story-1?UTM_Source=x", ARTICLE, "campaign in capitals"),
    ("https://example.com/news/story-1?fbclid=IwAR0", ARTICLE, "Facebook click"),
    ("https://example.com/news/story-1?gclid=abc&gad_source=1", ARTICLE, "Google click"),
    ("https://example.com/news/story-1?msclkid=abc", ARTICLE, "Microsoft click"),
    ("https://example.com/news/story-1?yclid=1&_openstat=abc", ARTICLE, "Yandex click"),
    ("https://example.com/news/story-1?igshid=abc", ARTICLE, "Instagram share"),
    ("https://example.com/news/story-1?mc_cid=1&mc_eid=2", ARTICLE, "newsletter"),
    ("https://example.com/news/story-1?_ga=2.1.1&_gl=1*x", ARTICLE, "analytics linker"),
    ("https://example.com/news/story-1?spm=a2c.1.2.3&scm=20140722", ARTICLE, "Alibaba's page position"),
    ("https://example.com/news/story-1?from=timeline&isappinstalled=0", ARTICLE, "WeChat"),
    ("https://example.com/news/story-1?from=singlemessage", ARTICLE, "WeChat message"),
    ("https://example.com/news/story-1?wfr=spider", ARTICLE, "Baidu"),
    ("https://example.com/news/story-1?share_token=ab12-cd34", ARTICLE, "share token"),
    ("https://example.com/news/story-1?ref=rss", ARTICLE, "channel: feed"),
    ("https://example.com/news/story-1?source=twitter", ARTICLE, "channel: network"),
    ("https://example.com/news/story-1?src=homepage", ARTICLE, "channel: front page"),
    ("https://example.com/news/story-1?via=newsletter", ARTICLE, "channel: newsletter"),
    ("https://example.com/news/story-1?share=whatsapp", ARTICLE, "share button"),
    ("https://example.com/news/story-1?ref_src=twsrc%5Etfw", ARTICLE, "embedded tweet"),
    ("https://example.com/news/story-1?cmpid=rss&at_medium=RSS&at_campaign=x", ARTICLE, "broadcaster's campaign"),
    ("https://example.com/news/story-1?xtor=AL-72", ARTICLE, "AT Internet"),
    ("https://example.com/news/story-1?wt_mc=x&WT.mc_id=y", ARTICLE, "Webtrends"),
    ("https://example.com/news/story-1?pk_campaign=x&mtm_source=y", ARTICLE, "Matomo"),
    ("https://example.com/news/story-1?guccounter=1&guce_referrer=aHR0", ARTICLE, "Yahoo consent"),
    ("https://example.com/news/story-1?trk=public_post", ARTICLE, "LinkedIn"),
    ("https://example.com/news/story-1?PHPSESSID=0123456789abcdef", ARTICLE, "PHP session"),
    ("https://example.com/news/story-1?sid=0123456789abcdef01234567", ARTICLE, "a long session id"),
    ("https://example.com/news/story-1?_=1700000000000", ARTICLE, "cache buster"),
    ("https://example.com/news/story-1?token=9f86d081884c7d659a2feaa0c55ad015", ARTICLE, "a token"),
    ("https://example.com/news/story-1?rand=0.8275013", ARTICLE, "a made-up number"),
    ("https://example.com/news/story-1?timestamp=1700000000", ARTICLE, "the moment of the answer"),
    ("https://example.com/(S(lit3py55t21z5v55vlm25s55))/news/story-1", ARTICLE, "session as a folder"),
    ("https://example.com/read?sort=asc&id=5", "https://example.com/read?id=5&sort=asc", "parameters in another order"),
    ("https://example.com/news/story-1?print=1", ARTICLE, "print dress"),
    ("https://example.com/news/story-1?view=mobile", ARTICLE, "mobile dress"),
    ("https://example.com/news/story-1?replytocom=77", ARTICLE, "reply to a comment"),
    ("https://example.com/read?utm_source=x&id=5", QUERY, "content kept, campaign out"),
    ("https://example.com/read?id=5&fbclid=x#top", QUERY, "all at once"),
    # query
    ("https://example.com/news/story-1?", ARTICLE, "empty query"),
    ("https://example.com/news/story-1?&", ARTICLE, "empty parameters"),
    ("https://example.com/a?x=1&y=2", "https://example.com/a?y=2&x=1", "order"),
    ("https://example.com/a?x=1&x=1", "https://example.com/a?x=1", "said twice"),
    ("https://example.com/a?q=a+b", "https://example.com/a?q=a%20b", "a space in two ways"),
    ("https://example.com/a?q=%e4%b8%ad", "https://example.com/a?q=中", "Chinese value"),
    ("https://example.com/a?q=caf%C3%A9", "https://example.com/a?q=cafe%CC%81", "NFC in a value"),
    ("https://example.com/a?q=%7Ex", "https://example.com/a?q=~x", "an escape without need in a value"),
    ("https://example.com/a?q=", "https://example.com/a?q", "an empty value"),
    # fragment
    ("https://example.com/news/story-1#comments", ARTICLE, "place on the page"),
    ("https://example.com/news/story-1#:~:text=word", ARTICLE, "text fragment"),
    ("https://example.com/news/story-1#", ARTICLE, "empty fragment"),
    ("https://example.com/news/story-1#xtor=RSS-1", ARTICLE, "tracking in the fragment"),
]  # fmt: skip

DIFFERENT = [
    ("https://example.com/news/story-1", "https://example.com/news/story-2", "another slug"),
    ("https://example.com/news/story-1", "https://example.org/news/story-1", "another site"),
    ("https://example.com/news/story-1", "https://news.example.com/news/story-1", "another host of the site"),
    ("https://example.com/news/story-1", "https://th.example.com/news/story-1", "another language's host"),
    ("https://example.com/th/story-1", "https://example.com/en/story-1", "another language's path"),
    ("https://example.com/News/Story", "https://example.com/news/story", "case of the path"),
    ("https://example.com:8080/a", "https://example.com/a", "another port"),
    ("http://127.0.0.1:8001/a", "http://127.0.0.1:8002/a", "another loopback server"),
    ("https://www.gov.uk/a", "https://gov.uk/a", "www in front of a public suffix"),
    ("https://m.me/a", "https://me/a", "a name that is only a letter"),
    ("https://amp.dev/a", "https://dev/a", "a name that is AMP's"),
    ("https://www.com/a", "https://com/a", "a name that is www"),
    ("https://mexample.com/a", "https://example.com/a", "a name that begins with m"),
    ("https://m-example.com/a", "https://example.com/a", "a name that begins with m-"),
    ("https://example.com/read?id=5", "https://example.com/read?id=6", "id"),
    ("https://example.com/read?id=5", "https://example.com/read", "id and none"),
    ("https://example.com/?p=12", "https://example.com/?p=13", "a blog's number"),
    ("https://example.com/?p=12", "https://example.com/", "a blog's number and the home page"),
    ("https://example.com/view?article_id=1", "https://example.com/view?article_id=2", "article_id"),
    ("https://example.com/view?idxno=1", "https://example.com/view?idxno=2", "a Korean system's number"),
    ("https://example.com/view?aid=1", "https://example.com/view?aid=2", "aid"),
    ("https://example.com/view?newsid=1", "https://example.com/view?newsid=2", "newsid"),
    ("https://example.com/view?cid=1", "https://example.com/view?cid=2", "cid: content as often as campaign"),
    ("https://example.com/view?sid=1", "https://example.com/view?sid=2", "a short sid is a story's"),
    ("https://example.com/view?token=eth", "https://example.com/view?token=btc", "a token that is a subject"),
    ("https://example.com/view?timestamp=2025", "https://example.com/view?timestamp=2026", "a year"),
    ("https://example.com/a(1)/b", "https://example.com/a(2)/b", "parentheses of a title"),
    ("https://example.com/a?page=1", "https://example.com/a?page=2", "page"),
    ("https://example.com/a?page=2", "https://example.com/a", "second page and first"),
    ("https://example.com/a?lang=th", "https://example.com/a?lang=en", "language"),
    ("https://example.com/a?mod=viewthread&tid=1", "https://example.com/a?mod=viewthread&tid=2", "a forum's thread"),
    ("https://example.com/a?ref=8812", "https://example.com/a?ref=8813", "ref that names content"),
    ("https://example.com/a?source=12", "https://example.com/a?source=13", "source that names content"),
    ("https://example.com/a?from=2024-01-01", "https://example.com/a?from=2024-02-01", "from that is a date"),
    ("https://example.com/a?share=8812", "https://example.com/a?share=8813", "share that names content"),
    ("https://example.com/a?type=1", "https://example.com/a?type=2", "type"),
    ("https://example.com/a?view=12", "https://example.com/a?view=13", "view that names content"),
    ("https://example.com/a?m=2", "https://example.com/a?m=3", "m that is a module"),
    ("https://example.com/list.php?m=1", "https://example.com/list.php?m=0", "m outside a blog's post"),
    ("https://example.com/a?q=a%2Bb", "https://example.com/a?q=a+b", "a plus and a space"),
    ("https://example.com/a?q=a%26b=c", "https://example.com/a?q=a&b=c", "an escaped ampersand"),
    ("https://example.com/a?q=a%3Db", "https://example.com/a?q%3Da=b", "an escaped equals sign"),
    ("https://example.com/a?x=1&x=2", "https://example.com/a?x=2&x=1", "order of one name's values"),
    ("https://example.com/a?123456", "https://example.com/a?123457", "a bare number"),
    ("https://example.com/a%2Fb", "https://example.com/a/b", "an escaped slash"),
    ("https://example.com/a%3Fb", "https://example.com/a?b", "an escaped question mark"),
    ("https://example.com/a%23b", "https://example.com/a#b", "an escaped hash"),
    ("https://example.com/a%2520b", "https://example.com/a%20b", "an escape escaped"),
    ("https://example.com/a.html", "https://example.com/a", "with and without an ending"),
    ("https://example.com/index/a", "https://example.com/a", "a folder called index"),
    ("https://example.com/index-of-prices.html", "https://example.com/", "a slug that begins with index"),
    ("https://example.com/news/amplifier", "https://example.com/news", "a slug that begins with amp"),
    ("https://example.com/amp", "https://example.com/", "a page called amp"),
    ("https://example.com/example", "https://example.com/ex", "amp inside a word"),
    ("https://example.com/a;v=1", "https://example.com/a;v=2", "a path parameter that is no session"),
    ("https://example.com/#!/story/1", "https://example.com/#!/story/2", "a script's address"),
    ("https://example.com/#/story/1", "https://example.com/#/story/2", "a router's address"),
    ("https://example.com/#/story/1", "https://example.com/", "a router's address and the home page"),
    ("https://example.com/ข่าว/1", "https://example.com/ข่าว/2", "Thai path, another number"),
    ("https://example.com/เมือง", "https://example.com/เมื่อง", "a tone mark"),
    ("https://example.com/%B4", "https://example.com/%B5", "a legacy encoding's bytes"),
    ("https://a-com.cdn.ampproject.org/c/s/a.com/1", "https://a-com.cdn.ampproject.org/c/s/a.com/2", "AMP cache, other pages"),
    ("https://www.google.com/amp/s/a.com/1", "https://www.google.com/amp/s/b.com/1", "AMP viewer, other sites"),
    ("https://example.com/2024/05/01/a", "https://example.com/2024/05/02/a", "another day"),
    ("https://example.com/1", "https://example.com/01", "a leading zero"),
    ("mailto:a@example.com", "mailto:b@example.com", "no web address at all"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "reason"), SAME, ids=[row[2] for row in SAME])
def test_two_ways_to_one_article_have_one_key(first: str, second: str, reason: str) -> None:
    assert url_key(first) == url_key(second), reason


@pytest.mark.parametrize(("first", "second", "reason"), DIFFERENT, ids=[row[2] for row in DIFFERENT])
def test_different_articles_never_share_a_key(first: str, second: str, reason: str) -> None:
    assert url_key(first) != url_key(second), reason


def test_every_key_of_the_table_is_its_own_key() -> None:
    for first, second, _ in SAME + DIFFERENT:
        for url in (first, second):
            assert url_key(url_key(url)) == url_key(url)


@pytest.mark.parametrize(
    "url",
    ["", " ", "story", "/news/1", "http://", "https://exa mple.com/", "http://[::1", "data:,x", "\ud800"],
)
def test_what_is_no_web_address_is_its_own_key(url: str) -> None:
    assert url_key(url) == url


PIECES = [
    *("a", "Z", "-", ".", "..", "/", "//", "?", "#", "&", "=", ";", ":", "@", "\\", "|", "[", " ", "\t", "%"),
    *("%2F", "%25", "%2e", "%00", "%e0%b8%82", "%B4", "ข่", "é", "e\u0301", "\u212a", "\u037e", "\u1fef", "\ud800"),
    *("/amp", "amp/", ".amp", ".html", "index.html", "index.amp.html", "utm_source=x", "id=1", "&m=1", "#!/"),
    *(";jsessionid=1", ":80", ":443", "www.", "m.", "google.com/amp/s/", "x.cdn.ampproject.org/c/s/", "xn--"),
]  # fmt: skip
HOSTS = [
    "example.com",
    "www.example.co.uk",
    "m.google.com",
    "a.cdn.ampproject.org",
    "[::1]",
    "127.0.0.1",
    "例え.jp",
    "",
]


@given(
    st.sampled_from(["http://", "https://", "HTTP:", "//", "ftp://", ""]),
    st.sampled_from(HOSTS),
    st.lists(st.sampled_from(PIECES), max_size=12),
)
def test_whatever_comes_a_key_is_its_own_key(scheme: str, host: str, pieces: list[str]) -> None:
    url = scheme + host + "".join(pieces)
    key = url_key(url)
    assert url_key(key) == key
    assert isinstance(site(url) + origin(url), str)


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    assert url_key(url_key(text)) == url_key(text)


ORIGINS = [
    ("https://example.com/a", "https://example.com:443/b", True),
    ("https://example.com/a", "https://EXAMPLE.com./b", True),
    ("https://example.com/a", "http://example.com/a", False),
    ("https://example.com/a", "https://www.example.com/a", False),
    ("https://example.com/a", "https://example.com:8443/a", False),
    ("https://example.com/a", "https://example.com@evil.example/a", False),
    ("https://example.com/a", "https://example.com\\@evil.example/a", True),  # a browser goes to example.com
    ("", "x", False),
]


@pytest.mark.parametrize(("first", "second", "same"), ORIGINS)
def test_a_password_stays_with_its_scheme_host_and_port(first: str, second: str, same: bool) -> None:
    assert (origin(first) == origin(second)) is same


SITES = [
    ("https://news.example.co.uk/a", "example.co.uk"),
    ("https://www.Example.com:8443/a?b#c", "example.com"),
    ("https://user:word@www.example.com/a", "example.com"),
    ("news.example.com", "example.com"),
    ("news.example.com:8080", "example.com"),
    ("https://ข่าว.example.co.th/", "example.co.th"),
    ("https://www.gov.uk/a", "www.gov.uk"),
    ("https://com/", "com"),
    ("http://127.0.0.1:8001/a", "127.0.0.1:8001"),
    ("127.0.0.1:8001", "127.0.0.1:8001"),
    ("http://127.0.0.1/a", "127.0.0.1"),
    ("http://localhost:9000/", "localhost:9000"),
    ("http://[::1]:8001/a", "[::1]:8001"),
    ("", ""),
]


@pytest.mark.parametrize(("url", "expected"), SITES)
def test_a_site_is_the_registrable_name(url: str, expected: str) -> None:
    assert site(url) == expected
