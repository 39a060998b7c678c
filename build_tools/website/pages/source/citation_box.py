"""How to cite a text, below it: three styles, three formats, and the form that cites a paragraph.

All of it is there without a script; ours only fills in the page's own address, changes the paragraph, and copies.
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
"""The ending of each format's file, and its name."""

_UNDATED = "The text bears no date, so it is cited without one: what the editors infer is said at its head."
_UNSIGNED = "Nobody is named as its author, so it is cited by its title."


def cite_box(source: Source, corpus: Corpus) -> str:
    """The section on citing a text; empty where the edition has no citations."""
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
        markdown.paragraph(" ".join([*reasons, f"To keep: {downloads}."]), "", "cite-note"),
    ]
    return markdown.blocks(parts)


def _choice(citations: Citations) -> str:
    named = [*((one.style, one.name) for one in citations.styles), *FORMATS]
    options = []
    for style, name in named:
        checked = "" if style == named[0][0] else None
        field = html.element("input", None, type="radio", name="cite-style", value=style, checked=checked)
        options.append(html.element("label", f"{field} {markdown.escape(name)}"))
    legend = html.element("legend", "Style or format")
    return html.element("fieldset", "".join([legend, *options]), "cite-styles")


def _panels(citations: Citations) -> list[str]:
    styles = [_panel(one.style, _style(one, citations)) for one in citations.styles]
    formats = []
    for ending, _ in FORMATS:
        text = escape(escaping.visible(citations.formats[ending]), quote=False).strip()
        formats.append(_panel(ending, html.element("pre", _addressed(text, citations))))
    return [*styles, *formats]


def _panel(style: str, content: str) -> str:
    return html.element("div", content, "cite-panel", data_style=style)


def _style(one: Rendered, citations: Citations) -> str:
    """The reference, and below it the form for a paragraph, shown for the first."""
    number = html.element("span", "1", "cite-number")
    place = _addressed(one.place, citations).replace(PARAGRAPH_PLACEHOLDER, number)
    lead = html.element(
        "span", f"Paragraph {number}, in a note:" if one.is_note else f"Paragraph {number}:", "cite-lead"
    )
    parts = [
        html.element("p", _addressed(one.reference, citations), "cite-reference"),
        html.element(
            "p", f"{lead} {html.element('span', place, 'cite-words')}", "cite-place", "note" if one.is_note else ""
        ),
    ]
    return "".join(parts)


def _addressed(content: str, citations: Citations) -> str:
    """The content with the permalink in its place, which the script knows by its class."""
    return content.replace(PERMALINK, html.element("span", escape(citations.address), "permalink"))
