"""An account of a publishing program, or the program itself, where an author's name stands: "admin", "Site Admin",
"redakcja2", "WordPress", "Logonet CMS", "Администратор сайта".

Whoever set the site up is named in the head of each page until somebody changes it. Only the whole string counts: Anna Admin
and Max Webmaster are people.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.patterns import rarely

# whom a program calls so: who keeps it, and who writes with it
_KEEPER = (
    r"adm|admin|sys ?admin|wp ?admin|site ?admin|super ?admin|web ?admin|super ?user|root|administrator\w*|administrat(?:eur|rice)|administrad\w+|amministrat\w+|administratör|administrátor\w*|adminisztrátor|administraator|web ?master\w*|webmestre|webmeister"
    r"|moderat\w+|moderátor|beheerder|websitebeheerder|ylläpi(?:täjä|to)|správc[ea]|rendszergazda|yönetici(?:si)?|pengelola|pentadbir|quản trị(?: viên| web)?|διαχειριστ\w+"
    r"|админ\w*|адміністратор\w*|модератор\w*|მოდერატორი|ადმინი\w*|ադմին\w*|מנהל|מנהלת|עורך|المدير|مدير|مشرف|المشرف(?: العام)?|أدمن|ادمن|ادمین|مدیر|ایڈمن|एडमिन|व्यवस्थापक|প্রশাসক|অ্যাডমিন|ผู้ดูแล(?:ระบบ|เว็บ(?:ไซต์)?)?|แอดมิน(?:เว็บ)?"
    r"|(?:系统|系統|网站|網站|站点|平台|后台|後台|超级)?管理[员員]|(?:サイト)?管理[者人]|(?:사이트 ?)?(?:관리자|운영자)"
)
_WRITER = (
    r"editor(?:a|ial|ka|u)?|redact(?:or|eur|ora)|redakt[eo]r\w*|redattore|editör|szerkesztő|редактор\w*|контент[- ]менеджер|content(?: manager| editor| admin)?|content-manager"
    r"|redaccion|redacao|redaccio|user|guest|demo|test|test ?user|usuari[oa]|utilisateur|benutzer|użytkownik|gebruiker|kullanıcı|пользователь|користувач|default|owner|system|sistema?|unbekannt|desconocido|anonym(?:er?|ous)?|anónimo|anônimo|anonimo|неизвестн\w+|невідом\w+"
)
# what the European institutions' template has until somebody fills it in is the first of the programs
# a desk, which a line may name; with a number behind it is one of its accounts
_DESK = r"redakcj[aie]|redakci[ja]|redaktion\w*|redacci[oó]n|redação|redacao|redazione|redactie|rédaction|redaction|redactia|редакци[яи]|news ?desk|newsroom"
_PROGRAM = r"comm dg unit|word ?press|joomla|drupal|typo(?: ?3)?|(?:1[cс][- ]?)?bitrix|(?:1[cс][- ]?)?битрикс|modx|umbraco|sitecore|liferay|sharepoint|blogger|wix|weebly|squarespace|magento|prestashop|blogspot|(?:microsoft|ms) (?:office|word|windows|publisher)|libreoffice|openoffice|adobe \w+|windows"
_SITE = (
    r"the|web|web ?site|site|of|portal\w*|cms|it|wp|super|main|news|blog|system|office|strony|serwisu|witryny|sitio|página|du|del|de|do|da|le|la|sito|della|sitesi|webu|obsahu|situs|сайта|сайту|портала|блога|האתר|الموقع|سایت|وب ?سایت"
    rf"|{_PROGRAM}"
)
_ACCOUNT = rarely(
    rf"(?:(?:{_SITE}) ){{0,2}}(?:{_KEEPER}|{_WRITER}|{_PROGRAM}|cms)(?: (?:{_SITE}|{_KEEPER}|user|cms)){{0,3}}"
    r"|\S+(?: \S+){0,2} cms|cms \S+"
)
_NUMBERED = re.compile(r"[ _.-]*(?<![\d\W])\d{1,4}$|[ _.-]+\d{1,4}$")
_APART = re.compile(r"[\s_.!/-]+")
_OF_DESK = rarely(_DESK)


@lru_cache(maxsize=512)  # one account writes most of a site
def is_account(name: str) -> bool:
    """Whether a string is what a program calls who writes with it, or the program."""
    bare = _NUMBERED.sub("", name.lower())
    plain = _APART.sub(" ", bare).strip()
    if _ACCOUNT.fullmatch(plain) is not None:
        return True
    return len(bare) < len(name) and _OF_DESK.fullmatch(plain) is not None
