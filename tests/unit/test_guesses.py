"""What a text is, is guessed from few signs that agree, or asked for; each guess says where it comes from."""

from __future__ import annotations

import pytest

from build_tools.editing.guesses.description import describe
from build_tools.editing.guesses.language_names import find_language_tag
from build_tools.editing.guesses.statements import Statement, read_day, split_names, state
from build_tools.editing.guesses.title_guess import is_title
from build_tools.editing.importing.new_texts import receive
from build_tools.editing.scaffolds import new_source
from tests.support import received
from tests.support.received import BOOK, MAKER, PAGE, TITLE

PROSE = (
    "The ministers of the two states met in the capital to speak of the treaty, and it was agreed that the matter"
    " should be taken up again in the spring of that year, when all of them had returned from the country.\n"
)
ARTICLES = f"Article 1\n\n{PROSE}\nArticle 2\n\n{PROSE}\nArticle 3\n\n{PROSE}"
FIELDS = "---\ntitle: A Road\nauthor: [Ines Calder, Bo Vane]\ndate: 2021-05-03\n---\n"
TITLED_LETTER = f"Letter From Calder to Vane\n\nDear Mr. President:\n\n{PROSE}\nSincerely,\n\nInes Calder\n"
LETTER = f"Dear Mr. Vane,\n\n{PROSE}\n{PROSE}\nYours sincerely,\n\nInes Calder\n"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("book.txt", BOOK.encode(), (TITLE, f"{MAKER}, Bo Vane", "", "en", "book")),
        ("a.docx", received.write_by_pandoc("docx"), (TITLE, MAKER, "2021-05-03", "en", "")),
        ("a.pdf", received.print_article(), (TITLE, MAKER, "2021-05-03", "en", "")),
        ("a.html", PAGE.encode(), (TITLE, MAKER, "2021-05-03T08:00:00+01:00", "en", "article-newspaper")),
    ],
    ids=["library book", "Word", "PDF", "web page"],
)
def test_title_maker_date_language_and_kind_are_right_or_asked_for(
    name: str, data: bytes, expected: tuple[str, ...]
) -> None:
    file, _ = receive(name, data)
    assert file
    assert tuple(map(file.shown, ("title", "creators", "issued", "languages", "genre"))) == expected


def test_the_release_of_an_e_book_is_no_date_of_its_text() -> None:
    about = describe(BOOK)
    assert [(made.value, made.origin) for made in about.made] == [("2006-01-31", 'the line "Release Date:"')]
    assert "issued" not in about.fields


def test_what_a_text_does_not_say_itself_is_told_apart() -> None:
    statements = (
        Statement("title", "A Title", "the page’s <title>"),
        Statement("publisher", "The Gazette", "a <meta>"),
    )
    about = describe(f"A TITLE\n\n{PROSE}", statements)
    assert about.fields["title"].is_stated
    assert not about.fields["publisher"].is_stated


def test_a_title_that_a_program_wrote_gives_way_to_the_one_that_stands_above_the_text() -> None:
    written = Statement("title", "Template of the Office", "the properties", by_program=True)
    stated = Statement("title", "The Harbour", "the e-book’s metadata")
    text = f"The Old Road\n\n{PROSE}"
    assert describe(text, (written,)).first("title") == "The Old Road"
    assert describe(text, (stated,)).first("title") == "The Harbour"
    assert describe(PROSE, (written,)).first("title") == "Template of the Office"


