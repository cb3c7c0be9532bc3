"""Lines of papers on what they earn by links, and lines of news on commissions and the Commission."""

from __future__ import annotations

from crawler.parse.body.follow import follows

NOTES = [
    "If you buy through our links, we may earn a small commission.",
    "We may get a commission if you click the links in this article.",
    "This article contains affiliate links. We may receive a commission.",
    "Cet article contient des liens affiliés. Nous pouvons toucher une commission.",
    "Si compras a través de nuestros enlaces, podemos recibir una comisión.",
    "Se você comprar pelos nossos links, recebemos uma comissão.",
    "Acquistando dai nostri link potremmo ricevere una commissione.",
    "Als je via onze links iets koopt, ontvangen wij een commissie.",
    "Om du köper via våra länkar får vi provision.",
    "Kupując przez nasze linki, otrzymujemy prowizję.",
    "Если вы купите что-то по нашим ссылкам, мы можем получить комиссию.",
    "Якщо ви купуєте за нашими посиланнями, ми отримуємо комісію.",
    "Αν αγοράσετε από τους συνδέσμους, λαμβάνουμε προμήθεια.",
    "Ha linkjeinken vásárol, jutalékot kapunk.",
    "Jika Anda membeli lewat tautan ini, kami mendapat komisi.",
    "Bağlantılarımız üzerinden alışveriş yaparsanız komisyon kazanabiliriz.",
    "当你通过我们的链接购买时，我们可能获得佣金。",
    "Linki są afiliacyjne, dostajemy z nich prowizję.",
    "Odkazy jsou affiliate, dostáváme z nich provizi.",
    "Ссылки партнёрские: мы получаем комиссию.",
    "Wir erhalten eine Provision für Käufe über unsere Links.",
    "당사 링크로 구매하면 수수료를 지급받을 수 있습니다.",
]
NEWS = [
    "“The Commission supports the links that we have built with the islands,” she said.",
    "We want the Commission to look at the trade links between the two ports, the minister told us.",
    "We added a provision on the links between the two funds, the chairman said.",
    "We agreed on a provisional link to the grid with our partners.",
    "“We get a commission when you buy through our links,” the founder said.",
    "Her firm sells the affiliate links that we click, the court heard.",
    "Selon la Commission, il n’y a aucun lien entre nos entreprises et la panne.",
    "La Comisión cree que podemos mejorar los enlaces entre islas.",
    "A Comissão quer que o link seja removido, e nós recebemos o aviso ontem.",
    "La Commissione non vede un link tra i nostri dati e la panne.",
    "De Commissie ziet geen link met onze systemen, zegt de minister.",
    "Komissio haluaa, että saamme linkit näkyviin.",
    "Мы направили в комиссию ссылку на видео, сообщил директор порта.",
    "Ми надіслали посилання до комісії, сказав депутат.",
    "Kami sudah mengirim tautan itu ke Komisi III, kata dia.",
    "Los afiliados tienen un enlace directo con nuestra sede, dijo la ministra.",
    "Мы направили в комиссию партнёрское соглашение со ссылками на закон, сказал министр.",
    "Комиссия получила партнерское предложение и ссылку на закон.",
    "Riceviamo dalla commissione i dati degli affiliati con link, dice il ministro.",
    "委员会说，我们的链接与佣金无关。",
]


def test_a_line_on_what_a_paper_earns_by_is_told_from_news_of_commissions() -> None:
    assert [line for line in NOTES if not follows(line)] == []
    assert [line for line in NEWS if follows(line)] == []
