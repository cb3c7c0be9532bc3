"""Which parameters of an address say how a reader came, and not what is read.

A name stands in a table only where it never names content. Names that do both (`from`, `ref`, `source` …)
count as tracking with a known channel's word for a value, and as content with any other: `?ref=rss` is how,
`?ref=8812` may be which article. Dropping one too few costs a second reading of one article; dropping one too
many would lose an article for good.
"""

from __future__ import annotations

import re

from crawler.patterns import lazily

PREFIXES = (
    *("utm_", "mtm_", "matomo_", "piwik_", "hsa_", "amp_", "share_", "guce_", "cx_", "elq", "sfmc_"),
    *("oly_", "vero_", "wt.", "__hs", "_hs", "_branch_", "aspsessionid", "trk_", "itm_", "bsft_", "cm_mm"),
)
_CAMPAIGN = lazily(r"(?:at|pk|ns|fb)_(?!(?:.*_)?(?:id|ids|no|num)$).*")  # at_medium, and not at_id

NAMES = frozenset(
    [
        # a click on an advertisement
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid"),
        *("ttclid", "li_fat_id", "igshid", "igsh", "epik", "irclickid", "zanpid", "wickedid", "rb_clickid"),
        *(
            "s_kwcid",
            "ef_id",
            "mkwid",
            "srsltid",
            "qclid",
            "bdclid",
            "bd_vid",
            "gad_source",
            "gad_campaignid",
        ),
        # a campaign or a newsletter
        *("_ga", "_gl", "_openstat", "hsctatracking", "mkt_tok", "cmpid", "cmpref"),
        *("icmp", "icid", "ncid", "ocid", "scid", "s_cid", "ito", "smid", "smtyp", "dm_i", "_ke", "mc_cid"),
        *("mc_eid", "ml_subscriber", "ml_subscriber_hash", "sc_cid", "sc_campaign", "sc_channel", "sc_src"),
        *(
            "soc_src",
            "soc_trk",
            "wt_mc",
            "wt_zmc",
            "ga_source",
            "ga_medium",
            "ga_campaign",
            "xtor",
            "int_cmp",
        ),
        *("hootpostid", "mbid", "wpisrc", "wpmm", "nlid", "intcid", "intcmp", "ftag"),
        *("ftcamp", "iref", "n_cid", "cloc", "srnd", "sref", "cvid", "wprov", "smprod", "erid", "_bhlid"),
        *("hss_channel", "emci", "emdi", "leadsource", "traffic_source", "feedtype", "feedname"),
        # sharing, by people and by apps
        *("spref", "chksm", "pass_ticket", "wx_header", "ascene", "exportkey", "nettype", "devicetype"),
        *(
            "log_from",
            "clicktime",
            "enterid",
            "ivk_sa",
            "tdsourcetag",
            "adtag",
            "uc_param_str",
            "gidzl",
            "zarsrc",
        ),
        *("hmsr", "hmpl", "hmcu", "hmkw", "hmci"),
        *("fref", "mibextid", "sfnsn", "rdid", "__twitter_impression", "ref_src", "ref_url", "referrer"),
        *("referer", "sharetype", "sharefrom", "isappinstalled", "nsukey", "vd_source", "unique_k"),
        *(
            "from_source",
            "from_spmid",
            "spm",
            "spm_id_from",
            "scm",
            "wfr",
            "tt_from",
            "tt_medium",
            "tt_content",
        ),
        *("trk", "trkinfo", "trackingid", "lipi", "guccounter", "action_object_map", "action_type_map"),
        *("__tn__", "__s", "__xts__", "__cft__[0]", "_rdr", "_rdc", "xmt", "slof"),
        # a session, a cache
        *("phpsessid", "jsessionid", "cfid", "cftoken", "zenid", "oscsid", "_"),
        *("nocache", "cachebuster", "cache_buster", "aspxautodetectcookiesupport"),
        # another dress of the same page
        *(
            "amp",
            "_amp",
            "isamp",
            "noamp",
            "nonamp",
            "usqp",
            "replytocom",
            "showcomment",
            "fullsite",
            "noredirect",
        ),
        *(
            "_x_tr_sl",
            "_x_tr_tl",
            "_x_tr_hl",
            "_x_tr_pto",
            "_x_tr_hist",
            "openexternalbrowser",
            "triedredirect",
        ),
    ]
)

