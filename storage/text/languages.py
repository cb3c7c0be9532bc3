"""What people and pages call a language → the code that articles bear: ISO 639-1, of three letters where it has none.

By ISO 639: codes of two letters, of three (terminologic and bibliographic), and members of larger languages, which
count as those (Mandarin as Chinese). A person may write the English name instead.
"""

from __future__ import annotations

import difflib
import re

_TAG = re.compile(r"([a-zA-Z]{2,3})((?:[-_][a-zA-Z0-9]{2,8}){0,3})")  # a code, then script and region
LONGEST = 40  # characters of a tag or a name
_LANGUAGES = """
aa aar Afar, ab abk Abkhazian, ae ave Avestan, af afr Afrikaans, ak aka Akan, am amh Amharic
an arg Aragonese, ar ara Arabic, as asm Assamese, av ava Avaric, ay aym Aymara, az aze Azerbaijani
ba bak Bashkir, be bel Belarusian, bg bul Bulgarian, bh bih Bihari, bi bis Bislama, bm bam Bambara
bn ben Bengali, bo bod Tibetan, br bre Breton, bs bos Bosnian, ca cat Catalan, ce che Chechen
ch cha Chamorro, co cos Corsican, cr cre Cree, cs ces Czech, cu chu Church Slavonic, cv chv Chuvash
cy cym Welsh, da dan Danish, de deu German, dv div Maldivian, dz dzo Dzongkha, ee ewe Ewe, el ell Greek
en eng English, eo epo Esperanto, es spa Spanish, et est Estonian, eu eus Basque, fa fas Persian
ff ful Fulah, fi fin Finnish, fj fij Fijian, fo fao Faroese, fr fra French, fy fry Frisian, ga gle Irish
gd gla Scottish Gaelic, gl glg Galician, gn grn Guarani, gu guj Gujarati, gv glv Manx, ha hau Hausa
he heb Hebrew, hi hin Hindi, ho hmo Hiri Motu, hr hrv Croatian, ht hat Haitian, hu hun Hungarian
hy hye Armenian, hz her Herero, ia ina Interlingua, id ind Indonesian, ie ile Interlingue, ig ibo Igbo
ii iii Yi, ik ipk Inupiaq, io ido Ido, is isl Icelandic, it ita Italian, iu iku Inuktitut, ja jpn Japanese
jv jav Javanese, ka kat Georgian, kg kon Kongo, ki kik Kikuyu, kj kua Kwanyama, kk kaz Kazakh
kl kal Greenlandic, km khm Khmer, kn kan Kannada, ko kor Korean, kr kau Kanuri, ks kas Kashmiri
ku kur Kurdish, kv kom Komi, kw cor Cornish, ky kir Kyrgyz, la lat Latin, lb ltz Luxembourgish, lg lug Ganda
li lim Limburgish, ln lin Lingala, lo lao Lao, lt lit Lithuanian, lu lub Luba-Katanga, lv lav Latvian
mg mlg Malagasy, mh mah Marshallese, mi mri Maori, mk mkd Macedonian, ml mal Malayalam, mn mon Mongolian
mr mar Marathi, ms msa Malay, mt mlt Maltese, my mya Burmese, na nau Nauru, nd nde North Ndebele
ne nep Nepali, ng ndo Ndonga, nl nld Dutch, no nor Norwegian, nr nbl South Ndebele, nv nav Navajo
ny nya Chichewa, oc oci Occitan, oj oji Ojibwa, om orm Oromo, or ori Odia, os oss Ossetian, pa pan Punjabi
pi pli Pali, pl pol Polish, ps pus Pashto, pt por Portuguese, qu que Quechua, rm roh Romansh, rn run Rundi
ro ron Romanian, ru rus Russian, rw kin Kinyarwanda, sa san Sanskrit, sc srd Sardinian, sd snd Sindhi
se sme Northern Sami, sg sag Sango, si sin Sinhala, sk slk Slovak, sl slv Slovene, sm smo Samoan
sn sna Shona, so som Somali, sq sqi Albanian, sr srp Serbian, ss ssw Swati, st sot Sotho, su sun Sundanese
sv swe Swedish, sw swa Swahili, ta tam Tamil, te tel Telugu, tg tgk Tajik, th tha Thai, ti tir Tigrinya
tk tuk Turkmen, tl tgl Filipino, tn tsn Tswana, to ton Tonga, tr tur Turkish, ts tso Tsonga, tt tat Tatar
tw twi Twi, ty tah Tahitian, ug uig Uyghur, uk ukr Ukrainian, ur urd Urdu, uz uzb Uzbek, ve ven Venda
vi vie Vietnamese, vo vol Volapük, wa wln Walloon, wo wol Wolof, xh xho Xhosa, yi yid Yiddish, yo yor Yoruba
za zha Zhuang, zh zho Chinese, zu zul Zulu
"""
_SAME_AS = """
acm ar, aeb ar, afb ar, alb sq, als sq, apc ar, arb ar, arm hy, ars ar, ary ar, arz ar, ayc ay, ayr ay
azb az, azj az, baq eu, bcl bik, bur my, bxr bua, cdo zh, chi zh, ckb ku, cmn zh, cnr sr, crk cr, csw cr
cze cs, diq zza, dty ne, dut nl, ekk et, fil tl, fre fr, fuc ff, fuf ff, gan zh, geo ka, ger de, gom kok
gre el, gug gn, hak zh, hbs sr, hsn zh, ice is, ikt iu, in id, iw he, ji yi, jw jv, khk mn, kiu zza, kmr ku
knc kr, koi kv, kpv kv, ltg lv, lvs lv, lzh zh, mac mk, mao mi, may ms, mhr chm, mo ro, mol ro, mrj chm
nan zh, nb no, nn no, nno no, nob no, npi ne, ojb oj, ory or, pbt ps, pbu ps, per fa, pes fa, plt mg
pnb pa, prs fa, pst ps, qud qu, quy qu, quz qu, rum ro, scc sr, scr hr, sdh ku, sh sr, slo sk, swc sw
swh sw, tib bo, uzn uz, uzs uz, vro et, wel cy, wuu zh, ydd yi, yue zh, zsm ms
"""  # bibliographic and former codes, members
_LONGER = """
ace ach ada ady ain ale alt ami anp arn arp arw ast awa bal ban bar bas bej bem bew bho bik bin bjn bla blk
bpy bra brx bua bug byn cad car cbk ccp ceb cgg chk chm chn cho chp chr chy crh crs csb dag dak dar dav del
den dga dgr din dje doi dsb dtp dua dyo dyu ebu efi eka esu ewo ext fan fat fon frp frr frs fur gaa gag gay
gba gcf gcr gez gil glk gon gor got gpe grb gsw guc gur guw guz gwi hai haw hif hil hmn hne hnj hsb hup hyw
iba igl ilo inh jam jpr jrb kaa kab kac kam kbd kbp kcg kde kea kge kgp kha khw kln kmb kok kos kpe krc kri
krl kru ksh ksw kum kus kut lad lah lam lbe lez lif lij lkt lld lmo lol loz lrc lua lun luo lus luy lzz mad
mag mai mak man mas mdf mdr men mer mfe mic min miq mnc mni mnw moh mos mus mwl mwr myv mzn nap naq nds new
nhn nia niu nog nqo nso nup nus nym nyn nyo nzi olo osa pag pam pap pau pcd pcm pdc pfl pis pms pnt pon quc
raj rap rar rcf rhg rif rki rmy rom rue rup sad sah saq sas sat scn sco seh sel ses sgs shi shn sid skr sma
smj smn sms snk srn srr ssy stq suk sus syr szl szy tay tcy tdd tem teo ter tet tig tiv tkl tli tly tmh tog
tpi trv tsi tum tvl tyv tzm udm umb vai vec vep vls vmw vot wae wal war was xal xmf xnr xog yao yap yrl yua
zap zea zen zgh zom zun zza
"""  # written languages that have three letters alone
_COUNTRIES = """
al sq, at de, cn zh, cz cs, dk da, eg ar, gb en, ge ka, gr el, hk zh, il he, ir fa, jp ja, kh km, kp ko, mm my
mx es, np ne, rs sr, ua uk, us en, vn vi
"""  # countries that are written where a language is meant

