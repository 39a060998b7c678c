"""What is no part of a text: the furniture of its pages, the frame it came in. No line of the text goes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.editing.cut_summaries import summarise_cut
from build_tools.editing.guesses.description import describe
from build_tools.editing.scaffolds import new_source
from build_tools.model import PAGE_FURNITURE, Document, Ruling
from build_tools.segmentation import Cut, cut_text, segment
from build_tools.website.pages.source.page_marks import mark_pages
from tests.support.invented import source

# Sixty columns, wrapped, without a repeated line.
PROSE = """\
The pilots of the estuary kept their books in a language of
their own, in which a ship was a horse and the tide a hill.
Nobody outside the guild could read them, and the harbour
office, which had to, employed a retired pilot for that and
for nothing else. He was paid by the line.
In the winter of the great ice the books are empty for nine
weeks. Then there is a single entry, which says that a hill
has been seen, and that two horses are standing on it, and
that somebody ought to go and tell the office about them.
"""


def aside(text: str, cut: Cut | Document, reason: str = PAGE_FURNITURE) -> list[str]:
    return [text[span.start : span.end] for span in cut.set_aside if span.reason == reason]


def shown(cut: Cut | Document) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in cut.blocks]


def leaves(*pages: str) -> str:
    return "\f".join(f"The Estuary Review\n\n{page}\n{number}\n" for number, page in enumerate(pages, 41))


def test_heads_and_numbers_of_pages_are_set_aside_and_a_sentence_goes_on_behind_them() -> None:
    lines = PROSE.splitlines(keepends=True)
    text = leaves("".join(lines[:3]), "".join(lines[3:8]), "".join(lines[8:]))
    cut = cut_text(text)
    assert [block.text for block in cut.blocks] == [
        " ".join("".join(lines[:5]).split()),
        " ".join("".join(lines[5:]).split()),
    ]
    assert "".join(aside(text, cut)).count("The Estuary Review") == 3
    assert [page.label for page in cut.pages] == ["41", "42", "43"]
    assert text[cut.pages[1].at :].startswith("office, which had to")


def test_the_marks_of_pages_stand_where_they_begin_and_never_within_a_word() -> None:
    text = leaves("It was a long time be-\n", "fore anybody came over the ice, and they were not pilots.\n")
    document, _ = segment(source(text=text))
    ((place, mark),) = mark_pages(document)["p1"][1:]
    assert document.blocks[0].text[:place] == "It was a long time before "
    assert (mark.id, mark.label) == ("page-42", "42")


def test_heads_that_return_with_other_numbers_are_set_aside_without_form_feeds() -> None:
    lines = PROSE.splitlines(keepends=True)
    heads = [
        "\n12 THE BOOKS OF THE PILOTS. [1792\n\n",
        "\n1792] A WINTER. 13\n\n",
        "\n14 THE BOOKS OF THE PILOTS. [1792\n\n",
    ]
    text = "".join([heads[0], *lines[:2], heads[1], *lines[2:6], heads[2], *lines[6:]])
    cut = cut_text(text)
    assert aside(text, cut) == [head.strip() for head in heads]
    assert [block.text for block in cut.blocks] == [
        " ".join("".join(lines[:5]).split()),
        " ".join("".join(lines[5:]).split()),
    ]
    assert [page.label for page in cut.pages] == ["12", "13", "14"]


@pytest.mark.parametrize("form", ["{}", "Page {}", "- {} -", "{{{}}}", "~{}~", "第{}頁"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_numbers_of_pages_are_set_aside_with_blank_lines_around_them_and_without(form: str, blank: str) -> None:
    numbers = [form.format(number) for number in (17, 18, 19)]
    pages = [PROSE.replace("the ", f"{word} ") for word in ("our", "her", "his")]
    text = "".join(
        page.replace("harbour\n", f"harbour\n{blank}{number}\n{blank}")
        for page, number in zip(pages, numbers, strict=True)
    )
    cut = cut_text(text)
    assert aside(text, cut) == numbers
    assert " ".join(block.text for block in cut.blocks) == " ".join("".join(pages).split())
    assert sum("harbour office, which had to" in block.text for block in cut.blocks) == 3


def test_catchwords_and_signatures_go_with_the_foot_of_a_page() -> None:
    lines = PROSE.splitlines(keepends=True)
    text = "\f".join(
        ["".join(lines[:3]) + "office,\nB\n7\n", "".join(lines[3:7]) + "B 2\n8\n", "".join(lines[7:]) + "9\n"]
    )
    cut = cut_text(text)
    assert " ".join(aside(text, cut)).split() == ["office,", "B", "7", "B", "2", "8", "9"]
    assert len(cut.blocks) == 2


@pytest.mark.parametrize(
    "text",
    [
        # Chapters are numbered and begin pages, but break no sentence.
        "\f".join(f"CHAPTER {number}\n\n{PROSE}" for number in range(1, 7)),
        "".join(f"\nCHAPTER {number}\n\n{PROSE}" for number in range(1, 7)),
        "".join(f"\n{number}. A WINTER\n\n{PROSE}" for number in range(1, 7)),
        # Numbers that are no page's: the parts of a book, verses, the years of a list.
        "".join(f"\n{number}\n\n{PROSE}" for number in range(1, 7)),
        "".join(f"1 IRON {year}\n\n2 COPPER\n\n" for year in (1790, 1791, 1792)) + PROSE,
        # A line of a sentence that happens to stand at the edge of two pages.
        f"{PROSE}and so it was\n\fand so it was\n{PROSE}\fand so it was\n{PROSE}",
        # A refrain.
        "".join(
            f"The ice is on the water {word},\n  Heigh ho, the pilots all!\n\n" for word in ("high", "low", "blue")
        ),
    ],
)
def test_no_line_of_the_text_is_page_furniture(text: str) -> None:
    assert aside(text, cut_text(text)) == []


def test_a_ruling_goes_before_every_rule_and_may_hold_for_all_lines_like_one() -> None:
    lines = PROSE.splitlines(keepends=True)
    text = f"{''.join(lines[:3])}\nPilots, 12\n\n{''.join(lines[3:6])}\nPilots, 57\n\n{''.join(lines[6:])}"
    unruled, _ = segment(source(text=text))
    assert aside(text, unruled) == []
    document, findings = segment(source(text=text, rulings=(Ruling("Pilots, 12", 1, role=PAGE_FURNITURE, like=True),)))
    assert (findings, aside(text, document)) == ([], ["Pilots, 12", "Pilots, 57"])
    assert [block.text for block in document.blocks][-1].startswith("In the winter of the great ice")
    text = leaves(PROSE, PROSE.upper())
    document, _ = segment(source(text=text, rulings=(Ruling("The Estuary Review", 1, role="heading", like=True),)))
    assert shown(document).count(("heading", "The Estuary Review")) == 2
    _, (finding,) = segment(source(text=text, rulings=(Ruling("Nothing like it 1", 7, role="heading", like=True),)))
    assert (finding.code, finding.line) == ("ruling-absent", 7)


FRAMED = f"""\
The Project Such-and-such eBook of Pilots, by Ada Vane

