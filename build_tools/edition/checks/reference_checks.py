"""Check the ids, links and short names by which files refer to others: each stands for one thing that exists."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from build_tools.corpus.front_matter import is_id
from build_tools.corpus.identity import renamed_ids, suggest_id
from build_tools.corpus.withdrawals import FOLDERS
from build_tools.edition.checks.material import Check, Material
from build_tools.model import CITATION, Entry, Source
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean
from build_tools.model.registers import Discrepancy, Quotation, Registers
from build_tools.text.folding import fold_label
from build_tools.text.prose.code_spans import mask_code
from build_tools.text.prose.links import find_links


def check_relations(material: Material) -> Iterator[Finding]:
    """Report relations of entries to themselves or to entries without a file."""
    renamed = renamed_ids(material.entries)
    for entry in material.entries:
        for field in ("related", "broader"):
            for target in getattr(entry, field):
                if target == entry.id:
                    message, hint = f'"{target}" is the entry itself', "Delete it from the list."
                elif target not in material.entry_ids:
                    message = f'the {field} entry "{target}" does not exist'
                    hint = suggest_id(target, material.entry_ids, renamed)
                else:
                    continue
                yield Finding(entry.path, entry.lines.get(field, 1), "relation-unknown", message, hint)


def check_entry_ids(material: Material) -> Iterator[Finding]:
    """Report entries that registers, dated facts and roles name and that do not exist."""
    renamed = renamed_ids(material.entries)
    named = [
        *_named_in_registers(material.registers),
        *(place for entry in material.entries for place in _named_in_entry(entry)),
    ]
    for path, line, what, target in named:
        if target not in material.entry_ids:
            hint = suggest_id(target, material.entry_ids, renamed)
            yield Finding(path, line, "entry-unknown", f'{what} "{target}" is not an entry', hint)


def check_page_entries(material: Material) -> Iterator[Finding]:
    """Report turning points and entries on the lines of the timeline that do not exist."""
    for page in material.pages:
        named = [(entry, page.points_line, "the turning point") for entry in page.turning_points]
        named += [(entry, band.line, f'on the line "{band.title}",') for band in page.bands for entry in band.entries]
        for entry, line, what in named:
            if entry not in material.entry_ids:
                hint = did_you_mean(entry, material.entry_ids, "Write the id (the file name) of an entry.")
                yield Finding(f"docs/{page.path}", line, "entry-unknown", f'{what} "{entry}" is not an entry', hint)


def check_questions(material: Material) -> Iterator[Finding]:
    """Report contested questions with the same id, and what is to answer one and does not exist."""
    events = {entry.id for entry in material.entries if entry.event}
    known = {item.id for item in material.registers.items} | events
    renamed = renamed_ids(material.registers.items)
    for page in material.pages:
        path, before = f"docs/{page.path}", set[str]()
        for question in page.questions:
            if question.id in before:
                message, hint = f'two questions have the id "{question.id}"', "Give one of them another id."
                yield Finding(path, question.line, "question-doubled", message, hint)
            before.add(question.id)
            for target in question.answered_by:
                if target not in known:
                    message = (
                        f'"{target}", which is to answer "{question.id}", is not a difference, a quotation or an event'
                    )
                    hint = suggest_id(target, known, renamed, "a difference, a quotation or an event")
                    yield Finding(path, question.line, "answer-unknown", message, hint)


def check_former_ids(material: Material) -> Iterator[Finding]:
    """Report former ids that cannot be ids, or that another file of the same folder has or had."""
    yield from _check_former_ids_of(material.entries)
    yield from _check_former_ids_of(material.sources)
    yield from _check_former_ids_of(material.registers.discrepancies)
    yield from _check_former_ids_of(material.registers.quotations)


def check_links(material: Material) -> Iterator[Finding]:
    """Report links to entries, texts, differences and quotations that do not exist."""
    pages = _page_ids(material)
    for path, first_line, body in material.bodies:
        prose = mask_code(body)
        for link in find_links(prose):
            address = prose[link.words_end + 2 : link.end].partition(")")[0].split()
            target = _PAGE.fullmatch(posixpath.normpath(f"{posixpath.dirname(path)}/{address[0]}")) if address else None
            if target and target["id"] != "index" and target["id"] not in pages[target["folder"]]:
                line = first_line + prose.count("\n", 0, link.start)
                message = (
                    f'the link to "{address[0]}" leads nowhere: there is no docs/{target["folder"]}/{target["id"]}.md'
                )
                hint = did_you_mean(
                    target["id"], pages[target["folder"]], "Write the file name of a page there, or take the link out."
                )
                yield Finding(path, line, "link-target-missing", message, hint)


def _page_ids(material: Material) -> dict[str, set[str]]:
    """Return the ids of the pages of each folder, those that were renamed or withdrawn among them."""
    items: dict[str, Sequence[Discrepancy | Quotation | Entry | Source]] = {
        "glossary": material.entries,
        "sources": material.sources,
        "discrepancies": material.registers.discrepancies,
        "quotations": material.registers.quotations,
    }
    pages = {folder: {*(item.id for item in of_folder), *renamed_ids(of_folder)} for folder, of_folder in items.items()}
    pages["glossary"] |= material.entry_ids
    pages["sources"] |= material.source_ids
    for _, withdrawal in material.withdrawals:
        pages.setdefault(withdrawal.folder, set()).update((withdrawal.id, *withdrawal.former_ids))
    return pages


def _check_former_ids_of(items: Iterable[Discrepancy | Quotation | Entry | Source]) -> Iterator[Finding]:
    items = tuple(items)
    owners = {item.id: item.path for item in items}
    for item in items:
        for former in item.former_ids:
            line = item.lines.get("former_ids", 1)
            if not is_id(former):
                hint = "Write the old file name without .md."
                yield Finding(item.path, line, "former-id-invalid", f'"{former}" cannot have been an id', hint)
            elif former in owners:
                message = f'the former id "{former}" belongs to {owners[former]}'
                hint = "Delete it here, or choose another name for the other file."
                yield Finding(item.path, line, "former-id-taken", message, hint)
            owners.setdefault(former, item.path)


def check_short_titles(material: Material) -> Iterator[Finding]:
    """Advise of texts that names do not tell apart: with one short title, or alike in makers, title and date."""
    alike: defaultdict[tuple[str, ...], list[Source]] = defaultdict(list)
    for source in material.sources:
        makers = "; ".join(creator.name for creator in source.creators) or source.publisher or ""
        known = (makers, source.title, source.issued or "")
        alike[tuple(map(fold_label, (source.short_title,) if source.short_title else known))].append(source)
    for first, *others in alike.values():
        for other in (source for source in others if source.seed != first.seed):
            name = first.short_title or first.title
            message = f'"{name}" is also the name of {first.path}'
            hint = f'Write a short_title that tells it apart, such as short_title: "{name} (2)".'
            yield Finding(other.path, 1, "short-title-shared", message, hint)


def check_withdrawals(material: Material) -> Iterator[Finding]:
    """Report withdrawals of what is still published, or of what gives its id to another, and unknown successors."""
    items = (*material.entries, *material.registers.items, *material.sources)
    taken = {f"{item.path.split('/')[1]}/{former}": item.path for item in items for former in item.former_ids}
    taken |= {f"glossary/{entry}": f"docs/glossary/{entry}.md" for entry in material.entry_ids}
    taken |= {item.path.removeprefix("docs/").removesuffix(".md"): item.path for item in material.registers.items}
    citable = {source.id for source in material.sources if source.rights.publish == CITATION}
    pages = {*taken, *(f"sources/{source}" for source in material.source_ids)}
    for path, withdrawal in material.withdrawals:
        line = withdrawal.line
        if withdrawal.folder not in FOLDERS or not is_id(withdrawal.id):
            message = f'"{withdrawal.page}" is not the folder and the id of a page'
            yield Finding(path, line, "withdrawn-page", message, "Write it as glossary/the-id or sources/the-id.")
            continue
        if withdrawal.is_text and withdrawal.id not in citable:
            message = f'"{withdrawal.page}" is a text whose citation alone must be published'
            hint = "Keep its page, with rights: {publish: citation}, so that its addresses lead somewhere."
            yield Finding(path, line, "withdrawn-page", message, hint)
        for former in withdrawal.former_ids if withdrawal.is_text else (withdrawal.id, *withdrawal.former_ids):
            place = f"{withdrawal.folder}/{former}"
            if place in taken:
                hint = "Delete it there, or give what is there another id: one that was withdrawn is not used again."
                yield Finding(path, line, "withdrawn-page", f'"{place}" belongs to {taken[place]}', hint)
            taken[place] = f"what is withdrawn on line {line}"
        if withdrawal.to and (withdrawal.to not in pages or withdrawal.to == withdrawal.page):
            hint = did_you_mean(withdrawal.to, pages, "Write the folder and the id of a page: glossary/the-id.")
            yield Finding(path, line, "withdrawn-page", f'"{withdrawal.to}" is not a page to read instead', hint)


_PAGE = re.compile(r"docs/(?P<folder>glossary|sources|discrepancies|quotations)/(?P<id>[^/#?]+)\.md(?:#.*)?")
"""The address of a page of an entry, a text, a difference or a quotation."""

_Named = tuple[str, int, str, str]
"""A file, a line, as what an entry is named there, and its id."""


def _named_in_registers(registers: Registers) -> Iterator[_Named]:
    for item in registers.items:
        for target in item.about:
            yield item.path, item.lines.get("about", 1), "what it is about,", target
    for discrepancy in registers.discrepancies:
        for passage in discrepancy.says:
            # A name as text has a capital, a space or another script; whatever has the form of an id is meant as one.
            if passage.by and is_id(passage.by.name):
                yield discrepancy.path, passage.by.line, "the asserter", passage.by.name
    for quotation in registers.quotations:
        if quotation.speaker:
            yield quotation.path, quotation.lines.get("speaker", 1), "the speaker", quotation.speaker


def _named_in_entry(entry: Entry) -> Iterator[_Named]:
    if entry.event:
        for account in entry.event.accounts:
            if account.by and is_id(account.by.name):
                yield entry.path, account.by.line, "the asserter", account.by.name
        lines = entry.event.lines
        if entry.event.place:
            yield entry.path, lines.get("place", 1), "the place", entry.event.place
        for participant in entry.event.participants:
            yield entry.path, lines.get("participants", 1), "the participant", participant
    for role in entry.roles:
        if role.organisation and is_id(role.organisation):
            yield entry.path, role.line, "the organisation", role.organisation


CHECKS = (
    Check(("relation-unknown",), check_relations),
    Check(("entry-unknown",), check_entry_ids),
    Check(("entry-unknown",), check_page_entries),
    Check(("answer-unknown", "question-doubled"), check_questions),
    Check(("former-id-invalid", "former-id-taken"), check_former_ids),
    Check(("short-title-shared",), check_short_titles),
    Check(("withdrawn-page",), check_withdrawals),
    Check(("link-target-missing",), check_links),
)
