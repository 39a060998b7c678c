"""Advise editors of what is not published of texts that are withheld, and of what cannot be checked without a seed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.edition.checks.material import Check, Material
from build_tools.edition.outside_citations import passages_of_entry, passages_of_register
from build_tools.edition.publication.publications import Publication, decide_publications, withheld_words
from build_tools.edition.publication.published_documents import cut_to_excerpts
from build_tools.edition.publication.wanted_passages import anchored_quotes
from build_tools.edition.publication.withheld_words import strings
from build_tools.edition.publication.words import word_spans
from build_tools.model import CITATION, Document, Source
from build_tools.model.findings import Finding, pluralise

_FIRST_WORDS = 4  # of a run that is left out, for an editor to find it by


def check_withheld_texts(material: Material) -> Iterator[Finding]:
    """Advise of quotations and other words of withheld texts that are in editors' files and are not published."""
    publications = decide_publications(
        material.documents, material.entries, material.registers, material.mentions, material.pages
    )
    for document in material.documents:
        if document.source.id in publications:
            yield from _check_quotations(document, publications[document.source.id], material)
    if publications:
        yield from _check_words(material, publications)


def _check_quotations(document: Document, publication: Publication, material: Material) -> Iterator[Finding]:
    source = document.source
    cut = cut_to_excerpts(document, publication.excerpts)
    every = [place for place in anchored_quotes(material.registers, material.entries) if place[1].source == source.id]
    left_out = [(path, anchored) for path, anchored in every if not cut.shows(anchored)]
    if not left_out:
        return
    beyond = pluralise(sum(len(word_spans(anchored.quote)) for _, anchored in left_out), "word")
    if source.rights.publish == CITATION:
        reason, hint = (
            "only its citation is published",
            "Nothing needs to be done: pages name the place, not the words.",
        )
    else:
        limits, allowed = publication.limits, publication.excerpts.allowed
        reason = f"a quotation has {limits.words} words at most, and all of them {allowed}"
        hint = "Shorten the quotations, or set rights: {words: …, total: …, share: …} on the page of the text."
    path, first = left_out[0]
    more = f" and {pluralise(len(left_out) - 1, 'more quotation')}" if len(left_out) > 1 else ""
    message = f'"{_begin(first.quote)} …" ({path}:{first.line}){more}: not published, {beyond} too many; {reason}'
    yield Finding(source.path, 1, "quotation-withheld", message, hint)


def _check_words(material: Material, publications: dict[str, Publication]) -> Iterator[Finding]:
    """Advise of words of withheld texts in what editors wrote themselves."""
    words = withheld_words(material.documents, publications, material.entries)
    hint = "Say it in your own words. Until then an ellipsis is published in their place."
    quotes = {anchored.quote for _, anchored in anchored_quotes(material.registers, material.entries)}
    for path, first_line, value in _written(material):
        for text in dict.fromkeys(strings(value)):
            for start, end in words.spans(text) if text not in quotes else ():
                line = first_line + text.count("\n", 0, start)
                message = f'"{_begin(text[start:end])} …" repeats a text of which these words are not published'
                yield Finding(path, line, "words-withheld", message, hint)


def _written(material: Material) -> Iterator[tuple[str, int, object]]:
    """Yield what people wrote: the file, the line on which the value begins if that is known, and the value."""
    for entry in material.entries:
        yield entry.path, entry.notes_line, entry.notes
        yield entry.path, entry.lines.get("definition", 1), entry.definition
        yield entry.path, 1, replace(entry, notes="", definition="")
    for item in material.registers.written:
        yield item.path, item.notes_line, item.notes
        yield item.path, 1, replace(item, notes="")
    yield from ((source.path, 1, (source.headnote, dict(source.inferred))) for source in material.sources)
    yield from ((f"docs/{page.path}", 1, page.text) for page in material.pages)


def _begin(run: str) -> str:
    spans = word_spans(run)[:_FIRST_WORDS]
    return " ".join(run[: spans[-1][1]].replace('"', "").split())


def check_absent_seeds(material: Material) -> Iterator[Finding]:
    """Advise of what cannot be checked of a text whose seed is kept outside the repository."""
    for source in material.absent:
        unchecked = ", ".join([*_unchecked(source, material), "whether other pages repeat its words"])
        message = f'"{source.seed}" is kept outside the repository, so that these are not checked: {unchecked}'
        hint = "To check them, put the file into seeds/, and its name into seeds/.gitignore."
        yield Finding(source.path, 1, "seed-elsewhere", message, hint)


def _unchecked(source: Source, material: Material) -> Iterator[str]:
    texts = [text for _, _, value in _written(material) for text in strings(value)]
    brackets = [bracket for text in texts for bracket, _ in find_evidence(text)]
    cited = [place for bracket in brackets for place in parse_evidence(bracket) or () if place.source == source.id]
    anchored = [place for _, place in anchored_quotes(material.registers, material.entries)]
    quoted = sum(place.source == source.id for place in anchored)
    anchors = len(re.findall(rf"^{re.escape(source.id)} ", material.lock.text or "", re.MULTILINE))
    counts = (
        (len(cited), "citation as evidence", "citations as evidence"),
        (quoted, "quotation", "quotations"),
        (len(source.rulings), "ruling", "rulings"),
        (anchors, "anchor", "anchors"),
    )
    yield from (pluralise(number, singular, plural) for number, singular, plural in counts if number)


def check_withdrawn_citations(material: Material) -> Iterator[Finding]:
    """Advise of citations and quotations of texts that were withdrawn, at each line that has some."""
    without_words = {source.id for source in material.sources if source.rights.publish == CITATION}
    withdrawn = without_words & {withdrawal.id for _, withdrawal in material.withdrawals if withdrawal.is_text}
    if not withdrawn:
        return
    passages = [passage for entry in material.entries for passage in passages_of_entry(entry)]
    passages += [passage for item in material.registers.items for passage in passages_of_register(item)]
    passages += material.bodies
    cited = {
        (path, place.line, place.source or "")
        for path, first_line, text in passages
        for bracket, line in find_evidence(text, first_line)
        for place in parse_evidence(bracket, line) or ()
    }
    quotes = anchored_quotes(material.registers, material.entries)
    cited |= {(path, anchored.line, anchored.source) for path, anchored in quotes}
    for path, line, source in sorted(cited):
        if source in withdrawn:
            hint = "Cite another text, or delete the statement; until then pages name the place, not the words."
            yield Finding(path, line, "withdrawn-cited", f'"{source}" was withdrawn, and is cited here', hint)


CHECKS = (
    Check(("quotation-withheld", "words-withheld"), check_withheld_texts),
    Check(("seed-elsewhere",), check_absent_seeds),
    Check(("withdrawn-cited",), check_withdrawn_citations),
)
