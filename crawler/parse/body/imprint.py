"""A line → whether it tells who holds the rights, or who took a picture, and nothing else."""

from __future__ import annotations

from crawler.parse.page.families import OF_LINES
from crawler.parse.page.stops import WIDE
from crawler.patterns import lazily

CREDIT = 80  # characters of one of a picture
IMPRINT = 160  # characters: a longer line that begins with © is a text

_PICTURE = lazily(  # in lower case
    r"^\W{0,3}(?:photo(?:graph|s|grapher)?|foto|credit|crédit|kuva|fotó|fotoğraf|zdjęcie|zdj\.|φωτο(?:γραφία)?|фотография|фото|світлина|снимка|图片来源|图源|圖片來源|照片提供|摄影|攝影|写真|撮影|사진|ภาพ|ảnh|फ[ोॉ]टो|तस्वीर|ছবি|عکس|تصویر|الصورة|صورة|צילום|תמונה)\s*([:：/]).{0,50}$"
)
_NAMES = 6  # words of one at most: more are a sentence where they end in a stop, or stand behind a stroke ("photo/video")
_STOPS = (".", "!", "?")
_TOLD = 3  # words that name somebody in small letters: "courtesy of the museum"; more are a sentence where they end in a stop
_HELD = OF_LINES.rarely(  # copyright lines, in lower case
    r"^\W{0,3}(?:original-content von:|©|\(c\)\s|copyright\b\W*(?:\(c\)|\d{4})|版[权權]所有|著作権|สงวนลิขสิทธิ์|저작권)"
    r"|^\W{0,3}(?=[^.!?]*(?:\b(?:be|bez|brez|without)\s(?:[\w/]+\s){0,4}(?:sutikim|leidim|atļauj|piekriš|zgody|zezwol|pozwol|souhlas|súhlas|svolen|povolen|dozvol|dopušt|odobren|suglasn|saglasn|dovoljen|permission|consent)|\bloata\b|nõusolekuta))(?:kopij|kopī|kopeer|kopír|kopiow|kopir|przedruk|pārpubl|perpubl|preuzim|prenos|prenaš|reprodu|tekst|objav|fragment|any (?:copying|reproduction))[^.!?]{0,100}(?:draudžiam|aizlieg|keelatud|prepoveda|zabranj|zabronion|zakázán|zakazan|prohibited|forbidden)\w*(?:\s(?:be|bez|brez|without|ilma)\s[^.!?,]{0,60})?\W*$|^\W{0,3}(?=[^.!?]*(?:\b(?:be|bez|brez|without)\s(?:[\w/]+\s){0,4}(?:sutikim|leidim|atļauj|piekriš|zgody|zezwol|pozwol|souhlas|súhlas|svolen|povolen|dozvol|dopušt|odobren|suglasn|saglasn|dovoljen|permission|consent)|\bloata\b|nõusolekuta))(?:draudžiama|zabranjeno je|aizliegts|zabrania się|je zakázáno) (?:kopij|kopī|kopír|kopiow|kopir|preuzim|perpubl|pārpubl|prenaš|cit|be |bez )[^.!?]{0,100}\W*$"
    r"|all rights? reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados"
    r"|tutti i diritti riservati|alle rechten voorbehouden|все права защищены|^\W*при (?:полной или частичной |любой )?(?:перепечатке|копировании|использовании)[^.!?]{0,60}ссылка[^.!?]{0,60} обязательн\w*(?:\W*$|\.\s)|wszelkie prawa zastrzeżone|tüm haklar[ıi] sakl[ıi]d[ıi]r"
    r"|hak cipta dilindungi|(?:všechna|všetky|autorské|autorska) práva (?:sú |jsou )?vyhrazen|(?:všetky|autorské) práva (?:sú )?vyhraden|minden jog fenntartva|toate drepturile (?:sunt )?rezervate|sva (?:autorska )?prava (?:su )?(?:pridržana|zadržana)|vse pravice (?:so )?pridržane|всички права (?:са )?запазени|(?:усі|всі) права (?:захищен|застережен)|alla rättigheter (?:är )?förbehållna|alle (?:rettigheter|rettigheder) (?:er )?forbehold"
    r"|kaikki oikeudet pidätetään|με επιφύλαξη παντός δικαιώματος|^\W{0,3}(?:նյութեր(?:ը|ից) )?մեջբերում(?:ներ)? (?:անելիս|կատարելիս)[^։:]{0,80}պարտադիր է\W*$|^\W{0,3}(?:მასალის|ინფორმაციის) (?:გადაბეჭდვ|გამოყენებ)[^.!?]{0,80}(?:აუცილებელია|აკრძალულია)\W*$|^\W{0,3}materialdan istifadə[^.!?]{0,80}(?:mütləqdir|vacibdir)\W*$|^\W{0,3}ndalohet (?:kopjimi|ribotimi|riprodhimi)[^.!?]{0,100}\W*$|^\W{0,3}απαγορεύεται (?:αυστηρά )?η (?:(?:ολική|μερική) (?:ή μερική )?)?(?:αναδημοσίευση|αναπαραγωγή)[^.!?;]{0,100}\W*$|visos teisės (?:yra )?saugomos|visas tiesības (?:ir )?(?:aizsargātas|paturētas)|kõik õigused (?:on )?(?:kaitstud|reserveeritud)|allur réttur áskilinn|tots els drets reservats|të gjitha të drejtat (?:e|janë të) rezervuara|сва права (?:су )?задржана|сите права (?:се )?задржани|bütün hüquqlar(?:ı)? qorunur|барлық құқықтар қорғалған|բոլոր իրավունքները պաշտպանված|ყველა უფლება დაცულია"
    r"|כל הזכויות שמורות|(?:تمام|کلیه) حقوق[^.]{0,40} محفوظ|सर्वाधिकार सुरक्षित|সর্বস্বত্ব সংরক্ষিত|mọi quyền được bảo lưu|جميع الحقوق محفوظة|保留所有[权權]利|无断转载|(?:^\W{0,3}|(?:未经|未經|版权|版權|作品|原创|原創)[^。！\n]{0,24})(?:严禁|嚴禁|谢绝|謝絕)(?:转载|轉載)[！!。.）)】\s]*$|無断(?:転載|複写)|สงวนลิขสิทธิ์|무단\s?전재|bản quyền thuộc"
)


def is_imprint(line: str) -> bool:
    """Whether a line tells who holds the rights, or who took the picture, and nothing else."""
    return len(line) < IMPRINT and (_HELD.search(line.lower()) is not None or is_credit(line))


def is_credit(line: str) -> bool:
    """Whether a line tells who took the picture above it, and nothing else."""
    found = _PICTURE.search(line.lower()) if len(line) < CREDIT else None
    if found is None:
        return False
    named = line[found.end(1) :].split()
    small = len(named) > _TOLD and not any(word[0].isupper() or word[0].isdigit() for word in named)
    signs = (found[1] == "/") + (len(line.split()) > _NAMES or small) + line.endswith(_STOPS)
    return signs < 2 and not line.endswith(WIDE)  # no name has one of these behind it
