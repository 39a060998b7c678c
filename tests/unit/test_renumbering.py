"""Renumbering a published text: old numbers lead on, and what cites it follows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from click.testing import CliRunner

from build_tools.editing.changes.anchor_changes import compare_anchors
from build_tools.editing.changes.change_values import AnchorChange
from build_tools.editing.renumbering import moved_places, rewrite_citations, write_former_places
from build_tools.edition.checks.anchor_lock import fingerprint
from build_tools.edition.reading import Reading
from build_tools.interfaces.cli import main
from build_tools.model import Document, FormerPlace
from build_tools.segmentation import segment
from build_tools.website.pages.source.former_numbers import former_anchors
from tests.support.invented import source
from tests.support.projects import add_text, small_project

POEM = (
    "THE WELL\n\nHe sang it every night, and we all knew it by heart.\n\n"
    "The old well stands beside the gate,\n  Its rope is worn and thin,\n"
    "And those who come at evening late\n  Let no new bucket in.\n\nThen he went home.\n"
)
AS_LINES = {
    "title": "THE WELL",
    "p1": "He sang it every night, and we all knew it by heart.",
    "p2": "The old well stands beside the gate,",
    "p3": "Its rope is worn and thin,",
    "p4": "And those who come at evening late",
    "p5": "Let no new bucket in.",
    "p6": "Then he went home.",
}
MOVED = {"p3": "p2", "p4": "p2", "p5": "p2", "p6": "p3"}


def test_the_words_of_a_locked_paragraph_are_found_in_the_new_cut() -> None:
    document, _ = segment(source(text=POEM, title="The well"))
    assert [block.id for block in document.blocks] == ["title", "p1", "p2", "p3"]
    locked = {block: fingerprint(words) for block, words in AS_LINES.items()}
    assert moved_places(document, locked) == (MOVED, ())
    assert moved_places(document, {**locked, "p7": "0" * 16})[1] == ("p7",)


def test_what_is_no_longer_shown_leads_to_what_follows_it() -> None:
    text = "A title of it\n\nOne, and no more.\n\n* * *\n\nTwo, and no more.\n"
    document, _ = segment(source(text=text))
    locked = {
        "p1": fingerprint("One, and no more."),
        "p2": fingerprint("* * *"),
        "p3": fingerprint("Two, and no more."),
    }
    assert moved_places(document, locked)[0] == {"p3": "p2"}
    assert moved_places(document, {**locked, "p1": fingerprint("* * *"), "p2": "0" * 16})[0] == {"p1": "p2", "p3": "p2"}


def test_citations_of_a_text_follow_its_numbers_and_others_stay() -> None:
    def follows(before: str, after: str) -> None:
        assert rewrite_citations(before, "poem", MOVED) == after

    follows("[@poem, ¶6]", "[@poem, ¶3]")
    follows("[@poem, ¶3–6]", "[@poem, ¶2–3]")
    follows("[@poem, ¶3–5]", "[@poem, ¶2]")
    follows('[@other, ¶6; @poem, ¶6: "[so] ¶6"; ¶4]', '[@other, ¶6; @poem, ¶3: "[so] ¶6"; ¶2]')
    follows('evidence: ["[@poem, ¶6: \\"@poem, ¶6\\"]"]', 'evidence: ["[@poem, ¶3: \\"@poem, ¶6\\"]"]')
    follows("{source: poem, block: p6, quote: x}", "{source: poem, block: p3, quote: x}")
    follows("- block: p6\n  source: poem\n", "- block: p3\n  source: poem\n")
    follows("[home](../sources/poem.md#p6) /sources/poem/#p4", "[home](../sources/poem.md#p3) /sources/poem/#p2")
    follows("[home](my-poem.md#p6)", "[home](my-poem.md#p6)")


def test_the_page_of_the_text_lists_its_former_places_and_leads_earlier_ones_further() -> None:
    page = "---\nseed: poem.txt\nparallel: {en: [p1, p6], fr: [p8]}\n---\nA poem.\n"
    assert "en: [p1, p3], fr: [p8]" in rewrite_citations(page, "poem", MOVED, is_its_page=True)
    once = write_former_places(page, MOVED, ["title", "p1", "p2", "p3"])
    rows = "former_places:\n  - {was: ¶3–5, is: ¶2}\n  - {was: ¶6, is: ¶3}\n---\nA poem.\n"
    assert once.endswith(rows)
    twice = write_former_places(once, {"p3": "heading"}, ["title", "p1", "p2", "heading"])
    assert "- {was: ¶3, is: heading}\n  - {was: ¶4–5, is: ¶2}\n  - {was: ¶6, is: heading}\n" in twice


def test_a_former_number_that_no_block_has_now_is_an_anchor_where_its_words_are() -> None:
    read = source(text=POEM, former_places=(FormerPlace(("p3", "p4", "p5"), "p2"), FormerPlace(("p6",), "p3")))
    anchors = former_anchors(segment(read)[0])
    assert {block: [anchor.id for anchor in found] for block, found in anchors.items()} == {
        "p2": ["p4", "p5"],
        "p3": ["p6"],
    }
    assert former_anchors(segment(replace(read, former_places=()))[0]) == {}


def test_the_command_renumbers_a_text_with_all_that_cites_it(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    page = (
        "---\nseed: poem.txt\ntitle: THE WELL\ngenre: book\nlanguages: [en]\n"
        'rights: {statement: "http://rightsstatements.org/vocab/UND/1.0/", notice: null, publish: full}\n---\nA poem.\n'
    )
    add_text(project, "poem", POEM, page)
    port = project / "docs/glossary/port.md"
    port.write_text(port.read_text() + '\nHe went home [@poem, ¶6: "went home"].\n')
    lock = "".join(f"poem {block} {fingerprint(words)}\n" for block, words in sorted(AS_LINES.items()))
    (project / "anchors.lock").write_text(lock)
    result = CliRunner().invoke(main, ["anchors", "--root", str(project), "--renumber", "poem"])
    assert "poem: 4 places moved, 2 files rewritten" in result.output
    assert '[@poem, ¶3: "went home"]' in port.read_text()
    assert "{was: ¶3–5, is: ¶2}" in (project / "docs/sources/poem.md").read_text()
    checked = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert "anchor" not in checked.output
    assert "evidence" not in checked.output


def test_a_former_place_keeps_its_address_so_that_no_anchor_breaks() -> None:
    before, _ = segment(source(text="One, and no more.\n\nTwo, and no more.\n"))
    renumbered = source(text="One, and no more. Two, and no more.\n", former_places=(FormerPlace(("p2",), "p1"),))
    after, _ = segment(renumbered)
    silent, _ = segment(replace(renumbered, former_places=()))
    gone = [[change.state for change in _compared(before, document)] for document in (after, silent)]
    assert gone == [["on other words"], ["on other words", "gone"]]


def _compared(before: Document, after: Document) -> tuple[AnchorChange, ...]:
    sides = (SimpleNamespace(documents=(document,)) for document in (before, after))
    return compare_anchors(*(cast("Reading", side) for side in sides))
