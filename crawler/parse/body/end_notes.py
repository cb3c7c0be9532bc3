"""Lines at the ends of articles in which papers and portals speak, and not the text: "返回搜狐，查看更多", "This story was first
published in …", "Our Standards: …", "Реклама. ООО …".

They stand in paragraphs of the text itself, and say all that the line says. An article that tells of such notes has them in
its middle; a firm's statement ("公司声明：…") has other words.
"""

from __future__ import annotations

from crawler.parse.page.families import OF_LINES
from crawler.patterns import lazily

LONGEST = 220  # characters of a note
_AND_SO = (
    r"(?:[。，,；;！!\s、].{0,60})?"  # behind what is forbidden or asked: nothing, or what follows from it
)
_ASKED = (  # what is done with what is scanned or opened
    r"(?:[，,\s]*(?:即可|可|并|並)?(?:查看|阅读|閱讀|了解|关注|關注|加入|进群|進群|添加|报名|報名|订阅|訂閱|下载|下載|获取|獲取|收听|收聽|观看|觀看|参与|參與|领取|領取|体验|體驗|收藏|分享)[^。，,的]{0,14})?"
)
_HAND = (  # a name, or the letters and figures for one; what is asked and said in a talk is longer, or speaks to somebody
    r"(?:[^\W\da-z您你我他她它是的了吗嗎们們请請这這那谁誰吧呢]{2,5}(?:·[^\W\da-z]{1,6})?(?:[（(][^）)]{1,12}[）)])?|[a-z\d][a-z\d._-]{0,24}(?: [a-z\d][a-z\d._-]{0,24})?)"
)
_HANDS = rf"{_HAND}(?:[，,、;；/／|｜\s]{{1,3}}(?:[\u4e00-\u9fff]{{2,6}}\s?[:：]\s?)?{_HAND}){{0,6}}[。\s]?"  # and what others did
_CHINESE = OF_LINES.rarely(
    r"\W*(?:(?:广告|廣告|推广|推廣|平台|特别|特別|版权|版權|免责|免責|郑重|鄭重|重要|风险|風險|本站|作者|原创|原創|温馨|溫馨)?(?:声明|聲明|提示|说明|說明)\s?[:：](?=.*(?:本站|本网|本網|本平台|本公众号|搜狐号|信息发布平台|转载|轉載|不代表|仅代表|僅代表|不构成|不構成|投资建议|投資建議|(?:版权|版權)[归歸](?:原|作者|本)|原创|原創|侵权|侵權|侵删|侵刪|自媒体|自媒體|自负|自負|跳转链接|跳轉連結|推广链接|返佣|佣金|(?:包含|含有|含|附)本[声聲]明)).*"
    r"|(?:本文|文章|该文|該文|此文|以上(?:内容|內容|文章)|部分(?:图片|圖片|内容|內容)|文中(?:图片|圖片)|图片|圖片)(?:[^。，,的]{0,24}(?:授权|授權|投稿)(?:发布|發布|转载|轉載|刊发|刊發|首发|首發)?|[^。，,的]{0,12}(?:转载自|轉載自|转自|轉自|首发于|首發於|独立观点|獨立觀點)[^。，,的]{0,24}|[^。，,的]{0,12}(?:来自网络|來自網絡|来源(?:于|自)?网络|來源(?:於|自)?網絡)|(?:内容|內容|观点|觀點){0,2}(?:仅|僅|只|不)代表[^。，,的]{0,12}(?:作者|本人|个人|個人|本站|本网|本網|本平台|立场|立場|观点|觀點)(?:的?(?:观点|觀點|意见|意見|立场|立場))?|(?:为|為|系|由|是|经|經)[^。，,的]{0,30}(?:原创|原創)(?:内容|內容|作品|文章)?)"
    rf"{_AND_SO}"
    r"|(?:未经|未經)[^。，,]{0,16}(?:许可|許可|授权|授權|允许|允許|同意)[^。]{0,12}(?:不得|禁止|请勿|請勿|谢绝|謝絕|严禁|嚴禁)[^。，,的]{0,8}(?:转载|轉載|复制|複製|摘编|摘編|转发|轉發)(?:使用|内容|內容)?"
    rf"{_AND_SO}"
    r"|(?:如需|如欲|欢迎|歡迎)?(?:转载|轉載|引用)(?!请求|請求)[^。，,的]{0,4}(?:请(?!求)|請(?!求)|须|須|需|务必|務必)[^。，,的]{0,12}(?:注明|註明|联系|聯繫|标明|標明|保留)[^。，,的]{0,14}"
    rf"{_AND_SO}"
    r"|(?:此|本|以上)(?:内容|內容|文章|文|稿件)(?:为|為|系|由|属)[^。，,]{2,20}(?:原创|原創|独家|獨家)[^。]{0,12}(?:著作权|著作權|版权|版權)[归歸属屬][^。，,]{2,14}所有(?:。[^。]{0,20}(?:未经|未經|转载|轉載|侵权|侵權).*)?"
    r"|返回(?:搜狐|新浪|网易|腾讯|凤凰网?|首页|专题)[，,]?(?:查看更多|.{0,4})|举报[/／]?反馈"
    rf"|(?:打开|下载|登录|點開|打開|下載)[^。，,的]{{0,14}}(?:app|客户端|客戶端|小程序){_ASKED}"
    rf"|(?:点击|點擊|扫描|掃描|长按|長按|扫码|掃碼|识别|識別|戳)[^。，,的]{{0,24}}(?:二维码|二維碼|专题|專題|关注|關注|原文|蓝字|藍字|进群|加入|报名|報名|订阅|訂閱|下载|下載|查看|更多){_ASKED}(?:我们|我們|内容|內容|详情|詳情|文章|报道|報道)?"
    r"|(?:更多|海量)(?:精彩|最新|热点|熱點|深度|相关|財經|财经)?(?:内容|內容|资讯|資訊|新闻|新聞|报道|報道|信息|文章)[^。的]{0,6}(?:关注(?!度)|關注(?!度)|下载|下載|尽在|盡在|点击|點擊|请看|請看|扫)[^。的]{0,24}"
    r"|(?:欢迎|歡迎|敬请|敬請|快来|请)?(?:关注|關注|订阅|訂閱|添加)[^。，,的]{0,20}(?:公众号|公眾號|微信|微博|视频号|視頻號|订阅号|客服|小编)(?:平台|账号|帳號|号|號)?\s*(?:[:：「“\"【（(\s].{0,24})?"
    r"|(?:原标题|原標題|作者简介|作者簡介|作者介绍)\s?[:：][^。]{0,80}。?"
    rf"|(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|審核|审核|监制|監製|值班编辑|值班主编|流程编辑)\s?[:：]\s?{_HANDS}"
    r"|(?:本文|文章|信息|资料|資料|内容|內容)?(?:来源|來源|稿源|转自|轉自|素材来源)\s?[:：]\s?[^\s。，,]{2,24}(?:\s+(?:作者|编辑|編輯|责编|責編|记者|記者)\s?[:：][^。]{0,24})*"
    r"|(?:往期|热门|熱門|精彩)(?:推荐|推薦|回顾|回顧|精选|精選|文章)|(?:推荐|推薦|相关|相關|延伸|扩展|擴展)(?:阅读|閱讀|文章)|(?:点赞|點贊)[^。，的次]{0,12}(?:转发|分享|在看|关注)[^。，的次]{0,8})\W*"
)
_HAN = lazily("[\u4e00-\u9fff]")
_OF_TEXT = (  # the text at hand, as such notes call it
    r"(?:this (?:article|story|piece|post|column|interview)|dieser (?:artikel|beitrag|text)|cet article|ce texte|este (?:artículo|reportaje|texto)|est[ea] (?:artigo|matéria|texto|reportagem)|questo articolo|dit artikel|(?:den här|denne|denna) artike\w+|ten (?:artykuł|tekst)|tento článek|(?:эта|данная) (?:статья|публикация)|(?:этот|данный) материал|bu (?:haber|yazı|makale)|(?:artikel|berita|tulisan) ini|bài (?:viết|báo) này)"
)
_NOTE = OF_LINES.rarely(  # in lower case
    rf"\W*(?:{_OF_TEXT} (?:was |were |has been |is |a été |ha sido |foi |è stato |is |ble |blev |został\w? |byl\w? |была? |telah |đã )?(?:(?:first|originally|previously|initially|zuerst|ursprünglich|d['’]abord|initialement|originalmente|publicado originalmente|originariamente|oorspronkelijk|eerder|ursprungligen|opprinnelig|oprindeligt|pierwotnie|původně|впервые|первоначально|ilk olarak) ?)(?:published|appeared|posted|erschien\w*|veröffentlicht|publié|paru|publicad[oa]|pubblicato|verschenen|gepubliceerd|publicera\w*|publisert|publiceret|opublikowan\w*|vyšel|publikován|опубликован\w*|yayımlan\w*)(?:(?! and | und | et | y | e | which )[^.]){{0,100}}\.?"
    r"|artikel ini telah (?:tayang|terbit) (?:di|pada) .{3,160}|dieser (?:artikel|beitrag|text) (?:ist |wurde |erschien )?(?:zuerst|ursprünglich) (?:in|bei|auf|im) [^.]{3,80}\.?"
    r"|\(?(?:except for the headline, )?this (?:story|article|report) (?:has not been edited by|is (?:auto-?generated|published) from|was generated from)[^\n]{0,200}\)?|(?:disclaimer\W+)?(?:this (?:article|story|content|report|post|information) is (?:for (?:general )?information(?:al)? (?:purposes )?only|not (?:investment|financial) advice)|the information (?:provided |contained )?(?:here|in this article) (?:is|does) not)[^\n]{0,160}"
    r"|notice\W{1,3}the (?:above )?content (?:above )?\(?[^\n]{0,60} (?:is|was) (?:uploaded|posted|published)(?: and \w+)? by (?:an? |the |our |its )?(?:users?|members?|uploaders?|contributors?)\b[^\n]{0,140}|(?:อ่าน|ติดตาม|ดู(?!แล))[^\n]{3,100}เพิ่มเติม(?:ได้)?ที่(?:นี่|ลิงก์นี้)?"
    r"|our standards: the (?:thomson reuters )?trust principles\W*|\(?(?:additional )?(?:reporting|writing) by [^.\n]{3,90}(?:[;.,] ?(?:additional )?(?:reporting|writing|editing)(?: and \w+ing)? by [^.\n]{3,80})+\)?|published ?[-–—:] ?[a-z]+ \d{1,2}, 20\d\d[^\n]{0,24}"
    r"|(?:материал|статья) (?:подготовлен\w?|написан\w?) (?:на основе|по материалам)[^.]{3,80}|реклама\W{0,4}(?:\d{1,2}\+\W{1,3})?(?:erid|рекламодатель|инн|огрн|ооо|оао|зао|ао|пао|ип)\W.{3,190}|рекламодатель\s?[:：—–-](?=.{0,140}\b(?:инн|огрн|erid|ооо|оао|зао|пао|ао|ип|фгуп|гуп|фонд)\b).{3,190}|erid\W.{6,60}|при (?:использовании|перепечатке|цитировании)[^.]{0,40}(?:ссылка|активная)[^.]{0,60}|больше (?:новостей|материалов|интересного)[^.]{0,20}(?:telegram|телеграм|вк|канал)[^.]{0,30}"
    r"|※ ?(?:이|본) 기사는[^\n]{3,80}|이 기사의 카테고리는 언론사의 분류를 따릅니다\W*|당신의 제보가 뉴스가 됩니다\W*|[▶■☞※] ?(?:제보|기사제보|카카오톡|네이버|유튜브)[^\n]{0,60}|(?:좋아요|슬퍼요|화나요|훈훈해요|후속기사 원해요)(?: ?\d+ ?| )(?:\S+ ?\d* ?){1,8}"
    r"|※ ?(?:この)?(?:記事|インタビュー|内容|情報|価格|本記事)[^\n]{0,20}(?:は|の)[^\n]{0,40}(?:取材|掲載|公開|執筆|発表)時[^\n]{0,30}|(?:この記事は|本記事は)?(?:有料)?会員(?:限定|専用)(?:の)?(?:記事)?(?:です)?。?|この記事(?:を(?:シェア|共有)(?:する)?|に関する(?:お)?問い?合わせ[^\n]{0,12}|の(?:写真|画像)[^\n]{0,14}(?:枚|点)[）)]?)|(?:あわせて|併せて|合わせて|こちらも|関連(?:して)?)(?:読みたい|読む|どうぞ|おすすめ)|プレスリリースの?詳細(?:は|へ)[^\n]{0,14}|無断転載(?:を)?(?:禁じ|禁止)[^\n]{0,8}"
    r"|mời (?:quý )?(?:độc giả|bạn đọc)[^.\n]{3,90}|đừng quên (?:theo dõi|đăng ký|like)[^.\n]{3,80}|กด(?:ติดตาม|ไลก์|ไลค์)[^\n]{3,60}|(?:เกาะติด|ติดตาม)ข่าว[^\n]{0,60}(?:ที่นี่|ได้ที่|เว็บไซต์|website|line|facebook)[^\n]{0,60}|(?:อ่าน)?ข่าวที่เกี่ยวข้อง|แท็กที่เกี่ยวข้อง|(?:cek|simak|ikuti|baca)(?: juga)? (?:berita|artikel|video|kami|informasi)[^.\n]{0,60}(?:google news|whatsapp|instagram|di sini|channel|kanal|telegram|lainnya)[^.\n]{0,40}|halaman (?:selanjutnya|berikutnya)"
    r"|لمتابعة [^.\n]{3,70}(?:اضغط|انقر|هنا|واتساب|تلغرام)[^.\n]{0,20}|(?:ताज़ा|ताजा|और|देश)[^.\n]{3,60}(?:ऐप|एप)[^.\n]{0,20}(?:डाउनलोड|इंस्टॉल) करें\W*|disclaimer\W+यह खबर[^\n]{3,140}"
    r"|(?:puedes |podés )?(?:seguir|síg[ua])\w*(?:nos)? en (?:x|facebook|twitter|instagram|google|whatsapp)[^.\n]{0,50}|regístrate para seguir leyendo|(?:te puede|podría|le puede|también te puede) interesar|(?:comparte|compartir) (?:esta|la|este) (?:noticia|nota|artículo)|(?:clique|clica) aqui e (?:entre|participe|siga|acesse)[^.\n]{3,60}|(?:partagez?|partager) (?:cet|l['’]) ?article|sur le même (?:sujet|thème)|cet article vous a(?:-t-il)? (?:plu|intéressé)\s?\??|bu haberi paylaş\w*|(?:click|tap) here to (?:join|follow|subscribe|download)[^.\n]{3,70}|(?:get|read) (?:the |all the )?latest (?:news|stories|updates)[^.\n]{0,30}(?:in|on|via|through) our (?:app|channel|whatsapp)[^.\n]{0,30}|hinweis: dieser text wurde automatisch[^.\n]{3,60}\.?"
    # whom it has a part from, who edited it, what it is filed under
    r"|\(?\*? ?(?:with (?:agency|agencies|inputs?)(?: inputs?)?(?: from [^.,\n]{2,40})?|con información de [^.,\n]{2,40}|com informações d[aeo]s? [^.,\n]{2,40}|mit (?:material|informationen) (?:der|von) [^.,\n]{2,40})\)?\.?"
    r"|(?:edited by|edited|editing by|editör|edição|edición|edizione|redakcja|редактор|редагування|penyunting|संपादन)\s?[:：]\s?[^.!?\n]{3,40}|(?:tags?|теги|метки|etiketler|etiquetas|tagged|archivado en|keywords|schlagwörter|schlagworte|mots[- ]clés|tagi|štítky|taggar|címkék|từ khóa|แท็ก)\s?[:：]\s?[^.!?\n]{3,120}|additional reporting by [^.!?\n]{3,90}\.?|(?:この)?記事に関する(?:お)?問い?合わせ[^\n]{0,14})[^\w?？!！]*"
)


def speaks_of_itself(line: str) -> bool:
    """Whether a line is all such a note."""
    if len(line) > LONGEST:
        return False
    said = line.lower()
    if _NOTE.fullmatch(said):
        return True
    return _HAN.search(line) is not None and _CHINESE.fullmatch(said) is not None
