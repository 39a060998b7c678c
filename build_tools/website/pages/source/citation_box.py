"""The section on citing a text: the reference in each style and format, and the form that cites a paragraph.

It is complete without scripts; a script only fills in the page's address, changes the paragraph, and copies.
"""

from __future__ import annotations

from html import escape

from build_tools.model import Source
from build_tools.text import escaping, html, markdown
from build_tools.website.citations import PERMALINK, Citations, Rendered
from build_tools.website.citations.styles import PARAGRAPH_PLACEHOLDER
from build_tools.website.naming import text_names
from build_tools.website.survey.lookups import Corpus

FORMATS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
"""The file extension and the name of each format."""

_UNDATED = (
    "The text bears no date, so it is cited without one; the date that the editors infer is at the top of the page."
)
_UNSIGNED = "No author is named, so it is cited by its title."


def citation_section(source: Source, corpus: Corpus) -> str:
    """Return the section on citing a text; "" if the edition has no citations for it."""
    citations = corpus.edition.citations.get(source.id)
    if citations is None:
        return ""
    reasons = [_UNDATED] if citations.undated else []
    reasons += [_UNSIGNED] if citations.unsigned else []
    downloads = ", ".join(
        markdown.link(name, text_names.relative(f"cite/{source.id}.{ending}", text_names.source_path(source.id)))
        for ending, name in FORMATS
    )
    parts = [
        markdown.heading("Cite", 2, "cite"),
        html.raw_block("div", [_choice(citations), *_panels(citations)], "cite"),
        markdown.paragraph(" ".join([*reasons, f"Download: {downloads}."]), "", "cite-note"),
    ]
    return markdown.blocks(parts)


def _choice(citations: Citations) -> str:
    choices = [*((rendered.style, rendered.name) for rendered in citations.styles), *FORMATS]
    options = []
    for number, (style, name) in enumerate(choices):
        checked = None if number else ""
        field = html.element("input", None, type="radio", name="cite-style", value=style, checked=checked)
        options.append(html.element("label", f"{field} {markdown.escape(name)}"))
    legend = html.element("legend", "Style or format")
    return html.element("fieldset", "".join([legend, *options]), "cite-styles")


def _panels(citations: Citations) -> list[str]:
    styles = [_panel(rendered.style, _style(rendered, citations)) for rendered in citations.styles]
    formats = []
    for ending, _ in FORMATS:
        text = escape(escaping.visible(citations.formats[ending]), quote=False).strip()
        formats.append(_panel(ending, html.element("pre", _with_permalink(text, citations))))
    return [*styles, *formats]


def _panel(style: str, content: str) -> str:
    return html.element("div", content, "cite-panel", data_style=style)


def _style(rendered: Rendered, citations: Citations) -> str:
    """Return the reference, and below it the form that cites a paragraph, with paragraph 1 as the example."""
    number = html.element("span", "1", "cite-number")
    place = _with_permalink(rendered.place, citations).replace(PARAGRAPH_PLACEHOLDER, number)
    lead = html.element(
        "span", f"Paragraph {number}, in a note:" if rendered.is_note else f"Paragraph {number}:", "cite-lead"
    )
    parts = [
        html.element("p", _with_permalink(rendered.reference, citations), "cite-reference"),
        html.element(
            "p", f"{lead} {html.element('span', place, 'cite-words')}", "cite-place", "note" if rendered.is_note else ""
        ),
    ]
    return "".join(parts)


def _with_permalink(content: str, citations: Citations) -> str:
    """Return the content with the permalink filled in, in an element that the script finds by its class."""
    return content.replace(PERMALINK, html.element("span", escape(citations.address), "permalink"))
