"""The colours of the style sheets for browsers before 2024, which do not know `light-dark()`.

A colour that a browser cannot read takes the line below every name with it, so that no link can be told from text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_COLOUR = re.compile(r"(--[\w-]+):\s*light-dark\(\s*([^(),]+?)\s*,\s*([^(),]+?)\s*\)")
_RULES = """@supports not (color: light-dark(#000, #fff)) {{
{light}
  @media (prefers-color-scheme: dark) {{ {dark} }}
  @media print {{ {light} }}
  [data-md-color-scheme="paper"] {{ {paper} }}
  [data-md-color-scheme="night"] {{ {night} }}
  [data-md-color-scheme] {{ background: var(--paper); }}
}}
"""


def colours_for_older_browsers(sheets: Iterable[str]) -> str:
    """Return a style sheet with the colours of others, by night those of the night; empty where they name none.

    Args:
        sheets: The style sheets, whose custom properties `light-dark(…, …)` are read.
    """
    colours = {name: (light, dark) for sheet in sheets for name, light, dark in _COLOUR.findall(sheet)}
    if not colours:
        return ""
    light, dark = (_declared({name: pair[which] for name, pair in colours.items()}) for which in (0, 1))
    return _RULES.format(light=f":root {{ {light} }}", dark=f":root {{ {dark} }}", paper=light, night=dark)


def _declared(colours: Mapping[str, str]) -> str:
    return " ".join(f"{name}: {colour};" for name, colour in colours.items())
