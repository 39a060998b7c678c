"""Read docs/glossary: one Markdown file per entry, labels and relations in its front matter.

`load_glossary` applies the rules that every folder of entries must keep; what only an edition asks for
(length of definitions, owners of labels) is in `check_edition`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.facts import read_event, read_review, read_roles
from build_tools.corpus.front_matter import FieldReader, Fields, FrontMatter, Listing, Scalar, is_id
from build_tools.corpus.identity import renamed_ids, suggest_id
from build_tools.model import KINDS, Entry, Label
from build_tools.model.findings import Finding
from build_tools.text.hints import write_one_of

KEYS = (
    "pref_label",
    "kind",
    "definition",
    "evidence",
    "alt_labels",
    "short_labels",
    "shared_labels",
    "hidden_labels",
    "search_labels",
    "related",
    "broader",
    "former_ids",
    "not_within",
    "not_in_sources",
    "notation",
    "event",
    "roles",
    "review",
    "unmentioned",
)
"""The fields of an entry's front matter."""

LABEL_FIELDS = {
    "alt_labels": "alternative label",
    "short_labels": "short label",
    "shared_labels": "shared label",
    "hidden_labels": "hidden label",
    "search_labels": "search label",
    "not_within": "phrase",
}
LABEL_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def load_glossary(folder: Path, root: Path, language: str = "en") -> tuple[tuple[Entry, ...], list[Finding]]:
    """Read every entry of a folder, sorted by id, with the findings of all; files named index.md are no entries."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    for file in sorted(folder.glob("*.md")):
        if file.name == "index.md":
            continue
        parsed, faults = front_matter.read_front_matter(file, file.relative_to(root).as_posix())
        findings += faults
        if parsed is not None:
            entry, faults = read_entry(parsed, language)
            findings += faults
            entries += [entry] if entry else []
    return tuple(entries), findings + list(_unknown_relations(entries, [file.stem for file in folder.glob("*.md")]))


def read_entry(parsed: FrontMatter, language: str = "en") -> tuple[Entry | None, list[Finding]]:
    """The entry of a file; None where it has no name or no known kind. Its id is the file's stem."""
    reader = FieldReader(parsed.fields, parsed.path, KEYS)
    stem = Path(parsed.path).stem
    if not is_id(stem):
        hint = "Name the file in lower-case letters, digits and single hyphens, such as unfriendly-country.md."
        reader.add(1, "id-invalid", f'"{stem}" cannot be an id', hint)
    labels = {field: tuple(_labels(reader, field, what, language)) for field, what in LABEL_FIELDS.items()}
    kind = reader.text("kind", required=True)
    if kind is not None and kind not in KINDS:
        hint = write_one_of(kind, KINDS)
        reader.add(reader.line("kind"), "kind-unknown", f'"{kind}" is no kind of entry', hint)
    pref_label = reader.text("pref_label", required=True, dates=False)
    entry = Entry(
        id=stem,
        kind=kind or "",
        pref_label=pref_label or "",
        definition=reader.text("definition") or "",
        evidence=tuple(item.text for item in reader.scalars("evidence", "piece of evidence")),
        related=tuple(item.text for item in reader.scalars("related", "related entry")),
        broader=tuple(item.text for item in reader.scalars("broader", "broader entry")),
        former_ids=tuple(item.text for item in reader.scalars("former_ids", "former id")),
        notes=parsed.notes,
        notes_line=parsed.notes_line,
        path=parsed.path,
        lines=dict(parsed.fields.key_lines),
        not_in_sources=tuple(item.text for item in reader.scalars("not_in_sources", "source")),
        notation=reader.text("notation"),
        alt_labels=labels["alt_labels"],
        short_labels=labels["short_labels"],
        shared_labels=labels["shared_labels"],
        hidden_labels=labels["hidden_labels"],
        search_labels=labels["search_labels"],
        not_within=labels["not_within"],
        event=read_event(reader),
        roles=read_roles(reader),
        review=read_review(reader),
        unmentioned=reader.text("unmentioned") or "",
    )
    usable = kind in KINDS and pref_label is not None
    return (entry if usable else None), reader.findings


def _labels(reader: FieldReader, field: str, what: str, language: str) -> Iterator[Label]:
    node = reader.fields.nodes.get(field)
    if node is None or (isinstance(node, Scalar) and node.tag == "nothing"):
        return
    by_language: Iterable[tuple[str, object]] = [(language, node)]
    if isinstance(node, Fields):
        by_language = node.nodes.items()
    for tag, items in by_language:
        if not LABEL_LANGUAGE.fullmatch(tag):
            line = node.key_lines.get(tag, node.line) if isinstance(node, Fields) else node.line
            reader.add(
                line, "language-tag", f'"{tag}" is no language tag', "Write a BCP 47 tag such as en, zh, fr or ko."
            )
        elif isinstance(items, Listing | Scalar | Fields):
            for item in reader.items(items, what):
                if not any(character.isalnum() for character in item.text):
                    hint = "Write the name, or delete the item."
                    reader.add(item.line, "label-empty", f'{what} "{item.text}" has no letter or digit', hint)
                else:
                    yield Label(item.text, tag, item.line)


def _unknown_relations(entries: Sequence[Entry], stems: Iterable[str]) -> Iterator[Finding]:
    """Relations to entries without a file; one whose file cannot be read has a finding of its own."""
    ids = sorted({*stems} - {"index"})
    known = set(ids)
    renamed = renamed_ids(entries)
    for entry in entries:
        for field in ("related", "broader"):
            for target in getattr(entry, field):
                if target == entry.id:
                    message, hint = f'"{target}" is the entry itself', "Delete it from the list."
                elif target not in known:
                    message = f'the {field} entry "{target}" does not exist'
                    hint = suggest_id(target, ids, renamed)
                else:
                    continue
                yield Finding(entry.path, entry.lines.get(field, 1), "relation-unknown", message, hint)
