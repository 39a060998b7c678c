"""The commands that annotate any texts with any entries, without an edition."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import click

from build_tools.corpus.front_matter.text_types import WEB_ADDRESS
from build_tools.corpus.glossary import print_entries
from build_tools.corpus.regular_files import list_pages
from build_tools.editing.annotation import NamedText, annotate_together, as_lines, count_together, read_lexicon
from build_tools.interfaces.cli.options import finish, follows, read_text, refuse
from build_tools.interfaces.cli.parallel.executor_options import Workers, in_portions, takes_workers
from build_tools.linking import Lexicon
from build_tools.model.corpus_statistics import (
    CorpusStatistics,
    merge_statistics,
    read_statistics,
    statistics_as_json,
)
from build_tools.model.findings import Finding
from build_tools.text.escaping import visible

_PORTION = 100  # texts of a task
_WORTH = 10_000_000  # bytes of text for which more processes pay: each takes a second to start
_WORTH_TWICE = 100_000_000
"""Bytes of text for which they pay where each text is read twice, to count and to link.

One process reads it once and holds it until all are counted: 50 MB took 5 s and 240 MB of memory, two processes 7 s.
"""


def _check_glossary(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    place = folder.resolve()
    if all(file.name == "index.md" for file in list_pages(place, place.parent)):
        refuse(f'"{visible(str(folder))}" has no entry: name the folder that holds the entries, such as docs/glossary.')
    return folder


_TEXTS = click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
_GLOSSARY = click.option(
    "--glossary",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_check_glossary,
    help="The folder that holds the entries, one Markdown file each.",
)


class _Portion(NamedTuple):
    """Texts to be read in some process, as they were named and where they are, and the entries with their digest."""

    texts: tuple[tuple[str, Path], ...]
    folder: Path
    printed: str


@click.command(name="annotate")
@_TEXTS
@_GLOSSARY
@click.option(
    "--counts",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that `count` printed: what a corpus says of names, instead of these texts. Several are added up.",
)
@click.option(
    "--base",
    default="",
    callback=follows(WEB_ADDRESS),
    help="The address of a site: texts are named below it, entries by their pages there (default: paths and ids).",
)
@takes_workers
def annotate_command(
    texts: tuple[str, ...], folder: Path, counts: tuple[Path, ...], base: str, workers: Workers
) -> None:
    """Print the mentions of a folder's entries in any texts, which are read together: one W3C Web Annotation a line."""
    statistics = merge_statistics(map(_read_counts, counts)) if counts else None
    jobs = _jobs(texts, workers, _WORTH if counts else _WORTH_TWICE)
    if jobs == 1 and not workers.scheduler:
        lexicon, findings = read_lexicon(folder)
        read, faults = _read_all([(text, Path(text)) for text in texts])
        findings += faults
        for mentions, advice in annotate_together(read, lexicon, statistics):
            findings += advice
            click.echo(as_lines(mentions, base), nl=False)
        finish(tuple(findings))
        return
    findings = read_lexicon(folder)[1]
    with workers.open(jobs) as executor:
        portions = _portions(texts, folder)
        if statistics is None:
            counted = executor.map(_count_portion, portions)
            statistics = merge_statistics(read_statistics(part) for part, _ in counted)
        names = statistics_as_json(statistics)
        for lines, advice in executor.map(partial(_annotate_portion, names, base), portions):
            findings += advice
            click.echo(lines, nl=False)
    finish(tuple(findings))


@click.command(name="count")
@_TEXTS
@_GLOSSARY
@takes_workers
def count_command(texts: tuple[str, ...], folder: Path, workers: Workers) -> None:
    """Print how often texts name a folder's entries in full, as JSON for `annotate --counts`."""
    findings = read_lexicon(folder)[1]
    parts: list[CorpusStatistics] = []
    with workers.open(_jobs(texts, workers, _WORTH)) as executor:
        for counted, faults in executor.map(_count_portion, _portions(texts, folder)):
            parts.append(read_statistics(counted))
            findings += faults
    click.echo(json.dumps(statistics_as_json(merge_statistics(parts)), ensure_ascii=False, indent=1))
    finish(tuple(findings))


def _jobs(texts: Sequence[str], workers: Workers, worth: int) -> int:
    size = sum(Path(text).stat().st_size for text in texts) if workers.jobs is None else 0
    return workers.processes(-(-len(texts) // _PORTION), size, worth)


def _portions(texts: Sequence[str], folder: Path) -> list[_Portion]:
    """Return the texts in portions, whose paths hold in whatever folder a process runs."""
    places = [(text, Path(text).absolute()) for text in texts]
    printed = print_entries(folder.resolve())
    return [_Portion(portion, folder.absolute(), printed) for portion in in_portions(places, _PORTION)]


@lru_cache(maxsize=1)
def _lexicon_for(folder: Path, _printed: str) -> Lexicon:
    """Return the entries, which a process that reads several portions compiles once."""
    return read_lexicon(folder)[0]


def _count_portion(portion: _Portion) -> tuple[Mapping[str, Mapping[str, int]], list[Finding]]:
    read, faults = _read_all(portion.texts)
    counted = count_together(read, _lexicon_for(portion.folder, portion.printed))
    return statistics_as_json(counted), faults


def _annotate_portion(
    names: Mapping[str, Mapping[str, int]], base: str, portion: _Portion
) -> tuple[str, list[Finding]]:
    read, findings = _read_all(portion.texts)
    lexicon = _lexicon_for(portion.folder, portion.printed)
    lines = []
    for mentions, advice in annotate_together(read, lexicon, read_statistics(names)):
        findings += advice
        lines.append(as_lines(mentions, base))
    return "".join(lines), findings


def _read_all(places: Sequence[tuple[str, Path]]) -> tuple[list[NamedText], list[Finding]]:
    texts: list[NamedText] = []
    findings: list[Finding] = []
    for name, place in places:
        text, faults = read_text(place, name, with_mark=True)
        findings += faults
        texts += [] if text is None else [NamedText(name, text)]
    return texts, findings


def _read_counts(file: Path) -> CorpusStatistics:
    try:
        return read_statistics(json.loads(file.read_bytes()))
    except ValueError:
        refuse(f'"{file}" is no file of counts: make one with the command count.')
