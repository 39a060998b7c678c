"""The controls above a text: how its links look, and the button that opens its sidebar.

Style sheets show them only where scripts run, from the first paint on, so that nothing moves.
"""

from __future__ import annotations

from build_tools.text import html

MODES = {"clean": "Clean", "annotated": "Annotated", "reasons": "With reasons"}
"""The ways to read a text: links as plain text; the first mention in a section marked; all marked and explained."""


def reading_bar() -> str:
    """Return the choice of a mode, and the button that opens the sidebar where it does not fit beside the text."""
    legend = html.element("legend", "Links in the text")
    options = [_option(value, name) for value, name in MODES.items()]
    button = html.element("button", "In this text", "panel-open", type="button", aria_haspopup="dialog")
    modes = html.raw_block("fieldset", [legend, *options], "modes")
    return html.raw_block("div", [modes, button], "reading")


def _option(value: str, name: str) -> str:
    radio = html.element("input", None, type="radio", name="mode", value=value, autocomplete="off")
    return html.element("label", f"{radio}{name}", data_value=value)
