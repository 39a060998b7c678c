"""How well texts are cut by rule alone: against texts of many kinds that a person cut by hand.

usage: python -m benchmarks.segmentation [-v] [PART OF A NAME]

For each genre: the F1 of the beginnings of blocks, the share of blocks with the right role, precision and recall of
headings and titles, the share of page and web furniture that is set aside, and the letters of the text that are set
aside though they belong to it. With -v what is wrong is listed.
"""

from __future__ import annotations

import sys

from build_tools.segmentation import segment_text
from tests.support.judged_texts import Score, judged_texts, score

_HEAD = f"{'genre':12}{'texts':>6}{'boundary':>10}{'roles':>8}{'heads P':>9}{'heads R':>9}{'furnit.':>9}{'lost':>6}"


def main(arguments: list[str]) -> None:
    """Print the table; see the module."""
    verbose, wanted = "-v" in arguments, next((part for part in arguments if part != "-v"), "")
    total, genres, count = Score(), dict[str, Score](), dict[str, int]()
    for judged in judged_texts():
        if wanted in f"{judged.genre}/{judged.name}":
            result, wrong = score(judged, *segment_text(judged.text, judged.language))
            genres.setdefault(judged.genre, Score()).add(result)
            count[judged.genre] = count.get(judged.genre, 0) + 1
            total.add(result)
            if verbose and wrong:
                print(f"{judged.genre}/{judged.name}", *wrong, sep="\n  ")
    print(_HEAD)
    for genre, result in genres.items():
        print(_row(genre, count[genre], result))
    print(_row("all", sum(count.values()), total))


def _row(name: str, texts: int, result: Score) -> str:
    return (
        f"{name:12}{texts:6}{result.boundary_f1:10.3f}{result.role_accuracy:8.3f}{result.heading_precision:9.3f}"
        f"{result.heading_recall:9.3f}{result.furniture_recall:9.3f}{result.words_lost:6}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
