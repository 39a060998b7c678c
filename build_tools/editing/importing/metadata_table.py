"""A table of what is known of many texts: a row a file, a column for each field of a text's page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.front_matter import FieldReader, decode, is_id, parse_front_matter
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.editing.scaffolds.guessed_fields import GivenValue
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar
from build_tools.model.findings import Finding, pluralise
from build_tools.model.hints import did_you_mean

FILE, ID = "file", "id"
_TEXTS = ("title", "short_title", "publisher", "issued", "modified", "url", "genre")
_RIGHTS = {
    "rights": "statement",
    "rights.statement": "statement",
    "rights.notice": "notice",
    "rights.publish": "publish",
}
_REASONS = {f"inferred.{name}": name for name in (*_TEXTS, "creators", "languages", "rights")}
COLUMNS = (FILE, ID, *_TEXTS, "creators", "languages", *_RIGHTS, *_REASONS)
"""The columns that a table may have."""

KEEP_ONE_ROW = "Keep one of the two rows, or name another file."
"""The hint where two rows are about one file."""

_DELIMITERS = ",;\t"
_CREATOR = re.compile(r"(?P<name>.*?)\s*(?:\((?P<role>[^()]+)\))?")
_LARGEST_CELL = 1_000_000  # characters
_LATER = frozenset({"field-missing", "inferred-without-value"})
"""Findings that are none yet: the file itself may say what the table does not."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        file: The path of the file that it is about, as the table has it.
        line: The line of the table on which the row ends.
        identifier: The id that the text gets; "" where the table gives none.
        given: The values of fields.
    """

    file: str
    line: int
    identifier: str
    given: Mapping[str, GivenValue]


def read_table(data: bytes, path: str) -> tuple[tuple[TableRow, ...], list[Finding]]:
    """Read a table in CSV, with commas, semicolons or tabs.

    Args:
        data: The file.
        path: How findings name it.

    Returns:
        The rows without fault, and a finding for each fault; no rows if a column is unknown or doubled, or if
        the end of a row is unclear.
    """
    text, findings = decode(data, path, "file-not-utf8")
    if text is None:
        return (), findings
    header, cells, fault = _cells(text, path)
    findings = [fault] if fault else list(_check_header(header, path))
    if findings:
        return (), findings
    rows: list[TableRow] = []
    for line, values in cells:
        row, faults = _row(header, values, line, path)
        findings += faults
        rows += [row] if row and not faults else []
    doubled = list(_doubled(rows, path))
    lines = {finding.line for finding in doubled}
    return tuple(row for row in rows if row.line not in lines), findings + doubled


def _cells(text: str, path: str) -> tuple[list[str], list[tuple[int, list[str]]], Finding | None]:
    """Return the names of the columns, the cells of each row that has any with its line, and why there are no more."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    fault = None
    try:
        rows.extend((reader.line_num, [cell.strip() for cell in row]) for row in reader)
    except csv.Error:
        begin = rows[-1][0] + 1 if rows else 1
        hint = "Close the double quotes; write a quotation mark inside a value twice."
        fault = Finding(path, begin, "table-unreadable", "a cell has no end, or is too long", hint)
    header = [name.lower().replace(" ", "_") for name in rows[0][1]] if rows else []
    return header, [(line, row) for line, row in rows[1:] if any(row)], fault


def _check_header(header: Sequence[str], path: str) -> Iterator[Finding]:
    columns = f"Write one of: {', '.join(COLUMNS[: len(_TEXTS) + 5])}."
    for place, name in enumerate(header):
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS, columns)
            yield Finding(path, 1, "key-unknown", f'"{name}" is not a column of such a table', hint)
        elif name in header[:place]:
            yield Finding(path, 1, "key-doubled", f'the column "{name}" appears twice', "Keep one of them.")
    if FILE not in header:
        hint = 'Name the column "file"; it holds the paths of the files, beginning at the folder of the table.'
        yield Finding(path, 1, "field-missing", 'the table has no column "file"', hint)


def _row(header: Sequence[str], values: Sequence[str], line: int, path: str) -> tuple[TableRow | None, list[Finding]]:
    if len(values) > len(header):
        message = f"the row has {pluralise(len(values), 'cell')}, the table {pluralise(len(header), 'column')}"
        hint = 'Put a value that has the separator in it in double quotes: "Letters, and more".'
        return None, [Finding(path, line, "row-too-long", message, hint)]
    cells = dict(zip(header, values, strict=False))  # a row may end before its empty cells
    origin = f"Given by {path}, line {line}"
    given = {name: GivenValue(yaml, shown, origin) for name, yaml, shown in _values(cells)}
    findings = list(_check_values(given, line, path))
    identifier = cells.get(ID, "")
    if identifier and not is_id(identifier):
        hint = "Write lower-case words joined by hyphens, such as camp-david."
        findings.append(Finding(path, line, "source-id-invalid", f'"{identifier}" cannot be the id of a source', hint))
    if not cells.get(FILE):
        hint = "Write the path of the file that the row is about."
        findings.append(Finding(path, line, "field-missing", "the row names no file", hint))
        return None, findings
    return TableRow(cells[FILE], line, identifier, given), findings


def _values(cells: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the fields that a row gives: the name, the value as YAML, the value in words."""
    for name in _TEXTS:
        if words := cells.get(name, ""):
            yield name, scalar(words) if name == "genre" else quote_scalar(words), words
    if names := _parts(cells.get("creators", ""), ";"):
        yield "creators", f"[{', '.join(map(_creator, names))}]", "; ".join(names)
    if tags := _parts(cells.get("languages", ""), ";, "):
        yield "languages", f"[{', '.join(map(scalar, tags))}]", ", ".join(tags)
    rights = {key: cells[name] for name, key in _RIGHTS.items() if cells.get(name)}
    if rights:
        full = {"notice": "null", "publish": "full", **{key: quote_scalar(value) for key, value in rights.items()}}
        ordered = (f"{key}: {full[key]}" for key in ("statement", "notice", "publish") if key in full)
        yield "rights", f"{{{', '.join(ordered)}}}", rights.get("statement", "")
    reasons = {key: cells[name] for name, key in _REASONS.items() if cells.get(name)}
    if reasons:
        yield "inferred", f"{{{', '.join(f'{key}: {quote_scalar(value)}' for key, value in reasons.items())}}}", ""


def _parts(cell: str, separators: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(f"[{separators}]", cell) if part.strip())


def _creator(words: str) -> str:
    match = _CREATOR.fullmatch(words)
    name, role = (match["name"], match["role"]) if match and match["name"] else (words, None)
    return f"{{name: {quote_scalar(name)}{f', role: {quote_scalar(role)}' if role else ''}}}"


def _check_values(given: Mapping[str, GivenValue], line: int, path: str) -> Iterator[Finding]:
    """Yield what the check of a page would say of the values, at the line of the row."""
    fields = "".join(f"{name}: {value.yaml}\n" for name, value in given.items())
    parsed, findings = parse_front_matter(f"---\n{fields}---\n", path)
    reader: FieldReader | None = SOURCE.read(parsed)[0] if parsed and given else None
    for finding in (*findings, *(reader.findings if reader else ())):
        if given and finding.code not in _LATER:
            yield Finding(path, line, finding.code, finding.message, finding.hint)


def _doubled(rows: Sequence[TableRow], path: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for row in rows:
        for name in filter(None, (row.file, row.identifier and f"id {row.identifier}")):
            if name in first:
                message = f'"{name}" stands in line {first[name]} already'
                yield Finding(path, row.line, "key-doubled", message, KEEP_ONE_ROW)
                break
            first[name] = row.line
