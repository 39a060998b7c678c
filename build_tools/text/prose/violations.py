"""Hold the HTML of built pages against the list of what may be on them.

A page has few different tags and many of each, so each is judged once. One that is not in its plainest form, such as
a value with "<" in it, is refused: readers of HTML differ in what they make of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.text.prose.allow_list import CONTENT, PAGE, VALUES, AllowList, is_link, is_local
from build_tools.text.prose.tags import Attribute, Tag, find_tags

_TOKEN = re.compile(r"<[a-zA-Z!?/][^<>]*>?")
_TEXT_ELEMENT = re.compile(r"(<(script|style|textarea|title)\b[^<>]*>).*?(?=</\2\b)", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?!-?>).*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype html>", re.IGNORECASE)
_ID = re.compile(r'\sid="([^"]*)"')
_GIVEN_ID = re.compile(r'<(?!h\d)[a-z][^<>]*\sid="([^"]*)"')
"""An id in a text, but for those that Markdown makes of the words of a heading, which clash with nothing on purpose."""

_ANY_VALUE = re.compile(r'(\s(?:(?:id|title|aria-label|d|data-n)="|href="(?!//)(?=[\w./#-]+")))[^"<>]+(?=")', re.ASCII)
"""A value that may be any: words, or a plain address."""

_REFRESH = re.compile(r"\d+; url=(?P<address>.*)", re.IGNORECASE)
_DATA_BLOCKS = frozenset(["application/json", "application/ld+json"])
"""The types of scripts that browsers do not run."""

_LOADED = frozenset(["img src", "script src", "source src", "audio src", "video src"])
_UNLOADED_LINKS = frozenset(
    [
        *("alternate", "author", "canonical", "cite-as", "describedby", "edit"),
        *("item", "license", "me", "next", "prev", "type"),
    ]
)
_EQUIVALENTS = frozenset(["content-security-policy", "refresh", "x-ua-compatible"])
_INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "label"),
        *("mark", "q", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u"),
    ]
)
_VOID = frozenset(
    [
        *("br", "circle", "col", "ellipse", "hr", "img", "input", "line", "link", "meta", "path", "polygon"),
        *("polyline", "rect", "source", "wbr"),
    ]
)


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What may not be on a page.

    Attributes:
        element: The element, or the beginning of what is no plain tag.
        attribute: The attribute at fault; empty if it is the element.
        value: The value of the attribute, or what is wrong with the element.
    """

    element: str
    attribute: str = ""
    value: str = ""

    def __str__(self) -> str:
        if not self.attribute:
            return f"<{self.element}>{f': {self.value}' if self.value else ''}"
        return f'{self.attribute}="{self.value}" of <{self.element}>'


_NOTHING: list[Violation] = []
_MOST_SOUND = 20_000  # tags that are known to be sound


def find_content_violations(content: str) -> Iterator[Violation]:
    """Yield what may not be in the text of a page, each once for every time it is there.

    Args:
        content: The HTML that a page's Markdown has become.
    """
    opened = [_Block("")]
    for token in _TOKEN.findall(content):
        tag, violations = _judge(token, CONTENT)
        if violations:
            yield from violations
        if tag and tag.name not in _VOID and (violation := _end(opened, tag) if tag.is_end else _begin(opened, tag)):
            yield from violation
    while opened:
        yield from _without_end(opened.pop())


@dataclass(slots=True)
class _Block:
    """An open block, and how many elements of each name are open in its words."""

    name: str
    inline: dict[str, int] = field(default_factory=dict)


# Of a long page each tag passes through these, and nearly all are as they should be: then nothing is returned.


def _begin(opened: list[_Block], tag: Tag) -> list[Violation]:
    name, wrong = tag.name, _NOTHING
    if name not in _INLINE:
        opened.append(_Block(name))
        return wrong
    if name == "button" and any(block.inline.get(name) for block in opened[-8:]):
        wrong = [Violation(name, value="it is inside another button")]
    inline = opened[-1].inline
    inline[name] = inline.get(name, 0) + 1
    return wrong


def _end(opened: list[_Block], tag: Tag) -> list[Violation]:
    """End the innermost block, or an element in its words; a block that ends in another would end that one too."""
    block, name = opened[-1], tag.name
    if name == block.name:
        opened.pop()
        return _without_end(block, but_itself=True) if any(block.inline.values()) else _NOTHING
    if block.inline.get(name):
        block.inline[name] -= 1
        return _NOTHING
    return [Violation(f"/{name}", value="it ends what was not begun")]


def _without_end(block: _Block, *, but_itself: bool = False) -> list[Violation]:
    names = [name for name, number in block.inline.items() if number > 0]
    listed = names if but_itself or not block.name else [block.name, *names]
    return [Violation(name, value="it has no end") for name in listed]


