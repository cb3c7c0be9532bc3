"""The words by which pages name the source of a text, language by language, and those that speak of pictures or data.

All in lower case; what follows the label is the name.
"""

from __future__ import annotations

import re

from crawler.patterns import lazily

# what may stand before a name after a colon, at the beginning of a line or behind a separator
LABELS = (
    *("source", "sources", "story source", "article source", "original source", "news source", "originally published by"),  # English, French
    *("originally published in", "originally published on", "first published by", "republished from", "via", "courtesy of"),
    *("quelle", "quellen", "mit material von", "mit material der", "bron", "kilde", "kilder", "källa", "källor"),
    *("lähde", "lähteet", "heimild", "fonte", "fonti", "fontes", "fuente", "fuentes", "font", "con información de"),
    *("com informações de", "πηγή", "πηγές", "πηγη", "kaynak", "źródło", "źródła", "źrodło", "zdroj", "zdroje"),
    *("vir", "izvor", "izvori", "извор", "forrás", "sursa", "sursă", "surse", "allikas", "avots", "šaltinis", "burimi"),
    *("источник", "источники", "по материалам", "по данным", "джерело", "за матеріалами", "крыніца", "източник"),
    *("дереккөз", "manba", "mənbə", "წყარო", "աղբյուր", "المصدر", "مصدر", "المصادر", "منبع", "ماخذ", "מקור", "स्रोत"),
    *("सूत्र", "সূত্র", "ஆதாரம்", "ที่มา", "ที่มาข่าว", "แหล่งที่มา", "แหล่งข่าว", "ขอบคุณที่มา", "ที่มาและภาพ", "ข้อมูลจาก", "ที่มาข้อมูล", "ขอบคุณข้อมูลจาก", "ข่าวจาก", "ທີ່ມາ", "ប្រភព"),
    *("nguồn", "nguồn tin", "theo", "sumber", "sumber berita", "pinagmulan", "출처", "자료제공", "자료 제공", "제공", "эх сурвалж"),
)  # fmt: skip

# the same in scripts that put no space before them: they may stand anywhere in a line
UNSPACED = (
    *("文章来源", "稿件来源", "新闻来源", "消息来源", "信息来源", "原文来源", "来源", "文章來源", "新聞來源", "消息來源", "來源", "稿源"),
    *("文章来源于", "信源", "出处", "出處", "转载自", "轉載自", "转自", "轉自", "摘自", "出典", "引用元", "情報元", "配信元", "ソース"),
)  # fmt: skip
# before them: of a picture, of figures, of a film
NOT_OF_TEXT = (
    *("图片", "圖片", "图", "圖", "照片", "数据", "數據", "资料", "資料", "视频", "影片", "图表", "圖表", "画像", "写真", "データ"),
)  # fmt: skip

PICTURE = lazily(  # before a label, or in a line that an agency signs: it is a picture's, a chart's or a table's
    r"\b(?:photos?|pictures?|images?|pic|video|graphics?|infographics?|charts?|figures?|table|data|map|fotos?|foto|bild|bilder|"
    r"grafik|infografik|imagen|imágenes|gráfico|grafica|immagini?|illustration|crédit|credits?|fot|zdjęci[ae]|obrázek|kép|"
    r"φωτο\w*|фото|изображение|графика|инфографика|تصوير|صورة|الصورة|ảnh|hình|gambar|ilustrasi|weather|pool)\b|©|bildquelle|"
    r"bildnachweis|ภาพ|รูป|กราฟิก|图片|圖片|照片|图源|圖源|供图|供圖|摄影|攝影|写真|画像|撮影|사진|그래픽|이미지",
)
BANKS = lazily(  # names of those who lend pictures and figures, and of places where everybody writes
    r"getty|shutterstock|istock|wikimedia|wikipedia|unsplash|pexels|pixabay|imago|statista|adobe ?stock|alamy|depositphotos|"
    r"freepik|east news|screenshot|youtube|facebook|instagram|twitter|tiktok|truth social|google maps|paypal|"
    r"\b(?:photo|foto|фото|infografi[ck]|grafik)s?\b|ภาพ|图片|圖片|写真|사진"
)
# where the name ends: at another entry of the line, a date, a sentence
ENDS = lazily(
    r"\s*[|｜•·\n;；。\]】」(（)）]|\s{3,}|\s+[–—-]\s+|,\s+(?=\d)|\.\s+(?=\S)|[\s　]*(?=\d{4}[-/年.])|\s+(?=\d{1,2}[:/.]\d)|"
    r"[\s　]*(?:作者|编辑|編輯|责任|責任|责编|責編|记者|記者|时间|時間|发布|發佈|發布|字号|字號|分享|浏览|阅读|閱讀|评论|評論|参与|参与互动|撰文|"
    r"校对|我要|打印|點擊|点击|查看|收藏|暂无|日期|更新)|"
    r"\s+(?:author|by|date|published|updated|editor|autor|datum|datas?|автор|дата|фото|ảnh|foto|photo|redacción|ภาพ|โดย|เขียน)\s*[:：]",
    re.I,
)
LEADS = lazily(  # what stands before the name of an agency in a byline or in brackets
    r"^(?:with (?:inputs?|reporting|files?|agency inputs?) (?:from|by)|mit material (?:von|der)|con información de|by|from|with|via|"
    r"source|von|mit|par|avec|por|con|da|com|di|od|theo|oleh|quelle|fonte|fuente|โดย|作者|文|来源|來源|ที่มา)\s*[:：]?\s+",
    re.I,
)
NO_NAME = lazily(  # no name of an outlet
    r"^(?:own|eigene|internal|unknown|n/?a|none|null|self|original|原创|原創|本站|本网|本網|本报|本報|网络|網絡|網路|互联网|综合|綜合|整理|"
    r"internet|web|redaktion|editorial|staff|admin|newsroom|various|press release|pressemitteilung|here|link|read more|this|the|more)$|"
    r"[?!{}<>=@*]|^\W*$|^[\d\W]+$",
    re.I,
)