CHANNEL_NAMES = frozenset(
    ["from", "ref", "source", "src", "via", "feature", "medium", "channel", "origin", "share", "mod", "input"]
    + ["partner", "emc", "cmp"]
)
_CHANNELS = (
    "rss|feeds?|atom|hp|twitter|facebook|fb|social|share[ds]?|timeline|singlemessage|groupmessage|home(?:page)?|index|"
    "top(?:news)?|front(?:page)?|newsletter|e?mail|app|android|ios|iphone|push|googlenews|google|bing|yahoo|line|"
    "telegram|whatsapp|weibo|wechat|weixin|wx|qq|toutiao|linkedin|reddit|bookmark|copy|link|related|recommend(?:ed)?|"
    "latest|hot|search|sidebar|footer|header|menu|nav(?:bar)?|breadcrumb|widget|mobile|desktop|web|site|www|pc|wap|h5|"
    "flipboard|pocket|instagram|youtu\\.?be|youtube|messenger|kakao(?:talk)?|naver|daum|yandex|vk|zen"
)
# Medium has dashes
_CHANNEL = lazily(rf"(?:{_CHANNELS})(?:[-_.][a-z_.-]*(?:pos\d+)?)?|.*---.*", re.IGNORECASE)
_REFERRING_HOST = lazily(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)  # ref=blog.example.net

_SWITCH = frozenset(["", "0", "1", "print", "true", "false", "yes", "no", "y", "n"])
_DRESS = frozenset(["amp", "amp-type", "print", "mobile", "desktop"])
DRESSES = {  # names that count with these values alone
    **dict.fromkeys(("outputtype", "output", "view", "format", "mode", "type", "layout", "display"), _DRESS),
    **dict.fromkeys(
        ("print", "single", "printable", "printer_friendly", "print_view", "mobile", "is_mobile"), _SWITCH
    ),
    "rss": _SWITCH,
    "page": frozenset(["all"]),  # where an article of several pages is shown as one
}

_SESSION_NAMES = frozenset(
    [
        *("sid", "s_id", "session", "sess", "ssid", "sessionkey", "session_key", "sessid"),
        *("sessionid", "session_id", "session-id"),
        *("token", "auth_token", "access_token", "csrf_token", "nonce", "sig", "signature", "hmac"),
    ]
)
_SESSION = lazily(r"(?=.*\d)(?=.*[a-zA-Z])(?![a-z]+-[a-z]+-)[0-9a-zA-Z,-]{20,}")  # no words with dashes
_MARKS = {
    "gi": re.compile("[0-9a-f]{12}"),
    "taid": re.compile("[0-9a-f]{24}"),
}  # names with these values alone
_MOMENT_NAMES = frozenset(["timestamp", "expires", "rand", "random", "rnd"])
_MOMENT = re.compile(r"\d{9,}|0?\.\d{4,}")  # seconds since 1970, or what a script makes up


def is_tracking(name: str, value: str) -> bool:
    """Whether a parameter can be left out of the address without another article being meant."""
    name = name.casefold()
    if name in NAMES or name.startswith(PREFIXES) or _CAMPAIGN.fullmatch(name):
        return True
    if name in CHANNEL_NAMES:
        by_host = name == "ref" and _REFERRING_HOST.fullmatch(value)
        return bool(by_host or _CHANNEL.fullmatch(value))
    if name in _SESSION_NAMES:
        return _SESSION.fullmatch(value) is not None
    if name in _MARKS:
        return _MARKS[name].fullmatch(value) is not None
    if name in _MOMENT_NAMES:
        return _MOMENT.fullmatch(value) is not None
    return name in DRESSES and value.casefold() in DRESSES[name]
