"""Write the report as text for a terminal and for comments, or as Markdown for the summary of a workflow run.

Other people's words are values and nothing else: text spells out their control characters, and Markdown puts them into
code spans. What does not fit is counted at the head of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from build_tools.corpus.history import WORK_TREE
from build_tools.editing.changes.change_values import Changes, Stretch
from build_tools.editing.changes.comparison import is_refused
from build_tools.editing.changes.reporting.report import ReportSection, sections, summary
from build_tools.editing.changes.reporting.row_values import Row, Value
from build_tools.model.findings import pluralise
from build_tools.text import escaping

LARGEST_TEXT = 600_000
"""Characters of the text, at most: so that its archive stays small enough to be fetched and commented on."""

LARGEST = 60_000
"""Characters of the Markdown, at most: a comment of a pull request holds 65,536."""

_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}"), "omitted": ("… (", ") …")}
# The same marks in the words themselves are spelled out, so that no words can end a mark or begin one.
_SPELLED_MARKS = (("[-", r"[\x2d"), ("-]", r"\x2d]"), ("{+", r"{\x2b"), ("+}", r"\x2b}"))
_EMPHASES = {"same": ("", ""), "removed": ("~~", "~~"), "added": ("**", "**")}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a report, whether it shows a passage, and how many characters of removed and added words it holds."""

    text: str
    is_passage: bool = False
    changed: int = 0


def changes_as_text(changes: Changes) -> str:
    """Return the report for people at a terminal; removed words are in `[-…-]`, added words in `{+…+}`."""
    first = f"From {escaping.plain(changes.before.name)} to {escaping.plain(changes.after.name)}: {summary(changes)}"
    verdict = ["It cannot be accepted as it is."] if is_refused(changes) else []
    lines, hidden = _fit(
        (line for section in sections(changes) for line in _lines(section, f"\n{section.title}", "  ", _text)),
        LARGEST_TEXT,
    )
    return "\n".join([first, *verdict, *([f"{_hidden(hidden)} {_elsewhere(changes)}"] if hidden else []), *lines])


def _lines(section: ReportSection, title: str, bullet: str, render: Callable[[Row], str]) -> Iterator[_Line]:
    """Yield the lines of a section; `bullet` begins a row, and a row below a heading is indented."""
    yield _Line(title)
    for heading, rows, more in section.groups:
        if heading:
            yield _line(f"{bullet}{render(heading)}", heading)
        begin = f"  {bullet}" if heading else bullet
        yield from (_line(f"{begin}{render(row)}", row) for row in rows)
        if more:
            yield _Line(f"{begin}and {more:,} more")


def _line(text: str, row: Row) -> _Line:
    stretches = [part for part in row if isinstance(part, Stretch)]
    return _Line(text, bool(stretches), sum(len(part.text) for part in stretches if part.kind in {"removed", "added"}))


def _text(row: Row) -> str:
    return "".join(_text_stretches(row))


def _text_stretches(row: Row) -> Iterator[str]:
    between = ""
    for part in row:
        if isinstance(part, Stretch):
            begin, end = _MARKS[part.kind]
            yield f"{between}{begin}{_spell_marks(part.text)}{end}"
            between = " "
        else:
            yield escaping.plain(part.text, part.most) if isinstance(part, Value) else part


def _spell_marks(text: str) -> str:
    shown = escaping.plain(text, len(text))
    for mark, spelled in _SPELLED_MARKS:
        shown = shown.replace(mark, spelled)
    return shown


def changes_as_markdown(changes: Changes) -> str:
    """Return the report for a summary or a comment; removed words are struck through, added words are bold."""
    before, after = escaping.code_span(changes.before.name), escaping.code_span(changes.after.name)
    verdict = "\n\n**It cannot be accepted as it is.**" if is_refused(changes) else ""
    lines, hidden = _fit(
        (line for section in sections(changes) for line in _lines(section, f"\n### {section.title}\n", "- ", _spans)),
        LARGEST,
    )
    more = f"{_hidden(hidden)} The report as plain text has more.\n\n" if hidden else ""
    return "\n".join([f"**{summary(changes)}**{verdict}\n\n{more}From {before} to {after}.", *lines, ""])


def _spans(row: Row) -> str:
    """Return a row as Markdown. Of markup, our own words have only the characters in the names of rules and anchors."""
    pieces = []
    between = ""
    for part in row:
        if isinstance(part, Value):
            pieces.append(escaping.code_span(part.text, part.most))
        elif isinstance(part, str):
            pieces.append(part.replace("_", r"\_").replace("#", r"\#").replace("[", r"\[").replace("]", r"\]"))
        elif part.kind == "omitted":
            pieces.append(f"{between}… ({part.text}) …")
        else:
            begin, end = _EMPHASES[part.kind]
            pieces.append(f"{between}{begin}{escaping.code_span(part.text, len(part.text))}{end}")
            between = " "
    return "".join(pieces)


def _fit(lines: Iterable[_Line], most: int) -> tuple[list[str], list[_Line]]:
    """Return the lines that fit, in their order, and those that do not."""
    shown: list[str] = []
    hidden: list[_Line] = []
    room = most
    for line in lines:
        if len(line.text) < room:
            shown.append(line.text)
            room -= len(line.text) + 1
        else:
            hidden.append(line)
    return shown, hidden


def _hidden(lines: Iterable[_Line]) -> str:
    """Say how much is not shown."""
    passages = [line for line in lines if line.is_passage]
    rest = sum(not line.is_passage for line in lines)
    characters = pluralise(sum(line.changed for line in passages), "changed character")
    parts = [f"{pluralise(len(passages), 'passage')} with {characters}"] if passages else []
    parts += [pluralise(rest, "other line")] if rest else []
    return f"Not shown, to save space: {' and '.join(parts)}."


def _elsewhere(changes: Changes) -> str:
    """Say where to read what is not shown."""
    sides = [changes.before.name, *([] if changes.after.name == WORK_TREE else [changes.after.name])]
    return f"Read them with: git diff {' '.join(map(escaping.plain, sides))} -- docs"