@pytest.mark.parametrize(
    "line",
    [
        "SECRET",
        "MOST SECRET PRIVATE",
        "Top Secret – Immediate",
        "CONFIDENTIAL",
        "СОВЕРШЕННО СЕКРЕТНО",
        "대외비",
        "Cablegram 12 LORN, 3 May 1938",
        "CANBERRA, 27 September 1938",
        "3 May 1938",
        "Dear Sir",
        "My dear Minister,",
        "To all whom it concerns:",
        "* * *",
    ],
)
def test_marks_datelines_and_greetings_are_no_titles(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    "line", ["The Secret Treaty", "Address, 4 March 1861", "Report of 3 May 1938", "Urgent Questions of the Day"]
)
def test_a_title_may_have_such_words(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"Treaty of Lorn\n\n{ARTICLES}", "treaty"),
        (f"Convention on Salt\n\n{PROSE}\nThe Parties have agreed as follows:\n\n{PROSE}", "treaty"),
        (f"The Treaty in the Papers\n\n{PROSE}\n{PROSE}", ""),
        (f"Constitution of Lorn\n\n{ARTICLES}", "legislation"),
        (f"Inaugural Address\n\n{PROSE}", "speech"),
        (f"Fellow-Citizens: {PROSE}", "speech"),
        (LETTER, "personal_communication"),
        (LETTER * 5, ""),
        (
            f"Letter From Calder to Vane\n\nDear Mr. President:\n\n{PROSE}\nSincerely,\n\nInes Calder\n",
            "personal_communication",
        ),
        (f"Letter Boxes\n\n{PROSE}\n{PROSE}", ""),
        (f"The Salt\n\n{f'Q: What was it?{chr(10) * 2}A: {PROSE}{chr(10)}' * 4}", "interview"),
        (f"An Interview with Bo Vane\n\n{PROSE}", "interview"),
        (PROSE * 3, ""),
    ],
)
def test_a_kind_of_text_is_guessed_where_signs_agree(text: str, genre: str) -> None:
    assert describe(text).first("genre") == genre


def test_a_play_is_asked_for_with_what_it_reads_like() -> None:
    lines = "".join(f"MR. VANE. {PROSE}\nMRS. CALDER. {PROSE}\n" for _ in range(6))
    about = describe(f"The Stones\n\n{lines}")
    assert about.first("genre") == ""
    assert "play or a debate" in about.reads_like


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "---\ntitle: A Road\nauthor: [Ines Calder, Bo Vane]\ndate: 2021-05-03\n---\n",
            ("A Road", "Ines Calder, Bo Vane", "2021-05-03"),
        ),
        ("---\ntitle: A Road\nauthors:\n  - name: Ines Calder\n---\n", ("A Road", "Ines Calder", "")),
        ("Title: A Road\nAuthor: Ines Calder\nDate: 3 May 2021\n\n", ("A Road", "Ines Calder", "2021-05-03")),
        ("Titre : Une route\nAuteur : Inès Calder\n\n", ("Une route", "Inès Calder", "")),
        ("제목: 소금길\n저자: 김철수\n\n", ("소금길", "김철수", "")),
        ("Title: A Road\nOriginal publication: Belden: Salt Press, 1893\n\n", ("A Road", "", "1893")),
    ],
)
def test_what_stands_in_fields_and_labelled_lines_before_a_text_is_read(
    head: str, expected: tuple[str, str, str]
) -> None:
    about = describe(f"{head}\n{PROSE}\n{PROSE}")
    creators = ", ".join(about.fields["creators"].values) if "creators" in about.fields else ""
    assert (about.first("title"), creators, about.first("issued")) == expected


def test_a_day_in_a_short_line_below_the_title_is_that_of_the_text() -> None:
    dated = f"12. Telegram From the Office\n\nBelden, January 11, 1958, 12:48 p.m.\n\n{PROSE}\n{PROSE}"
    assert describe(dated).first("issued") == "1958-01-11"
    named = f"The Road\n\n{PROSE}\nIt was signed on 11 January 1958, and nobody spoke of it again in those years.\n"
    about = describe(named)
    assert "issued" not in about.fields
    assert [day.edtf for day in about.page.days] == ["1958-01-11"]


def test_a_line_with_a_colon_in_the_text_is_no_label() -> None:
    about = describe(f"The Road\n\n{PROSE}\nAuthor: nobody knows who it was.\n\n{PROSE}")
    assert "creators" not in about.fields


