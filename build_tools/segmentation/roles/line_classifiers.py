"""What the wording of a line gives away: the end of a sentence, a date, a byline, a credit, links and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_CLOSERS = "\"'”’»›)]}』」）】》〉″*_"
_SENTENCE_ENDS = ".!?…:;。．！？：；؟۔।॥‽"
_UNCLOSED_ENDS = ".,;:。．，、；：،؛۔।—–-"
_ORNAMENT = re.compile(r"(?:[-=_*~#+·•—–─═]\s*){3,}|\*|⁂")
_PAGE_NUMBER = re.compile(
    r"[-–—]\s?\d{1,4}\s?[-–—]|\[?(?:page|p\.)\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\]?", re.IGNORECASE
)
_LONGEST_CUE = 600  # no cue is looked for in a longer text

_LINK = r"""(?:\[[^\[\]\n]*\]\([^()\n]*\)|<a\s[^<>]*>[^<>]*</a>)"""
_LINKS = re.compile(rf"{_LINK}(?:[\s>|/»›·•,–—-]*{_LINK})*[\s>|/»›·•–—-]*", re.IGNORECASE)

_MONTHS = (
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov"
    "|november|dec|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|januar|februar|märz|juni|juli|oktober|dezember"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_DAYS = (
    "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
)
_FILLERS = (
    "posted|published|publication|updated|update|modified|last|first|edited|created|issued|released|date|dated|on|at|of|the"
    "|publié|mis|à|jour|le|modifié|publicado|actualizado|el|de|del|veröffentlicht|am|um|uhr|опубликовано|обновлено|дата|года?|г"
    "|입력|수정|등록|승인|년|월|일|오전|오후|发布|发表|更新|时间|日期|年|月|日|時間|公開|pm|gmt|utc|kst|jst|msk|est|edt|pst|pdt|cet|cest|bst|[ap]m"
)
_DATE_WORD = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|{_FILLERS}|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}h\d{{0,2}}|\d+|t|z)(?![^\W\d_])|\d+[년월일年月日]",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![^\W_])(?:{_MONTHS})(?![^\W_])", re.IGNORECASE)
_FULL_DATE = re.compile(r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_DATE_SEPARATORS = re.compile(r"[\s.,:;/|·()+–—-]+")
_CITY = re.compile(r"^[^\W\d_][^\d,:;]{1,30}(?:,|\s[–—-]|\s?\()\s*")

_BYLINE = re.compile(r"(?:By|BY|by|Written by|Author:|Автор:|Текст:|作者[：:]|文[／/]|記者[：:])\s*(?=[^\W\d_a-zа-я])")
_BYLINE_AFTER_TITLE = re.compile(r"(?:Par|Por|De|Von|Di|Od|Av)\s(?=[^\W\d_a-z])")
_MOST_BYLINE_WORDS = 20
_MOST_NAME_WORDS = 8

_AGENCIES = (
    "AP|AFP|EPA|Reuters|Getty|Getty Images|Xinhua|TASS|Sputnik|Yonhap|Yonhap News|KCNA|Kyodo|NEWSIS|News1|Alamy|UPI|dpa"
)
_CREDIT = re.compile(
    rf"\((?:{_AGENCIES}|(?:Photo|Photograph|Image|Picture|Courtesy|Credit|Foto|Фото|Source)\b[^()]*"
    r"|[A-Z][\w .&’'-]*/\s?[A-Z][\w .&’'/-]*)\)\.?$"
    r"|[（(][^（）()]{1,20}(?:연합뉴스|뉴시스|新华社|共同社|共同通信|时事)[^（）()]{0,10}[)）]$"
)
_CAPTION = re.compile(
    r"(?:Photo(?:graph)?(?: by|:| credit)|Foto:|Фото:|사진\s?[=:]|图片来源|写真[：:]"
    r"|(?:Figure|Fig\.|Table|Chart|Map|Рис\.|Рисунок|Таблица|Graphique|Tableau|Gráfico|Cuadro|图|圖|表|図|그림|표)\s?\d{1,3}(?:\.\d{1,3})?\s?[.:：])"
)
_RIGHTS = re.compile(
    r"(?:copyright|\(c\)|©|ⓒ|℗)[\s,:]*(?:©|\(c\)|ⓒ|by\b|\d{4})|^(?:©|ⓒ)"
    r"|all rights reserved|tous droits réservés|(?:todos los|reservados todos los) derechos(?: reservados)?|alle rechte vorbehalten"
    r"|все права защищены|版权所有|版權所有|無断転載|저작권자|무단\s?전재",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 300
_RIGHTS_WITHIN = 60

_SPEAKER = re.compile(r"([^\s:：][^:：\n]{0,50}?)\s?(?::\s|：|:$)")
_MOST_SPEAKER_WORDS = 5


def is_closed(text: str) -> bool:
    """Whether a text ends with punctuation that a heading or title would not end with ("?" and "!" may)."""
    stripped = text.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _UNCLOSED_ENDS


def ends_sentence(text: str) -> bool:
    """Return whether a text ends where a sentence, a clause or a list's introduction ends.

    This is not the question of `text.sentences`, where in a paragraph one sentence ends and the next begins: here a
    line is seen alone, a colon or semicolon counts, and an abbreviation at the line's end counts as well.
    """
    stripped = text.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _SENTENCE_ENDS


def begins_capital(text: str) -> bool:
    """Whether the first letter or digit of a text is a capital; false in scripts without capitals."""
    for character in text[:8]:
        if character.isalnum():
            return character.isupper()
    return False


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, as a heading in a script with capitals does not."""
    for character in text[:8]:
        if character.isalnum():
            return character.islower()
    return False


