"""A line → whether it is what a program of the page says to its reader: read on, who lends the voice, whom a button is for;
or an appeal of the paper's to give it money.

News tell of such programs in longer sentences, and speak to nobody; each of these is all of its line.
"""

from __future__ import annotations

from collections.abc import Iterable

from crawler.patterns import rarely

_PROMPT = rarely(  # in lower case, each line by itself; the beginning of one is sought once for all of them
    r"(?m)^[^\w\n]*(?:(?:(?:請|请)?(?:繼續|继续)往下(?:閱讀|阅读|看)|(?:點擊|点击)?(?:繼續|继续)(?:閱讀|阅读)|(?:click|tap) (?:here )?to (?:continue|keep) reading|(?:keep|continue) reading|(?:read|view|show|see|go to|jump to) (?:the |all )?comments(?: \(\d+\))?|(?:zu den kommentaren|kommentare (?:lesen|anzeigen|ansehen))(?: \(\d+\))?|(?:voir|lire) (?:les )?commentaires(?: \(\d+\))?|(?:ir a los|ver(?: los)?|leer(?: los)?) comentarios(?: \(\d+\))?|(?:ver|ler) (?:os )?comentários(?: \(\d+\))?|(?:vai ai|leggi i) commenti(?: \(\d+\))?|hier weiterlesen|lire la suite|(?:seguir|continuar) leyendo|continue lendo|continua a leggere|lees verder|czytaj dalej|читать дальше|читати далі|прочети повече|okumaya devam et(?:in)?|haberin devamı|続きを読む|계속 읽기|อ่านต่อ|đọc tiếp|baca selengkapnya|اقرأ المزيد|המשיכו לקרוא|ادامه مطلب)[^\w\n]*$"
    r"|(?:(?:voice|audio|narration) (?:is )?(?:automatically )?(?:generated|created)(?: (?:automatically|by (?:ai|a machine|artificial intelligence)))?|(?:this )?(?:audio|voice|recording) is (?:auto|ai|machine|computer)-?\s?generated|(?:automatisch|maschinell|künstlich|ki-?) ?(?:generierte|erzeugte) (?:stimme|audio\w*)|(?:diese )?(?:stimme|audioversion|audiofassung) (?:wurde|ist) (?:künstlich|automatisch|maschinell|mit ki) (?:erzeugt|generiert)|voix (?:générée|de synthèse)[^.!?\n]{0,40}|(?:voz|audio) (?:generad|gerad)[oa] (?:automáticamente|automaticamente|con ia|por ia)|(?:voce|audio) generat[oa] (?:automaticamente|con l.ia)|(?:automatisch|door ai) gegenereerde stem|głos (?:został )?wygenerowany (?:automatycznie|przez ai)|голос (?:сгенерирован|создан) (?:автоматически|нейросетью|ии)|(?:bu )?ses yapay zek[aâ] ile \w+|automatiskt genererad röst|automatisk (?:opplest|oplæst) \w*|(?:語音|语音)由(?:ai|機器|机器)\S{0,8}|この音声は(?:ai|自動)\S{0,12}|ai가 (?:생성한|읽어주는) \S{1,8})[^\w\n]*$"
    r"|(?:(?:this|the) (?:feature|function|service) is (?:exclusive(?:ly)?|only|reserved)(?: available)? (?:to|for) (?:our )?(?:subscribers|members)|diese funktion ist (?:exklusiv|nur|ausschließlich) für (?:unsere )?(?:abonnent\w*|mitglieder)(?: verfügbar)?|cette fonctionnalité est réservée (?:à nos |aux )abonnés|esta función es (?:exclusiva|solo) para (?:\w+ )?suscriptores|(?:este recurso|esta funcionalidade) é exclusiv[oa] para assinantes|questa funzione è riservata agli abbonati|deze functie is (?:alleen|exclusief) (?:voor|beschikbaar voor) abonnees|ta funkcja jest dostępna (?:tylko )?dla (?:subskrybentów|prenumeratorów|abonentów)|эта функция (?:доступна )?только (?:для )?подписчик\w+|(?:den här funktionen är|denne funksjonen er|denne funktion er) (?:bara |kun |endast )?(?:för|for) (?:prenumeranter|abonnenter)|tämä toiminto on vain tilaajille|bu özellik (?:yalnızca |sadece )?abonelere özeldir|(?:此|该|該)功能(?:仅|僅|只)(?:限|供|向)?(?:会员|會員|订户|訂戶)\S{0,4}|この機能は(?:有料)?会員(?:限定|の方のみ)\S{0,6}|이 기능은 (?:유료 )?(?:회원|구독자) 전용\S{0,4})[^\w\n]*$"
    r"|(?:(?:turn on|enable|allow|activate|get) (?:our |push |browser |breaking |news )*(?:notifications|alerts)\b.*\b(?:miss|latest|breaking)|(?:aktivieren|erlauben) sie (?:die |unsere )?(?:push-?)?(?:benachrichtigungen|mitteilungen).*(?:verpassen|neuest)|(?:activez|autorisez) (?:les|nos) notifications.*(?:manquer|rater)|(?:activa|active|activá) las notificaciones.*(?:perder|últim)|ative as notificações.*(?:perder|últim)|attiva le notifiche.*(?:perdere|perderti|ultim)|(?:zet|schakel) (?:de )?(?:meldingen|notificaties) (?:aan|in).*(?:missen|nieuws)|włącz powiadomienia.*(?:przegap|nic )|zapněte si (?:oznámení|upozornění).*(?:neunikl|nepromešk)|(?:включите|разрешите) уведомления.*(?:пропуст|новост)|увімкніть сповіщення.*(?:пропуст|новин)|(?:slå på|aktivera) (?:notiser|varsler).*(?:miss|nyheter|nyt)|ενεργοποιήστε τις ειδοποιήσεις.*(?:χάνετε|χάσετε|νέα)|bildirimleri aç.*(?:kaçırma|haber)|aktifkan notifikasi.*(?:ketinggalan|berita)|bật thông báo.*(?:bỏ lỡ|tin)|เปิด(?:รับ)?การแจ้งเตือน.*(?:พลาด|ข่าว)|(?:开启|打开|開啟)(?:消息)?(?:通知|推送).*(?:错过|錯過|新闻|新聞)|通知を(?:オン|許可).*(?:見逃|最新)|فعّ?لوا? الإشعارات.*(?:يفوت|أخبار)))"
    r"|(?:點我|点我|按我|立即|馬上|马上|立刻|免費|免费)(?:下載|下载)\S{0,8}app(?![a-z])|用app(?:看|讀|读|追)(?:新聞|新闻|更多|全文)"
)

