"""The commands that divide an edition into collections, and join their sites by a router."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, WEB_ADDRESS
from build_tools.corpus.sources.listed_texts import ChangedTextError
from build_tools.editing.splitting.collection_files import WholeEdition
from build_tools.editing.splitting.divided_edition import DividedEdition
from build_tools.editing.splitting.examined_texts import examine_edition
from build_tools.editing.splitting.referred_pages import ReferredPages
from build_tools.editing.splitting.shares import GROUPINGS, divide_texts
from build_tools.editing.splitting.split_report import COLLECTIONS_FILE, list_collections, list_left_out
from build_tools.interfaces.cli.command_group import CommandGroup
from build_tools.interfaces.cli.options import EditionFolder, check_by_rule, finish, refuse
from build_tools.interfaces.mkdocs_defaults import site_language
from build_tools.interfaces.publishable_tree import read_settings
from build_tools.model.findings import pluralise
from build_tools.text.escaping import visible
from build_tools.website import writing
from build_tools.website.router.index.built_index import ReadFile
from build_tools.website.router.joined_sites import ListError, read_joined_sites
from build_tools.website.router.joining import compose_router

_REPORT = "left-out.tsv"
_INDEX = "data/search"


@click.group(cls=CommandGroup)
def collections() -> None:
    """Publish a large edition as several sites, and find everything in all of them."""


@collections.command(name="split")
@click.argument("edition", type=EditionFolder())
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--texts", type=click.IntRange(min=1), default=2000, show_default=True, help="The most texts of each.")
@click.option("--by", "grouping", type=click.Choice([*GROUPINGS]), default=None, help="What its texts have in common.")
@click.option("--address", default="", help="The address below which the sites will be.")
def split_command(edition: Path, out: Path, texts: int, grouping: str | None, address: str) -> None:
    """Divide EDITION into editions of neighbouring texts below OUT, linked as the whole is."""
    check_by_rule(address, WEB_ADDRESS)
    writing.check_destination(out, edition)
    config = read_settings(edition)
    language = site_language(config)
    pages = ReferredPages(edition)
    try:
        examined = examine_edition(edition, language, pages.texts_referred_to)
        finish(examined.findings)
        divided = DividedEdition(examined, pages)
        made = [divided.collect(share) for share in divide_texts(divided.sources, texts, grouping or "")]
    except ChangedTextError as error:
        changed = f'The text "{visible(str(error))}" has changed while the edition was divided.'
        refuse(f"{changed} Run the same command again.")
    whole = WholeEdition(edition, str(config.site_name).strip(), language, address, pages, examined.files.lock.text)
    contents = {f"{part.share.id}/{path}": data for part in made for path, data in whole.files_of(part, divided)}
    contents[COLLECTIONS_FILE] = list_collections(made, whole)
    contents[_REPORT] = list_left_out(divided.left_out(made))
    writing.write((), out, contents)
    for collection in made:
        entries = sum(path.startswith("docs/glossary/") for path in collection.pages)
        click.echo(
            f"{collection.share.id}: {pluralise(len(collection.share.texts), 'text')}, "
            f"{pluralise(entries, 'entry', 'entries')}"
            f"{', the whole glossary' if collection.has_all_entries else ''}"
        )
    click.echo(f"{pluralise(len(made), 'collection')}; {_REPORT} names what none of them has.")


@collections.command(name="join")
@click.argument("list_file", metavar="COLLECTIONS.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def join_command(list_file: Path, out: Path) -> None:
    """Put built sites together in OUT, below a router: lists of their texts and entries, and one search."""
    try:
        joined = read_joined_sites(list_file.read_text(encoding="utf-8-sig"))
    except (ListError, UnicodeDecodeError) as error:
        refuse(f"{visible(str(list_file))}: {visible(str(error))}")
    check_by_rule(joined.language, LANGUAGE_TAG, f"{list_file}: language")
    folders = {site.id: list_file.parent / site.site for site in joined.sites}
    for site in joined.sites:
        if not (folders[site.id] / _INDEX / "manifest.js").is_file():
            refuse(f'"{visible(str(folders[site.id]))}" is not the built site of "{site.id}": it has no search index.')
    _refuse_own_sites(out, folders.values())
    sites = tuple(replace(site, is_flat=(folders[site.id] / "search.html").is_file()) for site in joined.sites)
    router = compose_router(replace(joined, sites=sites), lambda site: _reader(folders[site.id]))
    with writing.stage_site(out) as staged:
        try:
            writing.write_below(router, staged)
        except ValueError as error:
            refuse(f"A search index cannot be read: {visible(str(error))}. Build that site again.")
        for identifier, folder in folders.items():
            writing.link_folder(folder, staged / identifier)
        writing.put_site(staged, out)
    click.echo(f"{out}: {pluralise(len(sites), 'collection')} and the router over them.")


def _refuse_own_sites(out: Path, sites: Iterable[Path]) -> None:
    """Refuse to write a router over one of the sites that it joins, or into it."""
    place = writing.real_path(out)
    for site in sites:
        if place.is_relative_to(writing.real_path(site)):
            refuse(f'"{visible(str(out))}" is in the site "{visible(str(site))}": name another folder to write to.')


def _reader(site: Path) -> ReadFile:
    def read(name: str) -> str:
        file = site / _INDEX / f"{name}.js"
        try:
            return file.read_text(encoding="utf-8", errors="surrogatepass")
        except FileNotFoundError as error:
            raise ValueError(f'there is no "{file}"') from error

    return read
