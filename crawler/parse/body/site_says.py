"""A line → whether it is what a site's programs, its editors' kits or its feeds write below and between texts: that a picture
of another site waits for consent, where the text first appeared, what else there is for readers.

Each is all of its line, in words that a kit or a whole country's press has in common; the text itself has others.
"""

from __future__ import annotations

from crawler.parse.page.families import OF_LINES

LONGEST = 240  # characters of such a line
_CONSENT = (
    r"empfohlene[rs]? (?:redaktionelle[rs]?|externe[rs]?) inhalte?|mit ihrer zustimmung wird hier ein externe[rs]? [^.]{3,80} geladen|an dieser stelle (?:finden sie|findest du|befindet sich|steht|ist) [^.]{0,40}externe[rn]? inhalte?[^.]{0,120}|ich bin (?:damit )?einverstanden, dass mir externe inhalte[^.]{0,120}|hier (?:findest du|finden sie) externe inhalte von .{3,180}|(?:externen|externe) inhalte? (?:anzeigen|aktivieren|laden|anzeigen lassen)"
    r"|ce contenu (?:est bloqué|n[’']est pas accessible|est hébergé par) .{3,200}cookies.{0,80}|(?:deze|dit) (?:inhoud|bericht|element|video) (?:kan niet|wordt niet|bevat) .{3,120}cookies.{0,80}|este contenido (?:no se puede|no está|requiere) .{3,120}cookies.{0,80}|(?:questo|il) contenuto (?:non è|è) .{3,120}cookie.{0,80}|(?:this (?:article|page|story) (?:contains|includes) content (?:provided|hosted) by .{2,60}\. we ask for your permission before anything is loaded.{0,140})|to (?:view|see|display) this (?:content|embed|post|video),? (?:you(?: will|'ll)? (?:need|must|have) to|please) .{3,60}cookies.{0,60}|allow .{2,30} content\?"
)
_FEED = (  # as programs that make sites sign what they hand out
    r"the post .{3,150} (?:first appeared on|appeared first on) (?!the list|the \w+ of|an? |his |her |their |\w+day\b|television|tv\b|stage|screen).{2,60}|(?:l[’']article|cet article) .{3,150} est apparu en premier sur .{2,60}|der (?:beitrag|artikel|post) .{3,150} erschien (?:zuerst|zunächst) auf .{2,60}|la entrada .{3,150} (?:se publicó primero|apareció primero|aparece primero) en .{2,60}|(?:o post|o artigo) .{3,150} apareceu primeiro em .{2,60}|l[’']articolo .{3,150} (?:proviene da|sembra essere il primo su) .{2,60}|het bericht .{3,150} verscheen eerst op .{2,60}|(?:artykuł|wpis) .{3,150} pochodzi z serwisu .{2,60}"
    r"|(?:сообщение|запись) .{3,150} (?:появил[аи]сь|впервые появилась) (?:сначала )?на .{2,60}|inlägget .{3,150} dök först upp på .{2,60}|(?:innlegget|indlægget) .{3,150} (?:dukket først opp på|blev først udgivet på) .{2,60}|příspěvek .{3,150} (?:pochází z|se nejdříve objevil na) .{2,60}|投稿 .{3,150}は .{2,60}に最初に表示されました"
    r"|this (?:article|story|piece|post) (?:was |is |has been )?(?:originally |first |re)+(?:published|appeared) (?:on|in|by|at|from|with) [^.]{2,80}(?:under an? creative commons licen[cs]e)?\. (?:read the original|see the original|view the original|find the original|read its original)(?: (?:article|story|version|post))?(?: here)?|(?:this )?(?:article|story) is republished from .{2,60} under an? creative commons licen[cs]e.{0,80}|cet article est republié à partir de .{2,60} sous licence creative commons.{0,80}|este artículo (?:fue publicado originalmente|se publicó originalmente) en .{2,60}\. lea el original|este artigo foi publicado originalmente em .{2,60}\. leia o original"
)
_INDIAN = (  # what the press of India that writes English ends in
    r"catch all the .{5,160}(?:news|updates).{0,60} on .{2,40}|(?:stay updated with|stay tuned with|stay informed with|keep up with) (?:all )?(?:the )?latest .{3,120}\bnews\b.{0,60}|(?:get the latest|get all the latest|get latest) (?:news|updates) .{0,20}(?:live on|on|from) .{2,60}(?:top headlines|breaking news|top news).{0,80}|(?:for the latest|for all the latest|for all latest|for latest|for more latest) .{0,40}\bnews\b.{0,30}(?:download|log ?on to|follow us|visit|click) .{2,60}|download (?:the )?.{2,24} app to get (?:daily|the latest|latest|live|instant|real-?time) .{3,60}|unlock a world of benefits!.{3,200}"
    r"|(?:first published|published by|last updated(?: on)?|first published on|originally published on)\s?[:：] ?[^.?!]{3,60}|.{3,60} से जुड़े (?:अन्य|सभी) अपडेट .{3,60}(?:फेसबुक|ट्विटर|व्हाट्सएप).{0,60}|disclaimer\W+(?:this story|the above article|this article) (?:is|has been) (?:auto-?generated|sourced|published) from .{3,160}"
)
_FOLLOW = (  # in words that name no other site
    r"(?:самые )?(?:важные|главные|свежие|интересные|оперативные|срочные) новости.{0,40}(?:в|на) наш(?:ем|ей|их) .{3,40}|(?:наш (?:телеграм-?|telegram-?)?канал (?:в|на)|мы (?:в|на)) (?:telegram|max|мах|вк|vk|дзене?|телеграме?|одноклассниках|viber)|seguinos en .{3,40}|siga (?:o|a|os|as) .{2,40} no google not[ií]cias|recib[íi] (?:las|los|todas las) (?:noticias|mejores).{0,40}(?:e-?mail|correo|whatsapp)|rest(?:a|ate) (?:sempre )?aggiornat[oi] .{0,30}(?:newsletter|canale|whatsapp|telegram).{0,40}|(?:jetzt )?(?:den |unseren |hier )?(?:[\w-]{2,20} )?(?:newsletter abonnieren|newsletter bestellen)|få (?:de senaste )?nyheterna (?:först|direkt).{3,60}\bapp\w*"
    r"|preuzmi(?:te)? (?:našu |svoju )?(?:mobilnu |\S{2,16} )?aplikaciju.{0,60}|.{3,40} için bizi .{0,24}takip edin|(?:تابعوا|تابع) (?:آخر|أحدث|جميع|أهم) (?:أخبار|الأخبار|المستجدات).{0,60}(?:عبر|على) .{3,40}|bizi \S{3,20} izləyin|.{0,20}телеграм.{0,20} обуна бўлинг|(?:puedes|podés) consultar la última carta del director|conoc[eé] (?:the trust project|más de the trust project)|zur startseite|(?:zurück|nach oben) zur (?:startseite|übersicht)|мнение редакции может не совпадать с (?:точкой зрения|мнением|позицией) автор\w+"
)
_ASKS = (  # what readers think of it
    r"(?:masz (?:ciekawy temat|dla nas temat|newsa)|widziałeś coś ważnego)\? ?(?:napisz|wyślij|daj|skontaktuj).{2,60}|hai (?:un[’']opinione|una domanda|un commento) .{0,40}\? ?scrivi.{0,60}|(?:vous avez aimé|avez-vous aimé|cet article vous a(?:-t-il)? (?:plu|intéressé|été utile))(?: cet article)? ?\?|(?:was this (?:article|page|story) (?:helpful|useful)|(?:did you like this|did you enjoy this|did you find this) (?:article|story)(?: (?:helpful|useful))?)\?|(?:hat ihnen|war) (?:dieser|der) (?:artikel|beitrag) (?:gefallen|hilfreich)\?|(?:wie hat ihnen|wie fanden sie) (?:dieser|diesen|der|den) (?:artikel|beitrag)(?: gefallen)?\?|(?:¿)?te (?:ha gustado|gustó|resultó útil) (?:este|el) (?:artículo|contenido|nota)\?|(?:o que achou|gostou) (?:dest[ae]|d[ao]) (?:matéria|artigo|notícia|conteúdo)\?|(?:ti è piaciuto|è stato utile) (?:questo )?articolo\?|(?:vond je|vindt u) dit artikel (?:nuttig|interessant)\?|(?:понравилась|была ли полезна) (?:эта )?статья\?|bu (?:haber|içerik|yazı) (?:yararlı|faydalı) (?:oldu )?mu\S*|この記事は(?:役に立ちましたか|いかがでしたか)|이 기사가 (?:좋았|도움).{0,12}|nu s-a găsit niciun comentariu"
)
_PLAYER = (  # of films: what Video.js tells who has no pictures, and who has no scripts
    r"video player is loading\.?|this is a modal window\.?(?: this modal can be closed.{0,90})?|(?:current time|duration|remaining time)\s?:?\s?-?\s?\d{1,2}:\d\d(?::\d\d)?|loaded\s?:?\s?\d{1,3}(?:\.\d+)?%|stream type live|seek to live, (?:currently .{3,24})?live|descriptions off, selected"
    r"|(?:captions|subtitles) (?:settings, opens (?:captions|subtitles) settings dialog|off, selected)|beginning of dialog window\. escape will cancel and close the window\.?|end of dialog window\.?|close modal dialog|picture-in-picture(?:fullscreen)?"
    r"|to (?:view|watch|play) this video,? please (?:enable|turn on) javascript.{0,90}|um dieses video (?:anzusehen|abzuspielen|zu sehen|anzuschauen),? (?:bitte )?(?:aktivier|benötig|schalte)\w*.{0,20}javascript.{0,90}|pour (?:voir|visionner|regarder) cette vidéo,? (?:veuillez |merci d[’'])?activer? javascript.{0,90}|para (?:ver|visualizar|reproducir|assistir a?) (?:a )?este vídeo,? (?:por favor,? )?(?:active|activa|habilite|habilita|ative)\w* (?:o |el )?javascript.{0,90}"
    r"|para ver este video,? (?:por favor,? )?(?:active|activa|habilite|habilita)\w* (?:el )?javascript.{0,90}|per (?:vedere|visualizzare|guardare) questo video,? (?:è necessario )?(?:abilita|attiva)\w* javascript.{0,90}|om deze video te (?:bekijken|kunnen bekijken|zien),? .{0,30}javascript.{0,90}|aby (?:obejrzeć|wyświetlić|odtworzyć) (?:ten film|to wideo|ten materiał).{0,30}javascript.{0,90}|för att (?:se|titta på) den här videon.{0,30}javascript.{0,90}|for å se denne videoen.{0,30}javascript.{0,90}"
    r"|pentru a viziona acest video.{0,30}javascript.{0,90}|чтобы (?:посмотреть|просмотреть|увидеть) это видео.{0,30}javascript.{0,90}|щоб (?:переглянути|подивитися) це відео.{0,30}javascript.{0,90}|bu videoyu (?:izlemek|görüntülemek|oynatmak) için.{0,30}javascript.{0,90}|(?:لمشاهدة|لعرض|لتشغيل) هذا الفيديو.{0,30}javascript.{0,90}|για να δείτε αυτό το βίντεο.{0,30}javascript.{0,90}"
)
_SITE = OF_LINES.rarely(
    rf"(?m)^[^\w\n]*(?:{_PLAYER}|{_CONSENT}|{_FEED}|{_INDIAN}|{_FOLLOW}|{_ASKS})[^\w\n]*$"
)  # in lower case


def holds_site_line(lines: str) -> bool:
    """Whether one of several lines, in lower case, is one of these: most pages have none."""
    return _SITE.search(lines) is not None


def is_site_line(line: str) -> bool:
    """Whether a line is one of these."""
    return len(line) <= LONGEST and "\n" not in line and _SITE.search(line.lower()) is not None
