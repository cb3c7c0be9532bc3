"""A month that opens a sentence, and a verb of the past behind it → it is over: "En enero, Nvidia sorprendió en el CES", "Im
Januar stahl ein Roboter auf der CES allen die Schau".

So placed the month is the verb's time, whatever the verb; elsewhere "announced a show at CES in January" is of the January to
come, which bygone.py tells verb by verb. Patterns over folded text.
"""

from __future__ import annotations

from crawler.flag.editions.told_words import STOP
from crawler.patterns import lazily

FAR = 120  # characters from the month to the end of what is told of it
_OPENS = lazily(
    r"(?:^|[.!?\n\x02] ?)(?:(?:already |as early as |it was |back )?in(?: early| late| mid)?|(?:bereits |schon |noch )?im|en|em|nel|a|au mois d[e ]|ya en|fue en|foi em|c était en|dès|già a|in de maand|i|w|v|в|у|już w|už v|ještě v|еще в|уже в|ще в) $"
)
_HAN_OPENS = lazily(r"(?:^|[.!?。！？\n\x02] ?)(?:今年の?|올해 )?$")
# The verb is the second in a sentence of these languages, right behind the month.
_SECOND = (
    r"(?:(?!(?:möchten?|könnten?|sollten?|würden?|dürften?|müssten?|heute|letzte|næste|neste|sidste|siste|første|største|bedste|beste|fleste|seneste|große?|erste|geplante|erwartete|angekündigte|angesetzte|laatste|grote|eerste|beide|zelfde|ende|nästa)(?!\w))[^\W\d_]{3,}(?:te|ade|ede)|[^\W\d_]{2,}(?:ierten|igten|ckten|llten|tteten|rteten|steten|ichneten|eerden)"
    # "starten", "treten", "zetten" are of the present: of those on -ten only what no present ends with, and some
    r"|besuchten|suchten|kauften|machten|tauchten|reisten|feierten|freuten|führten|hörten|spielten|lernten|brachten|dachten|maakten|werkten|stapten|bezochten|verrasten"
    r"|war|waren|kam|kamen|gab|ging|gingen|stahl|stahlen|zog|zogen|nahm|fand|stand|sprach|trat|traf|ließ|hielt|lud|brachte|sah|hatte|hatten|wurde|wurden|hat|haben|kwam|kwamen|was|ging|stal|nam|gaf|werd|toonde|zorgde|bracht|trok|stond|var|kom|stal|tog|fik|fick|blev|ble|gjorde|drog|trak|stjal|gikk|gick|hade|havde|hadde)(?!\w)"
)
_PAST = lazily(
    r"(?<!\w)(?:"
    # English
    r"(?:surprised|stunned|impressed|amazed|dazzled|wowed|delighted|shocked|grabbed|dominated|turned|showed|kicked|promised|premiered|debuted|caused|sparked|triggered|unveiled|launched|presented|introduced|announced|revealed|arrived|appeared|walked|danced|opened|signed|returned|filled|attracted|captured|generated|landed|pulled|raised|received|earned|started|ended|looked|seemed|talked|marked|followed|visited|attended|hosted)(?! (?:by|up|last|this|earlier|two|three)(?!\w))"
    r"|stole|took|made|came|went|saw|was|were|had|won|drew|brought|got|became|began|sold|shook|stood|spoke"
    r"|[^\W\d_]{2,}(?:ó|aron|ieron)|(?:fue|fueron|hizo|hicieron|puso|tuvo|dijo|trajo|había|ha sido)"
    r"|(?!(?:vou|viseu|coliseu|trofeu|ateneu|pneu|sou|estou|dou|meu|seu|teu|europeu|museu|ateu|judeu|liceu|lieu|peu|milieu|enjeu|bleu|adieu|dieu|aveu|neveu)(?!\w))[^\W\d_]{2,}(?:ou|eu|iu|aram|eram|iram)|(?:foi|foram|fez|teve|trouxe|disse|houve)"
    r"|(?:ont|avait|avaient|s est|se sont) (?:[^\W\d_]+ ){0,2}[^\W\d_]{2,}(?:ée?s?|is|ises?|it|ites?|us?|ues?|erte?s?)|a (?:[^\W\d_]+ )?(?:(?!(?:josé|café|bebé)(?!\w))[^\W\d_]{2,}é|surpris|pris|conquis|promis|mis|séduit|fait|introduit|produit|ouvert|offert|vu|tenu|reçu|connu|eu|convaincu|permis|ravi|réuni|rempli)|(?:fut|furent|était|étaient)"
    r"|(?:ha|hanno|aveva|avevano|si è|si sono) (?:[^\W\d_]+ ){0,2}[^\W\d_]{2,}(?:at[oaie]|ut[oaie]|it[oaie]|s[oaie]|tt[oaie]|rt[oaie]|st[oaie])"
    r"|(?:удиви|порази|покори|затми|привлек|вызва|показа|произве|ста|бы|прозвуча|прогреме|блесну|собра|дебютирова|вырва|украси|завоева|громыхну)л[аои]?|(?:вразив|здивував|підкорив|показав|став|був|зібрав|викликав|привернув|прозвучав)|(?:вразил|здивувал|підкорил|показал|стал|бул|зібрал|викликал|привернул|прозвучал)[аои]"
    r"|(?:zaskoczy|zachwyci|skrad|by|przyciągną|wywoła|pokaza|zrobi|wzbudzi|rozbi|przykuł|podbi)ł[aoy]?|(?:zaskoczy|zachwyci|pokaza|zrobi|wzbudzi|podbi)li|(?:překvapi|ohromi|uchváti|ukáza|vyvola|prekvapi|ohúri|získa|by|bo)l(?:[aoy]|i(?! (?:pracown|szef|minist|prezes|uczest|człon|dyrekt)))?"
    r")(?!\w)"
)
_SECOND_VERB = lazily(rf",? {_SECOND}")
# In what stands between: it is yet to be done, or now.
_NOT_SO = lazily(
    r"(?<!\w)(?:will|would|is|are|may|might|can|could|should|to be|to come|wird|werden|soll|sollen|will|kann|hopes?|plans?|wants?|expects?|será|serán|sera|seront|va|van a|vai|vão|vont|podría|poderia|pourrait|potrebbe|sarà|saranno|irá|irão|quiere|quer|veut|vuole|espera|prévoit|prevé|prevede|zal|zullen|kan|ska|skal|kan"
    r"|будет|будут|может|буде|будуть|będzie|będą|bude|budou|que|che|qui|who|which|that|котор\w+|któr\w+|kter\w+|ktor\w+|який\w*|яка|які|що|which|if|wenn|falls|dass|ob|dat|att|że|že|что|чтобы)(?!\w)"
)
_KOREAN_OR_JAPANESE = lazily(
    r"(?:[しいきちりみびげせめれけてえっ]た|んだ|だった)(?:。|\n|$)|(?:했|됐|었|았|였|혔|렸|졌|켰|냈)다(?:\.|\n|$)"
)
_SAID_SO = lazily(
    r"と(?:述べ|话し|发表|明かし|语っ|说明|传え|报じ|予想)|する(?!と[、,])|(?:する|した|る)と[^、。]{0,8}(?:决め|明らか|发表)|に(?:出す|出る|出展する|持ち込む|送る)(?=[一-鿿ァ-ヴ])|(?:할|될|보일|낼|칠|릴|나올|나설) |참[가여](?:할| ?기업| ?업체|사를|단)|予定|计划|方针|见通し|ため|向け|(?:다|라)고|예정|계획|위해|하기로|겠"
)


def month_first(text: str, place: tuple[int, int], month: tuple[int, int]) -> bool:
    """Whether the folded `month` opens the sentence of the name at `place`, and what stands between is of the past."""
    if month[1] > place[0] or place[0] - month[1] > FAR or STOP.search(text, month[1], place[0]):
        return False
    han = max(text[month[0] : month[1]]) > "\u2e80"
    if not (_HAN_OPENS if han else _OPENS).search(text, max(0, month[0] - 24), month[0]):
        return False
    if han:
        stop = STOP.search(text, place[1], place[1] + FAR)
        end = min(stop.end() if stop else len(text), place[1] + FAR)
        verb = _KOREAN_OR_JAPANESE.search(text, place[1], end)
        return verb is not None and not _SAID_SO.search(text, month[1], verb.end())
    if _NOT_SO.search(text, month[1], place[0]):
        return False
    return bool(_SECOND_VERB.match(text, month[1], place[0]) or _PAST.search(text, month[1], place[0]))
