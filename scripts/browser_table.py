"""Write the table of characters into docs/assets/search/folding.js.

usage: python -m scripts.browser_table
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from build_tools.text.characters import browser_table

SCRIPT = Path(__file__).parents[1] / "docs/assets/search/folding.js"


def main() -> None:
    """Replace the line of the table."""
    text = SCRIPT.read_text(encoding="utf-8")
    table = f"const TABLE = {json.dumps(browser_table())}"
    SCRIPT.write_text(re.sub(r"const TABLE = .*", lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()
