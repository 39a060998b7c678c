"""Write every script of the site, minified as the site publishes it, below build/minified, for eslint to read."""

from __future__ import annotations

from pathlib import Path

from build_tools.website.assets.bundling import shorten
from build_tools.website.assets.static_files import static_files

FOLDER = Path(__file__).resolve().parents[2] / "build" / "minified"


def main() -> None:
    """Write the scripts that are ours."""
    for path, content in static_files().items():
        if path.endswith(".js") and "/vendor/" not in path:
            file = FOLDER / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(shorten(path, content.decode()), encoding="utf-8")


if __name__ == "__main__":
    main()
