"""Write the table of characters into build_tools/website/static/search/folding.js.

usage: python config/scripts/browser_table.py
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from build_tools.text.characters import browser_table

SCRIPT = Path(__file__).resolve().parents[2] / "build_tools/website/static/search/folding.js"


def main() -> None:
    """Replace the line of the table."""
    text = SCRIPT.read_text(encoding="utf-8")
    table = f"const TABLE = {json.dumps(browser_table())}"
    SCRIPT.write_text(re.sub(r"const TABLE = .*", lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()
