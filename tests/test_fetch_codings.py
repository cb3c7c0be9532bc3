"""Bodies that were packed: unpacked however they are cut, and never without a bound."""

from __future__ import annotations

import gzip
import zlib
from functools import partial

import brotli
import pytest
from tables import each

from crawler.fetch.codings import Chain, Undecodable, zstd
from crawler.fetch.faults import FetchError

gzipped = partial(gzip.compress, mtime=0)  # bytes that name a test are those of every process
TEXT = b"The forum opens in Bangkok. " * 400
CODED = [
    ("", TEXT),
    ("gzip", gzipped(TEXT)),
    ("x-gzip", gzipped(TEXT)),
    ("GZIP", gzipped(TEXT)),
    ("gzip", gzipped(TEXT[:100]) + gzipped(TEXT[100:])),
    ("gzip", gzipped(TEXT) + b"\0\0\0"),
    ("gzip", TEXT),  # named, not applied
    ("deflate", zlib.compress(TEXT)),
    ("deflate", zlib.compress(TEXT)[2:-4]),  # without the header, as some servers send it
    ("deflate", gzipped(TEXT)),
    ("br", brotli.compress(TEXT)),
    ("zstd", zstd.compress(TEXT)),
    ("zstd", zstd.compress(TEXT[:50]) + zstd.compress(TEXT[50:])),
    ("zstd", TEXT),
    ("br, gzip", gzipped(brotli.compress(TEXT))),
    ("identity", TEXT),
    ("utf-8", TEXT),
    ("none", TEXT),
]


@pytest.mark.parametrize(("coding", "sent"), CODED)
@pytest.mark.parametrize("piece", [1, 7, 100_000])
def test_codings_are_undone_however_they_are_cut(coding: str, sent: bytes, piece: int) -> None:
    chain = Chain(coding, 1_000_000)
    got = b"".join(chain.feed(sent[n : n + piece]) for n in range(0, len(sent), piece))
    chain.finish()
    assert got == TEXT
    assert not chain.overflowed


BROKEN = [
    ("gzip", gzipped(TEXT)[:-9]),
    ("gzip", b"\x1f\x8b\x08garbage that is none"),
    ("deflate", zlib.compress(TEXT)[:20]),
    ("br", brotli.compress(TEXT)[:-3]),
    ("br", b"<html>not brotli at all</html>"),
    ("gzip", gzipped(b"x") * 1001),
    ("zstd", zstd.compress(TEXT)[:-3]),
    ("zstd", zstd.compress(b"x") * 1001),
    ("zstd", b"\x28\xb5\x2f\xfd" + b"garbage" * 9),
]


@each(("coding", "sent"), BROKEN)
def test_half_a_body_is_no_body(coding: str, sent: bytes) -> None:
    chain = Chain(coding, 1_000_000)

    def undo() -> None:
        chain.feed(sent)
        chain.finish()

    with pytest.raises(Undecodable):
        undo()


ZEROS = bytes(3_000_000)  # thirty times what there is room for
BOMBS = [
    ("gzip", gzipped(ZEROS)),
    ("deflate", zlib.compress(ZEROS)),
    ("br", brotli.compress(ZEROS, quality=1)),
    ("zstd", zstd.compress(ZEROS)),
    ("gzip, gzip", gzipped(gzipped(ZEROS))),
    ("br, gzip", gzipped(brotli.compress(ZEROS, quality=1))),
]


@each(("coding", "sent"), BOMBS)
def test_a_bomb_yields_no_more_than_there_is_room_for(coding: str, sent: bytes) -> None:
    chain = Chain(coding, 100_000)
    got = 0
    for n in range(0, len(sent), 1000):
        got += len(chain.feed(sent[n : n + 1000]))
        if chain.overflowed:
            break
    assert chain.overflowed
    assert got < 300_000


def test_a_zstd_window_of_gigabytes_is_refused() -> None:
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=options)
    sent = packer.compress(TEXT) + packer.flush()
    with pytest.raises(Undecodable):
        Chain("zstd", 1_000_000).feed(sent)


@pytest.mark.parametrize("coding", ["gzip, gzip, gzip", "compress", "dcb"])
def test_codings_that_are_unknown_or_piled_up_are_named(coding: str) -> None:
    with pytest.raises(FetchError) as caught:
        Chain(coding, 1000)
    assert caught.value.kind == "hard"
