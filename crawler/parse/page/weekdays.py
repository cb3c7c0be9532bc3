"""The days of the week, in many languages, as they end what stands before a date: "Ann Lee, Monday", "Танјуг понедељак"."""

from __future__ import annotations

import re
from datetime import date

from crawler.patterns import lazily

DAY = lazily(  # of the week, behind a whole name
    r"(?<=\S)(?<!^)[\s,،|]+(?:يوم\s|on\s)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|domenica"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя|pazartesi|salı|çarşamba|perşembe|cumartesi|senin|selasa|rabu|kamis|jumat"
    r"|понедељак|понеделник|понеделок|уторак|сряда|четвртак|четвъртък|четврток|петак|петък|петок|събота|сабота|недеља|неделя|недела|ponedjeljak|ponedeljak|ponedeljek|utorak|torek|srijeda|sreda|četvrtak|četrtek|petak|petek|subota|nedjelja|nedelja|pondelok|utorok|streda|štvrtok|piatok|nedeľa"
    r"|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|måndag|mandag|tisdag|tirsdag|onsdag|torsdag|fredag|lördag|lørdag|söndag|søndag|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή"
    r"|jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili|thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật"
    r"|(?:ال)?(?:[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت)|(?:یک|دو|سه|چهار|پنج)?\u200c?شنبه|جمعه|پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار|(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार|(?:সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র|শনি|রবি)বার|יום\s\S{1,5})[\s,،:]*$",
    re.I,
)
_ORDER = (  # Monday first, in languages in which people are called so, too: Freitag, Domingo, Piątek, Sun
    "mon monday montag lundi lunes lunedì lunedi maandag poniedziałek pondělí понедельник понеділок понедељак ponedjeljak hétfő luni måndag mandag maanantai senin pazartesi",
    "tue tues tuesday dienstag mardi martes martedì martedi dinsdag wtorek úterý вторник вівторок utorak kedd marți tisdag tirsdag tiistai selasa salı",
    "wed wednes wednesday mittwoch mercredi miércoles mercoledì mercoledi woensdag środa středa streda среда середа srijeda szerda miercuri onsdag keskiviikko rabu çarşamba",
    "thu thurs thursday donnerstag jeudi jueves giovedì giovedi donderdag czwartek čtvrtek štvrtok четверг четвер četvrtak csütörtök joi torsdag torstai kamis perşembe",
    "fri friday freitag vendredi viernes venerdì venerdi vrijdag piątek pátek piatok пятница петак petak petek péntek vineri fredag perjantai jumat",
    "sat satur saturday samstag samedi sábado zaterdag суббота субота субота subota szombat sâmbătă lördag lørdag lauantai cumartesi",
    "sun sunday sonntag dimanche domingo domenica zondag niedziela neděle nedeľa воскресенье неділя недеља nedjelja nedelja vasárnap duminică söndag søndag sunnuntai",
)
MONTHS = 12
_PLACE = {word: place for place, words in enumerate(_ORDER) for word in words.split()}


def is_weekday(word: str) -> bool:
    """Whether a word names a day of the week."""
    return word.lower() in _PLACE


def is_other_day(word: str, day: date) -> bool:
    """Whether a word names a day of the week on which `day` is not, and so is somebody's name beside it."""
    place = _PLACE.get(word.lower())
    if place is None or place == day.weekday():
        return False
    # 03/07 may be the seventh of March
    return day.day > MONTHS or place != day.replace(month=day.day, day=day.month).weekday()
