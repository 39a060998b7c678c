"""Citations as files: every format read back by another library, and none with a word that was not there."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import unicodedata
from importlib.resources import files

import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from build_tools.model import Creator, Source
from build_tools.text.escaping import visible
from build_tools.website import citations
from build_tools.website.citations import PERMALINK, Citations, Site
from build_tools.website.citations.csl import record
from build_tools.website.citations.reference_files import bibtex, csl_json, ris
from build_tools.website.citations.year_letters import year_letters
from tests.support.invented import source

SITE = Site("Lorn Reader", "https://lorn.example/r/")
HOSTILE = (
    'A "quoted" ‘title’ {with} }braces{ & </script> <i>tags</i> 100% of $5 #1 under_score ~ ^ \\n 俄乌 é — “curly”'
)


def cited(text: Source) -> Citations:
    return citations.cite([text], SITE)[text.id]


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


def test_a_month_is_a_name_of_bibtex_that_styles_write_out() -> None:
    text = source(title="month = {mar} {of} rain", issued="2024-03-05")
    written = bibtex(record(text, SITE))
    assert "\tmonth = mar,\n" in written
    (entry,) = parse_bibtex(written).entries
    assert (entry["month"], entry["year"]) == ("mar", "2024")
    assert parse_string(written, "bibtex").entries[text.id].fields["month"] == "March"


MAKERS = (
    Creator("Ada Vane", role="columnist"),
    Creator("Ed Moor", role="Editor"),
    Creator("Park Min-hee", role="translator"),
    Creator("Cy Lorn", role="compiler"),
)


def test_a_maker_is_cited_as_what_the_role_says() -> None:
    item = record(source(title="The lease", creators=MAKERS, genre="book", issued="2024"), SITE)
    (read,) = json.loads(csl_json(item))
    families = {"author": "Vane", "editor": "Moor", "translator": "Park", "compiler": "Lorn"}
    assert {variable: read[variable][0]["family"] for variable in families} == families
    entry = parse_string(bibtex(item), "bibtex").entries["harbour"]
    assert {role: str(name) for role, (name,) in entry.persons.items()} == {"author": "Vane, Ada", "editor": "Moor, Ed"}
    assert entry.fields["translator"] == "Park, Min-hee"
    (of_ris,) = rispy.loads(ris(item))
    of_role = [of_ris[field] for field in ("authors", "secondary_authors", "subsidiary_authors")]
    assert of_role == [["Vane, Ada"], ["Moor, Ed"], ["Park, Min-hee"]]


def test_a_style_names_the_translator_and_turns_around_no_name_with_the_family_name_first() -> None:
    chicago, *_ = cited(source(title="The lease", creators=MAKERS, genre="book", issued="2024")).styles
    assert "Vane, Ada" in chicago.reference
    assert "Translated by Park Min-hee" in chicago.reference


def test_texts_with_one_editor_and_no_author_have_letters() -> None:
    texts = [source(name, title=name, creators=MAKERS[1:2], genre="book", issued="2024") for name in ("one", "two")]
    assert year_letters(texts) == {"one": "a", "two": "b"}
    assert not citations.cite(texts, SITE)["one"].unsigned


def test_pandoc_reads_our_csl_json_and_our_ris() -> None:
    news = source(
        title="The lease's end",
        creators=(Creator("Ada Vane"),),
        publisher="Lorn Gazette",
        issued="2024-05-13T17:02:00+09:00",
    )
    item = record(news, SITE)
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


def test_a_download_has_the_fields_of_the_shown_citation_in_the_same_order() -> None:
    original = source(title="The lease", url="https://e.example/lease")
    shown = cited(original)
    made = {one.path: one.text for one in citations.files([original], SITE)}
    assert set(made) == {f"cite/harbour.{ending}" for ending in shown.formats}
    for ending, text in shown.formats.items():
        assert made[f"cite/harbour.{ending}"] == text.replace(PERMALINK, shown.address)


def test_no_text_changes_the_citation_of_another() -> None:
    authors = [(Creator("Ada Vane"),), (Creator("Bo Vane"),), (Creator("Ada Vane"), Creator("Cy Moor")), ()]
    alike = [
        source(f"text-{number}", title="The lease", creators=creators, issued=issued, publisher="Lorn Gazette")
        for number, (creators, issued) in enumerate(itertools.product(authors, ["2024-05-13", None]))
    ]
    together = citations.cite(alike, SITE)
    assert [together[text.id].styles for text in alike] == [cited(text).styles for text in alike]
