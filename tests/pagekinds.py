"""Pages of our own, one for each kind of article, and one for each kind of page that is none, in several languages."""

from __future__ import annotations

import json

from pagesamples import STORIES, URL, Sample, page, paragraphs, story

EN, DE, ES, RU, ZH, JA, TH, AR, KO = (STORIES[code][1:] for code in ("en", "de", "es", "ru", "zh", "ja", "th", "ar", "ko"))  # fmt: skip


def _script(value: object, opening: str = '<script id="__DATA__" type="application/json">') -> str:
    return f"{opening}{json.dumps(value, ensure_ascii=False)}</script>"


def _app(language: str, script: str, head: str = "") -> str:
    """A page whose story stands in its scripts alone."""
    title = STORIES[language][0]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><div id="app"></div>'
        f'<noscript>You need to enable JavaScript to run this app.</noscript>{script}<script src="/app.js"></script></body></html>'
    )


def _html(texts: tuple[str, ...]) -> str:
    return paragraphs(texts).replace("\n", "")


_OTHER = {
    "title": "Ferry line tests boats",
    "url": "/ferry",
    "body": "<p>Another story altogether, told at length.</p>" * 60,
}
_NOTE = "The Harbour Post has asked the ministry for comment."
_STREAM = (
    "1:I[4,[]]\n2:"
    + json.dumps(["$", "div", None, {"children": [["$", "p", None, {"children": t}] for t in EN]}])
    + "\n"
)
_PIECES = "".join(
    f"<script>self.__next_f.push([1,{json.dumps(_STREAM[n : n + 400])}])</script>"
    for n in range(0, len(_STREAM), 400)
)
_PROGRAM = json.dumps(_html(DE), ensure_ascii=True).replace("<", "\\u003C")

