"""Other people's words made harmless where a terminal, a build log, or Markdown would take them for orders.

Values of entries, names of files and words of texts are shown as text, whatever stands in them: escape
sequences, workflow commands, HTML, links, mentions of accounts.
"""

from __future__ import annotations

import json
import re

LONGEST = 2_000
"""How many characters of one value are shown, at most."""

# The characters that are not seen as what they are, as ranges of a regular expression.
_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_BREAKS = "\t\n\x0c\r\x85\u2028\u2029"
_DIRECTION_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_DEPRECATED_FORMATS = "\u206a-\u206f"
_WITHOUT_WIDTH = "\u061c\u200b-\u200f\u2060-\u2065\ufeff"
_SURROGATES = "\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))

# On one line of a terminal every one of them may mislead; in Markdown, line breaks and joiners are part of a text.
_UNPRINTABLE = re.compile(f"[{_CONTROLS}{_LINE_BREAKS}{_DIRECTION_OVERRIDES}{_WITHOUT_WIDTH}{_SURROGATES}]")
_HIDDEN = re.compile(f"[{_CONTROLS}{_DIRECTION_OVERRIDES}{_DEPRECATED_FORMATS}{_SURROGATES}{_NONCHARACTERS}]")


def plain(text: str, most: int = LONGEST) -> str:
    r"""A text on one line in which every character is seen: controls as `\x1b`, the rest after `most` as a count.

    What a build log takes for a command, a leading `::` or a `##[`, is spelled so that it is none.
    """
    shown = text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
    shown = _UNPRINTABLE.sub(_spelled, shown).replace("##[", r"##\x5b")
    return r"\x3a:" + shown[2:] if shown.startswith("::") else shown


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004


def code_span(text: str, most: int = LONGEST) -> str:
    """A text as a code span of Markdown, in which nothing is markup, no address a link and no name an account."""
    shown = plain(text, most)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    blank = " " if shown[:1] in ("`", " ", "") or shown[-1:] in ("`", " ") else ""
    return f"{fence}{blank}{shown}{blank}{fence}"


def command_value(text: str) -> str:
    """A text as the message of a workflow command."""
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A text as the value of a property of a workflow command."""
    return command_value(text).replace(":", "%3A").replace(",", "%2C")


def json_text(content: object) -> str:
    """A value as JSON in ASCII alone, which a build log takes for no command."""
    return json.dumps(content, ensure_ascii=True, indent=2).replace("##[", "##\\u005b")


# A reference to U+0085 is read as "…" by browsers, one to U+000D is a parse error: both are line ends.
_LINE_ENDS = {"\r": "&#10;", "\x85": "&#10;"}


def visible(text: str) -> str:
    """The text with each control, bidirectional override, lone surrogate or noncharacter shown as a sign or by name.

    C0 controls become their control pictures (NUL is "␀"), the others their number: "⟨U+202E⟩".
    """
    return _HIDDEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] < " ":
        return chr(ord("␀") + code)
    return "␡" if match[0] == "\x7f" else f"\u27e8U+{code:04X}\u27e9"


def character_reference(match: re.Match[str]) -> str:
    """Return the matched character as a numeric character reference of HTML; every line end as that of U+000A."""
    return _LINE_ENDS.get(match[0]) or f"&#{ord(match[0])};"
