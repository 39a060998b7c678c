"""Lists of the quality page: sentences without evidence, and places where no link was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from build_tools.edition.statistics import Statistics
from build_tools.linking import Ambiguous
from build_tools.model import block_name
from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Division, Link, Paragraph, Phrase
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.counted_things import counted_texts
from build_tools.website.pages.indexes.quality_tables import COMMAND, counted_by, section_heading
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

_CHECK = "python -m build_tools check"
_MOST = 200
"""The most lines of a list; of longer ones the page shows a part, and the command all of it."""


def folded_list(summary: str, items: Iterable[Content]) -> Division:
    """Return a list that is opened by its summary."""
    return Division((Bullets(tuple(items)),), ("listed",), "details", summary=summary)


def lists_of_evidence(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    """Yield how much of what editors wrote cites evidence, and the sentences that do not."""
    share = figures.share
    yield section_heading(translate("Evidence"), "evidence")
    by_editors = (
        translate_count(
            share.editorial,
            "{number} sentence is marked as the editors’ own.",
            "{number} sentences are marked as the editors’ own.",
        )
        if share.editorial
        else ""
    )
    cited = translate(
        "{cited} of {all} factual sentences of entries and registers cite evidence;"
        " a definition is supported by its evidence field, the claim of a difference by the passages it quotes.",
        cited=write_number(share.evidence),
        all=write_number(share.factual),
    )
    yield counted_by(f"{cited} {by_editors}".strip())
    if figures.uncited:
        number = translate_count(
            share.uncited, "{number} sentence without evidence", "{number} sentences without evidence"
        )
        lines = (line for path in figures.uncited for line in _uncited(path, figures, corpus))
        yield from list_as_far_as_it_fits(number, lines, share.uncited, COMMAND)
    shares = {path: by_page for path, by_page in figures.shares.items() if by_page.factual}
    if len(shares) > _MOST:  # most pages say nothing by being there
        shares = {path: by_page for path, by_page in shares.items() if by_page.evidence < by_page.factual}
    rows: Iterator[Content] = (
        (
            linked_passages.file_link(path.removeprefix("docs/"), corpus),
            " ",
            Phrase((translate("{part} of {all}", part=by_page.evidence, all=by_page.factual),), ("count",)),
        )
        for path, by_page in shares.items()
    )
    if shares:
        yield from list_as_far_as_it_fits(translate("Evidence by page"), rows, len(shares), COMMAND)


def _uncited(path: str, figures: Statistics, corpus: Corpus) -> Iterator[Content]:
    for sentence in figures.uncited[path]:
        yield (linked_passages.file_link(path.removeprefix("docs/"), corpus), " ", Phrase((sentence.text,), ("def",)))


def lists_of_undecided(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    """Yield the places where no link was decided."""
    yield section_heading(translate("Undecided mentions"), "undecided-mentions")
    places = translate_count(
        len(figures.undecided),
        "{number} place could refer to more than one entry, so no link is made there until an editor decides.",
        "{number} places could refer to more than one entry, so no link is made there until an editor decides.",
    )
    yield counted_by(places, _CHECK)
    if len(figures.undecided) > _MOST:
        yield from _by_words(figures.undecided, corpus)
    elif figures.undecided:
        yield Bullets(tuple((_place(mention, corpus), f": {mention.exact}") for mention in figures.undecided))


def _place(mention: Ambiguous, corpus: Corpus) -> Link:
    name = corpus.short_names.get(mention.document, mention.document)
    return Link((f"{name}, {block_name(mention.block)}",), f"{source_path(mention.document)}#{mention.block}")


def _by_words(undecided: Sequence[Ambiguous], corpus: Corpus) -> Iterator[Block]:
    """Yield a line for each wording, the most frequent first, with the place where it stands first."""
    places: dict[str, list[Ambiguous]] = {}
    for mention in undecided:
        places.setdefault(mention.exact, []).append(mention)
    frequent = sorted(places.items(), key=lambda wording: (-len(wording[1]), wording[0]))
    rows: list[Content] = []
    for exact, mentions in frequent[:_MOST]:
        texts = len({mention.document for mention in mentions})
        count = translate_count(len(mentions), "{number} place", "{number} places")
        where = translate("{mentions} in {texts}", mentions=count, texts=counted_texts(texts))
        rows.append((f"{exact}: ", Phrase((where,), ("count",)), " ", _place(mentions[0], corpus)))
    yield Bullets(tuple(rows))
    yield from _rest(len(frequent), _CHECK)


def list_as_far_as_it_fits(summary: str, rows: Iterable[Content], number: int, command: str) -> Iterator[Block]:
    """Yield a list that is opened by its summary, and where it is cut, the command that prints all of it.

    Args:
        summary: What opens it.
        rows: The lines, of which no more are made than are shown.
        number: How many there are.
        command: The command that prints all of them.
    """
    yield folded_list(summary, islice(rows, _MOST))
    yield from _rest(number, command)


def _rest(number: int, command: str) -> Iterator[Block]:
    """Say how many lines of a list are not shown, and what prints them."""
    if number > _MOST:
        words = translate_count(
            number - _MOST, "{number} more line is printed by:", "{number} more lines are printed by:"
        )
        yield Paragraph((words, " ", Phrase((command,), tag="code")), classes=("repeat",))
