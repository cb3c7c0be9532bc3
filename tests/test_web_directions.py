"""Words lie on a page the way their language does, whatever they begin with."""

from tables import each

from crawler.web.directions import direction


@each(
    ("text", "language", "way"),
    [
        ("انطلاق المؤتمر", "ar", "rtl"),
        ("GDEC 2025: افتتاح المؤتمر العالمي", "ar", "rtl"),
        ("OpenAI وMicrosoft في GDEC 2025", "ar", "rtl"),
        ("GDEC 2025 در پکن آغاز شد", "fa-IR", "rtl"),
        ("GDEC 2025: הכנס נפתח", "iw", "rtl"),
        ("GDEC 2025: הכנס נפתח", "heb", "rtl"),
        ("GDEC opens in Beijing", "ar", "ltr"),  # an English line in an Arabic paper
        ("2025", "ar", "ltr"),
        ("", "ar", "ltr"),
        ("«القدس» wrote of the conference", "en", "ltr"),
        ("افتتاح المؤتمر العالمي GDEC", "en", "rtl"),  # the page is mistaken about its language
        ("GDEC: افتتاح المؤتمر العالمي", None, "rtl"),
        ("GDEC: کۆنگرەی جیهانی کرایەوە", "ku", "rtl"),  # Sorani; Kurmanji stands in Latin letters
        ("Kongreya GDEC vebû", "ku", "ltr"),
        ("全球数字经济大会", "zh", "ltr"),
        ("١٢٣", "th", "ltr"),
    ],
)
def test_a_text_lies_the_way_of_its_language(text, language, way):
    assert direction(text, language) == way
