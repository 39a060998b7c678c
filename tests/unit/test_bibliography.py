"""Citing: names, dates, undated and unsigned texts, other languages, and every format read back by another library."""

from __future__ import annotations

import html
import itertools
import json
import re
import subprocess
import unicodedata
from importlib.resources import files

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from build_tools.model import Creator, Source
from build_tools.text.escaping import visible
from build_tools.website import citations
from build_tools.website.citations import PERMALINK, Citations, Site
from build_tools.website.citations.creator_names import csl_name
from build_tools.website.citations.csl import csl_date, record
from build_tools.website.citations.exports import bibtex, csl_json, ris
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
    plain = [html.unescape(re.sub(r"</?em>", "", part)).replace("98765", "4") for part in (one.reference, one.place)]
    return plain[0], plain[1]


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
        (Creator("Park Min-hee"), {"family": "Park", "given": "Min-hee"}),
        (Creator("Vane, Ada"), {"family": "Vane", "given": "Ada"}),
        (Creator("Kim Yong Hyun", family="Kim"), {"family": "Kim", "given": "Yong Hyun"}),
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


def test_an_undated_text_is_cited_as_undated_and_an_inferred_date_is_only_noted() -> None:
    undated = source(title="The lease", creators=(Creator("Ada Vane"),), publisher="Lorn Gazette")
    inferred = source(
        title="The lease",
        creators=(Creator("Ada Vane"),),
        publisher="Lorn Gazette",
        issued="2024-02/2024-06",
        inferred={"issued": "It speaks of spring."},
    )
    for text in (undated, inferred):
        assert in_style(text, "chicago")[0] == f"Vane, Ada. “The Lease.” Lorn Gazette, n.d. Lorn Reader. {PERMALINK}."
        assert in_style(text, "apa") == (
            f"Vane, A. (n.d.). The lease. Lorn Gazette. Lorn Reader. {PERMALINK}",
            "(Vane, n.d., para. 4)",
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
    assert in_style(body, "chicago")[0].startswith("Ministry of Ports. [On the Lease]. 2023.")
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


def test_two_texts_of_one_author_and_year_do_not_change_each_other() -> None:
    other = source("pier", title="The pier", creators=NEWS.creators, publisher="Lorn Gazette", issued="2024-06-01")
    both = citations.cite([NEWS, other], SITE)
    assert both["harbour"] == cited(NEWS)
    assert "2024a" not in both["pier"].styles[2].reference


def test_a_title_that_looks_like_markup_is_cited_as_its_words() -> None:
    reference = in_style(source(title=HOSTILE, languages=("fr",)), "apa")[0]
    assert "</script> <i>tags</i> 100% of $5 #1 under_score ~ ^ \\n 俄乌 é" in reference
    for one in cited(source(title=HOSTILE)).styles:
        assert set(re.findall(r"<[^>]*>", one.reference + one.place)) <= {"<em>", "</em>"}


def decode(tex: str) -> str:
    """LaTeX as text; the reader knows a brace by its short name only, and writes ~ and ^ as accents with no letter."""
    for long, plain in (("textbraceleft{}", "{"), ("textbraceright{}", "}")):
        tex = tex.replace(f"\\{long}", f"\\{plain}")
    text: str = LatexNodes2Text(keep_braced_groups=False).latex_to_text(tex)
    return text.replace("ˆ", "^")


def read_back(text: Source) -> dict[str, tuple[str, str]]:
    """Title and publisher of a text as each format's reader has them."""
    item = record(text, SITE)
    fields = parse_string(bibtex(item), "bibtex").entries[text.id].fields
    (of_ris,) = rispy.loads(ris(item))
    (of_csl,) = json.loads(csl_json(item))
    return {
        "BibTeX": (decode(fields["title"]), decode(fields["journal"])),
        "RIS": (of_ris["title"], of_ris["secondary_title"]),
        "CSL": (of_csl["title"], of_csl["container-title"]),
    }


def test_pandoc_reads_our_bibtex_with_braces_and_all() -> None:
    text = source(title='A "quoted" {title} & </script> 100% $5 #1 a_b ~ ^ \\n 俄乌', publisher="Vane & Sons {Lorn}")
    (read,) = json.loads(pandoc("bibtex", bibtex(record(text, SITE))))
    assert (read["title"], read["container-title"]) == (text.title, text.publisher)


def pandoc(kind: str, text: str) -> bytes:
    """A record as pandoc reads it."""
    program = str(files("pypandoc") / "files" / "pandoc")
    done = subprocess.run([program, "-f", kind, "-t", "csljson"], input=text.encode(), capture_output=True, check=True)
    return done.stdout


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1, max_size=30).filter(
    str.strip
)


