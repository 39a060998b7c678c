"""The commands that read the whole corpus and check it, write it, count it, or pack its site."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from build_tools.corpus.front_matter.text_types import WEB_ADDRESS
from build_tools.corpus.history import check_history, last_changes
from build_tools.corpus.sources.text_pages import pages_of_texts
from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.publication.published_edition import publish, publishable_findings
from build_tools.edition.reading import Reading, read_edition
from build_tools.edition.statistics import count_statistics, report_statistics
from build_tools.exports.bulk_data import data_pieces
from build_tools.interfaces.cli.options import PUBLIC, ROOT, finish, follows, public_option, refuse
from build_tools.interfaces.cli.parallel.executor_options import Workers, takes_workers
from build_tools.interfaces.mkdocs_defaults import site_language
from build_tools.interfaces.progress import TEXTS_READ, Progress
from build_tools.interfaces.publishable_tree import (
    SETTINGS_HEADER,
    language_of,
    read_settings,
    tree_files,
    tree_settings,
)
from build_tools.interfaces.publishing.site_data import SiteData, data_settings, wants_data
from build_tools.model import Data
from build_tools.model.findings import findings_as_commands, findings_as_json, has_errors, pluralise
from build_tools.sharding.linked_portions import WORTH_SHARING, LinkAll, link_in_portions, portion_stages
from build_tools.website import composing, writing
from build_tools.website.caching import Cache
from build_tools.website.citations import Site
from build_tools.website.kept import Kept
from build_tools.website.naming.data_files import ARCHIVE

WRITTEN = {"github": findings_as_commands, "json": findings_as_json}
"""The machine-readable formats of findings, which are written to standard output."""

_SITE_URL = click.option(
    "--site-url",
    default="",
    callback=follows(WEB_ADDRESS),
    help="The address of the site (default: what mkdocs.yml says).",
)


@click.command()
@ROOT
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", *WRITTEN]),
    default="text",
    help="For people (text), as annotations of a workflow (github), or for programs (json).",
)
@public_option("; --format github never does")
@takes_workers
def check(root: Path, output: str, *, is_public: bool, workers: Workers) -> None:
    """Read everything, print every finding, write nothing."""
    reading = _read_by(workers, root, language_of(root))
    shown = publishable_findings(reading) if is_public or output == "github" else reading.findings
    findings = (*shown, *check_history(root))
    if output in WRITTEN:
        click.echo(WRITTEN[output](findings), nl=bool(findings) or output == "json")
        sys.exit(int(has_errors(findings)))
    finish(findings)
    counts = (
        pluralise(len(reading.documents), "text"),
        pluralise(len(reading.entries), "entry", "entries"),
        pluralise(sum(map(len, reading.mentions.values())), "mention"),
    )
    click.echo(f"{', '.join(counts)}: no errors.")


def _linking_by(workers: Workers, root: Path, language: str, cache: Cache) -> LinkAll | None:
    """Return what links the texts of an edition, by several processes if somebody says so or that pays; else None."""
    texts = len(pages_of_texts(root))
    jobs = workers.processes(texts, texts, WORTH_SHARING)
    if jobs == 1 and not workers.scheduler:
        return None
    return link_in_portions(partial(workers.open, jobs), root, language, cache)


def _read_by(workers: Workers, root: Path, language: str) -> Reading:
    """Read an edition, by several processes if somebody says so or that pays."""
    texts = len(pages_of_texts(root))
    jobs = workers.processes(texts, texts, WORTH_SHARING)
    progress = Progress()
    progress.begin(TEXTS_READ)
    if jobs == 1 and not workers.scheduler:
        reading = read_edition(root, language, KeptTexts(progress.step, are_read_again=False).stages)
    else:
        with workers.open(jobs) as executor:
            reading = read_edition(root, language, portion_stages(executor, root, language, progress.step))
    progress.end()
    return reading


@click.command()
@ROOT
@click.option(
    "--out", type=click.Path(path_type=Path), default=None, help="The folder to write to (default: build/docs)."
)
@click.option("--site-name", default="", help="The name of the site (default: what mkdocs.yml says).")
@_SITE_URL
@PUBLIC
@takes_workers
def tree(  # noqa: PLR0913 - the options of the command
    root: Path, out: Path | None, site_name: str, site_url: str, *, is_public: bool, workers: Workers
) -> None:
    """Check, then write a tree that any site generator publishes, and beside it the settings for that."""
    folder = root / "build" / "docs" if out is None else out
    writing.check_destination(folder, root)
    settings = folder.with_name(f"{folder.name}.yml")
    writing.check_renewable(settings, SETTINGS_HEADER)
    config, progress = read_settings(root, site_name, site_url), Progress()
    site, language = Site(config.site_name, config.site_url or ""), site_language(config)
    with writing.disk_cache(root, folder) as cache:
        progress.begin(TEXTS_READ)
        link_all = _linking_by(workers, root, language, cache)
        kept = Kept(cache, KeptTexts(progress.step, are_read_again=False), link_all=link_all)
        changed, data = last_changes(root), SiteData()
        data.begin(config, changed)
        take = data.take if wants_data(config) else None
        composed, findings = composing.compose(
            root, changed, language, site, is_public=is_public, kept=kept, take=take, has_data=take is not None
        )
        progress.end()
        finish((*findings, *check_history(root)))
        files, static = tree_files(config, composed)
        with writing.staging_folder(folder) as staged:
            result = writing.write(files, folder, {**static, **data.write_below(staged)})
        writing.write_file(settings, tree_settings(config, folder).encode())
    pages = [item for item in composed if not isinstance(item, Data)]
    counts = f"{len(result.written)} written, {len(result.unchanged)} unchanged, {len(result.removed)} removed"
    click.echo(f"{pluralise(len(pages), 'page')}: {counts}")


@click.command(name="data")
@ROOT
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_SITE_URL
@PUBLIC
@takes_workers
def data_command(root: Path, folder: Path, site_url: str, *, is_public: bool, workers: Workers) -> None:
    """Write the edition as data: tables, annotations, source maps, and an archive of them all."""
    writing.check_destination(folder, root)
    config = read_settings(root, site_url=site_url)
    reading = _read_by(workers, root, site_language(config))
    finish(publishable_findings(reading) if is_public else reading.findings)
    with writing.stage_site(folder) as staged:
        pieces = data_pieces(publish(reading), data_settings(config, last_changes(root)))
        paths = writing.write_packed(pieces, staged, ARCHIVE)
        writing.put_site(staged, folder)
    size = (folder / ARCHIVE).stat().st_size
    click.echo(f"{folder}: {pluralise(len(paths), 'file')}, and {ARCHIVE} with all of them, {size / 1e6:.1f} MB")


@click.command()
@ROOT
def figures_command(root: Path) -> None:
    """Print every number of the quality page: characters, mentions by rule, evidence, registers."""
    reading = read_edition(root, language_of(root))
    finish(reading.findings)
    numbers = count_statistics(
        reading.documents, reading.mentions, reading.entries, reading.registers, reading.undecided, reading.prose
    )
    click.echo(report_statistics(numbers))


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("archive", type=click.Path(dir_okay=False, path_type=Path))
def pack_command(site: Path, archive: Path) -> None:
    """Pack a built site into a zip; the same site gives the same bytes."""
    if not (site / "index.html").is_file():
        refuse(f"{site} is not a built site: it has no index.html.")
    packed = writing.pack_site(site, archive)
    click.echo(f"{archive}: {pluralise(len(packed), 'file')}, {archive.stat().st_size / 1e6:.1f} MB")