_APPEAL = rarely(  # in lower case, each line by itself: to give so much a month, to subscribe for so much less
    r"(?m)^(?:[^\n]{0,60}[.!?…]\s+)?(?:(?:please )?(?:support (?:us|our)|donate|contribute|chip in|give us)|(?:unterstützen sie|unterstütze) (?:uns|unser\w*)|spenden sie|(?:spende|dona)(?=\s(?:(?!von\s|de\s|di\s)\w+\s)?[€$£\d])|soutenez-nous|soutenez notre|faites un don|donnez|apóyanos|colabora|contribuye|apoie|contribua|doe|sostienici|sostieni|contribuisci|steun ons|doneer|wesprzyj|wspieraj|wpłać|podpořte|přispějte|podporte|prispejte|contribuie|donează|susține(?:-ne)?|sprijină(?:-ne)?|támogass(?:on)?|adományozz(?:on)?|поддержите|пожертвуйте|підтримайте|задонатьте|подкрепете|дарете|podržite|donirajte|uplatite|podprite|στηρίξτε|stöd oss|skänk|støtt? oss?|bidra|tue|lahjoita|paremkite|toeta|atbalstiet)(?!\w)[^.!?\n]{0,40}?"
    r"(?:[€$£₴₽₹]\s?\d{1,4}|\d{1,5}(?:[.,]\d\d)?\s?(?:[€$£₴₽₹]|euro?s?|eurot|eura|eur|dollars?|pounds?|lei|zł(?:otych)?|kč|korun|kr(?:on[oae]r)?|ft|forint\w*|руб\w*|гривень|грн|лв|евро|євро|ευρώ|din(?:ara)?|reais|francs?|franken))(?!\w)[^.!?\n]{0,8}?(?:month\w*|monat\w*|mois|mes|mês|mese|maand|miesięcznie|miesiąc|měsíčně|mesačne|lună|lunar|hav(?:onta|i)|месяц|місяць|месец(?:а|но)?|m[ij]?esečno|mesec|μήνα|månad(?:en)?|måned(?:en)?|kuukaudessa|kuussa|mėnes\w+|kuus|mēnesī|year|jahr|an|año|ano|anno|jaar|rok(?:u)?|год|рік)[.!]?$"
    r"|^(?:[^\n]{0,60}[.!?…]\s+)?(?:zamów|wykup|kup|order|get|take out|bestellen sie|bestelle|commandez|prenez|consigue|assine|acquista|neem|předplaťte si|objednejte(?: si)?|predplaťte si|objednajte(?: si)?|rendelj(?:en|e meg)?|оформите|оформіть|купите|teckna|beställ|tegn|bestil|tilaa|naručite|naročite)(?!\w)[^.!?\n]{0,20}?(?:prenumerat\w+|subscription|abo(?:nnement)?|digitalabo|suscripción|assinatura|abbonamento|předplatné|predplatné|előfizetés\w*|подписку|передплату|prenumeration|pretplatu|naročnino|lehti|lehden)(?!\w)[^.!?\n]{0,24}?\d{1,2}\s?%[^.!?\n]{0,16}[.!]?$"
)


def holds_prompt(lines: Iterable[str]) -> bool:
    """Whether one of several short lines is one of these: most pages have none."""
    lower = "\n".join(lines).lower()
    return _PROMPT.search(lower) is not None or _APPEAL.search(lower) is not None


def is_prompt(line: str) -> bool:
    """Whether a short line is one of these."""
    lower = line.lower()
    return _PROMPT.search(lower) is not None or _APPEAL.search(lower) is not None
