"""The section on citing a text: the reference in each style and format, and the form that cites a paragraph.

It is complete without scripts; a script only fills in the page's address, changes the paragraph, and copies.
"""

from __future__ import annotations

from html import escape

from build_tools.model import Source
from build_tools.text import escaping, html
from build_tools.website.citations import PERMALINK, Citations, Rendered
from build_tools.website.citations.placeholder_numbers import PARAGRAPH_PLACEHOLDER
from build_tools.website.localisation import for_translation, translate
from build_tools.website.survey.lookups import Corpus

FORMATS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
"""The file extension and the name of each format."""

_UNDATED = for_translation("The text is undated.")
_INFERRED = for_translation(
    "The text is undated; the date in brackets is inferred by the editors, as the top of the page explains."
)
_UNSIGNED = for_translation("No author is named, so it is cited by its title.")


def citation_box(source: Source, corpus: Corpus) -> dict[str, object] | None:
    """Return how to cite a text, for the template; None if the edition has no citations for it.

    Returns:
        The `styles`, each with HTML for the reference and for the form that cites a paragraph; the `formats`, each with
        its content as HTML; the files to download; and the `reasons` for what a citation leaves out.
    """
    citations = corpus.edition.citations.get(source.id)
    if citations is None:
        return None
    is_inferred = bool(source.issued) and "issued" in source.inferred
    reasons = [translate(_INFERRED if is_inferred else _UNDATED)] if citations.undated else []
    reasons += [translate(_UNSIGNED)] if citations.unsigned else []
    return {
        "styles": [_style(rendered, citations) for rendered in citations.styles],
        "formats": [
            {"ending": ending, "name": name, "file": f"cite/{source.id}.{ending}", "html": _format(ending, citations)}
            for ending, name in FORMATS
        ],
        "reasons": reasons,
    }


def _style(rendered: Rendered, citations: Citations) -> dict[str, object]:
    """Return the reference, and the form that cites a paragraph, with paragraph 1 as the example."""
    number = html.element("span", "1", "cite-number")
    return {
        "id": rendered.style,
        "name": rendered.name,
        "is_note": rendered.is_note,
        "reference": _with_permalink(rendered.reference, citations),
        "place": _with_permalink(rendered.place, citations).replace(PARAGRAPH_PLACEHOLDER, number),
    }


def _format(ending: str, citations: Citations) -> str:
    return _with_permalink(escape(escaping.visible(citations.formats[ending]), quote=False).strip(), citations)


def _with_permalink(content: str, citations: Citations) -> str:
    """Return the content with the permalink filled in, in an element that the script finds by its class."""
    return content.replace(PERMALINK, html.element("span", escape(citations.address), "permalink"))
