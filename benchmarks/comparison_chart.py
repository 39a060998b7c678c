"""Draw the ratios of a table of `benchmarks.compared` as bars.

    python -m benchmarks.comparison_chart TABLE.md CHART.svg

The chart has a group for each number of texts and labels, and a bar for each tool: its processor time in the place of
MkDocs with Material's. The picture has the colours of light and dark pages.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.rival_projects import OURS

_WIDTH, _NAMES, _NUMBERS = 720, 150, 50  # pixels
_ROW, _HEAD = 20, 30
_STYLE = (
    "text{font:13px sans-serif;fill:#333}.head{font-weight:600}rect{fill:#8a8a8a}.ours{fill:#b3261e}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.ours{fill:#ff8a7a}}"
)


def main(arguments: Sequence[str]) -> int:
    """Draw the chart.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) != 2:  # noqa: PLR2004 - the two files
        print(__doc__, file=sys.stderr)
        return 2
    table, chart = map(Path, arguments)
    chart.write_text(draw_ratios(read_ratios(table.read_text("utf-8"))), "utf-8")
    return 0


def read_ratios(table: str) -> dict[str, dict[str, float]]:
    """Return the ratios of a table, by texts and labels and then by tool; what has none is left out."""
    ratios: dict[str, dict[str, float]] = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) > 4 and cells[0].isdecimal() and cells[4] != "–":  # noqa: PLR2004 - the columns up to the ratio
            group = f"{int(cells[0]):,} texts, {int(cells[1]):,} labels"
            ratios.setdefault(group, {})[cells[2]] = float(cells[4])
    return ratios


def draw_ratios(ratios: Mapping[str, Mapping[str, float]]) -> str:
    """Return the bars as a picture in SVG; the longest bar has the width that names and numbers leave."""
    longest = max((ratio for group in ratios.values() for ratio in group.values()), default=1)
    scale = (_WIDTH - _NAMES - _NUMBERS) / longest
    rows = [*_rows(ratios, scale)]
    height = sum(_HEAD + _ROW * len(group) for group in ratios.values()) + _ROW
    size = f'width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{_STYLE}</style>{"".join(rows)}</svg>\n'


def _rows(ratios: Mapping[str, Mapping[str, float]], scale: float) -> Iterator[str]:
    y = 0
    for group, tools in ratios.items():
        y += _HEAD
        yield f'<text class="head" x="0" y="{y}">{html.escape(group)}</text>'
        for tool, ratio in tools.items():
            y += _ROW
            long = max(1, round(ratio * scale))
            shade = ' class="ours"' if tool == OURS else ""
            yield f'<text x="0" y="{y}">{html.escape(tool)}</text>'
            yield f'<rect{shade} x="{_NAMES}" y="{y - 11}" width="{long}" height="12"/>'
            yield f'<text x="{_NAMES + long + 6}" y="{y}">{ratio:.1f}</text>'


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
