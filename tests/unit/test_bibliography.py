"""Citing: names, dates, undated and unsigned texts, other languages, and every format read back by another library."""

from __future__ import annotations

import html
import re

import pytest
from pybtex.database import parse_string

from build_tools.model import Creator, Source
from build_tools.website import citations
from build_tools.website.citations import PERMALINK, Citations, Site
from build_tools.website.citations.creator_names import csl_name
from build_tools.website.citations.csl import csl_date
from build_tools.website.citations.date_phrases import bracketed_date
from build_tools.website.citations.headlines import raise_adverbs
from build_tools.website.citations.placeholder_numbers import PARAGRAPH_PLACEHOLDER
from tests.support.invented import source

SITE = Site("Lorn Reader", "https://lorn.example/r/")
HOSTILE = (
    'A "quoted" ‘title’ {with} }braces{ & </script> <i>tags</i> 100% of $5 #1 under_score ~ ^ \\n 俄乌 é — “curly”'
)


def cited(text: Source) -> Citations:
    return citations.cite([text], SITE)[text.id]


def in_style(text: Source, style: str) -> tuple[str, str]:
    """The reference and the citation of paragraph 4, as plain text."""
    one = next(one for one in cited(text).styles if one.style == style)
    plain = [
        html.unescape(re.sub(r"</?em>", "", part)).replace(PARAGRAPH_PLACEHOLDER, "4")
        for part in (one.reference, one.place)
    ]
    return plain[0], plain[1]


BOUNDS = "[between February and June 2024]"
NEWS = source(
    title="The lease's end",
    creators=(Creator("Ada Vane"),),
    publisher="Lorn Gazette",
    issued="2024-05-13T17:02:00+09:00",
)


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        (Creator("Ellen Kim"), {"family": "Kim", "given": "Ellen"}),
        (Creator("Chung-in Moon"), {"family": "Moon", "given": "Chung-in"}),
        (Creator("Park Min-hee"), {"family": "Park", "given": "Min-hee", "static-ordering": "true"}),
        (Creator("Vane, Ada"), {"family": "Vane", "given": "Ada"}),
        (
            Creator("Kim Yong Hyun", family="Kim"),
            {"family": "Kim", "given": "Yong Hyun", "static-ordering": "true"},
        ),
        (Creator("Jean de la Tour", family="de la Tour"), {"family": "de la Tour", "given": "Jean"}),
        (Creator("Quay Institute", kind="organisation"), {"literal": "Quay Institute"}),
        (Creator("新华社"), {"literal": "新华社"}),
    ],
)
def test_a_name_is_divided_as_styles_need_it(creator: Creator, name: dict[str, str]) -> None:
    assert csl_name(creator) == name


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024-05-13T17:02:00+09:00", {"date-parts": [[2024, 5, 13]]}),
        ("2024-02/2024-06", {"date-parts": [[2024, 2], [2024, 6]]}),
        ("2024-05~", {"date-parts": [[2024, 5]], "circa": True}),
        ("2024-21", {"date-parts": [[2024]], "season": 1}),
        ("2024-06-20/", {}),
        ("202X", {}),
        (None, {}),
    ],
)
def test_a_date_is_given_as_exactly_as_it_is_known(edtf: str | None, date: dict[str, object]) -> None:
    assert csl_date(edtf) == date


def test_a_signed_article_is_cited_in_three_styles() -> None:
    assert in_style(NEWS, "chicago") == (
        f"Vane, Ada. “The Lease’s End.” Lorn Gazette, May 13, 2024. Lorn Reader. {PERMALINK}.",
        f"Ada Vane, “The Lease’s End,” Lorn Gazette, May 13, 2024, para. 4, Lorn Reader, {PERMALINK}.",
    )
    assert in_style(NEWS, "mla") == (
        f"Vane, Ada. “The Lease’s End.” Lorn Gazette, 13 May 2024, Lorn Reader, {PERMALINK}.",
        "(Vane, par. 4)",
    )
    assert in_style(NEWS, "apa") == (
        f"Vane, A. (2024, May 13). The lease’s end. Lorn Gazette. Lorn Reader. {PERMALINK}",
        "(Vane, 2024, para. 4)",
    )


def test_a_name_that_stands_in_its_own_order_keeps_it_where_the_style_does() -> None:
    news = source(title="Ties warm up with N. Town", creators=(Creator("Hong Gil-su"),), issued="2024", genre="report")
    assert in_style(news, "chicago") == (
        f"Hong Gil-su. Ties Warm Up with N. Town. 2024. Lorn Reader. {PERMALINK}.",
        f"Hong Gil-su, Ties Warm Up with N. Town (2024), para. 4, Lorn Reader, {PERMALINK}.",
    )
    assert in_style(news, "mla")[0].startswith("Hong Gil-su. Ties Warm Up with N. Town. ")
    assert in_style(news, "apa")[0].startswith("Hong, G. (2024). Ties warm up with N. Town. ")