def test_the_language_that_a_file_states_gives_way_to_its_words() -> None:
    english, french = (Statement("languages", tag, "the page’s <html lang>") for tag in ("en", "fr"))
    assert describe(PROSE, (english,)).fields["languages"].values == ("en",)
    assert describe(PROSE, (french,)).fields["languages"].values == ("en",)
    assert describe("항구와 들판의 사이는 멀고 오래되었다.\n", (english,)).fields["languages"].values == ("ko",)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("English", "en"),
        ("français", "fr"),
        ("fra", "fr"),
        ("en-GB", "en"),
        ("zh_Hant_TW", "zh-Hant"),
        ("русский", "ru"),
        ("한국어", "ko"),
        ("x", ""),
        ("Elvish", ""),
        ("und", ""),
    ],
)
def test_a_language_has_a_tag_by_any_of_its_names(name: str, tag: str) -> None:
    assert find_language_tag(name) == tag


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021", "2021"),
        ("3 May 2021", "2021-05-03"),
        ("D:20210503101112+01'00'", "2021-05-03"),
        ("2021/05", "2021-05"),
        ("3 May 2021 and 4 May 2021", ""),
        ("Press, 1893.", "1893"),
        ("soon", ""),
    ],
)
def test_a_day_is_read_however_a_file_writes_it(words: str, day: str) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ines Calder and Bo Vane", ("Ines Calder", "Bo Vane")),
        ("Calder, Ines", ("Ines Calder",)),
        ("Ines Calder, Bo Vane", ("Ines Calder", "Bo Vane")),
        ("김철수、이영희", ("김철수", "이영희")),
        ("Martin Luther King, Jr. and Bo Vane, II", ("Martin Luther King, Jr.", "Bo Vane, II")),
        ("By John Smith", ("John Smith",)),
        ("BYRON", ("BYRON",)),
        ("박경준 기자", ("박경준",)),
        ("记者张三", ("张三",)),
    ],
)
def test_names_are_told_apart(words: str, names: tuple[str, ...]) -> None:
    assert split_names(words) == names


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "Microsoft Word - draft2.doc"),
        ("title", "Untitled 1"),
        ("title", "road.indd"),
        ("creators", "icalder"),
        ("creators", "Windows User"),
        ("title", "\x00"),
        ("url", "ftp://x"),
        ("title", "x" * 501),
    ],
)
def test_what_programs_fill_in_is_nothing_that_anybody_states(field: str, words: str) -> None:
    assert state(field, words, "the properties") == ()


@pytest.mark.parametrize(
    ("maker", "cited"),
    [("Ministry of Foreign Affairs", "Ministry of Foreign Affairs"), ("Ludwig van Beethoven", "van Beethoven")],
)
def test_a_text_is_cited_by_the_family_name_of_its_maker_or_the_whole_name_of_a_body(maker: str, cited: str) -> None:
    said = state("creators", maker, "the file")
    page = new_source("letter.txt", describe("A letter\n\nThe lamp failed. It was mended.\n", said))
    assert f'short_title: "{cited}"' in page


def test_the_draft_of_a_page_counts_the_paragraphs_that_its_text_has_with_its_title() -> None:
    said = state("title", "The lamp failed.", "the file")
    text = "The lamp failed.\n\nIt was mended on 20 May.\n\nVane asks for a second keeper.\n"
    assert "# 2 numbered paragraphs; 1 title" in new_source("letter.txt", describe(text, said))


def test_two_spaces_between_words_are_no_wrapped_line() -> None:
    words = "The books are  empty for nine  weeks.\n\nThen there is an entry about a hill.\n"
    wrapped = PROSE.replace(" and it", "\nand it").replace(" in the spring", "\nin the spring")
    assert "hard-wrapped" not in new_source("a.txt", describe(words))
    assert "hard-wrapped" in new_source("a.txt", describe(wrapped))