def find_page_violations(page: str, content: str, ours: tuple[str, ...] = ()) -> Iterator[Violation]:
    """Yield what may not be on a page around its text.

    Args:
        page: The HTML of the whole page.
        content: The HTML of its text, which is part of it, whole or cut at comments, and judged by itself.
        ours: How the addresses begin from which the page may load files, beside its own site.
    """
    frame = _COMMENT.sub("", _DOCTYPE.sub("", "".join(_around(page, content)), count=1))
    tokens = _TOKEN.findall(_TEXT_ELEMENT.sub(r"\1", frame))
    sound = _sound_around(ours)
    if any(_faults_around(token, ours) for token in {*tokens} - sound):  # of few different tags, and seldom of any
        yield from (fault for token in tokens for fault in _faults_around(token, ours))
    elif len(sound) < _MOST_SOUND:
        sound.update(tokens)
    if taken := {identifier for identifier in _ID.findall(frame) if f'id="{identifier}"' in content}:
        for identifier in sorted(taken.intersection(_GIVEN_ID.findall(content))):
            yield Violation("…", "id", identifier)


@lru_cache(maxsize=8)
def _sound_around(ours: tuple[str, ...]) -> set[str]:  # noqa: ARG001 - of other addresses others are sound
    """Return the tags that were found to be sound around the texts of pages, most of which any page has again."""
    return set()


def _faults_around(token: str, ours: tuple[str, ...]) -> list[Violation]:
    tag, violations = _judge(token, PAGE)
    faults = [item for item in violations if not _is_ours(item, ours)] if violations else []
    if tag and tag.name == "script" and not tag.is_end and not _is_loaded_or_data(tag):
        faults.append(Violation("script", value="it is in the page"))
    return faults


def _around(page: str, content: str) -> Iterator[str]:
    """Yield what a page has around the parts of its text; a template fills the places of the comments between them."""
    begin = 0
    for part in _COMMENT.split(content):
        found = page.find(part, begin) if part.strip() else -1
        if found >= 0:
            yield page[begin:found]
            begin = found + len(part)
    yield page[begin:]


def _is_ours(violation: Violation, ours: tuple[str, ...]) -> bool:
    return violation.attribute in {"href", "src"} and html.unescape(violation.value).startswith(ours)


def _is_loaded_or_data(tag: Tag) -> bool:
    values = {item.name: item.value for item in tag.attributes}
    return "src" in values or values.get("type", "").lower() in _DATA_BLOCKS


@lru_cache(maxsize=4_096)
def _judge(token: str, allowed: AllowList) -> tuple[Tag | None, tuple[Violation, ...]]:
    """Return the tag that a token is, None if it is none, and what is wrong with it.

    Tags that differ in such values alone are judged as one.
    """
    judged = _judge_whole(_ANY_VALUE.sub(r"\1x", token), allowed)
    return _judge_whole(token, allowed) if judged[1] else judged


@lru_cache(maxsize=4_096)
def _judge_whole(token: str, allowed: AllowList) -> tuple[Tag | None, tuple[Violation, ...]]:
    tag = next(find_tags(token), None)
    if tag is None:
        return None, ()
    if not tag.name or tag.end < len(token):
        return None, (Violation(token.strip("<>")[:80], value="it is not a plain tag"),)
    if tag.name not in allowed.elements:
        return tag, (Violation(f"/{tag.name}" if tag.is_end else tag.name),)
    return tag, tuple(
        Violation(tag.name, item.name, item.value) for item in tag.attributes if not _allows(allowed, tag, item)
    )


def _allows(allowed: AllowList, tag: Tag, attribute: Attribute) -> bool:
    name, value = attribute.name, attribute.value
    if not allowed.allows(tag.name, name):
        return False
    if name == "data-align":
        return VALUES[name].fullmatch(value) is not None
    if tag.name == "meta" and name == "http-equiv":
        return value.lower() in _EQUIVALENTS and _refreshes_to_own_page(tag)
    if f"{tag.name} {name}" in _LOADED:
        return is_local(value)
    if name == "href":
        return _leads_well(tag, value)
    return True


def _refreshes_to_own_page(tag: Tag) -> bool:
    values = {item.name: item.value for item in tag.attributes}
    refresh = _REFRESH.fullmatch(values.get("content", ""))
    return values["http-equiv"].lower() != "refresh" or bool(refresh and is_local(refresh["address"]))


def _leads_well(tag: Tag, address: str) -> bool:
    relations = next((item.value for item in tag.attributes if item.name == "rel"), "")
    loads = tag.name == "link" and relations.lower() not in _UNLOADED_LINKS
    return is_local(address) if loads else is_link(address)
