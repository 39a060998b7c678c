"""Find the stanzas of a text: runs of lines that are verse, whose lines stay lines and which are one block each.

Verse shows itself by its line breaks: every line begins with a capital though few of them end a sentence, and no line
is broken because it is full. Names, addresses, menus and title pages do not read like it: their lines have few words,
or no punctuation, or figures. A shorter stanza is known by those near it. The figures below are rules of thumb;
tests/golden/segmentation shows what they do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from build_tools.segmentation.lines import Line
from build_tools.segmentation.margins import WIDEST, Group, are_rows, is_mostly_cjk
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.genres.letter_lines import is_closing_line
from build_tools.segmentation.roles.line_classifiers import divides_word

_WIDEST = 75  # columns; longer lines are prose
_SURE = 4  # lines that show verse by themselves
_SURE_IF_INDENTED = 2
_INDENT = 2  # columns
_CAPITALS = 0.75  # of the lines begin with a capital
_WORDS = 3.5  # a line has on average
_PUNCTUATED = 0.25  # of the lines end with punctuation
_LONG = 8  # lines of a stanza that may run on more
_LEAST_WRAPS = 10  # breaks that show at which column prose is wrapped
_FULL = 0.75  # of the breaks
_SENTENCES = 0.8  # at most so many lines end a sentence
_FEW = 0.3  # at most so many lines are capitals, or hold figures, or end with a colon
_NEAR = 2  # runs of lines between a short stanza and a sure one
_LESS_NEAR = 6  # the same for one of three lines or more, or with a first line that hangs
_WIDER = 6  # columns by which a short stanza may be wider than the one that shows it to be verse
_WIDEST_COUPLET = 50  # columns
_WIDEST_CJK = 40  # columns
_SLIP_CJK = 4  # columns by which lines in Han differ in one stanza
_LINE_ENDS = ".,;:!?…—-–”\"'’»)。，；：！？、」』"
_CJK_ENDS = "。，；：！？、…"
_WIDEST_CASELESS = 44  # columns; lines in a script without capitals
_LEAST_FREE_LINES = 5
_NARROWEST_PROSE = 30  # columns; few lines of prose so narrow end with punctuation
_DASHES = ("-", "–", "—", "―")


def find_stanzas(chunks: Sequence[Group]) -> frozenset[int]:
    """Return the starts of the runs of lines that are stanzas.

    Args:
        chunks: The runs of lines of the text, in order; blank lines stand between them, or one begins with a speaker.
    """
    base, margin = _base_indent(chunks), _prose_margin(chunks)
    stanzas = {index for index, chunk in enumerate(chunks) if _is_sure(chunk, base) and not _is_full(chunk, margin)}
    short = [_is_couplet(chunk) and not _is_full(chunk, margin) for chunk in chunks]
    stanzas |= {index for index in range(1, len(chunks)) if short[index] and short[index - 1]}
    stanzas |= {index - 1 for index in range(1, len(chunks)) if short[index] and short[index - 1]}
    caseless = {index for index, chunk in enumerate(chunks) if _is_caseless(chunk) and not _is_full(chunk, margin)}
    if len(caseless) > 1:
        stanzas |= caseless
    stanzas |= _find_free_verse(chunks)
    for indexes in (range(len(chunks)), reversed(range(len(chunks)))):
        last: int | None = None
        for index in indexes:
            if index in stanzas:
                last = index
            elif (
                last is not None
                and abs(index - last) <= (_NEAR if _is_slight(chunks[index]) else _LESS_NEAR)
                and _is_like(chunks[index], chunks[last], base)
                and not _is_full(chunks[index], margin)
            ):
                stanzas.add(index)
                last = index
    return frozenset(chunks[index][0].start for index in stanzas)


def _base_indent(chunks: Sequence[Group]) -> int:
    """Return the column in which the longest lines of the text begin; verse may be indented against it."""
    wide = sorted(line.indent for chunk in chunks for line in chunk if line.edge > _WIDEST // 2)
    return wide[len(wide) // 4] if wide else 0


def _prose_margin(chunks: Sequence[Group]) -> int:
    """Return the column within which prose is wrapped, by the lines that go on with a small letter; 0 if few do."""
    edges = sorted(
        line.edge
        for chunk in chunks
        for line, following in pairwise(chunk)
        if line.edge <= WIDEST and line_classifiers.begins_small(following.text)
    )
    return edges[len(edges) * 9 // 10] if len(edges) >= _LEAST_WRAPS else 0


def _is_full(chunk: Group, margin: int) -> bool:
    """Return whether nearly every line but the last is as full as prose: the next word would not have fitted in."""
    if not margin or len(chunk) == 1:
        return False
    breaks = [line.edge + 1 + len(following.text.split(maxsplit=1)[0]) > margin for line, following in pairwise(chunk)]
    return sum(breaks) >= _FULL * len(breaks)


def _is_sure(chunk: Group, base: int) -> bool:
    if len(chunk) == 1 or (len(chunk) < _SURE and is_closing_line(chunk[0].text)):
        return False
    if is_mostly_cjk(chunk):
        return _is_sure_cjk(chunk)
    indented = min(line.indent for line in chunk) >= base + _INDENT and base < _WIDEST
    steps = len({line.indent for line in chunk}) > 1 and not indented and len(chunk) > _SURE_IF_INDENTED
    needed = _SURE_IF_INDENTED if indented else _SURE - 1 if steps else _SURE
    return (
        len(chunk) >= needed
        and _reads_like_verse(chunk)
        and _share(chunk, lambda text: text[-1] in _LINE_ENDS)
        >= (_PUNCTUATED if len(chunk) < _LONG else _PUNCTUATED / 2)
        and (indented or steps or _share(chunk, line_classifiers.ends_sentence) <= _SENTENCES)
    )


def _is_couplet(chunk: Group) -> bool:
    """Return whether two or three lines may be a stanza; two such runs that follow one another are sure."""
    return (
        1 < len(chunk) < _SURE
        and not is_mostly_cjk(chunk)
        and max(line.width for line in chunk) <= _WIDEST_COUPLET
        and _share(chunk, line_classifiers.begins_capital) == 1
        and _share(chunk, lambda text: text[-1] in _LINE_ENDS) >= 1 / 2
        and _share(chunk, line_classifiers.ends_sentence) < 1
        and _reads_like_verse(chunk)
        and not is_closing_line(chunk[0].text)
    )


def _is_sure_cjk(chunk: Group) -> bool:
    """Return whether lines in Han or Kana are verse: of one length, and each closed by punctuation."""
    widths = [line.width for line in chunk]
    return (
        len(chunk) > 1
        and max(widths) <= _WIDEST_CJK
        and max(widths) - min(widths) <= _SLIP_CJK
        and all(line.text[-1] in _CJK_ENDS for line in chunk)
        and any(line.text[-1] in "，、；" for line in chunk)
    )


def _is_caseless(chunk: Group) -> bool:
    """Return whether lines in a script without capitals may be verse; two such runs make it sure."""
    return (
        len(chunk) >= _SURE
        and not is_mostly_cjk(chunk)
        and not any(character.isupper() or character.islower() for line in chunk for character in line.text)
        and max(line.edge for line in chunk) <= _WIDEST_CASELESS
        and _share(chunk, line_classifiers.ends_sentence) <= _SENTENCES / 2
        and _share(chunk, _has_figures) <= _FEW
        and sum(len(line.text.split()) for line in chunk) >= 2 * len(chunk)
    )


def _find_free_verse(chunks: Sequence[Group]) -> set[int]:
    """Return the indexes of runs of narrow lines that begin small as often as not, though the next word had room."""
    narrow = [
        index
        for index, chunk in enumerate(chunks)
        if len(chunk) > 1 and max(line.edge for line in chunk) <= _WIDEST_CASELESS and not is_mostly_cjk(chunk)
    ]
    margin = max((line.edge for index in narrow for line in chunks[index]), default=0)
    found = {index for index in narrow if _is_free(chunks[index], margin)}
    lines = sum(len(chunks[index]) for index in found)
    mostly = len(found) * 2 >= sum(len(chunk) > 1 for chunk in chunks)
    return found if mostly and len(found) > 1 and lines >= _LEAST_FREE_LINES else set()


def _is_free(chunk: Group, margin: int) -> bool:
    small = sum(line_classifiers.begins_small(line.text) for line in chunk)
    room = [line.edge + 1 + len(following.text.split(maxsplit=1)[0]) <= margin for line, following in pairwise(chunk)]
    punctuated = _share(chunk, lambda text: text[-1] in _LINE_ENDS)
    return (
        small * 2 >= len(chunk) - 1
        and (sum(room) * 2 >= len(room) or (margin <= _NARROWEST_PROSE and punctuated >= 1 / 2))
        and chunk[-1].text[-1] in _LINE_ENDS
        and not line_classifiers.begins_small(chunk[0].text)
        and _share(chunk, _has_figures) <= _FEW
        and _share(chunk, _is_labelled) <= _FEW
        and not any(divides_word(line.text, following.text) for line, following in pairwise(chunk))
    )


def _is_slight(chunk: Group) -> bool:
    """Return whether a run of lines shows little of itself: two lines at most, and the second not indented."""
    return len(chunk) < _SURE - 1 and not (len(chunk) > 1 and chunk[1].indent > chunk[0].indent)


def _is_like(chunk: Group, stanza: Group, base: int) -> bool:
    """Return whether a short run of lines reads like the stanza near it."""
    if is_mostly_cjk(chunk) or is_mostly_cjk(stanza):
        narrow = max(line.width for line in chunk) <= _WIDEST_CJK and len(chunk) > 1
        return is_mostly_cjk(chunk) and narrow and all(line.text[-1] in _CJK_ENDS for line in chunk)
    indent = min(line.indent for line in stanza)
    indented = indent >= base + _INDENT and min(line.indent for line in chunk) >= indent
    return (
        (len(chunk) > 1 or indented)
        and max(line.width for line in chunk) <= max(line.width for line in stanza) + _WIDER
        and min(line.indent for line in chunk) <= max(line.indent for line in stanza) + _INDENT
        and (indented or min(line.indent for line in chunk) >= indent)
        and chunk[-1].text[-1] in _LINE_ENDS
        and not chunk[0].text.startswith(("[", "("))
        and _reads_like_verse(chunk, shorter=len(chunk) == 1)
    )


def _reads_like_verse(chunk: Group, *, shorter: bool = False) -> bool:
    return (
        max(line.width for line in chunk) <= _WIDEST
        and max(line.edge for line in chunk) <= WIDEST
        and _share(chunk, line_classifiers.begins_capital) >= _CAPITALS
        and (shorter or sum(len(line.text.split()) for line in chunk) >= _WORDS * len(chunk))
        and _share(chunk, line_classifiers.is_capitals) <= _FEW
        and _share(chunk, _has_figures) <= _FEW
        and _share(chunk, _is_labelled) <= _FEW
        and _share(chunk, lambda text: text.startswith(_DASHES)) <= _FEW
        and not any(are_rows(line, following) for line, following in pairwise(chunk))
        and not any(line_classifiers.is_ornament(line.text) for line in chunk)
    )


def _has_figures(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _is_labelled(text: str) -> bool:
    """Return whether a line begins with a label, such as "Title: "."""
    label, colon, rest = text.partition(":")
    return bool(colon) and rest[:1].isspace() and len(label.split()) <= 3  # noqa: PLR2004


def _share(chunk: Sequence[Line], is_so: Callable[[str], bool]) -> float:
    return [is_so(line.text) for line in chunk].count(True) / len(chunk)
