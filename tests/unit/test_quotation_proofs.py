"""Quotations are checked in what is published of a text, and over nothing that is left out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from build_tools.editing.quotation_proofs import proof_as_json, proof_as_text, read_quotable
from build_tools.model import CITATION, EXCERPT, Block
from build_tools.website.citations import Site
from build_tools.website.search.gathering import gather
from build_tools.website.search.lookup.term_records import TermRecords
from tests.support.invented import document, source
from tests.support.shared_sentences import CASES, COUNT, shared_sentences


@pytest.mark.parametrize(("left_out", "state"), [("", "exact"), ("p2", "altered")])
def test_words_on_either_side_of_what_is_left_out_do_not_follow_each_other(left_out: str, state: str) -> None:
    text = document(
        ("paragraph", "en", "The harbour stayed open."),
        ("paragraph", "en", "Nobody came."),
        ("paragraph", "en", "Rain fell on the town."),
    )
    first, second, third = text.blocks
    kept = (first, replace(second, text="", spans=()), third) if left_out == second.id else (first, third)
    shown = [replace(text, blocks=kept)]
    quotable = read_quotable(shown, TermRecords(gather(shown, (), {})), Site(), "en", "")
    assert quotable.check("harbour stayed open. Rain fell on the town").state == state


def test_excerpts_are_quoted_without_a_proof_since_their_raw_file_is_not_published() -> None:
    text = document(("paragraph", "en", "The harbour stayed open all year."))
    hidden = replace(text.source, text="", rights=replace(text.source.rights, publish=EXCERPT))
    blocks = tuple(replace(block, spans=()) for block in text.blocks)
    shown = [replace(text, source=hidden, blocks=blocks)]
    quotable = read_quotable(shown, TermRecords(gather(shown, (), {})), Site(), "en", "")
    answer = quotable.check("The harbour stayed open")
    (match,) = cast("list[dict[str, object]]", proof_as_json("", answer, quotable)["matches"])
    assert match.keys().isdisjoint({"file", "sha256"})
    assert proof_as_text(answer, quotable).splitlines()[-1] == "  “The harbour stayed open”"


def test_words_that_are_not_published_are_absent_from_what_is_published_and_no_more_is_said() -> None:
    whole = document(("paragraph", "en", "The ferry sailed at noon."))
    cited = source("cited", rights=replace(whole.source.rights, publish=CITATION))
    shown = [whole, replace(whole, source=cited, blocks=(Block("p1", "paragraph", "en", "", ()),))]
    quotable = read_quotable(shown, TermRecords(gather(shown, (), {})), Site(), "en", "")
    answer = quotable.check("The harbour stayed open")
    texts = {"of_the_edition": 2, "not_published": 1, "read": list(answer.read), "unread": 0}
    assert proof_as_json("The harbour stayed open", answer, quotable)["texts"] == texts
    assert proof_as_text(answer, quotable).startswith("Not found: no published words of a text are these, and none")


def test_an_undecided_answer_says_so_in_words_and_in_json_with_the_number_of_texts_that_were_not_read() -> None:
    shown = shared_sentences()
    quotable = read_quotable(shown, TermRecords(gather(shown, (), {})), Site(), "en", "")
    (words,) = (words for words, state in CASES if state == "undecided")
    answer = quotable.check(words)
    proof = proof_as_json(words, answer, quotable)
    unread = COUNT - len(answer.read)
    assert proof["answer"] == "undecided"
    texts = {"of_the_edition": len(shown), "not_published": 0, "read": list(answer.read), "unread": unread}
    assert proof["texts"] == texts
    said = f"Not decided. {unread} more texts with all its rarest words were not read: quote more."
    assert proof_as_text(answer, quotable).startswith(said)