ONLY_IN_DATA: dict[str, tuple[str, str]] = {  # name → language, page
    "JSON-LD": ("en", _app("en", "", _script({"@type": "NewsArticle", "headline": STORIES["en"][0], "articleBody": "\n".join(EN)}, '<script type="application/ld+json">'))),
    "JSON-LD with escaped tags": ("es", _app("es", "", _script({"@type": "NewsArticle", "headline": STORIES["es"][0], "articleBody": _html(ES).replace("<", "&lt;").replace(">", "&gt;")}, '<script type="application/ld+json">'))),
    "__NEXT_DATA__": ("en", _app("en", _script({"props": {"pageProps": {"related": [_OTHER], "post": {"headline": STORIES["en"][0], "content": _html(EN)}}}}, '<script id="__NEXT_DATA__" type="application/json">'))),
    "an assigned state": ("ru", _app("ru", _script({"article": {"title": STORIES["ru"][0], "text": _html(RU)}}, "<script>window.__INITIAL_STATE__ = ").replace("</script>", ";(function(){var a=1;})();</script>", 1))),
    "a state with undefined": ("ko", _app("ko", _script({"title": STORIES["ko"][0], "text": _html(KO)}, '<script>window.__STATE__={"user":undefined,"article":').replace("</script>", "};</script>", 1))),
    "JSON.parse of a string": ("zh", _app("zh", f"<script>window.__DATA__ = JSON.parse({json.dumps(json.dumps({'title': STORIES['zh'][0], 'content': _html(ZH * 2)}))});</script>")),
    "a program that returns it": ("de", _app("de", f'<script>window.__NUXT__=(function(a,b){{return {{data:[{{title:a,body:{_PROGRAM},next:b}}]}}}}("{STORIES["de"][0]}",null));</script>')),
    "a list with places": ("th", _app("th", _script([["Reactive", 1], {"data": 2}, {"title": 3, "body": 4}, STORIES["th"][0], _html(TH)], '<script type="application/json" id="__NUXT_DATA__">'))),
    "a stream in pieces": ("en", _app("en", _PIECES)),
    "blocks of an editor": ("en", _app("en", _script({"title": STORIES["en"][0], "blocks": [{"type": "paragraph", "data": {"text": t}} for t in EN] + [{"type": "image", "data": {"text": "Guests in front of the customs hall"}}]}))),
    "a document tree": ("ja", _app("ja", _script({"title": STORIES["ja"][0], "doc": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": t[:9]}, {"type": "text", "text": t[9:]}]} for t in JA]}}))),
    "portable text": ("ar", _app("ar", _script({"headline": STORIES["ar"][0], "body": [{"_type": "block", "children": [{"_type": "span", "text": t}]} for t in AR]}))),
    "JSON inside JSON": ("es", _app("es", _script({"cache": json.dumps({"title": STORIES["es"][0], "html": _html(ES)})}))),
}  # fmt: skip

_INTERVIEW = (
    ("What did you expect when you came here?", "Frankly, less. I had been told that forums of this kind are for shaking hands, and then I sat in a room where people argued about a clause for three hours."),
    ("And who won?", "Nobody. But everybody understood the clause at the end, which is more than I can say of most rooms that I have been in."),
    ("Will you come back next year?", "If they let me in. I have a question about the cables that nobody wanted to answer, and I intend to ask it again until somebody does."),
)  # fmt: skip
_ROWS = (("Harbour city", "118", "54"), ("Lower town", "97", "41"), ("The islands", "23", "19"))
_TABLE = (
    "<table><tr><th>Place</th><th>Companies</th><th>With a cable of their own</th></tr>"
    + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _ROWS)
    + "</table>"
)
_POSTS = tuple(
    (f"{hour}:{minute:02}", text)
    for hour, minute, text in (
        (17, 40, "That is all from the customs hall today. The panels go on tomorrow morning at nine with a session on prices."),
        (16, 55, "Applause for the youngest speaker, a student of sixteen who has built a robot that sorts screws by their sound."),
        (15, 30, "The minister has left the hall without taking questions; her office says that she had a train to catch."),
        (14, 10, "A dispute over the third clause: two delegations want it struck out, the hosts want it moved to an annex."),
        (12, 5, "Lunch. The queue for the soup is longer than the one for the hall, and the soup is said to be worth it."),
        (10, 45, "The mayor opens the forum and speaks for nine minutes, four of them about the cables under the harbour."),
        (9, 20, "Good morning from the customs hall, where the doors have just been opened and the first guests look for their seats."),
    )
)  # fmt: skip
_LIVE_LD = {
    "@type": "LiveBlogPosting", "headline": "The forum live: dispute over the third clause", "datePublished": "2025-07-03T09:00:00+02:00",
    "liveBlogUpdate": [{"@type": "BlogPosting", "headline": f"Post at {time}", "articleBody": text} for time, text in _POSTS],
}  # fmt: skip
_LIVE = "".join(
    f'<article class="live-post"><time>{time}</time><p>{text}</p></article>' for time, text in _POSTS
)
_SHOTS = tuple(
    f"{text} Picture {n} of 6." for n, text in enumerate((
        "The doors of the customs hall are opened at nine by a guard in the old uniform.",
        "Guests look for their seats under the painted ceiling, which was restored last winter.",
        "A robot that sorts screws by their sound draws the longest queue of the morning.",
        "The mayor, Ada Holm, speaks about the cables that run under the harbour.",
        "Delegates argue over the third clause while the soup gets cold in the yard.",
        "The last guests leave along the quay as the lamps are lit.",
    ), 1)
)  # fmt: skip

ARTICLES: dict[str, Sample] = {
    "paragraphs made of line breaks": Sample(page(f'<div id="content"><h1>{STORIES["en"][0]}</h1><div class="txt">{"<br><br>".join(EN)}</div></div>'), EN),
    "line breaks, Chinese": Sample(page(f'<div id="content"><h1>{STORIES["zh"][0]}</h1><div class="txt">{"<br/><br/>".join("　　" + t for t in ZH)}</div></div>', "zh"), ZH),
    "a page laid out as a table": Sample(page(f'<table width="100%"><tr><td><ul><li><a href="/x">Ferry line tests boats</a></li></ul></td><td><font size=4><b>{STORIES["ru"][0]}</b></font><br>{paragraphs(RU)}</td></tr></table>', "ru"), RU, ("Ferry line",)),
    "a table in the text": Sample(story("en", between=_TABLE), (*EN, "Harbour city", "Lower town", "The islands")),
    "an interview": Sample(
        page("<article><h1>“A clause for three hours”</h1><p>Ines Roth builds robots and came to the forum for the first time. We met her at the soup.</p>"
             + "".join(f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in _INTERVIEW) + "</article>", title="“A clause for three hours”"),
        ("We met her at the soup", *(q for q, _ in _INTERVIEW), *(a for _, a in _INTERVIEW)),
    ),
    "a very short item, English": Sample(page("<article><h1>Harbour closed by fog</h1><p>The harbour was closed on Monday night because of thick fog.</p></article>", title="Harbour closed by fog"), ("because of thick fog",), ("All rights reserved",), "Harbour closed by fog"),
    "a very short item, Thai": Sample(page("<article><h1>หมอกหนาปิดท่าเรือ</h1><p>ท่าเรือปิดให้บริการเมื่อคืนวันจันทร์เนื่องจากหมอกหนาจัด</p></article>", "th", title="หมอกหนาปิดท่าเรือ"), ("เนื่องจากหมอกหนาจัด",)),
    "a very short item, Chinese": Sample(page("<article><h1>大雾封港</h1><p>因大雾，港口周一晚间暂停开放。</p></article>", "zh", title="大雾封港"), ("港口周一晚间暂停开放",)),
    "a gallery": Sample(
        page("<article><h1>In pictures: a day in the customs hall</h1>" + "".join(f'<figure class="gallery-item"><img src="/{n}.jpg"><figcaption>{t}</figcaption></figure>' for n, t in enumerate(_SHOTS)) + "</article>", title="In pictures: a day in the customs hall"),
        _SHOTS,
    ),
    "a gallery whose captions are paragraphs": Sample(
        page("<article><h1>In pictures: a day in the customs hall</h1><p>The forum opened on Monday. These are the moments that stay.</p><section>" + "".join(f'<figure class="gl-item"><div>{n}/6</div><img data-src="/{n}.jpg"><figcaption><p>{t}</p><span class="ph">(Photo Agency)</span></figcaption></figure>' for n, t in enumerate(_SHOTS)) + "</section></article>", title="In pictures: a day in the customs hall"),
        _SHOTS, ("(Photo Agency)",),
    ),
    "a release whose place and day are called a legend": Sample(
        page(f'<article><h1>{STORIES["en"][0]}</h1><p><span class="legendSpanClass">HARBOUR CITY</span>, <span class="legendSpanClass">July 3, 2025</span> /Harbourwire/ -- {EN[0]}</p>{paragraphs(EN[1:])}</article>', title=STORIES["en"][0]),
        (f"HARBOUR CITY, July 3, 2025 /Harbourwire/ -- {EN[0]}", *EN[1:]),
    ),
    "a credit in the paragraph of its picture": Sample(
        page(f'<article><h1>{STORIES["en"][0]}</h1><p><img src="/a.jpg"> <span class="credit">Photo: A. Holm</span> </p><p><img src="/b.jpg"><span class="caption">The hall at nine</span> {EN[0]}</p><p><a href="/c"><img src="/c.jpg"></a><span class="caption">The hall at ten</span> {EN[1]}</p>{paragraphs(EN[2:])}</article>', title=STORIES["en"][0]),
        EN, ("Photo: A. Holm", "The hall at nine", "The hall at ten"),
    ),
    "a text in a state of short keys, under its address": Sample(
        '<html lang="en"><head><title>The Harbour Post</title></head><body><div class="bar">Two free stories left this month.</div><div id="app"></div><script>window.__STATE__ = '
        + json.dumps({"content": {"story": {"slug": URL.rpartition("/")[2], "hed": STORIES["en"][0], "body": [
            {"t": "paragraph", "v": EN[0]}, {"t": "unit", "v": {"kind": "newsletter", "label": "Get our letter every Sunday"}}, {"t": "heading", "v": "A second day"},
            *({"t": "paragraph", "v": text} for text in EN[1:])]}, "recirc": [{"hed": "The ferry line tests boats"}]}})
        + "</script></body></html>",
        (*EN, "A second day"), ("Two free stories", "Get our letter", "The ferry line"),
    ),
    "Chinese paragraphs with tags and short headings in a state": Sample(
        f'<html lang="zh"><head><title>{STORIES["zh"][0]}</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">'
        + json.dumps({"props": {"story": {"title": STORIES["zh"][0], "blocks": [{"type": "p", "html": f"<strong>{ZH[0][:3]}</strong>{ZH[0][3:]}"}, {"type": "h2", "html": "先拍照"}, *({"type": "p", "html": t} for t in ZH[1:])]}}})
        + "</script></body></html>",
        (*ZH, "先拍照"), (),
    ),
    "a live blog": Sample(page(f"<main><h1>The forum live: dispute over the third clause</h1>{_LIVE}</main>", title="The forum live: dispute over the third clause"), tuple(t for _, t in _POSTS)),
    "a live blog, its posts in JSON-LD": Sample(page('<main><h1>The forum live: dispute over the third clause</h1><div id="live"></div></main>', title="The forum live", ld=_LIVE_LD), tuple(t for _, t in _POSTS)),
    "AMP": Sample(
        f'<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{STORIES["en"][0]}</title><link rel="canonical" href="{URL}"><script async src="/v0.js"></script></head>'
        f'<body><amp-sidebar id="s"><ul><li><a href="/s/1">World</a></li></ul></amp-sidebar><article><h1>{STORIES["en"][0]}</h1><amp-img src="/h.jpg" width="9" height="6"></amp-img>{paragraphs(EN)}'
        '<amp-ad width="3" height="2"><div>Advertisement</div></amp-ad></article></body></html>',
        EN, ("Advertisement", "World"), STORIES["en"][0], f"{URL}/amp",
    ),
    "a first page of three": Sample(story("en", after='<div class="pages"><span>1</span> <a href="?page=2">2</a> <a href="?page=3">3</a></div>'), EN),
}  # fmt: skip

_BOX_EN = '<div class="paywall-box"><h3>Subscribe to continue reading</h3><p>Unlimited access for 1 a week. Cancel at any time.</p><a href="/sub">See offers</a></div>'
_BOX_DE = (
    "<div class=abo-box><p>Jetzt weiterlesen mit Hafenpost plus. Bereits Abonnent? Hier anmelden.</p></div>"
)
_BOX_JA = (
    "<div class=member><p>この記事は会員限定です。続きを読むには登録してください。残り 1204文字</p></div>"
)
_LOCKED = {"@type": "NewsArticle", "headline": STORIES["es"][0], "isAccessibleForFree": "False", "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".locked"}}  # fmt: skip


def _bare(title: str, inner: str, language: str = "en", head: str = "") -> str:
    return f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{inner}</body></html>'


def _begun(language: str, box: str, ld: object = None, head: str = "") -> str:
    title, *texts = STORIES[language]
    return page(
        f"<main><article><h1>{title}</h1>{paragraphs(tuple(texts[:2]))}{box}</article></main>",
        language,
        head,
        ld=ld,
    )


PARTIAL: dict[str, Sample] = {  # what is shown is kept
    "a box that asks to subscribe": Sample(_begun("en", _BOX_EN), EN[:2], ("Subscribe to continue", "1 a week")),
    "a box, German": Sample(_begun("de", _BOX_DE), DE[:2]),
    "a box, Japanese": Sample(_begun("ja", _BOX_JA), JA[:2]),
    "declared in JSON-LD": Sample(_begun("es", "", _LOCKED), ES[:2]),
    "a summary alone": Sample(_bare("Forum opens", '<div id="root"></div><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Forum opens", "description": "The forum on the digital economy opened on Wednesday."}</script>'), ("opened on Wednesday",)),
    "declared in a meta": Sample(_begun("ru", "", head='<meta property="article:content_tier" content="locked">'), RU[:2]),
}  # fmt: skip
WHOLE: dict[str, Sample] = {  # never marked as partial
    "a story": Sample(story("en"), EN),
    "declared not free, and shown all the same": Sample(
        page(f'<article><h1>{STORIES["es"][0]}</h1><div class="locked">{paragraphs(ES)}</div></article>', "es", ld=_LOCKED), ES
    ),
    "a newsletter box below": Sample(
        story("en", after='<div class="newsletter"><p>Get the five stories that matter in your inbox every morning.</p></div>'), EN
    ),
}  # fmt: skip

_TEASERS = "".join(
    f'<article class="card"><h2><a href="/{n}">{title}</a></h2><p>{text}</p></article>'
    for n, (title, text) in enumerate((
        ("Ferry line tests boats without crews", "The first crossing took nine minutes, and nobody was at the wheel but a cat."),
        ("The old exchange is a server hall now", "Thick walls, cool rooms and a river next door made it an easy choice for the owners."),
        ("Five beaches without wind", "Where to lie down when the rest of the coast is holding on to its umbrellas."),
        ("Soup wins at the forum", "Delegates of fifty countries agree on one thing at least, says the cook of the customs hall."),
        ("Lamps on the quay are lit again", "After two winters in the dark the harbour master has found the key to the cupboard."),
        ("A robot that listens to screws", "A student of sixteen has built it out of parts that others had thrown away."),
    ))
)  # fmt: skip
_MANY = "".join(f'<li><a href="/{n}">Story of the day number {n}, told in a line</a></li>' for n in range(40))


NO_ARTICLES: dict[str, tuple[str, str, str]] = {  # name → reason, address, page
    "a front page": ("front-page", "https://news.example/", page(f"<main>{_TEASERS}</main>", title="Home")),
    "a front page of links": ("front-page", "https://news.example/", page(f"<main><ul>{_MANY}</ul></main>", title="Home")),
    "a section": ("list-page", "https://news.example/technology", page(f"<main><h1>Technology</h1>{_TEASERS}</main>", title="Technology")),
    "a tag": ("list-page", "https://news.example/tag/forum", page(f"<main><h1>forum</h1><p>All about the forum.</p><ul>{_MANY}</ul></main>", title="forum")),
    "a consent wall": ("consent", URL, _bare("Before you continue", "<div><h1>Before you continue</h1><p>We use cookies and data to deliver our services, to measure engagement and to show you ads. If you accept all, we and our partners will also use cookies and personal data for tracking.</p><p>Your consent can be withdrawn at any time in our privacy settings.</p><form><button>Accept all</button></form></div>")),
    "a consent wall, German": ("consent", URL, _bare("Mit Werbung weiterlesen", "<div><h1>Mit Werbung lesen</h1><p>Wir und unsere Partner verarbeiten mit Ihrer Einwilligung personenbezogene Daten und setzen Cookies für Werbetracking ein.</p><p>Ihre Zustimmung können Sie in den Hinweisen zum Datenschutz jederzeit widerrufen.</p></div>", "de")),
    "a consent wall, French": ("consent", URL, _bare("Le Quai", "<main><h1>Votre lecture vous appartient</h1><p>Nos 412 partenaires et nous posons des traceurs pour compter nos lecteurs.</p><p>Sans abonnement, vous verrez de la publicité ciblée.</p><ul><li>Géolocalisation de votre appareil</li><li>Publicités personnalisées</li></ul></main>", "fr")),
    "a shell": ("shell", URL, _bare("The Harbour Post", '<div id="root"></div><script src="/a.js"></script><script src="/b.js"></script>')),
    "a shell with a menu": ("shell", URL, page('<div id="root"></div>' + '<script src="/a.js"></script>' * 6, title="The Harbour Post")),
    "a shell that says so": ("shell", URL, _bare("The Harbour Post", '<div id="root"><p>You need to enable JavaScript to run this app.</p></div><script src="/a.js"></script>')),
    "a shell that asks to wait": ("shell", URL, _bare("El Muelle", '<div id="app"><p class="loading">Cargando el artículo, espere un momento</p></div><footer><p>© 2026 El Muelle. Todos los derechos reservados</p></footer><script src="/a.js"></script>', "es")),
    "a log-in wall with its price": ("login", URL, _bare("会员登录", "<div><h1>会员登录</h1><p>本文仅对会员开放，请登录后阅读</p><div class='plan'><h3>年卡</h3><p>每年268元，赠送纸刊两期</p></div></div>", "zh")),
    "a log-in wall": ("login", URL, _bare("Sign in - The Harbour Post", '<h1>Sign in to continue</h1><form><p>Enter the address with which you registered and your password.</p><input type="email"><input type="password"></form>')),
    "a log-in wall, Russian": ("login", URL, _bare("Вход на сайт", '<h1>Войдите, чтобы продолжить</h1><form><p>Введите адрес и пароль, которые вы указали при регистрации.</p><input type="text"><input type="password"></form>', "ru")),
    "a paywall that shows nothing": ("paywall", URL, _bare("Offers", '<div class="paywall"><h2>This article is for subscribers</h2></div>')),
    "a video": ("video", URL, _bare("Watch: the opening in ninety seconds", '<script type="application/ld+json">{"@type": "VideoObject", "name": "The opening in ninety seconds"}</script><h1>Watch: the opening in ninety seconds</h1><video src="/v.mp4"></video><p>© The Harbour Post</p>')),
    "a video by its meta": ("video", URL, _bare("The opening", '<h1>The opening in ninety seconds</h1><video src="/v.mp4"></video>', head='<meta property="og:type" content="video.other">')),
    "nothing": ("empty", URL, "  \n"),
    "a server's error": ("error-page", URL, _bare("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>")),
    "a site under maintenance": ("error-page", URL, _bare("The Harbour Post", "<h1>Service temporarily unavailable</h1><p>We are working on it and will be back in a few minutes. Thank you for your patience.</p>")),
    "an error, Japanese": ("error-page", URL, _bare("エラー", "<h1>エラーが発生しました</h1><p>しばらくしてからもう一度お試しください。ご不便をおかけしております。</p>", "ja")),
    "a browser check": ("bot-wall", URL, _bare("Just a moment...", "<h1>news.example</h1><p>Checking your browser before accessing news.example. This process is automatic.</p><p>Enable JavaScript and cookies to continue</p><script></script>")),
    "a captcha": ("bot-wall", URL, _bare("Security check", "<h1>Please verify you are a human</h1><p>Press and hold the button to show that you are no robot, then you will be taken to the page.</p>")),
    "access denied": ("bot-wall", URL, _bare("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access this page on this server. Reference 18.5f2</p>")),
    "access denied, Chinese": ("bot-wall", URL, _bare("安全验证", "<h1>访问过于频繁</h1><p>请完成验证后继续访问，给您带来的不便敬请谅解。</p>", "zh")),
}  # fmt: skip

NOT_FOUND: dict[str, str] = {  # language → how a site says that a page is gone, with status 200
    "en": "Page not found", "de": "Seite nicht gefunden", "fr": "Page introuvable", "es": "Página no encontrada", "pt": "Página não encontrada",
    "it": "Pagina non trovata", "nl": "Pagina niet gevonden", "pl": "Nie znaleziono strony", "cs": "Stránka nenalezena", "sk": "Stránka neexistuje",
    "ru": "Страница не найдена", "uk": "Сторінку не знайдено", "bg": "Страницата не е намерена", "tr": "Sayfa bulunamadı", "sv": "Sidan hittades inte",
    "no": "Fant ikke siden", "da": "Siden blev ikke fundet", "fi": "Sivua ei löytynyt", "el": "Η σελίδα δεν βρέθηκε", "hu": "Az oldal nem található",
    "ro": "Pagina nu a fost găsită", "hr": "Stranica nije pronađena", "ar": "الصفحة غير موجودة", "fa": "صفحه مورد نظر یافت نشد", "he": "הדף לא נמצא",
    "hi": "पृष्ठ नहीं मिला", "th": "ไม่พบหน้าที่คุณต้องการ", "vi": "Không tìm thấy trang", "id": "Halaman tidak ditemukan", "ms": "Halaman tidak dijumpai",
    "zh": "页面不存在", "zh-Hant": "找不到頁面", "ja": "お探しのページが見つかりません", "ko": "페이지를 찾을 수 없습니다",
}  # fmt: skip


def not_found(language: str) -> str:
    """The page of a site that says so in its heading, with its menu and a word of advice."""
    said = NOT_FOUND[language]
    menu = page("", "en", title="").split("<header", 1)[1].split("</header>", 1)[0]
    return _bare(
        f"{said} | The Harbour Post",
        f"<header{menu}</header><main><h1>{said}</h1><p>404</p><p>www.news.example/tech/2025/07/03</p></main>",
        language,
    )
