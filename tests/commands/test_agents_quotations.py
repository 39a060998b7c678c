"""The server for agents says of a quotation what Python says, which the twins' test holds to what a browser says."""

from __future__ import annotations

import json

from build_tools.edition.publication.published_edition import publish
from build_tools.edition.quoting.quotation_tokens import ReadText
from build_tools.edition.reading import read_edition
from build_tools.website.search import look_up
from build_tools.website.search.lookup.candidate_texts import check_in_index
from tests.support.agent_client import converse
from tests.support.builds import ROOT
from tests.support.generated_quotations import KINDS, generate_quotations
from tests.support.matrix import FULL

COUNT = 5_000 if FULL else 60


def test_the_server_answers_as_python_does() -> None:
    reading = read_edition(ROOT, "en")
    texts = {document.source.id: ReadText(document.source.id, document.blocks) for document in reading.documents}
    terms = look_up(publish(reading), "en")
    quotations = list(generate_quotations(reading.documents, COUNT, seed=4))
    _, answers = converse(ROOT, [("quote", {"quotation": quotation.words}) for quotation in quotations])
    states = set()
    for quotation, (text, is_refused) in zip(quotations, answers, strict=True):
        assert not is_refused, text
        found, expected = json.loads(text), check_in_index(quotation.words, terms, texts.__getitem__)
        states.add(expected.state)
        assert found["answer"] == expected.state, quotation
        assert found["number_of_matches"] == len(expected.matches), quotation
        assert found["texts"]["read"] == list(expected.read), quotation
        assert [match["text"] for match in found["matches"]] == [match.text.id for match in expected.matches[:3]]
        if quotation.is_exact is not None:
            assert (expected.state == "exact") == quotation.is_exact, quotation
    assert {quotation.kind for quotation in quotations} == set(KINDS)
    assert states == {"exact", "altered", "absent"}
