"""The first draft of a text's page: what the text says of itself, what is doubtful, and what a person must decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.editing.scaffolds.doubts import doubtful_rulings
from build_tools.editing.scaffolds.language_guess import languages_of, rank_languages
from build_tools.editing.scaffolds.title_guess import TitlePage, read_title_page
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar
from build_tools.model import Block
from build_tools.model.findings import pluralise
from build_tools.segmentation import segment_text

_EXPLAINED = """\
---
# Lines like this one explain; readers never see them. Fill in what is marked FILL IN and check what is guessed: all of it
# was read by a program. What the text itself does not state, explain under inferred.
seed: {seed}
"""
_RIGHTS = """\
# FILL IN the statement: may the text be published, and on what ground? A URI of rightsstatements.org or Creative Commons:
#   http://rightsstatements.org/vocab/InC/1.0/ in copyright, http://rightsstatements.org/vocab/CNE/1.0/ not evaluated,
#   https://creativecommons.org/publicdomain/mark/1.0/ in the public domain
rights:
  statement:
  notice: {notice}
  publish: full
# For each field above that the text does not state, a reason: {{publisher: "The paper's site has a page with this title."}}
inferred: {{}}
"""
_HEADNOTE = "# Below the next line stands a headnote: two or three neutral sentences on who speaks, to whom, and when."


def new_source(seed: str, text: str) -> str:
    """The page of a new text; `seed` is the name of its file in seeds/, `text` all of it, a byte order mark included."""
    blocks, _ = segment_text(text)
    languages = languages_of(blocks)
    lines = [
        _EXPLAINED.format(seed=scalar(seed)).rstrip(),
        *_bibliography(read_title_page(blocks)),
        "# FILL IN: article-newspaper, article-magazine, article-journal, report, webpage, book, speech, treaty, document …",
        "genre:",
        *_languages(rank_languages(blocks, languages)),
        _RIGHTS.format(notice=_notice(blocks)).rstrip(),
        *_rulings(doubtful_rulings(text, blocks, languages), _wraps(blocks)),
        _HEADNOTE,
        "---",
    ]
    return "\n".join(lines) + "\n"


def _bibliography(page: TitlePage) -> Iterator[str]:
    if page.title:
        yield f"# Guessed: the first line that reads like a title.\ntitle: {quote_scalar(page.title)}"
    else:
        yield '# FILL IN: the text states none that a program could find. If it has none, give one and add inferred: {title: "…"}.'
        yield "title:"
    yield "# Guessed where it is filled in: two or three words by which other pages cite the text."
    yield f"short_title:{f' {quote_scalar(page.creators[0].split()[-1])}' if page.creators else ''}"
    yield "# Who made it; entry is the id of a glossary entry, where there is one: [{name: Park Min-hee, entry: park-min-hee}]"
    yield f"creators: [{', '.join(f'{{name: {quote_scalar(name)}}}' for name in page.creators)}]"
    yield "publisher:"
    yield from _dates(page)
    yield "# The address of the original.\nurl:"


def _dates(page: TitlePage) -> Iterator[str]:
    if page.issued:
        yield f"# Guessed from {quote_scalar(page.issued.words)}. A time of day may follow: {page.issued.edtf}T17:02:00+09:00"
        yield f'issued: "{page.issued.edtf}"'
    else:
        yield "# When it appeared, as exactly as is known: 2024, 2024-05, 2024-05-13, 2024-02/2024-06, or, at the earliest, 2024-06-20/"
        for day in page.days:
            yield f'# issued: "{day.edtf}"   # The text names {quote_scalar(day.words)}.'
        yield "issued:"
    if page.modified:
        yield f'# Guessed from {quote_scalar(page.modified.words)}.\nmodified: "{page.modified.edtf}"'


def _languages(languages: Sequence[str]) -> Iterator[str]:
    if languages:
        yield "# Guessed from scripts and common words; the main one first."
        yield f"languages: [{', '.join(languages)}]"
    else:
        yield "# FILL IN: tags such as en, zh, fr or ko, the main one first.\nlanguages:"


def _notice(blocks: Sequence[Block]) -> str:
    notice = read_title_page(blocks).notice
    return quote_scalar(notice) if notice else "null # the words of the text on its rights, where it has any"


def _wraps(blocks: Sequence[Block]) -> str:
    rejoined = [len(block.spans) - 1 for block in blocks if len(block.spans) > 1]
    if not rejoined:
        return "No line was taken for a wrapped one: every line of the text ends where a block ends."
    lines, into = pluralise(sum(rejoined), "line break"), pluralise(len(rejoined), "block")
    return f"The text is hard-wrapped: {lines} within {into} were taken for wraps and closed up."


def _rulings(doubts: Sequence[str], wraps: str) -> Iterator[str]:
    yield f"# {wraps}"
    if not doubts:
        yield "# Nothing else is doubtful. A ruling would stand here:"
        yield 'rulings: []   # - {quote: "words that stand once", role: heading, reason: "why"}'
        return
    yield "# These rulings may be needed: delete the # before each that is right, and the others."
    yield "rulings:"
    yield from (f"  # {doubt}" for doubt in doubts)
