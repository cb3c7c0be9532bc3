"""A text, and the one it had before → the words by which it says that it corrects, in some thirty languages.

Two kinds of them: a heading ("Correction:", "【更正】", "แก้ข่าว") and a sentence that speaks of the article itself ("An
earlier version of this article …"). A market's correction and a corrected figure in the news are none: a heading stands
at the beginning of a line, with a colon, in brackets or alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

MOST = 300  # characters of a notice
TURNS = 20  # notices looked at: a text of more is a list of corrections

_HEADS = (
    r"corrections?(?: and clarifications?| notice| appended)?|clarifications?|corrigend(?:um|a)|errat(?:um|a)|editor['’]?s['’]? (?:note|correction)s? ?(?:[:–—-] ?)corrections?|corrected"
    r"|berichtigung|korrektur(?:hinweis)?|richtigstellung|rectificatifs?|correctif|précision|fe de erratas?|fe de errores|correcci(?:ón|ones)|rectificaci(?:ón|ones)|aclaración"
    r"|corre[cç]+ão|correções|erramos|errata corrige|errata|rettifica|precisazione|correzione|correctie|rectificatie|verbetering|rettelse[rn]?|retting|berigtigelse|rättelse|korrigering"
    r"|oikaisu|korjaus|sprostowanie|korekta|oprava|upřesnění|helyreigazítás|helyesbítés|rectificare|erată|düzeltme|tekzip|διόρθωση|διευκρίνιση|ispravka|ispravak|popravek|parandus|labojums|pataisymas"
    r"|исправлени[ея]|поправка|опровержение|уточнение|виправлення|уточнення|спростування"
    r"|تصحيح|تصويب|توضيح|اصلاحیه|تصحیح|תיקון(?: טעות)?|הבהרה|भूल[- ]?सुधार|सुधार|সংশোধনী|திருத்தம்|تصحیح نامہ"
    r"|แก้ไข(?:ข้อมูล|ข่าว|คำผิด)|แก้ข่าว|ขออภัยและแก้ไข|đính chính|cải chính|ralat|koreksi|pembetulan|pagwawasto"
    r"|更正(?:说明|說明|启事|啟事|声明|聲明|与说明)?|勘误(?:表)?|勘誤(?:表)?|澄清|订正|訂正(?:とお詫び|のお知らせ)?|お詫びと訂正|정정(?:보도|합니다)?|바로잡습니다|바로 잡습니다|알려드립니다"
)
_OWN = (  # of the article itself, wherever it stands
    r"an? (?:earlier|previous|prior|original) version of th(?:is|e) (?:article|story|report|post|piece|headline|item)",
    r"this (?:article|story|report|post|piece|headline)(?:['’]s headline)? (?:has been|was) (?:corrected|amended|updated to (?:correct|fix|clarify|remove))",
    r"\(corrects? \w+|we (?:have corrected|regret the error)",
    r"in einer (?:früheren|ersten|vorherigen|älteren) (?:version|fassung)|(?:dieser|der) (?:artikel|text|beitrag) wurde (?:korrigiert|berichtigt)",
    r"une (?:version (?:précédente|antérieure)|première version) de (?:cet|l['’]) ?article|cet article a été (?:corrigé|rectifié)",
    r"una versión (?:anterior|previa) de (?:este|esta) (?:artículo|noticia|nota|texto)|(?:este|esta) (?:artículo|noticia|nota) (?:ha sido|fue) (?:corregid|rectificad)[oa]",
    r"uma versão anterior (?:deste|desta|do|da) (?:artigo|texto|reportagem|matéria|notícia)|est[ea] (?:artigo|texto|reportagem|matéria|notícia) foi corrigid[oa]",
    r"una (?:precedente versione|versione precedente) di questo articolo|questo articolo è stato corretto",
    r"in een eerdere versie van dit (?:artikel|bericht)|dit artikel is (?:gecorrigeerd|aangepast)",
    r"i en tidlig(?:ere)? (?:version|versjon|udgave) af? ?(?:denne|av denne|artik)|i en tidigare version av (?:artikeln|texten|denna)|aiemmassa versiossa|jutun aiempi versio",
    r"w (?:poprzedniej|pierwotnej) wersji (?:tekstu|artykułu)|v (?:původní|předchozí|pôvodnej) verzi[ei]? (?:článku|textu)|a cikk (?:korábbi|eredeti) változat|într-o versiune anterioară a (?:acestui )?articol",
    r"в (?:предыдущей|первоначальной|более ранней) версии (?:статьи|текста|материала|этой|этого|новости)|у попередній версії (?:статті|тексту|матеріалу)",
    r"bu (?:haberin|yazının) (?:önceki|ilk) (?:sürümünde|halinde|versiyonunda)|σε προηγούμενη (?:έκδοση|μορφή) του άρθρου",
    r"(?:نسخة|صيغة) (?:سابقة|أولى) من هذ[اه] (?:المقال|الخبر|التقرير)|تم تصحيح هذ[اه] (?:المقال|الخبر|التقرير)",
    r"บทความ(?:นี้)?(?:ฉบับ|เวอร์ชัน)ก่อนหน้า|(?:ข่าว|บทความ)นี้(?:ได้รับการ|มีการ)แก้ไข|phiên bản trước (?:của|đó của) bài|bài viết (?:này )?đã được (?:chỉnh sửa|đính chính)|versi sebelumnya (?:dari )?(?:artikel|berita) ini|(?:artikel|berita) ini telah (?:dikoreksi|diralat|diperbaiki|dibetulkan)",
    r"本文(?:先前|之前|早前|此前|较早|較早)的?版本|此前版本(?:的)?(?:报道|文章)?|(?:本文|此文|本报道|本報導)已(?:于|於)?.{0,12}?(?:更正|修正|勘误|勘誤)",
    r"(?:この|本)記事(?:の(?:以前|当初|初出)|は.{0,20}?訂正)|初出(?:時|の際)|이 기사(?:의)? (?:이전|최초) (?:버전|판)|기사를 (?:바로잡|정정)",
)  # fmt: skip


@cache
def _head() -> re.Pattern[str]:
    dated = r"(?:\s*[,(（]?[^:：\n]{0,30}\d[^:：\n]{0,20}?[)）]?)?"
    ends = rf"(?:\s*[】\]）)〕］]|{dated}\s*[:：]|\s+[–—-]\s|\s*$)"
    return re.compile(rf"^[^\w\n]{{0,4}}(?:{_HEADS})(?!\w){ends}", re.I | re.M)


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile("|".join(_OWN), re.I)


def correction(before: str, after: str) -> str | None:
    """The first notice in `after` that `before` did not have; at most MOST characters of it."""
    known = _plain(before)
    return next((said for said in _notices(after) if _plain(said) not in known), None)


def _notices(text: str) -> Iterator[str]:
    """Where a text says that it corrects, from there to the end of the line, in its order."""
    found = [(match.start(), match.end()) for match in _head().finditer(text)]
    found += [(_begin(text, match.start()), match.end()) for match in _sentence().finditer(text)]
    covered = 0
    for start, end in sorted(found)[:TURNS]:
        if end <= covered:
            continue
        stop = text.find("\n", end)
        if not text[end : stop if stop >= 0 else len(text)].strip() and stop >= 0:  # a heading alone
            stop = text.find("\n", stop + 1)
        covered = stop if stop >= 0 else len(text)
        yield _cut(" ".join(text[start:covered].split()))


def _begin(text: str, at: int) -> int:
    """Where the sentence begins in which `at` is."""
    line = text.rfind("\n", 0, at) + 1
    ends = [match.end() for match in re.finditer(r"[.!?。！？؟]\s*", text[line:at])]
    return line + (ends[-1] if ends else 0)


def _cut(words: str) -> str:
    return words if len(words) <= MOST else words[: MOST - 1].rstrip() + "…"


def _plain(text: str) -> str:
    return "".join(text.casefold().split()).removesuffix("…")
