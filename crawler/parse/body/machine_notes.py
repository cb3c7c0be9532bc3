"""A short line → whether it says that a machine made the summary beside it: "AI generated", "Résumé généré par l’IA", "자동요약".

Texts on such summaries say more in the line, and who says so.
"""

from __future__ import annotations

from crawler.parse.page.families import OF_LINES

LONGEST = 160  # characters of a line
_AI = r"(?:ai|a\.i\.|generative ai|artificial intelligence)"
_ERRS = r"(?:[.,;:][^\n]{0,60}(?:error|mistake|inaccura|imprecis|refer to|full (?:article|story)|verif|double-check|original (?:article|story))[^\n]{0,90})?"
_KI = r"(?:ki|künstlicher intelligenz)"
_IA_FR = r"(?:(?:une |l['’])?(?:ia|intelligence artificielle)(?: générative)?)"
_IA = r"(?:(?:una |la |uma |a )?(?:ia|inteligencia artificial|inteligência artificial)(?: generativa)?)"
_MADE_ES = r"(?:generad|elaborad|cread|hech|redactad|realizad|producid)[oa]s?"
_MADE_PT = r"(?:gerad|elaborad|criad|feit|redigid|produzid)[oa]s?"
_MACHINE_NOTE = OF_LINES.rarely(  # in lower case
    rf"\W*(?:(?:this|the) (?:(?:article )?(?:summary|summarization|overview|text|content|tl;?dr) )?(?:is|was|has been) (?:an? )?(?:{_AI}|machine|automatically)[- ]?(?:generated|assisted|written|created|produced)(?: (?:summary|summari[sz]ation|overview|content))?{_ERRS}|(?:{_AI}|machine|automatically)[- ](?:generated|assisted|powered)(?: (?:summary|summari[sz]ation|overview|highlights|key (?:points|takeaways)))?"
    rf"|(?:(?:this |the )?(?:summary|summari[sz]ation|highlights|key points) )?(?:is |was |were )?(?:generated|created|produced|written|powered|summari[sz]ed) (?:by|with|using|with the help of) (?:an? )?{_AI}(?: (?:tools?|technology|assistant))?(?:[.,;:]? (?:and )?(?:reviewed|checked|edited) by (?:an? |our |the )?(?:human )?(?:editor|journalist|newsroom|editorial)\w*(?: \w+)?)?"
    rf"|(?:(?:diese |die )?zusammenfassung )?(?:wurde )?(?:(?:mit|von|durch|per) (?:hilfe von )?(?:{_KI}|einer {_KI})[ -](?:automatisch )?(?:generiert|erstellt|erzeugt|zusammengefasst)|(?:automatisch|ki)[- ](?:generiert|erstellt|zusammengefasst|generierte zusammenfassung))"
    rf"|(?:(?:ce |le )?(?:résumé|synthèse) )?(?:a été |est )?(?:automatiquement )?(?:généré|rédigé|réalisé|créé|produit)e?s?(?: automatiquement)? (?:par|avec|grâce à|à l['’]aide de|via) {_IA_FR}"
    rf"|(?:(?:este |el )?resumen )?(?:ha sido |fue |es )?{_MADE_ES}(?: automáticamente)? (?:por|con|mediante|con ayuda de) (?:una herramienta de )?{_IA}(?: desarrollad[oa] por [^\n,]{{2,40}}?)?(?:,? y (?:revisad|verificad|editad)[oa] por [^\n]{{2,60}})?|(?:(?:este |o )?resumo )?(?:foi |é )?{_MADE_PT}(?: automaticamente)? (?:por|com|pela|com (?:a )?ajuda d[ae]|por ferramenta de) {_IA}"
    r"|(?:(?:questo |il )?(?:riassunto|sintesi) )?(?:è stat[oa] )?(?:generat|creat|realizzat|prodott)[oa] (?:automaticamente )?(?:da|con|dall['’]|con l['’])\s?(?:un['’])?(?:ia|ai|intelligenza artificiale)|(?:(?:deze |de )?samenvatting )?(?:is |werd )?(?:automatisch )?(?:gegenereerd|gemaakt|geschreven) (?:door|met) (?:behulp van )?(?:ai|kunstmatige intelligentie)"
    r"|(?:podsumowanie|streszczenie)?\s?(?:zostało )?(?:wygenerowan|przygotowan|stworzon)[eyao] (?:przez|z pomocą|przy użyciu|za pomocą) (?:ai|sztuczn\w+ inteligencj\w+)|(?:shrnutí |zhrnutie )?(?:vygeneroval|vytvořil|vytvoril)[ao]? (?:ji |ho )?(?:ai|umělá inteligence|umelá inteligencia)"
    r"|(?:(?:краткий )?пересказ |саммари |резюме |краткое содержание )?(?:был[оа]? )?(?:сгенерирован|создан|подготовлен|написан|сделан)\w{0,2} (?:с помощью |при помощи )?(?:ии|нейросет\w+|искусственн\w+ интеллект\w*)|(?:згенеровано|створено|підготовлено) (?:за допомогою )?(?:ші|штучн\w+ інтелект\w*)"
    r"|(?:(?:bu )?özet )?yapay zek[aâ] (?:ile|tarafından|yardımıyla) (?:oluştur|özetlen|hazırlan)\w+|(?:sammanfattningen|sammanfattning|oppsummeringen|resuméet|sammendraget)?\s?(?:är |er )?(?:genererad|skapad|gjord|generert|laget|lavet|genereret) (?:av|med|af|ved hjelp av|med hjälp av) (?:ai|ki)(?:-\w+)?|tekoäly(?:n|llä) (?:tekemä|luoma|tuottama|tuotettu|luotu)(?: tiivistelmä)?"
    r"|(?:ringkasan (?:ini )?)?(?:dibuat|dihasilkan|dirangkum|disusun) (?:secara otomatis )?(?:oleh|dengan|menggunakan) (?:bantuan )?(?:ai|kecerdasan buatan)|(?:nội dung |bản )?(?:tóm tắt )?(?:được )?(?:tạo|tổng hợp|tóm tắt|thực hiện) (?:bởi|bằng) (?:ai|trí tuệ nhân tạo)|(?:สรุป|สร้าง|ประมวลผล)(?:โดย|ด้วย) ?(?:ระบบ ?)?ai"
    r"|(?:(?:以上|以下|本)(?:内容|內容|摘要|总结|總結)?)?(?:由|為|为)?\s?(?:ai|人工智能|大模型)\s?(?:大模型|自动|自動|智能|辅助|輔助)*(?:生成|总结|總結|整理|提炼)(?:摘要|内容|內容)?(?:[,，;；][^\n。]{0,10}(?:仅供参考|僅供參考|甄别|核实|有误|有誤|准确|準確)[^\n]{0,20})?"
    r"|(?:この)?(?:要約|記事要約|まとめ|サマリー)は、?(?:生成)?ai(?:による|が|で|を用いて|を使って)?[^\n。]{0,12}(?:生成|要約|作成)[^\n。]{0,14}(?:。[^\n]{0,60})?|(?:生成)?ai(?:による|が|で)(?:自動)?(?:要約|生成|作成)(?:しました|したもの|されました|した要約)?"
    r"|(?:ai|인공지능)?\s?자동\s?요약|(?:ai|인공지능)(?:가|로|를 활용해)?\s?(?:자동\s?)?(?:요약|생성)(?:한|된|했\S+|합니다)?(?:\s?(?:결과|내용|기사|요약문|요약)(?:입니다|이며|으로)?[^\n]{0,60})?|[^\n.]{0,24}(?:바탕|기반)으로 (?:ai가 )?(?:자동\s?)?요약(?:한|된|했)\s?(?:결과|내용|것)\S{0,4}(?:\.[^\n]{0,60})?"
    r"|(?:هذا )?(?:ال)?ملخص (?:تم إنشاؤه|مولد|مُولد|أعد) (?:بواسطة|باستخدام|آليا بواسطة) (?:ال)?ذكاء الاصطناعي|(?:תקציר|סיכום)?\s?(?:נוצר|הופק|נכתב) (?:על ידי|באמצעות|בעזרת) (?:ai|בינה מלאכותית)|(?:यह )?(?:सारांश )?(?:ai|एआई)(?: द्वारा| से| की मदद से) (?:जेनरेट|जनरेट|तैयार|निर्मित)(?: किया गया(?: है)?)?)[\W_]*"
)


def is_machine_note(line: str) -> bool:
    """Whether all of a line is such a note."""
    return len(line) <= LONGEST and _MACHINE_NOTE.fullmatch(line.lower()) is not None
