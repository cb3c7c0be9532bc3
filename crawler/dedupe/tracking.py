"""Which parameters of an address say how a reader came, and not what is read.

A name is here only where it never names content. Names that do both (`from`, `ref`, `source` …) count as
tracking with a known channel's word for a value, and as content with any other: `?ref=rss` is how, `?ref=8812`
may be which article. Dropping one too few costs a second reading of one article; dropping one too many would
lose an article for good.
"""

from __future__ import annotations

import re

_PREFIXES = (
    *("utm_", "at_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "ns_", "fb_", "ga_", "amp_", "share_"),
    *("guce_", "soc_", "sc_", "oly_", "vero_", "mc_", "wt.", "wt_", "__hs", "_hs", "_branch_", "spm_"),
    *("aspsessionid", "trk_", "itm_", "int_cmp", "ml_", "bsft_", "tt_", "xtor", "asc_", "cm_mmc"),
)
_NAMES = frozenset(
    # advertisement clicks
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik irclickid "
    "zanpid wickedid rb_clickid s_kwcid ef_id mkwid pcrid srsltid qclid sznclid bdclid "
    # campaigns and newsletters
    "_ga _gl _openstat hsctatracking mkt_tok campaign campaign_id cmp cmpid icmp icid ncid ocid scid s_cid ito "
    "smid smtyp emc dm_i _ke hootpostid mbid wpisrc wpmm nlid newsletter_id intcid intcmp ftag "
    # sharing and apps
    "fref mibextid sfnsn rdid __twitter_impression ref_src ref_url referrer referer share sharetype sharefrom "
    "isappinstalled nsukey vd_source unique_k from_source from_spmid bbid wfr scm spm pvid abtest seid "
    "trk trkinfo trackingid trk_info lipi guccounter action_object_map action_type_map __s __tn__ "
    # sessions and caches
    "phpsessid jsessionid sessionid session_id cfid cftoken zenid oscsid _ nocache cachebuster cache_buster cb "
    # another dress of the same page
    "amp _amp usqp print printable printer_friendly print_view replytocom fullsite".split()
)
_CHANNEL_NAMES = frozenset("from ref source src via feature medium channel origin rss share cid_source mod".split())
_CHANNELS = (
    "rss|feeds?|atom|twitter|facebook|fb|social|share[ds]?|timeline|singlemessage|groupmessage|home(?:page)?|index|"
    "top(?:news)?|front(?:page)?|newsletter|e?mail|app|android|ios|iphone|push|googlenews|google|bing|yahoo|line|telegram|"
    "whatsapp|weibo|wechat|weixin|wx|qq|toutiao|linkedin|reddit|bookmark|copy|link|related|recommend(?:ed)?|latest|hot|"
    "search|sidebar|footer|header|menu|nav(?:bar)?|breadcrumb|widget|mobile|desktop|web|site|www|pc|wap|h5|"
    "flipboard|pocket|instagram|youtu\\.?be|youtube|messenger|kakao(?:talk)?|naver|daum|yandex|vk|zen"
)
_CHANNEL = re.compile(rf"(?:{_CHANNELS})(?:[-_.][a-z_.-]*)?", re.IGNORECASE)
_DRESSES = {  # names that count as tracking with these values alone
    "outputtype": frozenset({"amp"}),
    "output": frozenset({"amp", "print"}),
    "view": frozenset({"amp", "print", "mobile", "desktop", "classic"}),
    "format": frozenset({"amp", "print"}),
    "mode": frozenset({"amp", "print"}),
    "type": frozenset({"amp", "print"}),
    "mobile": frozenset({"", "0", "1", "true", "false", "yes", "no"}),
    "is_mobile": frozenset({"", "0", "1", "true", "false"}),
}
_SESSION_NAMES = frozenset(("sid", "s_id", "session", "sess", "ssid"))
_SESSION = re.compile(r"(?=.*\d)(?=.*[a-zA-Z])[0-9a-zA-Z,-]{20,}")


def is_tracking(name: str, value: str) -> bool:
    """Whether a parameter can be left out of the address without another article being meant."""
    name = name.casefold()
    if name in _NAMES or name.startswith(_PREFIXES):
        return True
    if name in _CHANNEL_NAMES:
        return _CHANNEL.fullmatch(value) is not None
    if name in _SESSION_NAMES:
        return _SESSION.fullmatch(value) is not None
    return name in _DRESSES and value.casefold() in _DRESSES[name]
