"""A tag → what the walk does with its element, by its name, and by the number that Lexbor gives the name."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from crawler.parse.page import labels

BLOCK, PLAIN, LINK, STRONG = -1, 0, 1, 2  # kinds of elements; LINK and STRONG are bits
APART, NOTHING = 3, 4  # what has a method of its own; what is no element, or not looked at
LONGEST = 80  # characters of a name that is looked at: what is found in names is kept

SKIPPED = frozenset([  # neither their text nor their children are read
    "script", "style", "noscript", "template", "svg", "iframe", "canvas", "object", "embed", "audio",
    "video", "map", "math", "select", "option", "datalist", "textarea", "input",
    "source", "track", "wbr", "area", "param", "progress", "meter", "dialog", "frame",
    "frameset",
])  # fmt: skip
INLINE = frozenset([  # no block begins or ends with them
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "amp-link", "slot",
    "amp-timeago", "local-time", "relative-time", "time-ago",
])  # fmt: skip
APART_NAMES = frozenset(
    ("br", "hr", "meta", "link", "title", "base", "script", "input", "nav", "img", "picture", "button")
)
_INLINE = dict.fromkeys(INLINE, PLAIN) | {"a": LINK, "b": STRONG, "strong": STRONG}
_BLOCKS = [  # elements of other names count as such too; these are known before they are met
    "html", "head", "body", "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "section", "article", "main", "header",
    "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "blockquote", "pre", "table", "thead",
    "tbody", "tfoot", "tr", "td", "th", "form", "fieldset", "center", "address", "details", "summary", "hgroup",
]  # fmt: skip
Kind = tuple[int, str, int]  # what to do with an element, its name, what its name says: labels.py


def kind_of(tag: str | None) -> Kind:
    """What to do with an element of a name that may never have been seen; a comment has none."""
    if tag is None or tag[0] in "-_!":
        return NOTHING, "", 0
    kind = APART if tag in APART_NAMES else NOTHING if tag in SKIPPED else _INLINE.get(tag, BLOCK)
    own = "-" in tag and len(tag) <= LONGEST  # a site's: <news-byline>
    return kind, tag, labels.signs(tag) if own else labels.OF_TAG.get(tag, 0)


def numbers(*names: str) -> frozenset[int]:
    """The numbers that Lexbor gives names: to ask for one is a third of the cost of the name."""
    return frozenset(_TREE.create_node(name).tag_id for name in names)


def _known() -> tuple[dict[int, Kind], int]:
    """The kinds by the number of the name, and the number of text."""
    names = (*_BLOCKS, *INLINE, *SKIPPED, *APART_NAMES)
    kinds = {_TREE.create_node(name).tag_id: kind_of(name) for name in names}
    text, comment = _TREE.css("p")[0].iter(include_text=True)
    return kinds | {comment.tag_id: kind_of(comment.tag)}, text.tag_id


_TREE = LexborHTMLParser("<p>text<!--comment-->")
KNOWN, TEXT = _known()
