"""The entries that a text mentions as TEI lists them: people, organisations, places, events, a taxonomy of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.exports.tei.xml_writing import xml_element, xml_words
from build_tools.model import Entry, Mention
from build_tools.model.thesaurus.authorities import authority_record
from build_tools.website.naming.addresses import entry_path, page_address

_LISTS = {
    "person": ("listPerson", "person", "persName"),
    "organisation": ("listOrg", "org", "orgName"),
    "polity": ("listOrg", "org", "orgName"),
    "place": ("listPlace", "place", "placeName"),
    "event": ("listEvent", "event", "label"),
}
"""The list, the element of an entry and that of its names, by kind; an entry of another kind is a term."""


def thing_id(entry: str) -> str:
    """Return the `xml:id` of an entry, which no block can have."""
    return f"entry.{entry}"


class EntryWriter:
    """Writes entries as TEI; each once, however many texts name it."""

    def __init__(self, base: str, language: str) -> None:
        """Begin to write.

        Args:
            base: The address of the root of the site, or the way to it from the file.
            language: The language of the site (BCP 47).
        """
        self._base, self._language = base, language
        self._written: dict[str, str] = {}

    def write(self, entry: Entry) -> str:
        """Return an entry as a thing in the world, or as a term, by its kind."""
        if entry.id not in self._written:
            self._written[entry.id] = self._thing(entry) if entry.kind in _LISTS else self._category(entry)
        return self._written[entry.id]

    def _thing(self, entry: Entry) -> str:
        _, item, naming = _LISTS[entry.kind]
        names = [xml_words(naming, text, lang=lang) for text, lang in self._names(entry)]
        note = xml_words("note", entry.definition, type="definition", lang=self._language)
        # Polities are organisations that are places too.
        kind = entry.kind if entry.kind == "polity" else None
        return xml_element(item, "".join((*names, *self._addresses(entry), note)), id=thing_id(entry.id), type=kind)

    def _category(self, entry: Entry) -> str:
        (preferred, lang), *others = self._names(entry)
        first = "".join((xml_words("term", preferred), xml_words("gloss", entry.definition), *self._addresses(entry)))
        described = [xml_element("catDesc", first, lang=lang)]
        described += [xml_element("catDesc", xml_words("term", text), lang=tag) for text, tag in others]
        return xml_element("category", "".join(described), id=thing_id(entry.id), n=entry.kind)

    def _names(self, entry: Entry) -> list[tuple[str, str]]:
        labels = [(label.text, label.lang) for label in entry.alt_labels]
        return list(dict.fromkeys([(entry.pref_label, self._language), *labels]))

    def _addresses(self, entry: Entry) -> Iterator[str]:
        yield xml_words("idno", self._base + page_address(entry_path(entry.id), use_directories=True), type="URI")
        for uri in entry.same_as:
            record = authority_record(uri)
            yield xml_words("idno", uri, type=record.authority if record else "URI")


@dataclass(frozen=True, slots=True)
class NamedThings:
    """The entries that a text mentions, sorted by id, and what writes them."""

    entries: tuple[Entry, ...]
    writer: EntryWriter

    @classmethod
    def of(cls, mentions: Iterable[Mention], entries: Mapping[str, Entry], writer: EntryWriter) -> NamedThings:
        """Return the entries that mentions name."""
        named = sorted({mention.entry for mention in mentions} & entries.keys())
        return cls(tuple(entries[identifier] for identifier in named), writer)

    def stand_off(self) -> str:
        """Return the lists of people, organisations, places and events; nothing where there are none."""
        lists: dict[str, list[str]] = {}
        for kind, (name, _, _) in _LISTS.items():
            of_kind = [self.writer.write(entry) for entry in self.entries if entry.kind == kind]
            lists.setdefault(name, []).extend(of_kind)
        written = [xml_element(name, "\n" + "\n".join(items) + "\n") for name, items in lists.items() if items]
        return xml_element("standOff", "\n" + "\n".join(written) + "\n") + "\n" if written else ""

    def taxonomy(self) -> str:
        """Return the other entries as categories, which need no thing in the world; nothing where there are none."""
        terms = [self.writer.write(entry) for entry in self.entries if entry.kind not in _LISTS]
        return xml_element("classDecl", xml_element("taxonomy", "\n" + "\n".join(terms) + "\n")) if terms else ""
