"""The index as files: what is found in it, and that the same corpus gives the same bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model import Data, Entry, Mention, registers
from build_tools.website.search import compose_search
from build_tools.website.search.base32 import ENCODED, base32_varint, base32_varints
from build_tools.website.search.gathering import gather
from build_tools.website.search.index_scripts import FOLDER
from build_tools.website.search.postings import MOST, index
from build_tools.website.search.records import PAGE, Record, prose_in_words
from tests.support.indexed import DOCUMENT, LORN, MENTION, blocks, data, decode, holders, named_in
from tests.support.invented import cut, entry, source


def made(*entries: Entry) -> tuple[Data, ...]:
    return compose_search([DOCUMENT], entries, {"harbour": (MENTION,)})


def test_a_paragraph_is_found_by_its_words_its_days_and_the_entries_it_names() -> None:
    files = made(LORN)
    assert holders(files, "leased") == [2]
    assert named_in(files, "lorn") == [2]
    assert holders(files, "港口") == [3]
    assert holders(files, "@2021-05-03") == [3]
    assert holders(files, "@05-03") == [3]


def test_a_paragraph_is_found_by_the_entry_whose_definition_or_account_rests_on_it() -> None:
    lease = entry("lease", "Lease of the port", "agreement", evidence=('[@harbour, ¶1–2: "harbour"; title]',))
    account = registers.Testimony("harbour", "p2", "closed")
    event = registers.Event(None, accounts=(account,))
    closing = entry("closing", "Closing of the port", "event", event=event)
    assert named_in(made(lease), "lease") == [1, 2, 3]
    assert named_in(made(closing), "closing") == [3]
    assert named_in(made(replace(LORN, evidence=("[@harbour, ¶1]",))), "lorn") == [2]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("It was 30 March [@harbour, ¶1]. Park left.", "It was 30 March. Park left."),
        ("Two say so [@harbour, ¶1] [@harbour, ¶2; ¶3], three do not.", "Two say so, three do not."),
        ("He left [@harbour, ¶1] in May.\n[@harbour, ¶1]", "He left in May."),
        ("One [@harbour, ¶1]word[@harbour, ¶2]more", "One word more"),
    ],
)
def test_no_space_is_left_where_evidence_stood(written: str, words: str) -> None:
    assert prose_in_words(written) == words


def test_a_day_counts_as_much_as_a_word() -> None:
    found = {term.text: term for term in index(gather([DOCUMENT], [], {}).records)}
    assert decode(found["@2021-05-03"].postings) == decode(found["港口"].postings)


def test_the_head_of_a_page_lends_what_its_paragraphs_do_not_say() -> None:
    assert holders(made(LORN), "gazette") == [0]


def test_an_entry_is_found_by_every_label() -> None:
    assert holders(made(LORN), "лорн") == [PAGE + 1]


def test_every_passage_is_in_one_block_with_its_page_and_its_mentions() -> None:
    found = blocks(made(LORN))
    rows = {row[0]: row for block in found for row in block["records"]}
    assert rows[2][1:] == ["p1", "¶1", "en", "Lorn leased the harbour.", [0, 4, "lorn"]]
    pages = {page[0]: page[1:] for block in found for page in block["pages"]}
    assert pages[0][0] == "sources/harbour"
    assert pages[1] == ["glossary/lorn", "polity", "Lorn", "", "", 1, 1, ""]


def test_offsets_count_as_browsers_do() -> None:
    document = cut(source(text="𝐁 Lorn"), [("paragraph", "en", "𝐁 Lorn")])
    mention = Mention("harbour", "p1", 2, 6, "Lorn", "lorn", "label")
    records = gather([document], [], {"harbour": (mention,)}).records
    assert records[1].spans == ((3, 7, "lorn"),)


def test_a_long_text_takes_several_page_numbers() -> None:
    text = "\n\n".join(f"Number {number}." for number in range(600))
    document = cut(source(text=text), [("paragraph", "en", f"Number {number}.") for number in range(600)])
    gathered = gather([document], [LORN], {})
    heads, records = gathered.heads, gathered.records
    assert heads[0].numbers == (0, 1, 2)
    assert heads[1].numbers == (3,)
    assert len({record.number for record in records}) == len(records) == 600 + 3 + 1


def test_the_same_corpus_gives_the_same_bytes_whatever_the_order() -> None:
    other = entry("port", "port")
    assert made(LORN, other) == made(other, LORN)


def test_a_change_renames_what_it_changes() -> None:
    before = {file.path for file in made(LORN)}
    after = {file.path for file in made(replace(LORN, definition="A state that leased a harbour."))}
    assert before != after
    assert f"{FOLDER}/manifest.js" in before & after


def test_an_edition_without_entries_and_a_text_of_one_character_have_an_index() -> None:
    empty = compose_search([], [], {})
    assert data(empty)["manifest"]["records"] == 0
    tiny = compose_search([cut(source(text="x"), [("paragraph", "en", "x")])], [], {})
    assert holders(tiny, "x") == [1]


def test_a_text_cannot_end_the_script_it_stands_in() -> None:
    text = "a\u2028b </script> \u2029 \\"
    files = compose_search([cut(source(text=text), [("paragraph", "en", text)])], [], {})
    assert not any("\u2028" in file.text or "\u2029" in file.text for file in files)
    assert blocks(files)[0]["records"][1][4] == text


def test_a_number_is_packed_in_digits_of_five_bits() -> None:
    numbers = [0, 1, 31, 32, 1023, 1024, 10**9]
    assert decode("".join(map(base32_varint, numbers))) == numbers
    assert decode(base32_varints(numbers)) == numbers
    assert list(ENCODED) == list(map(base32_varint, range(1 << 15)))


def test_a_word_of_nearly_all_records_keeps_the_strongest() -> None:
    records = [Record(number, "p1", "¶1", "en", "common " * (1 + number % 3), 1.0) for number in range(MOST + 100)]
    (term,) = index(records)
    assert term.frequency == MOST + 100
    assert len(decode(term.postings)) == MOST
    assert term.positions == ""
