"""The days of the week, in many languages, as they end what stands before a date: "Ann Lee, Monday", "Танјуг понедељак"."""

from __future__ import annotations

import re

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
