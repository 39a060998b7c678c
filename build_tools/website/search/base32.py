"""The sort order and the number format of the index: what the browser that reads it uses."""

from __future__ import annotations

from collections.abc import Iterable

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""The digits of a number in an index: the 32 that end it, and the same again for one with another behind it."""

_DIGIT_BITS = 5
_DIGIT_MASK = 0b11111
_MORE = 0b100000  # set in a digit that is followed by another


def browser_order(text: str) -> bytes:
    """Return a sorting key that orders texts as browsers compare them: by UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")


def base32_varint(number: int) -> str:
    """Return a number as a variable-length integer of five bits a digit, the lowest bits first.

    The sixth bit of a digit says that another digit follows.
    """
    digits = []
    while number > _DIGIT_MASK:
        digits.append(DIGITS[number & _DIGIT_MASK | _MORE])
        number >>= _DIGIT_BITS
    return "".join([*digits, DIGITS[number]])


_LAST, _FOLLOWED = DIGITS[:_MORE], DIGITS[_MORE:]
ENCODED = (
    *_LAST,
    *(low + high for high in _LAST[1:] for low in _FOLLOWED),
    *(low + middle + high for high in _LAST[1:] for middle in _FOLLOWED for low in _FOLLOWED),
)
"""The small numbers, encoded in advance: an index has millions of numbers, and nearly all of them are small."""

_LOW_DIGITS = tuple(low_digit + digit for digit in _FOLLOWED for low_digit in _FOLLOWED)
_LOW_BITS = 2 * _DIGIT_BITS
_LOW_MASK = (1 << _LOW_BITS) - 1


def base32_varints(numbers: Iterable[int]) -> str:
    """Return numbers one after another, each encoded."""
    encoded, count = ENCODED, len(ENCODED)
    return "".join([encoded[number] if number < count else _encode_large(number) for number in numbers])


def _encode_large(number: int) -> str:
    """Return a number of more than three digits, encoded from its two lowest digits and the rest."""
    rest = number >> _LOW_BITS
    return _LOW_DIGITS[number & _LOW_MASK] + (ENCODED[rest] if rest < len(ENCODED) else _encode_large(rest))
