"""The contested questions: who says what, in order of time, as a page, as data and in the search."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import StringIO

import pytest

from build_tools.corpus.page_fields import Question
from build_tools.model import Creator, registers
from build_tools.model.registers import Attribution, Discrepancy
from build_tools.website.data.claims_data import claims_data
from build_tools.website.pages import compose_pages
from build_tools.website.pages.registers.claims_page import claims_page
from build_tools.website.search.gathering import gather
from build_tools.website.survey.claims import Claim, Speaker, survey_claims
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.composed import whole_html
from tests.support.invented import SMALL, document, edition


def asked(*answers: str, made: Edition = SMALL) -> Edition:
    return replace(made, questions=(Question("end", "When does it end?", answers),))


def claims(made: Edition) -> list[Claim]:
    (contested,) = survey_claims(survey(made))
    return list(contested.claims)


def point(*says: registers.Testimony) -> Discrepancy:
    (plain, *_) = SMALL.registers.discrepancies
    return replace(plain, id="heard", path="docs/discrepancies/heard.md", says=says)


def test_a_difference_is_told_by_whoever_asserts_it_and_framed_where_it_is_not_the_earliest_answer() -> None:
    told = [
        (claim.speaker.name, claim.speaker.kind, claim.answer, claim.differs) for claim in claims(asked("end-of-lease"))
    ]
    assert told == [("Ada Vane", "author", "gives a year", False), ("Nobody named", "unnamed", "no end", True)]


def test_the_earliest_answer_is_that_of_the_earliest_text_and_equal_answers_do_not_differ() -> None:
    early, late = (
        document(("paragraph", "en", "It ends."), id=name, issued=when, creators=(Creator("Bo Li"),))
        for name, when in (("early", "2023"), ("late", "2024"))
    )
    by = Attribution("official", "harbour master")
    says = [
        registers.Testimony(text, "p1", "It ends.", gloss, by) for text, gloss in (("late", "Yes"), ("early", "yes"))
    ]
    says.append(registers.Testimony("late", "p1", "It", "no"))
    made = edition([early, late], [], registers=replace(SMALL.registers, discrepancies=(point(*says),)))
    found = claims(asked("heard", made=made))
    assert [(claim.place.source, claim.differs) for claim in found] == [
        ("early", False),
        ("late", False),
        ("late", True),
    ]
    assert [claim.speaker.name for claim in found] == ["harbour master", "harbour master", "Bo Li"]


def test_a_quotation_is_its_speakers_and_dated_as_it_was_said_and_an_account_its_texts() -> None:
    quoted = claims(asked("vane-doubts"))
    assert {(claim.speaker.entry, claim.answer, claim.said) for claim in quoted} == {
        ("ada-vane", "Vane doubts it", "2024-05")
    }
    assert [claim.date for claim in claims(asked("signing"))][:1] == ["2024-05-13T17:02:00+09:00"]


@pytest.mark.parametrize(
    ("speaker", "key"),
    [
        (Speaker("ada-vane", "Ada Vane"), "ada-vane"),
        (Speaker("", "Officials (not named)"), "officials"),
        (Speaker("", "officials"), "officials"),
    ],
)
def test_a_speaker_is_the_same_whatever_is_added_in_brackets(speaker: Speaker, key: str) -> None:
    assert speaker.key == key


def test_an_edition_without_questions_has_no_page_no_data_and_no_link() -> None:
    bare = replace(SMALL, questions=())
    assert claims_page(survey(bare)) is None
    assert claims_data(survey(bare)) == ()
    pages = {page.path: page.settle().markdown for page in compose_pages(survey(bare))}
    assert "claims.md" not in pages
    assert not any("claims.md" in text for text in pages.values())


def test_the_page_is_complete_and_the_silence_of_a_speaker_is_said() -> None:
    page = claims_page(survey(SMALL))
    assert page is not None
    question = json.loads(json.dumps(page.around))["questions"][0]
    assert question["speakers"][0]["name"] == "Ada Vane"
    assert [[len(cell["claims"]) for cell in row["cells"]] for row in question["rows"]] == [
        [1, 0, 1],
        [1, 2, 0],
        [1, 0, 0],
    ]
    assert "6 statements" in str(page.fields["description"])
    shown = whole_html(page)
    assert shown.count('<div class="claim') == 6  # of a quotation the first version alone
    assert shown.count("silent</span></td>") == 4
    assert re.findall(r'<div class="claim differs".*?<span class="who">(.*?): </span>', shown) == ["Nobody named"]


def test_the_data_has_every_statement_with_speaker_text_and_dates() -> None:
    table, tree = claims_data(survey(SMALL))
    rows = list(csv.DictReader(StringIO(table.text)))
    (question,) = json.loads(tree.text)["questions"]
    assert (table.path, tree.path) == ("data/claims.csv", "data/claims.json")
    assert len(rows) == len(question["claims"]) == 7
    assert rows[0] | {"speaker_entry": "ada-vane", "words": "ends in 2031", "block": "¶1"} == rows[0]
    assert [row["point_kind"] for row in rows] == ["difference"] * 2 + ["quotation"] * 2 + ["event"] * 3


def test_a_question_is_found_by_the_search_and_leads_to_its_table() -> None:
    gathered = gather([], [], {}, SMALL.registers, SMALL.questions)
    head = gathered.heads[-1]
    assert (head.path, head.kind, head.name) == ("claims", "question", "How long will the lease last?")
    assert (gathered.records[-1].block, gathered.records[-1].text) == (
        "end",
        "When does the lease end? · Vane doubts it",
    )