Title: The Books of the Pilots
Author: Ada Vane

*** START OF THE PROJECT SUCH-AND-SUCH EBOOK ***

THE BOOKS

{PROSE}
*** END OF THE PROJECT SUCH-AND-SUCH EBOOK ***

You may copy it, give it away or use it again.
"""


def test_what_stands_outside_the_marks_of_a_library_is_set_aside_and_names_the_title() -> None:
    cut = cut_text(FRAMED)
    head, foot = aside(FRAMED, cut, "boilerplate")
    assert head.endswith("EBOOK ***")
    assert foot.endswith("use it again.")
    assert [role for role, _ in shown(cut)] == ["title", "paragraph", "paragraph"]
    assert describe(FRAMED).first("title") == "The Books of the Pilots"
    draft = new_source("pilots.txt", describe(FRAMED))
    assert 'title: "The Books of the Pilots"' in draft
    assert 'creators: [{name: "Ada Vane"}]' in draft
    alone = f"{PROSE}\n*** END OF THE MATTER ***\n\n{PROSE}{PROSE}{PROSE}"
    assert aside(alone, cut_text(alone), "boilerplate") == []


WEB = """\
Skip to main content
Menu
Home
Coast
Sign in
We use cookies to improve your experience.
News | Coast
Pilots leave the estuary after three hundred years
By Ada Vane
Published 4 March 2024
Share
Copy link
3 min read
The last two pilots of the estuary left on Monday, with a cart, a book and a horse that is said to be a real one.
Advertisement
“It is only a hill,” said one of them. He did not say which hill he meant, and the office did not ask him about it.
Read more: Why the ice came late
Related topics
Ice
Pilots
Most read
1
Dog elected
© 2024 The Estuary Herald. All rights reserved.
Privacy policy
"""


def test_what_a_web_page_puts_around_an_article_is_set_aside() -> None:
    cut = cut_text(WEB, "en")
    assert [role for role, _ in shown(cut)] == ["title", "byline", "dateline", "paragraph", "paragraph", "rights"]
    for reason in ("navigation", "boilerplate"):
        assert aside(WEB, cut, reason)


def test_a_word_that_web_pages_use_is_text_where_nothing_else_speaks_of_a_web_page() -> None:
    text = f"Share\n\n{PROSE}\nHome\n\n{PROSE}"
    cut = cut_text(text)
    assert {"Share", "Home"} <= {block.text for block in cut.blocks}
    wrapped = WEB + "The pilots asked the office for their\nshare\nof what the hill had brought in that year.\n"
    assert not any("share" in words for words in aside(wrapped, cut_text(wrapped), "navigation"))


def test_the_pieces_of_justified_lines_are_put_together() -> None:
    first, second, *rest = PROSE.splitlines()
    text = "\n".join([" \n".join(first.split()), " \n".join(second.split()), *rest])
    assert [block.text for block in cut_text(text).blocks] == [block.text for block in cut_text(PROSE).blocks]


def test_a_text_of_lines_taken_for_paragraphs_and_mixed_columns_are_doubted_aloud() -> None:
    lines = "\n\n".join(PROSE.replace(",", "").splitlines())
    spaced = lines.replace("language of", "language").replace("office which", "which")
    text = "\n\n\n".join(line[:25] + "\n\n\n" + line[25:].strip() for line in spaced.split("\n\n"))
    kinds = {doubt.kind for doubt in cut_text(text).doubts}
    assert "lines" in kinds
    columns = "\n".join(
        f"{line:<60}     {other}" for line, other in zip(PROSE.splitlines(), PROSE.upper().splitlines(), strict=True)
    )
    assert "columns" in {doubt.kind for doubt in cut_text(columns).doubts}
    assert [doubt.kind for doubt in cut_text("A sentence. " * 900).doubts] == ["unbroken"]
    assert cut_text(PROSE).doubts == ()


def test_a_cut_is_summarised_with_counts_and_with_the_ruling_to_paste() -> None:
    broken = "It is not known what became of the pilots, and nobody has ever asked the office about the last of them"
    text = f"{PROSE}\n{broken}\n\nor of the hill.\n"
    counts, doubt = summarise_cut(text, cut_text(text))
    assert counts.startswith("4 numbered paragraphs; set aside: nothing.")
    assert doubt.startswith("Doubtful, from line 11 on: 1 paragraph breaks off within a sentence.")
    assert "join: next}" in doubt
    assert list(summarise_cut(PROSE, cut_text(PROSE)))[1] == "No place is doubtful."


def test_the_title_of_a_page_decides_which_line_is_the_title() -> None:
    text = f"SECRET\n\nA Hill in the Estuary\n\n{PROSE}"
    stated = source(text=text, title="A hill in the estuary")
    assert ("title", "A Hill in the Estuary") in shown(segment(stated)[0])
    assert ("heading", "SECRET") in shown(segment(stated)[0])
    ours = replace(stated, title="The pilots to the office", inferred={"title": "The text has none."})
    assert "title" not in {role for role, _ in shown(segment(ours)[0])}


def test_a_sentence_goes_on_behind_the_notes_at_the_foot_of_its_page() -> None:
    lines = PROSE.splitlines(keepends=True)
    note = "\n* The pilots called it a goat, but only on Sundays, and\nnever within the hearing of the office.\n"
    text = leaves("".join(lines[:3]) + note, "".join(lines[3:]))
    document, findings = segment(source(text=text, rulings=(Ruling("paid by the line", 1, lang="fr"),)))
    assert findings == []
    first, foot, last = document.blocks
    assert first.text == " ".join("".join(lines[:5]).split())
    assert foot.text.startswith("* The pilots called it a goat")
    assert last.text.startswith("In the winter")
    assert first.lang == "fr"


def test_a_ruling_finds_words_that_a_line_divides() -> None:
    text = "Delegates were sent. The dele-\ngates did not know of it."
    document, findings = segment(source(text=text, rulings=(Ruling("The delegates did", 1, split=True),)))
    assert findings == []
    assert [block.text for block in document.blocks] == ["Delegates were sent.", "The delegates did not know of it."]


@pytest.mark.parametrize("number", ["- 2 -", "-- 2 --", "— 2 —", "--- 12 ---"])
def test_a_number_between_dashes_is_that_of_a_page(number: str) -> None:
    text = f"The books are empty for nine weeks.\n\n{number}\n\nThen there is an entry about a hill.\n"
    assert [words for role, words in shown(cut_text(text)) if number in words or role == "dialogue"] == []
