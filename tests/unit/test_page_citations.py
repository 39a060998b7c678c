"""Pages of the editors are cited by title, edition, day and address, by each style's own rules."""

from __future__ import annotations

from build_tools.website.citations import PERMALINK, Site
from build_tools.website.citations.page_citations import CitedPage, begin_citing_pages, page_permalink

SITE = Site("Lorn Reader", "https://lorn.example")


def references(page: CitedPage) -> dict[str, str]:
    """The reference of one page, by style."""
    return {style.style: style.reference for style in begin_citing_pages([page], SITE)()[page.path]}


def test_a_question_is_cited_with_the_day_of_its_last_change() -> None:
    cited = references(CitedPage("discrepancies/lease.md", "When did the lease end?", "2024-05-03"))
    assert cited == {
        "chicago": f"Lorn Reader. “When Did the Lease End?” May 3, 2024. {PERMALINK}.",
        "mla": f"“When Did the Lease End?” <em>Lorn Reader</em>, 3 May 2024, {PERMALINK}.",
        "apa": f"<em>When did the lease end?</em> (2024, May 3). Lorn Reader. {PERMALINK}",
    }


def test_a_label_keeps_its_capitals_in_every_style_and_an_unknown_day_is_left_to_the_style() -> None:
    cited = references(CitedPage("glossary/lease.md", "lease of the Port's <quay>", is_label=True))
    assert cited == {
        "chicago": f"Lorn Reader. “lease of the Port’s &lt;quay&gt;.” n.d. {PERMALINK}.",
        "mla": f"“lease of the Port’s &lt;quay&gt;.” <em>Lorn Reader</em>, {PERMALINK}.",
        "apa": f"<em>lease of the Port’s &lt;quay&gt;</em>. (n.d.). Lorn Reader. {PERMALINK}",
    }


def test_the_address_is_that_of_the_site_where_it_is_known() -> None:
    assert page_permalink("glossary/lease.md", SITE) == "https://lorn.example/glossary/lease/"
    assert page_permalink("glossary/lease.md", Site()) == "glossary/lease/"
