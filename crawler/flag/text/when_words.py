"""Words that tell when an event is, by language: to come, these days, last month. Spelt as in words.py."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.flag.text.words import each

# What stands by them is still to come.
FUTURE: Mapping[str, tuple[str, ...]] = {
    "en": each("will upcoming ahead_of scheduled set_to to_be_held forthcoming plans hopes expects due"),
    "zh": each("将 即将 拟于 计划 又要开 又要举行 就要开 就要举行"),
    "th": each("เตรียม กำลังจะ จะจัด จะ"),
    "ja": each("開催予定 予定 計画"),
    "ko": each("예정 열린다 앞두고 계획 나선다 참가한다"),
    "vi": each("sẽ sắp"),
    "id": each("akan mendatang"),
    "es": each(
        "irán estarán llevarán presentarán mostrará mostrarán viajará viajarán abra abrirá abrirán será próximo próxima celebrará irá estará llevará presentará tendrá_lugar"
    ),
    "pt": each("abrirá abrirão será próximo próxima vai terá estará levará apresentará"),
    "fr": each("ouvrira ouvrent prochain prochaine aura_lieu se_tiendra sera seront présentera ira"),
    "de": each("öffnet wird kommende* werden soll"),
    "ru": each("откроется пройдет состоится предстоящ* будет будут планирует намерен*"),
    "ar": each("ستستضيف المقبل سينطلق"),
    "tr": each("yapılacak düzenlenecek olacak katılacak gösterilecek"),
    "it": each("aprirà apriranno sarà saranno terrà terranno prossimo prossima andrà porterà presenterà"),
    "nl": each("zal zullen komende aanstaande"),
    "pl": each("otworzy będzie będą odbędzie pojedzie pokaże weźmie"),
    "uk": each("відкриється буде будуть відбудеться"),
    "ms": each("akan"),
    "hi": each("होगा होगी होंगे"),
    "cs": each("bude budou otevře představí pojede chystá"),
    "sv": each("ska kommer_att visar öppnar"),
    "da": each("skal"),
    "fa": each("خواهد خواهند آینده"),
    "el": each("θα"),
}
# Words of news: what they stand by happens as the article appears.
TODAY: Mapping[str, tuple[str, ...]] = {
    "en": each("today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday this_week"),
    "zh": each("今天 昨天 明天 今日 昨日 日前 近日 本周 当天 当日"),
    "th": each("วันนี้ เมื่อวาน วันจันทร์ วันอังคาร วันพุธ วันพฤหัส วันศุกร์ วันเสาร์ วันอาทิตย์ สัปดาห์นี้"),
    "ja": each("今日 昨日 本日 明日 今週 このほど"),
    "ko": each("오늘 어제 내일 이번주 이번_주 지난_"),
    "vi": each("hôm_nay hôm_qua sáng_nay chiều_nay tuần_này"),
    "id": each("hari_ini kemarin senin selasa rabu kamis jumat sabtu minggu pekan_ini"),
    "es": each("hoy ayer lunes martes miércoles jueves viernes sábado domingo esta_semana"),
    "pt": each("hoje ontem segunda-feira terça-feira quarta-feira quinta-feira sexta-feira esta_semana"),
    "fr": each("aujourd'hui hier lundi mardi mercredi jeudi vendredi samedi dimanche cette_semaine"),
    "de": each("heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag diese_woche"),
    "it": each("oggi ieri lunedì martedì mercoledì giovedì venerdì sabato domenica questa_settimana"),
    "nl": each("vandaag gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag deze_week"),
    "ru": each("сегодня вчера понедельник* вторник* сред* четверг* пятниц* суббот* воскресен*"),
    "ar": each("اليوم امس الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد"),
    "tr": each("bugün dün pazartesi salı çarşamba perşembe cuma cumartesi bu_hafta"),
    "pl": each("dziś wczoraj poniedziałek wtorek środę czwartek piątek sobotę niedzielę"),
}
MONTH_AGO = (
    "last month",
    "上个月",
    "上月",
    "เดือนที่แล้ว",
    "先月",
    "지난달",
    "tháng trước",
    "bulan lalu",
    "mes pasado",
    "mês passado",
    "mois dernier",
    "letzten monat",
    "vergangenen monat",
    "mese scorso",
    "прошлом месяце",
    "الشهر الماضي",
    "geçen ay",
)
