"""Stitch together what a built site tells of a text: every file read in every way in which words can be hidden in it.

It shares no code with the program, so that it does not repeat its mistakes.
"""

from __future__ import annotations

import base64
import binascii
import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

EAST_ASIAN = "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
TOKEN = re.compile(rf"[{EAST_ASIAN}]|(?:(?![{EAST_ASIAN}])[^\W_])+")
LETTER = re.compile(f"[{EAST_ASIAN}]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
MARKUP = re.compile(r"\]\([^)]*\)(?:\{[^}]*\})?|\{:[^}]*\}|<[^>]*>|[*_\[\]]")
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
WORDS, LETTERS = 5, 8
"""The shortest run of a text that tells something: in words, and in letters of East Asian scripts."""


@dataclass(frozen=True)
class Told:
    """What a site tells of a text: how many of its words, the longest run of them, and some runs with their files."""

    words: int
    longest: int
    examples: tuple[str, ...]


def tokens(text: str) -> list[str]:
    if text.isascii():
        return TOKEN.findall(text.lower())
    plain = unicodedata.normalize("NFKD", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold())
    return TOKEN.findall(unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c))))


def runs(listed: list[str], words: Container[str] | None = None) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every run of the shortest length, with the number of its first token, which is one of `words`."""
    is_letter = [LETTER.match(token) is not None for token in listed]
    for first, token in enumerate(listed):
        if words is None or token in words:
            length = LETTERS if any(is_letter[first : first + WORDS]) else WORDS
            if first + length <= len(listed):
                yield first, tuple(listed[first : first + length])


def stitch(
    folder: Path, texts: Mapping[str, str], facts: Iterable[str] = (), known: Container[bytes] = ()
) -> dict[str, Told]:
    """Return what the files below a folder tell of each text, by its name.

    Args:
        folder: The site.
        texts: The whole texts.
        facts: What may be told of any text: titles, names.
        known: The contents of files that cannot have words of a text, since every site has them.
    """
    listed = {name: tokens(text) for name, text in texts.items()}
    index: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for name, words in listed.items():
        for first, run in runs(words):
            index.setdefault(run, []).append((name, first))
    for _, run in (run for fact in facts for run in runs(tokens(fact))):
        index.pop(run, None)
    first_words = {run[0] for run in index}
    covered = {name: bytearray(len(words)) for name, words in listed.items()}
    examples: dict[str, list[str]] = {name: [] for name in texts}
    for file, text in dict.fromkeys(snippets(folder, known)):
        for _, run in runs(tokens(text), first_words):
            for name, first in index.get(run, ()):
                examples[name].append(f"{file}: {' '.join(run)}")
                covered[name][first : first + len(run)] = b"\1" * len(run)
    return {name: _told(covered[name], examples[name]) for name in texts}


def _told(covered: bytearray, examples: list[str]) -> Told:
    stretches = re.findall(rb"\x01+", bytes(covered))
    return Told(sum(covered), max(map(len, stretches), default=0), tuple(examples[:8]))


def snippets(folder: Path, known: Container[bytes]) -> Iterator[tuple[str, str]]:
    """Yield every text that can be read out of the files below a folder, with the file it is in."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    files = {name: data for name, data in files.items() if data not in known}
    yield from ((name, text) for name, data in files.items() for text in texts_in(name, data))
    yield from (("search index", text) for text in indexed_texts(files))
    # Pieces of a text in files that follow each other.
    yield "all files", " ".join(data.decode("utf-8", "replace") for data in files.values())


def texts_in(name: str, data: bytes) -> Iterator[str]:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            packed = {item: archive.read(item) for item in archive.namelist()}
        yield from (text for item in packed for text in texts_in(item, packed[item]))
        yield from indexed_texts(packed)
        return
    yield from decodings(name)
    text = data.decode("utf-8", "replace")
    yield from decodings(text)
    if re.search(r"\.(html|xml|svg|md)$", name):
        parser = Reader()
        parser.feed(text)
        yield from (decoding for part in parser.texts() for decoding in decodings(part))
    if re.search(r"\.(js|json|map|md|html)$", name):
        yield from (decoding for part in literals(text) for decoding in decodings(part))


def decodings(text: str) -> Iterator[str]:
    """Yield a text read in each way in which it may be written, and backwards."""
    plain = html.unescape(html.unescape(text))
    variants = dict.fromkeys(
        (text, plain, MARKUP.sub("", plain), re.sub(r"<[^>]*>", "", plain), unquote(plain.replace("+", " ")))
    )
    variants |= dict.fromkeys((re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), plain),))
    for variant in variants:
        yield variant
        yield variant[::-1]
        yield " ".join(reversed(tokens(variant)))
    for run in re.findall(r"[A-Za-z0-9+/_-]{24,}={0,2}", text):
        try:
            decoded = base64.b64decode(run.replace("-", "+").replace("_", "/") + "=" * (-len(run) % 4))
            yield decoded.decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            pass
    for run in re.findall(r"(?:[0-9a-fA-F]{2}){12,}", text):
        yield bytes.fromhex(run).decode("utf-8", "replace")
    for run in re.findall(r"\d{2,7}(?:\s*,\s*\d{2,7}){7,}", text):  # code points
        yield "".join(chr(min(int(code), 0x10FFFF)) for code in run.split(","))


def literals(text: str) -> Iterator[str]:
    """Yield the string literals of a script, and all of them together."""
    found = []
    for literal in LITERAL.findall(text):
        try:
            found.append(json.loads(literal))
        except ValueError:
            continue
    yield from found
    yield " ".join(found)


class Reader(HTMLParser):
    """Reads a page: its text, its text with a space at each tag, the values of attributes, comments."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data: list[str] = []
        self.others: list[str] = []

    def handle_data(self, data: str) -> None:
        self.data.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.others += [value for _, value in attrs if value]

    def texts(self) -> list[str]:
        return ["".join(self.data), " ".join(self.data), *self.others, " ".join(self.others)]


def indexed_texts(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the words of each record of a search index, in the order of their positions."""
    parts: dict[str, str] = {}
    for data in files.values():
        for name, packed in re.findall(
            r'readerSearchData\("([tw]-[0-9a-f]+)",(".*")\)\s*$', data.decode("utf-8", "replace")
        ):
            parts[name] = json.loads(packed)
    records: dict[int, dict[int, str]] = {}
    for name in [name for name in parts if name.startswith("t-")]:
        positions = parts.get(f"w-{name[2:]}", "").split("\n")
        for line, packed in zip(parts[name].split("\n"), positions, strict=False):
            term, _, postings = line.split(" ")
            numbers = steps(postings)
            places = iter(varints(packed))
            for number in numbers:
                at = 0
                for _ in range(next(places, 0)):
                    at += next(places, 0)
                    records.setdefault(number, {})[at] = term[0] if re.match(f"[{EAST_ASIAN}]", term) else term
    for words in records.values():
        yield " ".join(words[at] for at in sorted(words))


def steps(postings: str) -> list[int]:
    numbers, before = [], 0
    for step in varints(postings):
        impact = before + step
        numbers.append(impact >> 4)
        before = impact & ~15
    return numbers


def varints(packed: str) -> list[int]:
    numbers, number, shift = [], 0, 0
    for digit in packed:
        value = DIGITS.index(digit)
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            numbers.append(number)
            number, shift = 0, 0
    return numbers
