"""How sites ask for consent, in some thirty languages: the trade's own lines, the reader's word for it, the offer beside it; in lower case."""

from __future__ import annotations

from crawler.patterns import rarely

PURPOSES = rarely(  # which the trade's standard gives each question of that kind; in lower case
    r"measure (?:content|advertising|ad|the) performance|measurement of (?:content|advertising)|understand audiences|(?:develop|improve) (?:and improve )?services|create profiles|select (?:basic |personali[sz]ed )?(?:ads|advertising|content)"
    r"|mesurer la performance|comprendre les publics|développer et améliorer les services|créer des profils|sélectionner (?:des|les) (?:publicités|contenus)|messung (?:von|der) (?:werbe|inhalt)|(?:werbeleistung|performance von inhalten)|zielgruppen durch statistiken|verbesserung der angebote|erstellung von profilen"
    r"|medir el rendimiento|comprender al público|mejora de los servicios|crear perfiles|misurare le prestazioni|comprendere il pubblico|(?:migliorare|perfezionare) i servizi|creare profili|medir o desempenho|compreender os públicos|melhorar serviços|criar perfis|prestaties meten|publiek begrijpen|diensten ontwikkelen|profielen aanmaken"
    r"|pomiar (?:wydajności|efektywności)|rozumienie odbiorców|ulepszanie usług|tworzenie profili|měření výkonu|zlepšování služeb|meranie výkon|zlepšovanie služieb|förbättra tjänster|mäta (?:annons|innehåll)|forbedre tjenester|måling af (?:annonce|indhold)|måle? (?:annonse|innhold)|tehokkuuden mittaaminen|palvelujen kehittäminen"
    r"|teljesítményének mérése|szolgáltatások fejlesztése|măsurarea performanței|îmbunătățirea serviciilor|μέτρηση (?:της )?απόδοσης|βελτίωση (?:των )?υπηρεσιών|измерване на ефективността|подобряване на услуги|измерение эффективности|улучшение (?:услуг|сервисов)|вимірювання ефективності|покращення (?:послуг|сервісів)|mjerenje (?:učinka|performansi)|poboljšanje usluga|hizmetleri geliştir|reklam performansı"
)
AND_OR = rarely(  # as the trade's standard joins what is stored and what is read
    r"and/or|und/oder|von oder zugriff|et/ou|y/o|(?<!\w)e/ou?(?!\w)|(?<!\w)i/o(?!\w)|en/of|i/lub|lub dostęp|a/nebo|a/alebo|és/vagy|[șş]i/sau|и/или|ή/και|i/ili|in/ali|och/eller|og/eller|ja/tai|ja/või|un/vai|ir[ /]\(?arba|ve/veya|та/або|և/կամ|da/ose|dhe/ose|及び/又は|および/または|和/或|及/或"
)
ON_A_DEVICE = rarely(
    r"device|endgerät|gerät|appareil|terminal|dispositi|dispozitiv|apparaat|toestel|urządzeni|zařízení|zariaden|eszköz|устройств|συσκευ|uređaj|naprav|enhe[td]|laittee|seadme|ierīc|įrengin|cihaz|пристро|デバイス|端末|设备|設備|裝置"
)
SCANNING = rarely(  # of devices, beside "precise geolocation data"
    r"(?:device scanning|scanning (?:of )?devices|scannen von (?:end)?geräten|(?:analyse|balayage) (?:de l['’]appareil|du terminal|d['’]appareils?)|(?:análisis|escaneo|exploración) de (?:los )?dispositivos?|scansione de(?:l|i) dispositiv\w|(?:procura|leitura|análise|varredura|exame) d[eo]s? (?:\w+ )?dispositivos?|scannen van (?:het )?(?:apparaten|apparaat)|skanowani\w (?:urządze\w+|cech)|skenování zařízení|skenovan\w+ zariaden\w+|eszköz\w* (?:\w+ )?(?:szkennel|átvizsgál|beolvas)\w*|(?:scanarea|scanări[ei]) dispozitiv\w*|сканиране на устройств\w*|σάρωσης? (?:της )?συσκευ\w*)"
    r"|skeniranj\w+ (?:uređaja|naprav\w*)|(?:skanning|scanning|avsökning) a[vf] enhe\w+|enhe[td]sscanning|enhetsskanning|laittee[nt]\w* skannau\w+|laitteita skannaamalla|seadme\w* skan\w+|ierīc\w+ sken\w+|įrengin\w+ (?:skenav|nuskait)\w+|cihaz\w* tara\w+|сканування пристро\w+|сканировани\w+ устройств\w*|デバイスの?スキャン|端末の?スキャン|扫描设备|设备扫描|掃描裝置"
)
AUDIENCES = rarely(  # research into them, beside the measuring of advertisements
    r"audience (?:research|insights)|zielgruppenforschung|erkenntnisse über zielgruppen|études? d['’]audience|(?:investigación|estudios?) de (?:la )?(?:audiencia|público|públicos)|ricerc(?:a|he) sul pubblico|(?:estudos?|pesquisa) de (?:audiência|público)|doelgroep(?:en)?onderzoek|badani[ea] odbiorców|opinii odbiorców|průzkum (?:publika|cílových)|prieskum (?:publika|cieľov)|(?:közönség|célcsoport)[ -]?kutatás|cercetarea? (?:publicului|audienței|privind audien)|проучван\w+ на аудитори|έρευνα κοινού|istraživanj\w+ publike|raziskav\w+ (?:občinstva|publike|ciljn)"
    r"|(?:målgrupps|publik)(?:forskning|undersökning|insikt)|målgruppe(?:indsigt|undersøg|forskning|innsikt)|publikums(?:undersøk|innsikt)|(?:yleisö|kohderyhmä)tutkimus|sihtrühma ?uuring|(?:mērķ)?auditorij\w+ (?:izpēt|pētī)|auditorijos tyrim|hedef kitle araştırma|дослідження аудиторії|(?:исследовани|изучени)\w+ аудитории|オーディエンス調査|受众(?:研究|调查)|受眾研究"
)
ACT = rarely(  # how who reads agrees, in his own words or as a site asks him to
    r"\byour consent|\bi (?:consent|agree)|you (?:consent|agree) to|(?:accept|agree|consent) (?:and|&) continue|\b(?:ihre|deine|ihrer|deiner) (?:einwilligung|zustimmung)|meine einwilligung|ich (?:willige|stimme)|(?:stimmen|willigen) sie|(?:stimmst|willigst) du|(?:zustimmen|akzeptieren|einwilligen) (?:und|&) weiter|votre (?:consentement|accord\b)|vous (?:acceptez|consentez)|accepter et (?:continuer|accéder|fermer)|j['’]accepte|\b(?:su|tu) consentimiento|\b(?:usted )?aceptas?\b.{0,30}cookies|aceptar y continuar|\bacepto\b"
    r"|\b(?:tuo|suo|vostro) consenso|\baccett[io]\b|accetta e (?:continua|prosegui|chiudi)|\bacconsenti|\b(?:seu|teu) consentimento|aceitar e (?:continuar|fechar)|\bconcord[ao] com|\b(?:je|uw|jouw) toestemming|(?:ga|gaat|geeft|geef) (?:je|u) (?:akkoord|toestemming)|ik ga akkoord|(?:akkoord|accepteren) en (?:doorgaan|verder)|(?:twojej|twoja|twoją|państwa) zgod\w+|wyraża(?:sz|m|ją państwo) zgodę|zgadzam się|akceptuj[ęe] i przech\w+|(?:váš|vašeho|vaším|vás o) souhlas\w*|souhlas udělujete|udělujete souhlas|\bsouhlasím|(?:váš|vášho|vaším) súhlas\w*|\bsúhlasím|udeľujete súhlas"
    r"|(?:az ön|ön) hozzájárulás\w*|hozzájárulásod\w*|\bhozzájárul(?:ok|sz)|elfogadom|(?:consimțământul|acordul) (?:dvs|dumneavoastră|tău)|sunt de acord|вашето съгласие|съгласявате|συγκατάθεσή σας|συναίνεσή σας|\bσυμφωνώ|\bαποδέχομαι|(?:vaš\w*|tvoj\w*) (?:pristan\w+|privol\w+|suglasnost|saglasnost|soglasj\w+)|\bprihva(?:ć|t)am|(?:slažem|strinjam) se|ditt samtycke|(?:jag|du) samtycker|godkänn och fortsätt|dit samtykke|(?:jeg|du) (?:accepterer|samtykker|godtar)|accept[eé]r og fortsæt|ditt samtykke|godta og fortsett|suostumuksesi|suostumustasi|\bhyväksyn\b|hyväksy ja jatka"
    r"|(?:teie|sinu) nõusolek\w*|\bnõustun|jūsu piekrišan\w+|\bpiekrītu|jūsų sutikim\w+|\bsutinku|\b(?:rızanız|onayınız|izniniz)\w*|kabul et ve devam|kabul ediyorum|(?:вашу|вашої|ваша) згод\w+|погоджуюс\w+|надаєте згоду|ваше(?:го|му)? согласи\w+|я согласен|вы соглашаетесь|принять и продолжить|(?:vostre|teu) consentiment|\baccepto\b"
)
PAID = rarely(  # what reading without it costs
    r"\bpur\b|(?:per|a|each|/) ?month|monthly|subscri(?:be|ption)|pro monat|monatlich|im monat|/ ?monat|(?<!\w)abo(?!\w)|abonn|par mois|/ ?mois|al mes\b|/ ?mes\b|mensual|suscri|al mese|/ ?mese|mensil|abbona|por mês|/ ?mês|mensal|assina|per maand|/ ?maand|miesięczn|/ ?mies|měsíčn|předpl|mesačn|predpl|havonta|/ ?hó(?!\w)|előfiz|pe lună|lunar|на месец|месечно|абонам|το μήνα|μηνιαί|συνδρομ|mjesečn|mesečn|na mesec|pretplat|naročnin"
    r"|i månaden|per månad|/ ?mån|prenumer|(?:om|i|per) måneden?|/ ?md|kuukau|/ ?kk|tilauk|\bkuus\b|tellimus|mēnesī|abonem|per mėnesį|prenumerat|aylık|ayda|abone|на місяць|щомісяц|передплат|в месяц|ежемесячн|подписк"
)
