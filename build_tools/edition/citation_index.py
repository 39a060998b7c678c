"""What citations are judged against: the documents, and the entries that each block names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from build_tools.corpus.identity import renamed_ids
from build_tools.model import Block, Document, Mention
from build_tools.model.hints import did_you_mean, list_words


@dataclass(frozen=True, slots=True)
class CitationIndex:
    """The documents by id, and the ids of the entries named in a block by (source id, block id).

    What cites a source in `faulty` is not judged: the source has findings of its own to be fixed first.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    named: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    _blocks: dict[str, Mapping[str, Block]] = field(default_factory=dict, compare=False, repr=False)

    def blocks_of(self, source: str) -> Mapping[str, Block]:
        """Return the blocks of a document, which must be there, by their ids."""
        if source not in self._blocks:
            self._blocks[source] = {block.id: block for block in self.documents[source].blocks}
        return self._blocks[source]

    def suggest_source(self, wrong: str, prefix: str = "") -> str:
        """Return what to write instead of an id that no text has.

        Args:
            wrong: The id.
            prefix: Characters to write before the right one, such as "@".
        """
        renamed = renamed_ids(document.source for document in self.documents.values())
        if wrong in renamed:
            return f'It has a new id: write "{prefix}{renamed[wrong]}".'
        every = f"Texts: {list_words(sorted(self.documents))}."
        return did_you_mean(wrong, self.documents, every, prefix=prefix)


def index_citations(
    documents: Iterable[Document], mentions: Mapping[str, tuple[Mention, ...]], faulty: Iterable[str] = ()
) -> CitationIndex:
    """Return the index of some documents.

    Args:
        documents: The documents that can be cited.
        mentions: The mentions of each document, by its id.
        faulty: The ids of the sources that are not to be judged.
    """
    named: dict[tuple[str, str], set[str]] = {}
    for mentions_of_text in mentions.values():
        for mention in mentions_of_text:
            named.setdefault((mention.document, mention.block), set()).add(mention.entry)
    by_id = {document.source.id: document for document in documents}
    return CitationIndex(by_id, {block: frozenset(ids) for block, ids in named.items()}, frozenset(faulty))