def test_a_number_of_the_text_is_never_taken_for_that_of_a_paragraph_or_for_a_year() -> None:
    bulletin = source(title="On 87654 and 87655", publisher="Bulletin No. 98765", issued="2024-21")
    chicago, _, apa = (in_style(bulletin, style) for style in ("chicago", "mla", "apa"))
    assert chicago[1] == (f"“On 87654 and 87655,” Bulletin No. 98765, spring 2024, para. 4, Lorn Reader, {PERMALINK}.")
    assert apa[0].startswith("On 87654 and 87655. (2024, Spring). Bulletin No. 98765. ")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Talks break down as winter comes", "Talks break Down as winter comes"),
        ("It came in from the cold", "It came In from the cold"),
        ("Up the hill and over it: walking out, then home", "Up the hill and over it: walking Out, then home"),
        ("A supper on the pier", "A supper on the pier"),
    ],
)
def test_an_adverb_of_a_headline_is_told_from_a_preposition(title: str, shown: str) -> None:
    assert raise_adverbs(title) == shown


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-03-17/2024-04-09", "[between March 17 and April 9, 2024]"),
        ("2023-12-30/2024-01-02", "[between December 30, 2023, and January 2, 2024]"),
        ("2024-02/2024-06", "[between February and June 2024]"),
        ("2023/2024", "[between 2023 and 2024]"),
        ("2024-06-20/", "[June 20, 2024, or later]"),
        ("2024-06-20/..", "[June 20, 2024, or later]"),
        ("../2024-06", "[June 2024 or earlier]"),
        ("2024-04~", "[ca. April 2024]"),
        ("2024?", "[2024?]"),
        ("2024-21", "[spring 2024]"),
        ("199X", "[1990s]"),
        (None, ""),
        ("soon", ""),
    ],
)
def test_a_date_of_the_editors_is_in_words_and_in_brackets(edtf: str | None, words: str) -> None:
    assert bracketed_date(edtf) == words


def test_an_undated_text_is_cited_as_undated_and_an_inferred_date_in_brackets() -> None:
    undated = source(title="The lease", creators=(Creator("Ada Vane"),), publisher="Lorn Gazette")
    inferred = source(
        title="The lease",
        creators=(Creator("Ada Vane"),),
        publisher="Lorn Gazette",
        issued="2024-02/2024-06",
        inferred={"issued": "It speaks of spring."},
    )
    for text, when, in_brackets in ((undated, "n.d.", "(n.d.)"), (inferred, BOUNDS, BOUNDS)):
        in_chicago = f"Vane, Ada. “The Lease.” Lorn Gazette, {when}. Lorn Reader. {PERMALINK}.".replace("..", ".")
        assert in_style(text, "chicago")[0] == in_chicago
        assert in_style(text, "apa") == (
            f"Vane, A. {in_brackets}. The lease. Lorn Gazette. Lorn Reader. {PERMALINK}",
            f"(Vane, {when}, para. 4)",
        )
        assert "year" not in parse_string(cited(text).formats["bib"], "bibtex").entries["harbour"].fields
    assert "2024-02/2024-06" in cited(inferred).formats["bib"]
    assert "2024" not in cited(undated).formats["bib"]


def test_an_unsigned_text_is_cited_by_its_title_and_a_description_is_no_name() -> None:
    described = source(title="The lease", creators=(Creator("The harbour master", kind="unnamed"),), genre="report")
    assert cited(described).unsigned
    assert in_style(described, "mla") == (f"The Lease. Lorn Reader, {PERMALINK}.", "(The Lease, par. 4)")
    assert in_style(described, "apa")[0] == f"The lease. (n.d.). Lorn Reader. {PERMALINK}"
    assert not any("harbour master" in text for text in cited(described).formats.values())


def test_a_body_is_cited_by_its_whole_name_and_a_title_of_ours_in_brackets() -> None:
    body = source(
        title="On the lease",
        creators=(Creator("Ministry of Ports", kind="organisation"),),
        title_stated=False,
        issued="2023",
    )
    assert in_style(body, "chicago")[0].startswith("Ministry of Ports. [On the lease]. 2023.")
    (person,) = parse_string(cited(body).formats["bib"], "bibtex").entries["harbour"].persons["author"]
    assert str(person) == "{Ministry of Ports}"


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("洛恩港的租约", "zh"),
        ("La fin du bail, vue du port", "fr"),
        ("El fin del contrato según la prensa", "es"),
        ("Конец аренды порта", "ru"),
        ("نهاية عقد الإيجار", "ar"),
    ],
)
def test_a_title_in_another_language_keeps_its_own_capitals(title: str, lang: str) -> None:
    for style in ("chicago", "mla", "apa"):
        assert title in in_style(source(title=title, languages=(lang,), publisher="Le Port"), style)[0]


def test_no_style_speaks_of_a_visit_to_the_page_whose_day_nobody_knows() -> None:
    for text in (NEWS, source(title="The lease", genre="article", url="https://e.example/")):
        for style in ("chicago", "mla", "apa"):
            assert not re.search("[Aa]ccessed|[Rr]etrieved", in_style(text, style)[0])


def test_a_commentary_is_no_preprint() -> None:
    assert (
        "reprint" not in in_style(source(title="The lease", genre="article", publisher="Quay Institute"), "chicago")[0]
    )


def test_a_title_that_looks_like_markup_is_cited_as_its_words() -> None:
    reference = in_style(source(title=HOSTILE, languages=("fr",)), "apa")[0]
    assert "</script> <i>tags</i> 100% of $5 #1 under_score ~ ^ \\n 俄乌 é" in reference
    for one in cited(source(title=HOSTILE)).styles:
        assert set(re.findall(r"<[^>]*>", one.reference + one.place)) <= {"<em>", "</em>"}
