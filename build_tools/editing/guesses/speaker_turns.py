"""Whether a text is the words of people who speak in turn: a play, a debate, or something of this sort.

Its blocks begin with names, "MARIA. Who is there?", "Mr. Vane (Orrin): I do.", "Мария. Кто там?", and names come again.
Diaries, bulletins, forms and instructions begin so too, so a text has to sound spoken as well, or to have acts or a
chair; and where neither shows, nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.model import Block
from build_tools.segmentation.roles.line_classifiers import begins_capital
from build_tools.text.word_files import read_sections, split_words

_SECTIONS = read_sections("build_tools.editing.guesses.data", "speakers.txt")
_TITLES, _SMALL, _ACTS, _CHAIRS, _NO_SPEAKERS = (
    split_words(_SECTIONS[name]) for name in ("titles", "small words", "acts", "chairs", "no speakers")
)
_OPENING = re.compile(
    r"[○◯●◎_]?\s?(?P<name>[^\n:：.,;?!()\[\]—]{1,40}?)_?"
    r"(?:,\s[^.:\n]{1,60}|\s?[(\[][^()\[\]\n]{1,60}[)\]])?"  # a direction, or whose seat it is
    r"(?:(?P<stop>\s?[.:：])_?(?:\s?(?:--|[-–—]))?(?:\s|(?<=：))\s*|\s(?:--|[–—])\s|\s{2,}|\n)"
    r"(?:[(\[][^()\[\]\n]{1,80}[)\]]\s?)?(?P<words>\S)"
)
_TITLE_STOP = re.compile(rf"\b({'|'.join(map(re.escape, sorted(_TITLES)))})\.", re.IGNORECASE)
_INITIALS = re.compile(r"(?<=\s)([^\W\d_])\.(?=\s|[^\W\d_]\.|[.:])")
_WORD = re.compile(r"[^\W\d_]+")
_HAS_CASE = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]")
_MOST_WORDS = 5
_FEWEST_TURNS = 8
_FEWEST_SPEAKERS = 2
_AGAIN = 2
_SHARE = 0.6  # of all blocks after the title, so many are turns
_SHARE_ABOVE = 0.1  # or so many, where names stand on lines of their own
_LIVELY = 0.15  # of the turns, so many ask or exclaim
_ALONE = "speaker"  # the role of a name on a line of its own
_NOT_SAID = frozenset({"title", "subtitle", "heading", "byline"})
_LONGEST_ACT = 60  # code points of the line that names an act or a scene
_MARKS_OF_SPEECH = re.compile(r"[?!？！¿¡]")


def describe_speakers(blocks: Sequence[Block]) -> str:
    """Return "a play", "a debate" or "a conversation, a play or a debate"; "" where that is not certain.

    Args:
        blocks: The blocks of the text.
    """
    followed = zip(blocks, (*(block.text for block in blocks[1:]), ""), strict=False)
    spoken = [
        (name, after if block.role == _ALONE else block.text)
        for block, after in followed
        if (name := block.text.upper() if block.role == _ALONE else find_speaker(block.text))
    ]
    count = Counter(name for name, _ in spoken)
    turns = [(name, text) for name, text in spoken if count[name] >= _AGAIN]
    names = {name for name, _ in turns}
    if len(turns) < max(_FEWEST_TURNS, _share_of_turns(blocks)) or len(names) < _FEWEST_SPEAKERS:
        return ""
    words = {word.lower() for name in names for word in _WORD.findall(name)}
    if words & _NO_SPEAKERS:
        return ""
    if words & _CHAIRS:
        return "a debate"
    if any(_names_an_act(block.text) for block in blocks):
        return "a play"
    lively = sum(bool(_MARKS_OF_SPEECH.search(text)) for _, text in turns)
    is_spoken = bool(words & _TITLES) or lively >= _LIVELY * len(turns)
    return "a conversation, a play or a debate" if is_spoken else ""


def _share_of_turns(blocks: Sequence[Block]) -> float:
    """Return how many of the blocks have to be turns; a name on a line of its own may stand above many."""
    if sum(block.role == _ALONE for block in blocks) >= _FEWEST_TURNS:
        return _SHARE_ABOVE * len(blocks)
    return _SHARE * sum(block.role not in _NOT_SAID for block in blocks)


def find_speaker(text: str) -> str:
    """Return the name with which a block begins as a speech does, in one form; "" if there is none."""
    head = _TITLE_STOP.sub(r"\1", text[:120])
    head = _INITIALS.sub(r"\1", head)
    match = _OPENING.match(head)
    if match is None:
        return ""
    name = match["name"].strip()
    words = name.split()
    if not words or len(words) > _MOST_WORDS or not all(word[0].isalpha() for word in words):
        return ""
    if _HAS_CASE.search(name):
        named = [word for word in words if word.lower() not in _SMALL | _CHAIRS or begins_capital(word)]
        return name.upper() if named and all(map(begins_capital, named)) and begins_capital(words[0]) else ""
    return name if match["stop"] in {":", "："} or text[0] in "○◯●◎" else ""


def _names_an_act(text: str) -> bool:
    words = {word.lower() for word in _WORD.findall(text)}
    return len(text) <= _LONGEST_ACT and bool(words & _ACTS)
