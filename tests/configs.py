"""Configurations that tests write."""

from pathlib import Path

import pytest

from crawler.config import ConfigError, parse_config

HEAD = "version: 1\n"
SOURCE = "sources:\n  - {id: a, kind: feed, url: 'http://a.example/f'%s}\n"


def parse(text: str, **environ: str):
    return parse_config(text, Path("sources.yaml"), environ)


def faults(text: str, **environ: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse(text, **environ)
    return caught.value.lines