def is_capitals(text: str) -> bool:
    """Whether a text is set wholly in capitals (at least two of them)."""
    return text.isupper() and sum(map(str.isupper, text[:200])) > 1


def is_ornament(text: str) -> bool:
    """Whether a line is a rule or an ornament: "* * *", "-----"."""
    return len(text) <= _LONGEST_CUE and bool(_ORNAMENT.fullmatch(text))


def is_page_number(text: str) -> bool:
    """Whether a line is a page's number and nothing else: "- 12 -", "Page 3 of 10"."""
    return len(text) <= _LONGEST_CUE and bool(_PAGE_NUMBER.fullmatch(text))


def is_navigation(text: str) -> bool:
    """Whether a text is made of Markdown or HTML links and of nothing but signs between them."""
    return len(text) <= _LONGEST_CUE and text[0] in "[<" and bool(_LINKS.fullmatch(text))


def is_rights(text: str) -> bool:
    """Whether a text is a copyright notice."""
    if len(text) > _LONGEST_NOTICE:
        return False
    found = _RIGHTS.search(text)
    return found is not None and (found.start() < _RIGHTS_WITHIN or len(text) - found.end() < _RIGHTS_WITHIN)


def is_caption(text: str) -> bool:
    """Whether a text ends with a photographer's or agency's credit, or begins as a caption does."""
    return len(text) <= _LONGEST_CUE and bool(_CAPTION.match(text) or _CREDIT.search(text))


def is_byline(text: str, *, after_title: bool) -> bool:
    """Whether a text names its author: "By …" and the like; "Par …", "De …" only where a title went before."""
    words = text.count(" ") + 1
    if len(text) > _LONGEST_CUE or ends_sentence(text) or words > _MOST_BYLINE_WORDS:
        return False
    if _BYLINE.match(text):
        return True
    return after_title and words <= _MOST_NAME_WORDS and bool(_BYLINE_AFTER_TITLE.match(text))


def is_dateline(text: str) -> bool:
    """Whether a text is made of dates and times, with words such as "Posted on", after a city or not."""
    if len(text) > _LONGEST_CUE or not any(map(str.isdigit, text)):
        return False
    if not (_FULL_DATE.search(text) or (_MONTH.search(text) and re.search(r"\d{4}", text))):
        return False
    if _is_dates(text):
        return True
    city = _CITY.match(text)
    return city is not None and _is_dates(text[city.end() :])


def _is_dates(text: str) -> bool:
    return not _DATE_SEPARATORS.sub("", _DATE_WORD.sub(" ", text))


class Speakers:
    """Knows the speakers of a transcript: "MR. SMITH:", and any name that begins two lines with a colon."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the names with which the lines of a text begin."""
        self._count = Counter(name for name in map(_speaker, texts) if name)

    def opens(self, text: str, *, apart: bool) -> bool:
        """Whether a line begins with a speaker's name; `apart`: the line before it is surely complete."""
        name = _speaker(text)
        return bool(name) and (is_capitals(name) or name in {"Q", "A"} or self._count[name] > (1 if apart else 2))


def _speaker(text: str) -> str:
    """The name before a line's first colon, if it looks like one: few words, each with a capital, no digits."""
    found = _SPEAKER.match(text)
    if not found:
        return ""
    words = re.sub(r"\s?[(（][^()（）]*[)）]$", "", found[1]).split()
    if len(words) > _MOST_SPEAKER_WORDS or not words:
        return ""
    return found[1] if all(word[0].isalpha() and not word[0].islower() for word in words) else ""
