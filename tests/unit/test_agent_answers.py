"""What agents are told of an entry."""

from __future__ import annotations

from pathlib import Path

from build_tools.editing.agent_answers.entry_answers import answer_entry
from build_tools.editing.agent_answers.served_edition import serve_edition
from build_tools.editing.agent_answers.text_answers import answer_search
from build_tools.edition.reading import read_edition
from build_tools.website.citations import Site
from tests.support import scratch


def test_an_entry_has_its_relations_whichever_of_two_entries_says_so(tmp_path: Path) -> None:
    scratch.write(tmp_path, scratch.corpus())
    office = scratch.entry("harbour-office", more="broader: [blue-line]\n")
    scratch.write(tmp_path, {"docs/glossary/harbour-office.md": office.encode()})
    served = serve_edition(read_edition(tmp_path, "en"), Site(), "en", "")
    line, below = (answer_entry(served, {"entry": name, "limit": 1}) for name in ("blue-line", "harbour-office"))
    assert (line["related"], line["broader"], line["narrower"]) == (["grain", "orvale"], [], ["harbour-office"])
    assert (below["related"], below["broader"], below["narrower"]) == ([], ["blue-line"], [])


def test_a_text_is_found_by_its_publisher_where_no_passage_names_it(tmp_path: Path) -> None:
    scratch.write(tmp_path, scratch.corpus())
    page = tmp_path / "docs/sources/letter.md"
    named = page.read_text(encoding="utf-8").replace("seed:", "publisher: Quillfeather Press\nseed:", 1)
    page.write_text(named, encoding="utf-8")
    served = serve_edition(read_edition(tmp_path, "en"), Site(), "en", "")
    answer = answer_search(served, {"query": "quillfeather", "limit": 5, "text": ""})
    assert answer["number_of_results"] == 1
    assert "'kind': 'text', 'id': 'letter'" in str(answer["results"])
