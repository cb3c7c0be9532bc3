"""Whom TLS trusts: the authorities of the package certifi, or those that the environment names in their place."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from pathlib import Path

NAMED_BY = ("SSL_CERT_FILE", "SSL_CERT_DIR")  # as OpenSSL and httpx read them: the first that is set


class NobodyTrusted(Exception):
    """The environment names no authorities where it says they are; the message says what to do."""


def check(environ: Mapping[str, str] = os.environ) -> None:
    """Raises NobodyTrusted where every certificate would be refused for want of an authority."""
    name = next((name for name in NAMED_BY if environ.get(name)), None)
    if name is None:
        return
    path = environ[name]
    try:
        if name == "SSL_CERT_FILE":
            ssl.create_default_context(cafile=path)
        elif not any(Path(each).is_dir() and any(Path(each).iterdir()) for each in path.split(os.pathsep)):
            next(Path(path).iterdir())  # none of several, as OpenSSL reads it, holds anything
    except StopIteration:
        said = "it is empty"
    except ssl.SSLError:
        said = "it holds no certificate in PEM"
    except OSError as err:
        said = err.strerror or str(err)
    else:
        return
    raise NobodyTrusted(
        f"environment: {name}: {path}: {said}; name the authorities that TLS is to trust, or unset it"
    )