_ROWS = [row.split(None, 2) for row in re.split(r", |\n", _LANGUAGES.strip())]
NAMES = {short: name for short, _, name in _ROWS}  # in English
_BY_NAME = {name.lower(): short for short, name in NAMES.items()}


def _pairs(rows: str) -> dict[str, str]:
    return dict(row.split() for row in re.split(r", |\n", rows.strip()))


_SHORTEST = {longer: short for short, longer, _ in _ROWS} | _pairs(_SAME_AS)
_KNOWN = NAMES.keys() | frozenset(_LONGER.split())
_MEANT = _pairs(_COUNTRIES)


def shortest(code: str) -> str:
    """A code in lower case as articles bear it; what is none stays as it came."""
    return _SHORTEST.get(code) or _MEANT.get(code, code)


def codes_of(language: str) -> tuple[str, ...]:
    """Every code that means `language`, a code in lower case: its shortest first."""
    short = shortest(language)
    return (
        short,
        *(code for code in (*_SHORTEST, *_MEANT) if code not in _KNOWN and shortest(code) == short),
    )


def language_of(said: str) -> str | None:
    """The code for what somebody calls a language: a tag of any script and region, or an English name; else None."""
    tag = tag_of(said.strip())
    return tag.partition("-")[0] if tag else _BY_NAME.get(said.strip().lower())


def tag_of(said: str) -> str | None:
    """A language tag with its shortest code, script and region as they were; None where the code is none."""
    tag = _TAG.fullmatch(said)
    if tag is None:
        return None
    code = _SHORTEST.get(tag[1].lower(), tag[1].lower())
    return code + tag[2].replace("_", "-") if code in _KNOWN else None


def no_language(said: str) -> str:
    """Says that `said` is no language, and what was probably meant."""
    said = said[:LONGEST]
    low = said.strip().lower()
    code = _MEANT.get(re.split("[-_]", low)[0]) or language_of(low)
    near = [_BY_NAME[name] for name in difflib.get_close_matches(low, _BY_NAME, 1, 0.8)]
    for meant in [code] if code else near:
        return f"{said!r} is not a language code; did you mean {meant} ({NAMES.get(meant, meant)})?"
    return f"{said!r} is not a language code; write one like th or zh-Hant, or a name like Thai"
