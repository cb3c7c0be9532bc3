"""An address → whether it is a site's front page, or the place where readers log in."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from storage.text.languages import NAMES

_HOME = re.compile(
    r"/*(?:(?P<language>[a-z]{2})(?:[-_][a-z]{2,4})?/*)?(?:(?:index|default|home|homepage|main|inicio|inici|accueil|startseite|portal)(?:\.\w{2,5})?/*)?",
    re.I,
)

_LOGIN = re.compile(
    r"/(?:log-?in|sign-?in|log-?on|auth|entrar|acceder|accedi|anmelden|anmeldung|connexion|se-connecter|inloggen|logga-in|logg-inn|log-ind|kirjaudu|giris|masuk|dang-nhap|prihlaseni|prihlasenie|logowanie|zaloguj|bejelentkezes|prijava|autentificare|vhod|vojti)(?:\.\w{2,5})?/?",
    re.I,
)


def is_login(url: str | None) -> bool:
    """Whether the last part of an address says that readers log in there."""
    try:
        path = urlsplit(url or "").path.rstrip("/")
    except ValueError:
        return False
    return _LOGIN.fullmatch(path[path.rfind("/") :] if "/" in path else "") is not None


def is_front(url: str | None) -> bool:
    """Whether an address names no part of the site at all."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path.strip("/") in ("", "index.html", "index.php") and not parts.query


def is_home(url: str | None) -> bool:
    """Whether an address is that of a front page, in a language of the site too: /en/, /fr/home."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    home = _HOME.fullmatch(parts.path) if parts.netloc and not parts.query else None
    return home is not None and (home["language"] or "en").lower() in NAMES  # /ai is none
