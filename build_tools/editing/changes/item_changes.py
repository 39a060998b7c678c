"""Compare hand-written files field by field: entries, texts, registers and pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from typing import Any

from build_tools.corpus.registers import OUTSIDE_WORKS
from build_tools.corpus.written_pages import Prose
from build_tools.editing.changes.change_values import Breach, FieldChange, ItemChange, Side
from build_tools.edition.reading import Reading
from build_tools.model import Creator, Entry, Label, Source
from build_tools.model.registers import Discrepancy, OutsideWork, Quotation

Item = Entry | Source | Discrepancy | Quotation | OutsideWork | Prose

COLLECTIONS = ("docs/glossary", "docs/sources", "docs/discrepancies", "docs/quotations", OUTSIDE_WORKS)
"""The folders whose file names are published ids."""

_UNSEEN = (
    *("lines", "line", "notes_line", "headnote_line", "body_line", "points_line"),
    *("path", "id", "text", "front_matter", "seed"),
)
_WORDS = {"not_within": "not within", "not_in_sources": "not in texts"}


def compare_items(before: Side, after: Side) -> tuple[ItemChange, ...]:
    """Return every item that is new, gone, renamed or has a field that differs, in the order of their paths.

    A file that only one side can read is left out.
    """
    earlier, later = _items(before.reading), _items(after.reading)
    moved = _moved(later)
    changes = []
    for path in sorted(earlier.keys() | later.keys()):
        was, now = earlier.get(path), later.get(path)
        if was is None and now is not None and path not in before.tree.files:
            formerly = next((old for old, new in moved.items() if new == path and old in earlier), "")
            state = "renamed" if formerly else "new"
            differing = tuple(_fields(earlier[formerly], now)) if formerly else ()
            changes.append(ItemChange(path, state, differing, formerly))
        elif now is None and path not in after.tree.files:
            if moved.get(path) not in later:
                changes.append(ItemChange(path, "withdrawn" if path in _withdrawn(after.reading) else "gone"))
        elif was is not None and now is not None and (differing := tuple(_fields(was, now))):
            changes.append(ItemChange(path, "changed", differing))
    return tuple(changes)


def find_breaches(before: Side, after: Side) -> Iterator[Breach]:
    """Yield the published addresses of pages that vanish without a redirect."""
    kept = set(_moved(_items(after.reading))) | set(after.tree.files) | _withdrawn(after.reading)
    for path in sorted(before.tree.files):
        folder, _, name = path.rpartition("/")
        if path in kept or name == "index.md" or not path.endswith(".md") or path == "docs/index.md":
            continue
        if folder == OUTSIDE_WORKS:
            continue  # no page of its own, and whatever cites it is an error
        if folder in COLLECTIONS:
            yield Breach(path, f"the address /{_address(path)}/ vanishes; {_remedy(name)}")
        elif folder.startswith("docs"):
            yield Breach(
                path, f"the address /{_address(path)}/ vanishes; keep the page, with a link to what replaces it"
            )
    for path, target in sorted(_moved(_items(before.reading)).items()):
        if path not in kept and target in after.tree.files:
            yield Breach(target, f"the former address /{_address(path)}/ no longer redirects; keep it under former_ids")


def unreadable(side: Side) -> Iterator[str]:
    """Yield the files of a side that hold an item and could not be read."""
    paths = {
        path for path in side.tree.files if path.rpartition("/")[0] in COLLECTIONS and not path.endswith("/index.md")
    }
    missing = {path for path in paths if path.endswith(".md")} - set(_items(side.reading))
    missing -= {path for path in missing if path.startswith("docs/sources/")} if side.pages is None else set()
    yield from sorted(missing)


def renamed_files(reading: Reading) -> Mapping[str, str]:
    """Return the present path of each file whose former id is kept, by the path it had."""
    return _moved(_items(reading))


def _address(path: str) -> str:
    return path.removeprefix("docs/").removesuffix(".md")


def _remedy(name: str) -> str:
    return f'give the item that replaces it "former_ids: [{name.removesuffix(".md")}]"'


def _items(reading: Reading) -> Mapping[str, Item]:
    items: dict[str, Item] = {entry.path: entry for entry in reading.entries}
    items |= {source.path: source for source in reading.sources}
    items |= {item.path: item for item in reading.registers.written}
    items |= {f"docs/{page.path}": page for page in reading.prose}
    return items


def _withdrawn(reading: Reading) -> set[str]:
    """Return the path of each file that was withdrawn, by its present and its former ids."""
    withdrawals = [withdrawal for page in reading.prose for withdrawal in page.withdrawn]
    return {f"docs/{item.folder}/{key}.md" for item in withdrawals for key in (item.id, *item.former_ids)}


def _moved(items: Mapping[str, Item]) -> Mapping[str, str]:
    """Return where each former id leads: the present path by the former one."""
    moved = {}
    for path, item in items.items():
        for former in item.former_ids if isinstance(item, Entry | Source | Discrepancy | Quotation) else ():
            moved[f"{path.rpartition('/')[0]}/{former}.md"] = path
    return moved


def _fields(was: Item, now: Item) -> Iterator[FieldChange]:
    for field in fields(was):
        if field.name in _UNSEEN:
            continue
        old, new = getattr(was, field.name), getattr(now, field.name)
        if old == new:
            continue
        name = _WORDS.get(field.name, field.name.replace("_", " "))
        if _is_list(old) and _is_list(new):
            earlier, later = tuple(map(_shown, old)), tuple(map(_shown, new))
            yield FieldChange(name, lost=_without(earlier, later), gained=_without(later, earlier))
        else:
            yield FieldChange(name, _shown(old), _shown(new))


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str | Label | Creator) for item in value)


def _without(items: tuple[str, ...], excluded: Collection[str]) -> tuple[str, ...]:
    return tuple(item for item in items if item not in excluded)


def _shown(value: Any) -> str:  # noqa: ANN401  # a field of any of the frozen values
    if isinstance(value, Label):
        return f"{value.text} ({value.lang})"
    if isinstance(value, Creator):
        return value.name
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(part)}" for key, part in sorted(value.items()))
    if hasattr(value, "__dataclass_fields__"):
        parts = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name not in _UNSEEN)
        return ", ".join(f"{name}: {_shown(part)}" for name, part in parts if part not in (None, "", ()))
    return str(value)
