"""Bring the catalogues of translations up to date with the sentences that code, templates and scripts say.

    python config/scripts/catalogues.py            write them anew, and say what is to be translated
    python config/scripts/catalogues.py LANGUAGE   begin one for another language (BCP 47)

What is new is left empty, what nothing says any more is removed, and what is translated is kept as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from build_tools.model import KINDS, PLURALS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "build_tools"
FOLDER = PACKAGE / "website/localisation/catalogues"
KEYWORDS = {
    **dict.fromkeys(("translate", "for_translation", "_", "readerSay", "readerPhrase"), None),
    "translate_count": (2, 3),
    "readerCount": (2, 3),
}
"""What says a sentence, and which of its arguments are one."""

METHODS = [
    ("website/static/vendor/**", "ignore"),
    ("website/**.py", "python"),
    ("exports/**.py", "python"),
    ("interfaces/**.py", "python"),
    ("website/**/templates/**.html", "jinja2.ext:babel_extract"),
    ("website/static/**.js", "javascript"),
]
HEADER = """# The sentences of the interface in another language, by their English.
#
# unreviewed: no speaker of the language has read them yet; who has takes this line out.
# Written anew by config/scripts/catalogues.py; only the lines that begin with `msgstr` are written by hand."""


def sentences() -> Catalog:
    """Return every sentence of the interface, with the files that say it."""
    found = Catalog()
    for path, _, message, *_ in extract_from_dir(PACKAGE, METHODS, {}, keywords=KEYWORDS):
        found.add(message, locations=[(f"build_tools/{path}", 0)])
    for name in (*KINDS, *PLURALS.values()):
        found.add(name, locations=[("build_tools/model/entry_kinds.py", 0)])
    return found


def catalogues() -> Iterator[tuple[str, Catalog]]:
    """Yield the catalogues as they are, by language."""
    for file in sorted(FOLDER.glob("*.po")):
        yield file.stem, read_po(BytesIO(file.read_bytes()), locale=file.stem.replace("-", "_"))


def renewed(written: Catalog) -> Catalog:
    """Return a catalogue with the sentences that are said now, and its own translations of them."""
    made = Catalog(locale=written.locale, fuzzy=False, header_comment=written.header_comment or HEADER)
    for message in sorted(sentences(), key=lambda message: str(message.id)):
        if message.id:
            old = written.get(message.id)
            empty = ("",) * made.num_plurals if message.pluralizable else ""
            made.add(message.id, (old.string if old else "") or empty, locations=sorted(set(message.locations)))
    return made


def text_of(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file has it: without dates, names of programs and numbers of lines."""
    file = BytesIO()
    write_po(file, catalogue, width=0, omit_header=True, include_lineno=False)
    head = (
        f'{catalogue.header_comment}\nmsgid ""\nmsgstr ""\n"Language: {str(catalogue.locale).replace("_", "-")}\\n"\n'
        f'"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return head.encode() + file.getvalue().rstrip() + b"\n"


def missing(catalogue: Catalog) -> list[str]:
    """Return the sentences that have no translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    ]


def main() -> int:
    """Write the catalogues; return 1 where a sentence has no translation."""
    found = dict(catalogues())
    for language in sys.argv[1:]:
        found.setdefault(language, Catalog(locale=language.replace("-", "_")))
        found[language].header_comment = found[language].header_comment or HEADER
    total = 0
    for language, written in sorted(found.items()):
        made = renewed(written)
        (FOLDER / f"{language}.po").write_bytes(text_of(made))
        lacking = missing(made)
        total += len(lacking)
        for sentence in lacking:
            sys.stdout.write(f"{language}: {sentence}\n")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
