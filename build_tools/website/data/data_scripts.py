"""Data files for the scripts of pages: each assigns one value, so that a script tag can load it, even from file://."""

from __future__ import annotations

import json

from build_tools.model import Data

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact_json(value: object) -> str:
    """Return a value as JSON that is safe in any script.

    U+2028 and U+2029 can end a line of a script, and "</" could close an inline one: all three are escaped.
    """
    return _JSON.encode(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")


def as_script(path: str, name: str, value: object, key: str | None = None) -> Data:
    """Return a script that assigns a value to a global variable.

    Args:
        path: The path of the file, below docs/.
        name: The variable.
        value: What is assigned, as JSON.
        key: If given, the variable is a map, and the value is assigned to this key of it.
    """
    target = f"globalThis.{name}" if key is None else f"(globalThis.{name} ??= {{}})[{compact_json(key)}]"
    return Data(path, f"{target} = {compact_json(value)}\n")
