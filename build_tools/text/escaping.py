"""Escape untrusted text for a terminal, a build log or Markdown.

Values of entries, names of files and words of texts are shown as text, whatever they contain: escape
sequences, workflow commands, HTML, links, mentions of accounts.
"""

from __future__ import annotations

import json
import re

from build_tools.text.offset_map import Change, Folded, map_changes

LONGEST = 2_000
"""The most code points of one value that are shown."""

# Characters that are invisible or change how others are shown, as ranges of a regular expression.
_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_BREAKS = "\t\n\x0c\r\x85\u2028\u2029"
_DIRECTION_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_DEPRECATED_FORMATS = "\u206a-\u206f"
_WITHOUT_WIDTH = "\u061c\u200b-\u200f\u2060-\u2065\ufeff"
_SURROGATES = "\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))

# On a line of a terminal each of them may mislead; in Markdown, line breaks and joiners are part of a text.
_UNPRINTABLE = re.compile(f"[{_CONTROLS}{_LINE_BREAKS}{_DIRECTION_OVERRIDES}{_WITHOUT_WIDTH}{_SURROGATES}]")
_HIDDEN = re.compile(f"[{_CONTROLS}{_DIRECTION_OVERRIDES}{_DEPRECATED_FORMATS}{_SURROGATES}{_NONCHARACTERS}]")


def plain(text: str, most: int = LONGEST) -> str:
    r"""Return a text on one line with every character visible: controls as `\x1b`.

    A leading `::` and any `##[`, which a build log takes for commands, are escaped too.

    Args:
        text: Any text.
        most: The code points to show; a longer text is cut, and its length given.
    """
    shown = text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
    shown = _UNPRINTABLE.sub(_spelled, shown).replace("##[", r"##\x5b")
    return r"\x3a:" + shown[2:] if shown.startswith("::") else shown


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004


def code_span(text: str, most: int = LONGEST) -> str:
    """Return a text as a code span of Markdown, where nothing is markup, a link or a mention of an account.

    Args:
        text: Any text.
        most: The code points to show, as in `plain`.
    """
    shown = plain(text, most)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    padding = " " if shown[:1] in ("`", " ", "") or shown[-1:] in ("`", " ") else ""
    return f"{fence}{padding}{shown}{padding}{fence}"


def command_value(text: str) -> str:
    """Return a text as the message of a workflow command of GitHub Actions."""
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """Return a text as the value of a property of a workflow command of GitHub Actions."""
    return command_value(text).replace(":", "%3A").replace(",", "%2C")


def json_text(content: object) -> str:
    """Return a value as JSON in ASCII only, without anything that a build log takes for a command."""
    return json.dumps(content, ensure_ascii=True, indent=2).replace("##[", "##\\u005b")


# A reference to U+0085 is read as "…" by browsers, one to U+000D is a parse error: both are line ends.
_LINE_ENDS = {"\r": "&#10;", "\x85": "&#10;"}


def visible(text: str) -> str:
    """Return a text with its controls, bidirectional overrides, lone surrogates and noncharacters made visible.

    C0 controls become their control pictures (NUL is "␀"), the others their code point: "⟨U+202E⟩".
    """
    return text if text.isprintable() else _HIDDEN.sub(_picture, text)  # Python answers sooner than a pattern


def visible_mapped(text: str) -> Folded:
    """Return a text as `visible` does, with the map back to its offsets."""
    if text.isprintable():
        return Folded(text)
    return map_changes(text, (Change(*match.span(), _picture(match), cluster=True) for match in _HIDDEN.finditer(text)))


def one_line(text: str) -> str:
    """Return a text as `visible` does, its white space as single spaces, without any around it."""
    return " ".join(visible(text).split())


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] < " ":
        return chr(ord("␀") + code)
    return "␡" if match[0] == "\x7f" else f"\u27e8U+{code:04X}\u27e9"


def character_reference(match: re.Match[str]) -> str:
    """Return the matched character as a numeric character reference of HTML, a line end as that of U+000A."""
    return _LINE_ENDS.get(match[0]) or f"&#{ord(match[0])};"
