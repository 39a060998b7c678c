"""Values for the scripts of pages: each file hands over one value, so that a script tag loads it, from file:// as well."""

from __future__ import annotations

import json

from build_tools.model import Data

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact_json(value: object) -> str:
    """A value as JSON that can stand in any script.

    Inside a script two signs would be line ends, and "</" could close an inline one: all three are escaped.
    """
    return _JSON.encode(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")


def as_script(path: str, name: str, value: object, key: str | None = None) -> Data:
    """A file below docs/ that gives a value to a global name or, with a key, to that key of the map of this name."""
    target = f"globalThis.{name}" if key is None else f"(globalThis.{name} ??= {{}})[{compact_json(key)}]"
    return Data(path, f"{target} = {compact_json(value)}\n")
