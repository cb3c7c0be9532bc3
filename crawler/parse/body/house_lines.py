"""Chosen blocks → the lines among them that a site sets between, or below, the paragraphs of all its texts: buttons, names of
boxes that were left out, terms, how to reach its reporters, what it earns by, who helped.

    text  ·  Skip advertisement  ·  text  ·  Related stories  ·  text  ·  By signing up, you agree to …

They speak to the reader or of the page, and each of these is all of its line. What names a box of the page may name a part of
a text as well: it stays where what follows upon it was chosen, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from crawler.parse.body.box_names import BOX_NAMES, BUTTONS
from crawler.parse.body.read_on import heads_others
from crawler.parse.body.reader_notes import PARTS as READER_PARTS
from crawler.parse.body.reader_notes import is_reader_note
from crawler.parse.body.reported import is_reported
from crawler.parse.page.blocks import Block
from crawler.patterns import lazily

LONGEST, LAST = 320, 460  # characters of such a line, and of the last one
ROWS = frozenset(("li", "td", "th", "dt", "dd"))  # which may name a button that a text is on
NAME = 40  # characters of the name of a box
_SIGNS = " \t:：.,!！…|·•※*#+-–—>»›▶▷►☞■□◆◇●○▼▽▲△【】[]［］()（）<>《》「」"
_NAMED = (  # of boxes, in lower case and without signs
    "related|related articles|related stories|related news|related content|related coverage|related topics|related posts|related reading|read next|up next|read more|more on this story|more on this topic|more stories|more news|you may also like|you might also like|you may be interested in|recommended|recommended stories|recommended for you|recommended reading|most read|most popular|trending|trending now|top stories|latest news|latest stories|editor's picks|editors' picks|suggested topics|explore more on these topics|explore more|follow topics and authors|see also|also read|don't miss|about the author|about the authors|share|share this|share this article|share this story|like this|save|gift this article|comments|topics|tags|keywords"
    "|相关新闻|相关阅读|相关文章|相关推荐|相关报道|相關新聞|相關報導|相關閱讀|相關文章|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门文章|熱門文章|熱門新聞|热门推荐|最新文章|最新新聞|更多新聞|更多新闻|更多報導|更多报道|更多文章|看更多|你可能感兴趣|你可能還想看|你可能还想看|您可能感興趣|您可能感兴趣|猜你喜歡|猜你喜欢|大家都在看|編輯推薦|编辑推荐|24小时热门|24小時熱門|為你推薦|为你推荐|往期回顾|往期推荐|朋友圈|微信好友|分享到朋友圈"
    "|関連記事|関連リンク|関連ニュース|関連キーワード|関連ワード|関連トピックス|おすすめ記事|おすすめの記事|オススメ記事|あなたにおすすめの記事|あなたへのおすすめ|最新記事|新着記事|人気記事|人気記事ランキング|注目記事|注目記事ランキング|記事ランキング|アクセスランキング|この連載の記事一覧|連載一覧|あわせて読みたい|こちらもおすすめ|著者プロフィール|前のページ|次のページ|シェアする|シェア|ツイート|ポスト|ポストする|lineで送る|はてなブックマーク|はてなブックマークに追加|ブックマークする|クリップする|印刷する|記事を印刷する|記事を保存する|音声で読む|音声で聞く|この記事を共有する|この記事をシェアする|ニュースの通知を受け取る|コメント欄を開く|コメントを見る"
    "|관련기사|관련 기사|관련뉴스|관련 뉴스|관련기사 더보기|관련 기사 더보기|많이 본 뉴스|많이 본 기사|많이본 뉴스|가장 많이 본 뉴스|이 시각 핫뉴스|이 시각 주요뉴스|이시각 주요뉴스|실시간 주요뉴스|주요뉴스|주요 뉴스|오늘의 주요뉴스|추천 기사|추천기사|추천뉴스|인기기사|인기 기사|최신기사|최신뉴스|기자의 다른기사|기자의 다른기사 보기|기자의 다른 기사|더 많은 기사 보기|이 기사를 추천합니다|기사 스크랩하기|스크랩|글자크기|글자크기 설정|글자 크기 설정|프린트|인쇄|제보하기|구독|구독하기|응원하기|좋아요|훈훈해요|슬퍼요|화나요|후속기사 원해요|기사 내용 요약|기사내용 요약|ai 요약|ai가 핵심만 요약했어요|url 복사|기사 섹션 분류 안내|video player"
    "|tin liên quan|tin cùng chuyên mục|tin mới nhất|tin mới|tin nổi bật|tin đọc nhiều|bài liên quan|bài viết liên quan|đừng bỏ lỡ|bạn đọc quan tâm|có thể bạn quan tâm|có thể bạn muốn xem|đọc nhiều|đọc nhiều nhất|xem nhiều|xem thêm|đọc tiếp|chia sẻ|bình luận|về trang chủ|trở lại chủ đề|copy link|copy link thành công|lấy link|link bài gốc|link bài gốc lấy link|từ khóa|chủ đề"
    "|baca juga|baca selengkapnya|berita terkait|artikel terkait|berita lainnya|berita terpopuler|berita populer|berita terbaru|artikel lainnya|terpopuler|terkini|pilihan editor|pilihan redaksi|rekomendasi untuk anda|video pilihan|video terkait|lihat juga|simak juga|komentar|bagikan|bagikan artikel ini|tag|halaman selanjutnya|artikel berkaitan|berita berkaitan|berita lain"
    "|ข่าวที่เกี่ยวข้อง|ข่าวเกี่ยวข้อง|บทความที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|เนื้อหาที่เกี่ยวข้อง|อ่านข่าวเพิ่มเติม|อ่านเพิ่มเติม|ข่าวล่าสุด|ข่าวยอดนิยม|ข่าวแนะนำ|บทความแนะนำ|แชร์|แชร์ข่าวนี้|แชร์บทความนี้|แท็กที่เกี่ยวข้อง|กดติดตาม|สมัครรับข่าวสาร"
    "|mga kaugnay na balita|kaugnay na balita|artikel berhubung|berita berhubung"
)
_NAMES = BOX_NAMES.union(_NAMED.split("|"))
_LINE = lazily(  # in lower case, whole lines
    # English
    r"(?:skip|close|hide) (?:this )?(?:ad|advertisement)s?|advertisement\s?[-–—]\s?scroll [^\n]{4,40}|continue reading the main story|after newsletter promotion|view image in full ?screen|(?:image|media|video|figure) caption\s?[,:]\s?[^\n]{2,200}|image (?:source|credits?)\s?[,:]\s?[^\n.;:]{2,60}\.?|(?:estimated )?reading time\s?:? \d+ min(?:ute)?s?|listen now(?: \d+ min)?|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d|gift \d+ articles"
    r"|(?:[^\n]{2,40}: )?(?:please )?(?:add|make|choose|select|set|follow|prefer)\b[^.!?\n]{1,40}\b(?:(?:as|us) (?:a|your|one of your) preferred (?:news )?source|preferred (?:(?:news )?source )?(?:on|in|for) google|preferred google source)\b[^.!?\n]{0,40}[.!]?|[^\n]{0,120}[.!] add \w[^.!?\n]{0,30} as (?:a|your) preferred (?:google )?source[^.!?\n]{0,20}[.!]?"
    r"|(?:do you have|have|got) (?:(?:more|any|additional|confidential|inside) )?(?:information|insights?|a (?:\w+ )?tip|(?:\w+ )?tips|a story)\b[^\n]{0,140}\?[^\n]{0,160}(?:\b(?:contact|reach|e-?mail|message|send|text|tell|write to)\b[^\n.?!]{0,40}\b(?:us|me|our|the (?:reporter|author|writer|editor)s?)\b|\S@\S|\bon signal\b)[^\n]{0,160}|you can (?:also )?(?:contact|reach|e-?mail)\b(?! (?:the|a|an|your|any|its|their|every|each)\b(?! (?:reporter|author|writer|editor|journalist)))[^\n]{0,60}\b(?:by e-?mail(?:ing)?|at|on signal|via)\b[^\n]{0,40}\S@\S[^\n]{0,100}|to contact the (?:reporter|editor|author|journalist|writer)s? (?:on|of|for|behind|responsible for|who wrote) this (?:story|article|report|column|page)\b[^\n]{0,160}"
    r"|by (?:clicking|signing|submitting|providing|entering|subscribing|registering|creating|pressing|continuing)\b[^.\n]{0,90}(?:,\s|\.\s)?(?:you|i) (?:agree|consent|acknowledge|accept|confirm|opt)\b[^\n]{0,200}\b(?:our|terms (?:of|and|&)|privacy (?:policy|notice|statement)|user agreement|visitor agreement|cookies?|(?:e-?mails?|newsletters?|messages|communications|marketing|offers) from|third[- ]part)[^\n]{0,300}|(?:privacy notice: )?newsletters may contain [^\n]{0,380}|this (?:site|form) is protected by recaptcha[^\n]{0,140}|(?:listen to this article[^\n]{0,40})?the audio version of this article is generated by[^\n]{0,200}"
    r"|(?:all |every |our |the )?(?:products?|items?|picks?|recommendations?)\b[^.\n]{0,60}\bindependently (?:selected|chosen|reviewed|evaluated|tested|picked)\b(?=[^\n]{0,300}\b(?:we|our|us|editors)\b)[^\n]{0,300}|(?:when you (?:buy|purchase|shop|click)[^.\n]{0,60}, )?we (?:may|might|can|could) (?:earn|receive|get) (?:a |an )?(?:small )?(?:affiliate )?(?:commissions?|compensation)\b[^\n]{0,160}|why (?:you )?(?:can|should) trust [^.?!\n]{2,40}(?:\bwe\b|\bour (?:\w+ ){0,2}(?:experts?|editors?|reviewers?|writers?|journalists?|team|testers?|reviews)\b)[^\n]{0,300}"
    r"|[^\n]{2,60} (?:provides?|publishes|supplies) (?:this|the) (?:news )?(?:content|information|material) [“\"']as is[”\"'] without (?:any )?warrant[^\n]{0,400}|[^\n]{2,90}\b(?:coverage|reporting|journalism|newsroom|series|desk|initiative) receives? (?:financial )?(?:support|funding)\b[^\n]{3,200}\b(?:is|are) solely responsible for (?:all|its|the) content\W*|(?:this|the) (?:article|page|content) (?:includes|contains) content (?:provided|hosted) (?:by|on)[^\n]{2,60}we ask for your permission[^\n]{0,200}|allow [\w. ]{2,30} content\?(?:\s(?:this|the) (?:article|page|story)[^\n]{0,340}|\s?we ask [^\n]{0,340})?|[^.\n]{3,60} (?:selects?|picks?|chooses?|rounds? up) [^.\n]{3,60} in (?:this|our) (?:daily|weekly|morning|evening) newsletter\W*"
    r"|(?:new ?)?you can now listen to (?!banned|any |all |foreign )[^.!?\n]{2,30} (?:articles|stories)\W*|click here (?:to (?:get|download|sign up|subscribe|join)|for more)\b[^.!?\n]{0,60}[.!]?|this copy is for your personal, non-commercial use only[^\n]{0,200}"
    # Chinese
    r"|(?:请|請)使用(?:浏览器|瀏覽器)(?:的)?分享功能[^\n]{0,16}|(?:点击|點擊)右上角[^。\n]{0,20}|(?:扫一扫|掃一掃|微信扫一扫|用微信扫码?)[^。\n]{0,24}|分享至好友和朋友圈|如(?:对|對|您对)本(?:稿件|文|内容|內容|文章)有(?:异议|異議|疑问)[^\n]{0,60}|(?:特别|温馨)提醒\s?[:：]如果我们使用了您的(?:图片|作品)[^\n]{0,100}|文章标题、正文内容归原作者所有[^\n]{0,30}|[《【][^》】\n]{0,10}(?:网|網|报|報|新闻|新聞|周刊|週刊)[》】]?(?:提醒|關心|关心)(?:您|你)\s?[:：][^\n]{2,40}|(?:※|▶|◎|☞)?\s?(?:加入|追蹤|追踪)(?:《[^》\n]{2,14}》|[^。，\n]{2,10})\s?(?:官方)?\s?line(?:好友|@|社群)?[^。\n]{0,8}"
    r"|[（(【]?(?:首圖|首图|圖片|图片|封面|題圖|题图|頭圖|头图|配图)(?:來源|来源|提供|版权)\s?[:：／/][^）)】\n]{2,60}[）)】]?|[^\n]{0,40}(?:(?:本|此|該|该|以上|上述|文中|所有|相关|平台|网站)[^，。\n]{0,8})(?:内容|內容|文|文章|资讯|資訊|信息|观点|觀點|数据|數據|声明)[^\n]{0,40}不构成[^。，\n]{0,12}(?:投资|投資|买卖|買賣|交易|理财|操作|决策|医疗|法律|专业|任何)[^。，\n]{0,10}(?:建议|依据|要约)[^\n]{0,60}|风险提示\s?[:：]\s?(?:市场有风险|投资有风险|股市有风险)[^\n]{0,60}|[【\[](?:免责声明|免責聲明|版权声明|版權聲明|特别声明|本文来自|投资提示)[】\]][^\n]{2,200}|(?:※|▶|►|●|◆)?\s?(?:延伸閱讀|延伸阅读|相關閱讀|相关阅读|推薦閱讀|推荐阅读|看更多|更多新聞|相關新聞)\s?[:：｜|][^。\n]{2,80}"
    # Japanese
    r"|(?:次|前)の?ページ(?:へ|は|[:：][^\n]{2,60})|(?:前のページへ?\s?)?(?:\d{1,2}\s){2,9}(?:次のページへ?)?|前のページ(?:へ)?(?:\s\d{1,2}){2,9}|(?:※\s?)?(?:この|本)(?:記事|サイト|ページ|コンテンツ)(?:には|では|は|に)[^。\n]{0,40}(?:アフィリエイト|プロモーション|広告)[^\n]{0,60}|[［\[(（]?(?:写真|画像|図版?)(?:を|の)クリック[^。\n]{2,24}|(?:拡大画像|全画面)(?:を)?表示|この記事が気に入ったら[^\n]{0,30}|[^。\n]{0,24}を?フォローしよう[!！]?|line友だち追加[^。\n]{0,10}|この記事はいかがでしたか[?？]?[^\n]{0,30}"
    # Korean
    r"|[/(\[<［]?\s?(?:사진|그래픽|영상|자료 ?사진|이미지)\s?[=＝]\s?[^\n.]{2,30}|[▶▷☞■◆※]\s?(?:전화|이메일|카카오톡|홈페이지|뉴스 ?홈페이지|유튜브|텔레그램)\s?[:：][^\n]{2,60}|이 기사(?:는|의) (?:ai로 요약|모바일 메인|댓글 정책|언론사)[^\n]{2,40}|주요 ?뉴스 해당 언론사에서[^\n]{2,80}|\S{2,12}(?:을|를) 구독해 ?주세요"
    # Vietnamese, Indonesian and Malay, Thai
    r"|(?:ảnh minh họa|ảnh chụp màn hình|đồ họa|thiết kế)\s?[:：]\s?[^\n.]{2,40}|(?:xem thêm|đọc thêm)\s?[:：]\s?[^\n]{2,120}[^.\n]|mời (?:bạn|quý vị|quý khán giả) theo dõi[^\n]{2,60}|vui lòng nhập mã xác nhận\W*|(?:baca|lihat|simak|tonton) juga\s?[:：]\s?[^\n]{2,140}[^.\n]|(?:simak|tonton|lihat|saksikan) (?:juga )?video[^\n]{2,100}[^.\n]|\[gambas\s?:[^\]\n]{2,40}\]|halaman(?: \d{1,2}){2,9}|pilihan editor\s?[:：][^\n]{2,120}|lanjut(?:kan)? (?:membaca|baca)[^.\n]{0,40}|dapatkan (?:update )?berita (?:pilihan|terbaru|terkini)[^\n]{3,140}|mari bergabung di grup[^\n]{2,100}|dilarang keras mengambil konten[^\n]{2,200}|temukan (?:topik|berita) menarik[^\n]{0,60}|อ่าน(?:ข่าว|เรื่อง|บทความ)?(?:เพิ่มเติม|ต่อ|ประกอบ)\s?[:：][^\n]{2,120}"
)
_PROGRAM = lazily(  # what is shown cannot be, or only by a script; a form's own answers; how a page that is still written is read
    r"\W*(?:(?:we are|we['’]re) having trouble (?:retrieving|loading|displaying) (?:the|this) (?:article|story|page|content)(?: content)?|thank you for your patience while we verify access|(?:sorry,? )?(?:this |the )?(?:video|audio|media|content) (?:can ?not|can['’]t|could not) be (?:played|loaded|displayed)(?: in your (?:country|region|browser|location))?|(?:to (?:play|view|watch|see|use) (?:this|the) (?:video|audio|content|page|site)s?,? )?(?:please |you (?:need to|must) )?(?:enable|turn on|activate) javascript(?: (?:in|on) your (?:web )?browser(?: settings)?)?(?: to (?:play|view|watch|see|read|continue|use|submit|complete|comment)\b[^.!?,\n]{0,40})?|javascript is (?:disabled|not enabled|turned off|required)(?: (?:in|on) your [^.!?,\n]{2,30}| (?:to|for) (?:view|use|see|read|run|play|this)\b[^.!?,\n]{0,40})?|(?:sorry,? )?(?:your|the) browser (?:does not|doesn['’]t|can ?not) (?:support|play|display) (?:the |this |html5? |embedded |inline )*(?:videos?|audio|iframes?|frames|javascript|html5?|media)[^.!?,\n]{0,30}"
    r"|(?:ihr|dein|der) browser unterstützt (?:kein(?:e|en)? (?:html5?[- ]?)?(?:video|audio|iframes?|javascript|html5)[^.!?,\n]{0,30}|(?:das |die )?(?:html5?[- ]?)?(?:video|audio|iframes?|javascript)[^.!?,\n]{0,20} nicht)|bitte (?:aktivieren sie|aktiviere) javascript[^.!?,\n]{0,50}|votre navigateur ne (?:supporte|prend) pas [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,30}|(?:veuillez )?activer? javascript[^.!?,\n]{0,50}|(?:tu|su) navegador no (?:soporta|admite|es compatible) [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,30}|(?:o )?seu navegador não suporta [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,30}|il tuo browser non supporta [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,30}|(?:je|uw) browser ondersteunt (?:[^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,20}niet|geen [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,20})|twoja przeglądarka nie obsługuje [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,30}|ваш браузер не (?:поддерживает|может воспроизвести) [^.!?,\n]{0,24}(?:video|vidéo|vídeo|wideo|audio|áudio|iframe|javascript|html5?|видео|аудио|відео|动画|動画)[^.!?,\n]{0,30}|(?:お使い|ご利用)のブラウザ(?:ー)?(?:は|では|で)[^。\n]{0,40}(?:対応し|再生でき|サポートし|表示でき)[^。\n]{0,10}|(?:この)?(?:動画|コンテンツ)を(?:再生|表示|視聴)するには[^。\n]{0,50}|(?:您|你)的(?:浏览器|瀏覽器)不(?:支持|支援)[^。\n]{0,30}|[^.\n]{0,12}브라우저[^.\n]{0,30}지원하지 않[^.\n]{0,6}|trình duyệt (?:của bạn )?không hỗ trợ[^.!?,\n]{0,40}|(?:เบราว์เซอร์|บราวเซอร์)[^\n]{0,20}ไม่(?:รองรับ|สนับสนุน)[^\n]{0,30}|(?:browser|peramban) (?:anda|kamu) tidak mendukung[^.!?,\n]{0,40}"
    r"|your subscription (?:could not be (?:saved|validated|confirmed)|has been (?:successful|saved|confirmed))[^\n]{0,24}|(?:thank you|thanks) for (?:subscribing|signing up)(?: to [^.!?,\n]{2,40})?|(?:you have|you['’]ve) (?:been )?successfully (?:subscribed|signed up|registered)[^.!?,\n]{0,40}|please (?:enter|provide) (?:a valid|your) e-?mail(?: address)?|(?:something went wrong|an (?:unexpected )?error (?:has )?occur(?:r)?ed)[.,!]? ?(?:please )?try again(?: later)?|nous n['’]avons pas pu confirmer votre inscription|votre inscription (?:est confirmée|a bien été prise en compte)|ihre anmeldung (?:konnte nicht gespeichert werden|war erfolgreich)[^\n]{0,34}|(?:no hemos podido validar su suscripción|se ha realizado su suscripción)|(?:la tua iscrizione (?:non può essere convalidata|è avvenuta correttamente))|(?:não foi possível (?:guardar|salvar) a sua (?:subscrição|inscrição)|a sua (?:subscrição|inscrição) foi (?:bem sucedida|concluída))[^\n]{0,24}|uw (?:aanmelding|inschrijving) (?:kon niet worden opgeslagen|is gelukt)[^\n]{0,24}"
    r"|(?:please |you can )?(?:bookmark(?: and|,)? )?(?:refresh|reload) (?:this|the|your) (?:page|blog|story|browser) (?:for|to (?:get|see|read)) (?:the |more |all |any )*(?:latest|live|real-?time|new|further|more)?\s?(?:updates|news|developments|posts)|(?:bookmark this page|check back|stay tuned) for (?:the )?(?:latest |more |further |live |regular )*(?:updates|developments)|(?:rafraîchissez|actualisez|rechargez) (?:la|cette) page[^.!?,\n]{0,40}|(?:actualic?[ea]|recargu?[ea]) (?:la|esta) página[^.!?,\n]{0,40}|atualize (?:a|esta) página[^.!?,\n]{0,40}|(?:aktualisieren|laden) sie (?:diese|die) seite[^.!?,\n]{0,30}|(?:segarkan|refresh|muat ulang) halaman ini[^.!?,\n]{0,30}|(?:f5|tải lại|làm mới) (?:lại )?trang (?:để|này)[^.!?,\n]{0,40}|最新(?:情報|の情報)は[^。\n]{0,12}(?:更新|リロード)[^。\n]{0,14}|(?:请|請)?刷新(?:本)?(?:页面|頁面)[^。\n]{0,16}|새로고침[^.\n]{0,20}(?:확인|최신)[^.\n]{0,16}"
    r"|この(?:プレス)?リリースには、?(?:メディア|報道)関係者(?:様|の方|の皆様)?(?:向け|限定)の[^。\n]{0,20}|この(?:プレス)?リリース内で使われている[^。\n]{0,14}(?:ダウンロード|利用)(?:でき|いただけ)ます"
    r"|(?:メディア|プレス|報道|記者)(?:関係者|ユーザー|会員)?(?:登録|ログイン)(?:を行う|する|される|いただく)と[^。\n]{0,60}(?:閲覧|ダウンロード|利用|確認)(?:でき|いただけ)ます[^\n]{0,60})\W*"
)
_LAST = lazily(  # the same, of the last lines of a text: who helped, what is shown; the source that a release names as its own is text
    r"(?:[–—-]{0,2}\s?)?[^.\n]{2,110} contributed (?:reporting|(?:reporting )?(?:to|for) this (?:report|story|article|post|piece))(?: from [^.\n]{2,40})?\.?|[–—-]{0,2}\s?with assistance (?:from|by) [^.\n]{2,90}\.?|(?:follow|see|find) (?:more of )?[^.\n]{2,60} (?:coverage|stories|reporting) (?:at|here)\s?:?\s?(?:https?://\S+)?"
    r"|legal disclaimer\s?:?|(?:[^\n]{2,60}\n){1,6}(?:e-?mail us here|visit us on social media\s?:?)(?:\n[^\n]{2,60}){0,8}"
    r"|[（(](?:本文)?作者(?:系|为|為|是|介绍|簡介|简介)[^）)\n]{2,60}[）)]|(?:文中)?(?:图片|圖片|配图|配圖)(?:均|皆)?来自[^。，,\n]{2,16}|本(?:内容|文章)(?:由|经|系)?作者授权发布[^\n]{0,60}|(?:核稿|審校|审校|主編|主编|監製|監修|採訪整理|後製)(?:編輯|编辑)?\s?[:：／/]\s?[\u4e00-\u9fff·、 ]{2,16}|(?:關鍵字|关键字|关键词|關鍵詞|標籤|标签)\s?[:：][^。\n]{2,80}"
    r"|(?:画像|写真|配信元|企画・制作|制作協力|協力)\s?[:：／/=＝]\s?[^。\n]{2,30}|(?:(?:情報提供|ご意見|ご感想|感想)[^。\n]{0,60}(?:お寄せください|お待ちして\S{2,6})|(?:ご意見|ご感想|記事)[^。\n]{0,60}まで)。?"
    r"|[\[［(][^\]］)\n]{2,24} 기자[\]］)]|[◎■▶☞◀ⓒ][^\n]{0,24}\S+@\S+|(?:영상|그래픽|촬영|디자인|편집|취재)\s?(?:취재|편집|기자|디자인)?\s?[:：]\s?[가-힣· ,]{2,24}"
    r"|(?:theo|tổng hợp)\s?:?\s[^\n.,]{2,28}|[^\n.,(]{2,28} \(theo [^\n.)]{2,28}\)|(?:pewarta|uploader|fotografer|kontributor|redaktur|reporter|penulis)\s?[:：]\s?[^\n.]{2,40}(?:\n(?:pewarta|uploader|fotografer|editor|redaktur|penyunting|copyright|hak cipta|©)[^\n]{2,60}){0,4}"
)
_HELPED = lazily(r"^\W*(.+?) contributed\b|assistance (?:from|by) (.+?)\.?$", re.I)
_WRITING = "and in from of at for with de van von bin al el la le du da di der the ap afp writer writers reporter reporters correspondent correspondents journalist journalists editor editors staff producer producers photographer photographers researcher researchers contributor contributors agencies wires colleagues newsroom also"  # in small letters
_WRITERS = frozenset(_WRITING.split())
END = 3  # last blocks of a text that are asked
# one of which each line of the first kind has, and of the second: all looked for at once, and only what holds one is asked
_PARTS = (
    "skip advertisement", "skip ad", "advertisement - scroll", "advertisement – scroll", "continue reading the main", "newsletter promotion", "full screen", "fullscreen", "image source", "image caption", "image credit", "media source", "media caption", "media credit", "video source", "video caption", "video credit", "figure caption", "figure credit", "reading time", "listen now", "preferred", "have a tip", "got a tip", "have more information", "have information", "you can contact", "you can also contact", "to contact the",
    "you agree", "you consent", "you acknowledge", "you accept", "you confirm", "i agree", "i consent", "i acknowledge", "i accept", "newsletters may contain", "recaptcha", "audio version of this", "independently", "earn a commission", "earn an affiliate", "earn commission", "receive a commission", "receive an affiliate", "can trust", "should trust", "without warrant", "without any warrant", "solely responsible", "ask for your permission", "daily newsletter", "weekly newsletter", "morning newsletter", "can now listen to", "click here", "non-commercial use",
    "分享功能", "右上角", "扫一扫", "掃一掃", "微信扫", "好友和朋友圈", "异议", "異議", "使用了您的", "归原作者所有", "》提醒", "】提醒", "LINE", "首圖", "首图", "題圖", "题图", "頭圖", "头图", "配图", "封面来源", "封面來源", "图片来源", "圖片來源", "不构成", "市场有风险", "投资有风险", "股市有风险", "声明】", "聲明】", "声明]", "本文来自】", "投资提示】", "延伸閱讀", "延伸阅读", "相關閱讀", "相关阅读", "推薦閱讀", "推荐阅读", "看更多", "更多新聞", "相關新聞",
    "次ページ", "次のページ", "前のページ", "アフィリエイト", "プロモーション", "広告が含", "広告を含", "広告を利用", "をクリック", "のクリック", "拡大画像", "全画面", "気に入ったら", "フォローしよう", "友だち追加", "この記事はいかが",
    "사진=", "사진 =", "사진＝", "그래픽=", "그래픽 =", "영상=", "이미지=", "전화 :", "전화:", "이메일 :", "이메일:", "카카오톡 :", "카카오톡:", "홈페이지 :", "홈페이지:", "이 기사는 ai", "이 기사는 모바일", "이 기사의 댓글", "해당 언론사에서", "구독해",
    "ảnh minh họa", "ảnh chụp màn hình", "đồ họa", "thiết kế:", "xem thêm:", "xem thêm :", "đọc thêm:", "đọc thêm :", "theo dõi", "mã xác nhận", "baca juga", "lihat juga", "simak juga", "tonton juga", "simak video", "tonton video", "lihat video", "saksikan video", "gambas", "halaman", "pilihan editor", "lanjutkan memb", "lanjut baca", "lanjutkan baca", "dapatkan berita", "dapatkan update", "mari bergabung", "dilarang keras", "temukan topik", "temukan berita", "อ่านเพิ่มเติม", "อ่านต่อ", "อ่านข่าว", "อ่านประกอบ",
    "javascript", "browser", "navigateur", "navegador", "przeglądarka", "браузер", "ブラウザ", "浏览器", "瀏覽器", "브라우저", "trình duyệt", "เบราว์เซอร์", "บราวเซอร์", "peramban", "having trouble", "verify access", "be played", "be loaded", "be displayed", "を再生するには", "を表示するには", "を視聴するには", "your subscription", "for subscribing", "for signing up", "successfully subscribed", "successfully signed", "successfully registered", "e-mail address", "email address", "your email", "your e-mail", "try again", "votre inscription", "ihre anmeldung", "su suscripción", "tua iscrizione", "a sua subscrição", "a sua inscrição", "uw aanmelding", "uw inschrijving",
    "refresh th", "reload th", "refresh your", "reload your", "bookmark this", "check back", "stay tuned", "la page", "cette page", "la página", "esta página", "a página", "diese seite", "die seite", "halaman ini", "trang để", "trang này", "最新情報は", "最新の情報は", "刷新", "새로고침", "リリースには", "リリース内で", "を行うと、", "登録すると、", "ログインすると、",
)  # fmt: skip
_PARTS_BELOW = (
    "来自", "contributed", "assistance", "coverage", "stories at", "reporting at", "legal disclaimer", "mail us here", "on social media", "作者", "核稿", "審校", "审校", "主編", "主编", "監製", "監修", "整理", "後製", "關鍵", "关键", "標籤", "标签", "画像", "写真", "配信元", "制作", "協力", "まで", "お寄せ", "お待ち", "기자", "@", "영상", "그래픽", "촬영", "디자인", "편집", "취재", "theo ", "tổng hợp", "pewarta", "uploader", "fotografer", "kontributor", "redaktur",
)  # fmt: skip
# as they may be written, too: small letters of a text cost as much again
_WRITTEN = ("JavaScript", "die Seite", "diese Seite", "Ihr Browser", "이 기사는 AI", "CLICK HERE", "SKIP ADVERTISEMENT", "ADVERTISEMENT - SCROLL", "BACA JUGA")  # fmt: skip
_SPELT = {spelt for part in _PARTS for spelt in (part, part[0].upper() + part[1:], part.title())}
_FINDER = AhoCorasick(  # the large one takes 5 MB, and is a quarter faster
    sorted(_SPELT.union(_WRITTEN, READER_PARTS)), implementation=Implementation.ContiguousNFA
)
_FINDER_BELOW = AhoCorasick(_PARTS_BELOW, implementation=Implementation.ContiguousNFA)


def house_lines(chosen: list[Block]) -> Iterator[Block]:
    """The blocks that are such lines, in order; that most texts have none is seen at one look."""
    for at, block in enumerate(chosen):
        if len(block.text) > NAME:  # as most
            continue
        if (name := block.text.strip(_SIGNS).lower()) in _NAMES:
            if block.element.tag in ROWS and _is_among(chosen, at):
                continue
            may_head = block.is_heading or block.text.isascii()  # a part of the text
            pressed = name in BUTTONS and not block.is_heading
            if pressed or not (may_head and _heads(chosen, at)):
                yield block
        elif (
            heads_others(block.text)
            and not _heads(chosen, at)
            and (block.element.tag not in ROWS or not _is_among(chosen, at))
        ):
            yield block
    asked = [b for b in chosen if len(b.text) <= LONGEST]
    if _FINDER.find_matches_as_strings("\n".join([b.text for b in asked])):
        yield from (b for b in asked if is_house_line(b.text))
    for block in reversed(chosen[-END:]):
        if not (is_house_line(block.text, LAST) or _is_below(block.text)):
            break
        yield block


def _heads(chosen: list[Block], at: int) -> bool:
    """Whether what follows upon a line was chosen, too."""
    return at + 1 < len(chosen) and chosen[at + 1].order == chosen[at].order + 1


def _is_among(chosen: list[Block], at: int) -> bool:
    """Whether a row stands beside one of its list that is no such name: what a page's buttons say may be told one by one."""
    home = chosen[at].element.parent
    beside = chosen[max(0, at - 1) : at] + chosen[at + 1 : at + 2]
    return any(b.element.parent is home and not names_box(b.text) for b in beside)


def names_box(text: str) -> bool:
    """Whether a line is the name of such a box and nothing else."""
    return len(text) <= NAME and text.strip(_SIGNS).lower() in _NAMES


def is_house_line(text: str, longest: int = LONGEST) -> bool:
    """Whether a line is one of those that may stand anywhere."""
    if len(text) > longest or not _FINDER.find_matches_as_strings(text):
        return False
    lower = text.replace("\n", " ").lower().strip()
    told = _LINE.fullmatch(lower) or _PROGRAM.fullmatch(lower) or is_reader_note(lower)
    return bool(told) and not is_reported(lower)


def _is_below(text: str) -> bool:
    """Whether a line is one of those that end a text."""
    if len(text) > LONGEST or not _FINDER_BELOW.find_matches_as_strings(lower := text.lower()):
        return False
    return _LAST.fullmatch(lower) is not None and not (is_reported(lower) or _are_others(text))


def _are_others(text: str) -> bool:
    """Whether who helped is named by no name and no word for who writes: forty scientists contributed to this report, too."""
    helped = _HELPED.search(text)
    if helped is None:
        return False
    words = (helped[1] or helped[2]).replace(",", " ").split()
    return any(word[0].islower() and word.lower() not in _WRITERS for word in words)
