"""The order and the digits in which the index is written, those of the browser that reads it."""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_FIVE_BITS = 31


def browser_order(text: str) -> bytes:
    """A key that sorts texts as browsers compare them: by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def base32_varint(number: int) -> str:
    """A number in digits of five bits, the lowest first; a sixth bit says that another follows."""
    digits = []
    while number > _FIVE_BITS:
        digits.append(_DIGITS[number & 31 | 32])
        number >>= 5
    return "".join([*digits, _DIGITS[number]])


ENCODED = tuple(map(base32_varint, range(1 << 15)))
"""The small numbers encoded: nearly all are small, and there are millions of them."""