@given(title=WORDS.filter(lambda text: "`" not in text and "'" not in text))
def test_any_title_is_read_back_as_it_was(title: str) -> None:
    shown = " ".join(visible(title).split())
    found = read_back(source(title=f"x{title}x", publisher="Lorn Gazette"))
    expected = f"x{title}x" if shown == title else " ".join(visible(f"x{title}x").split())
    assert found["RIS"] == found["CSL"] == (expected, "Lorn Gazette")
    # The encoder composes letters and accents.
    assert squeezed(found["BibTeX"][0]) == squeezed(unicodedata.normalize("NFC", expected))


def squeezed(text: str) -> str:
    """A text as typesetting leaves it: ligatures of hyphens, marks and spaces do not count."""
    return re.sub(r"[\s\-–—¡¿!?,\"“”„<>«»‹›]|\u00a0", "", text)


def test_a_hostile_title_is_read_back_equal_from_every_format() -> None:
    found = read_back(source(title=HOSTILE, publisher="Vane & Sons {Lorn}"))
    assert found["RIS"] == found["CSL"] == (HOSTILE, "Vane & Sons {Lorn}")
    title, journal = found["BibTeX"]
    assert title.replace("’", "'").replace("”", '"') == HOSTILE.replace("’", "'").replace("”", '"')
    assert journal == "Vane & Sons {Lorn}"


def test_pandoc_reads_our_csl_json_and_our_ris() -> None:
    item = record(NEWS, SITE)
    for kind, text in (("csljson", csl_json(item)), ("ris", ris(item))):
        (read,) = json.loads(pandoc(kind, text))
        assert read["author"] == [{"family": "Vane", "given": "Ada"}]
        assert read["container-title"] == "Lorn Gazette"
        assert read["issued"]["date-parts"] == (
            [[2024, 5, 13]] if kind == "csljson" else [[2024]]
        )  # of RIS it reads years
        assert read["URL"] == PERMALINK


def test_a_download_names_the_site_where_it_is_known_and_else_the_original() -> None:
    original = source(title="The lease", url="https://e.example/lease")
    made = {one.path: one.text for one in citations.files([original], SITE)}
    assert "https://lorn.example/r/sources/harbour/" in made["cite/harbour.bib"]
    made = {one.path: one.text for one in citations.files([original], Site())}
    assert "url = {https://e.example/lease}" in made["cite/harbour.bib"]
    made = {one.path: one.text for one in citations.files([source()], Site())}
    assert not any("http" in text for text in made.values())


def test_no_text_changes_the_citation_of_another() -> None:
    authors = [(Creator("Ada Vane"),), (Creator("Bo Vane"),), (Creator("Ada Vane"), Creator("Cy Moor")), ()]
    alike = [
        source(f"text-{number}", title="The lease", creators=creators, issued=issued, publisher="Lorn Gazette")
        for number, (creators, issued) in enumerate(itertools.product(authors, ["2024-05-13", None]))
    ]
    together = citations.cite(alike, SITE)
    assert [together[text.id].styles for text in alike] == [cited(text).styles for text in alike]
