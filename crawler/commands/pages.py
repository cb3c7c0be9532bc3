"""``articles page``: the bytes out of which an article was read, as its publisher served them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from storage.articles.archive import kept_versions, page_of
from storage.stories.lists import find_article

from .history import Which, id_of
from .options import Whole
from .output import harmless, zoned
from .settings import EXIT_FAILED, Settings
from .whole import whole_file
from .written import refuse


@click.command("page", short_help="The page that one article was read out of, as it was served.")
@click.argument("which", metavar="ID|ADDRESS", type=Which())
@click.option("--version", type=Whole(1), metavar="N", help="Of this version. Default: the last one kept.")
@click.option("--to", "path", type=click.Path(path_type=Path), metavar="FILE", help="Default: stdout.")
@click.option("--force", is_flag=True, help="Take the place of a FILE that is there.")
@click.pass_obj
def article_page(
    settings: Settings, which: int | str, version: int | None, path: Path | None, force: bool
) -> None:
    """Write the page that an article was read out of, byte for byte as its publisher served it; when that was, and
    from where, goes to stderr.

    Which pages are kept is said by `archive:` in sources.yaml: those of articles with a mention, unless it says
    otherwise. One with noarchive never is. Open it with care: a browser runs its scripts.

    \b
    forumwatch articles page 40 --to opening.html
    forumwatch articles page 40 --version 1 > before.html
    """
    if path is None and sys.stdout.isatty():
        refuse("a page may command a terminal; say --to FILE, or send it through a pipe")
    with settings.open() as db:
        number = id_of(db, which)
        if db.read(find_article, number) is None:
            refuse(f"no article {number}; `forumwatch articles` prints those there are")
        kept = db.read(kept_versions, number)
        if not kept or version not in (None, *kept):
            what = f"version {version} of article {number}" if version else f"article {number}"
            other = f", only of {', '.join(map(str, kept))}" if kept else ""
            refuse(f"no page of {what} is kept{other} (`archive:` in sources.yaml)", code=EXIT_FAILED)
        page = db.read(page_of, number, version or kept[-1])
    assert page is not None
    if path is None:
        sys.stdout.buffer.write(page.body)
        sys.stdout.buffer.flush()
    else:
        with whole_file(path, force) as out:
            out.write(page.body)
    said = f"version {version or kept[-1]}, fetched {zoned(page.fetched_at)} from {page.final_url}"
    served = f" as {page.content_type}" if page.content_type else ""
    click.echo(harmless(f"{said}{served}: {len(page.body):,} bytes"), err=True)
