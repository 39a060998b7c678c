"""Frozen values of what stands outside the corpus: the works that editors cite, and the first words of a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OutsideWork:
    """An outside source on which the edition rests: one page of the web.

    Attributes:
        id: Its id, which is also the name of its file.
        title: Its title, in its own language.
        translated_title: The title in the language of the site, if the work is in another.
        publisher: Who published it.
        creators: The authors or agencies whose text it is.
        date: The date in EDTF, or None where the page has none.
        url: Its address.
        archived: The address of an archived copy, or None.
        language: Its language (BCP 47).
        official: Whether it is the word of the body whose act or statement is cited.
        affiliation: To what state or party its publisher belongs, or what sort of publisher it is.
        read_through: The id of the work through which it was read, or None.
        notes: What it says that the edition rests on, in Markdown.
        notes_line: The line on which the notes begin.
        path: The path of the file, relative to the root.
        lines: The line of each field in the file.
    """

    id: str
    title: str
    translated_title: str
    publisher: str
    creators: tuple[str, ...]
    date: str | None
    url: str
    archived: str | None
    language: str
    official: bool
    affiliation: str
    read_through: str | None
    notes: str
    notes_line: int
    path: str
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Original:
    """The first utterance of a statement, as an outside source has it.

    `work` is its id, `lang` the language of the words (BCP 47), `translation` their rendering in the
    language of the site, `note` where and when they were said.
    """

    work: str
    quote: str
    lang: str
    translation: str = ""
    note: str = ""
    line: int = field(default=1, compare=False)
