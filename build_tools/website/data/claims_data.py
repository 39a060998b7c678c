"""The claims as files to download: a table in CSV, and the same by question in JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO

from build_tools.model import Data
from build_tools.website.naming import text_names
from build_tools.website.survey.claims import Claim, Contested, Point, survey_claims
from build_tools.website.survey.lookups import Corpus

CSV_FILE, JSON_FILE = "data/claims.csv", "data/claims.json"

_COLUMNS = (
    *("question", "point", "point_kind", "point_title", "speaker", "speaker_entry", "speaker_kind", "answer", "words"),
    *("language", "text", "text_name", "block", "said", "written", "via", "differs"),
)


def claims_data(corpus: Corpus) -> tuple[Data, ...]:
    """Return both files; none where the edition has no contested questions."""
    contested = survey_claims(corpus)
    if not contested:
        return ()
    table = StringIO()
    writer = csv.DictWriter(table, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for asked in contested for row in _rows(asked, corpus))
    questions = [
        {"id": asked.question.id, "question": asked.question.question, "claims": [*_rows(asked, corpus)]}
        for asked in contested
    ]
    text = json.dumps({"questions": questions}, ensure_ascii=False, indent=1)
    return Data(CSV_FILE, table.getvalue()), Data(JSON_FILE, text + "\n")


def _rows(asked: Contested, corpus: Corpus) -> Iterator[dict[str, object]]:
    for point in asked.points:
        for claim in point.claims:
            yield {"question": asked.question.id, **_row(point, claim, corpus)}


def _row(point: Point, claim: Claim, corpus: Corpus) -> dict[str, object]:
    place = claim.place
    block = corpus.blocks.get(place.source, {}).get(place.block)
    return {
        "point": point.item.id,
        "point_kind": point.kind,
        "point_title": point.title,
        "speaker": claim.speaker.name,
        "speaker_entry": claim.speaker.entry,
        "speaker_kind": claim.speaker.kind,
        "answer": claim.answer,
        "words": place.quote,
        "language": block.lang if block else "",
        "text": place.source,
        "text_name": corpus.short_names.get(place.source, ""),
        "block": text_names.place_name(block) if block else place.block,
        "said": claim.said or "",
        "written": claim.written or "",
        "via": getattr(place, "via", ""),
        "differs": claim.differs,
    }
