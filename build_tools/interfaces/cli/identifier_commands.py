"""The commands that change what an id stands for: all that refers to it follows, and its address leads on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from build_tools.corpus.sources.seeds import FOLDER as SEEDS
from build_tools.editing.identifiers.drafts import Draft, LineChange, Plan, read_draft
from build_tools.editing.identifiers.merging import merge
from build_tools.editing.identifiers.received_names import CHECKSUMS, find_received, rename_received
from build_tools.editing.identifiers.references import Item
from build_tools.editing.identifiers.remainders import find_remainders
from build_tools.editing.identifiers.renaming import WITH_PAGES, IdentifierError, find_item, rename
from build_tools.editing.identifiers.trials import count_changed_mentions, new_errors, try_plan
from build_tools.editing.identifiers.withdrawing import Reason, withdraw_entry, withdraw_text
from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import Reading, read_edition
from build_tools.interfaces.cli.options import ROOT, finish, refuse, visible_lines
from build_tools.interfaces.publishable_tree import language_of
from build_tools.model.findings import ERROR, pluralise, report
from build_tools.text.escaping import visible
from build_tools.website import writing

_LONGEST = 60  # characters of a change that are shown on its line
_DRY_RUN = click.option(
    "--dry-run", "is_dry", is_flag=True, help="Print what would change as a diff, and write nothing."
)


@click.command(name="rename")
@ROOT
@_DRY_RUN
@click.argument("identifier", metavar="ID")
@click.argument("new")
def rename_command(root: Path, identifier: str, new: str, *, is_dry: bool) -> None:
    """Give an entry, a text, a difference, a quotation or an outside source the id NEW; all that refers to it follows.

    Where several have the same id, write the folder before it: sources/ID. The old address leads to the new one.
    """
    change = _Change(root)
    try:
        item = find_item(change.draft, identifier)
        rename(change.draft, item, new)
        if item.kind == "source":
            change.rename_received(item, new)
    except IdentifierError as error:
        refuse(visible(str(error)))
    change.make({item.id: new} if item.kind in WITH_PAGES else {}, is_dry=is_dry)
    for place in find_remainders(read_draft(root), item.id) if not is_dry else ():
        click.echo(f'{place}: "{item.id}" is left as it is: it is code, and may be a command or an address')


@click.command(name="merge")
@ROOT
@_DRY_RUN
@click.argument("entry")
@click.argument("into")
def merge_command(root: Path, entry: str, into: str, *, is_dry: bool) -> None:
    """Make an ENTRY a part of another, INTO, which gets its names, evidence and relations.

    All that refers to ENTRY refers to INTO, and the old address leads there. Definition and notes of ENTRY are kept
    under a heading below those of INTO, for an editor to work in.
    """
    change = _Change(root)
    try:
        items = [find_item(change.draft, words, ("entry",)) for words in (entry, into)]
        notes = merge(change.draft, items[0], items[1], change.language)
    except IdentifierError as error:
        refuse(visible(str(error)))
    change.make({items[0].id: items[1].id}, is_dry=is_dry)
    for note in notes if not is_dry else ():
        click.echo(visible(note))


@click.command(name="withdraw")
@ROOT
@_DRY_RUN
@click.argument("identifier", metavar="ID")
@click.option("--reason", "words", required=True, help="Why, in a sentence that readers see.")
@click.option("--on", "day", required=True, help="The day of the withdrawal: 2026-03-01.")
@click.option("--to", "other", default="", metavar="ID", help="What to read instead; links to an entry lead there.")
def withdraw_command(  # noqa: PLR0913 - one for each option
    root: Path, identifier: str, words: str, day: str, other: str, *, is_dry: bool
) -> None:
    """Withdraw an entry or a text; a page at its address says when and why.

    What refers to an entry says its name instead, or refers to another, --to. A text keeps its citation and its
    addresses; its words are removed from the repository.
    """
    if not _is_day(day):
        refuse(f'"{visible(day)}" is not a day: write it as 2026-03-01.')
    if not words.strip() or not words.isprintable():
        refuse("--reason is a sentence on one line, without control characters.")
    change = _Change(root)
    try:
        item = find_item(change.draft, identifier, ("entry", "source"))
        reason = Reason(words.strip(), day, find_item(change.draft, other, WITH_PAGES) if other else None)
        if item.kind == "source":
            change.withdraw_text(item, reason)
        else:
            withdraw_entry(change.draft, item, reason)
    except IdentifierError as error:
        refuse(visible(str(error)))
    after = change.make({}, is_dry=is_dry)
    cited = [finding for finding in after.findings if finding.code == "withdrawn-cited" and finding.value == item.id]
    if cited:
        click.echo(report(cited), err=True)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # it reads other forms of ISO 8601 too
    except ValueError:
        return False


class _Change:
    """A change of ids on its way to the disk: the edition and its files as they are, and what becomes of them."""

    def __init__(self, root: Path) -> None:
        """Read an edition; exit with 1 if it has errors."""
        self.root, self.language = root, language_of(root)
        self.texts = KeptTexts()
        self.reading = read_edition(root, self.language, self.texts.stages)
        finish(tuple(finding for finding in self.reading.findings if finding.severity == ERROR))
        self.draft: Draft = read_draft(root)

    def rename_received(self, item: Item, new: str) -> None:
        """Note that the raw text and the original of a converted text follow its id."""
        seeds = self.root / SEEDS
        names = {path.relative_to(self.root).as_posix().lower() for path in seeds.rglob("*")}
        for path in (*find_received(self.draft.page(item.path)), CHECKSUMS):
            if (self.root / path).is_file():
                self.draft.take(path, (self.root / path).read_bytes())
        rename_received(self.draft, item, new, names)

    def withdraw_text(self, item: Item, reason: Reason) -> None:
        """Note that a text is withdrawn; print where other files repeat its words, which nothing can find later."""
        received = withdraw_text(self.draft, item, reason)
        reading = try_plan(self.root, self.draft, self.draft.plan(), self.texts, self.language)
        before = set(self.reading.findings)
        if repeated := [
            finding for finding in reading.findings if finding.code == "words-withheld" and finding not in before
        ]:
            click.echo(report(repeated), err=True)
        for path in received:
            if (self.root / path).is_file():
                self.draft.remove(path, (self.root / path).read_bytes())

    def make(self, renamed: Mapping[str, str], *, is_dry: bool) -> Reading:
        """Try the plan, print it and write it; exit with 1, and write nothing, if the edition would have errors.

        Args:
            renamed: The new id of each item, by the old one.
            is_dry: Whether only a diff is printed.
        """
        plan = self.draft.plan()
        after = try_plan(self.root, self.draft, plan, self.texts, self.language)
        if errors := new_errors(after):
            click.echo("Nothing was written, since the edition would have errors:", err=True)
            finish(errors)
        if is_dry:
            click.echo(visible_lines(plan.as_diff()), nl=False)
            return after
        gone: dict[Path, bytes | None] = {self.root / path: None for path in plan.before if path not in plan.after}
        writing.replace_all({**gone, **{self.root / path: data for path, data in plan.after.items()}}, self.root)
        for line in _describe(plan):
            click.echo(line)
        number = count_changed_mentions(self.reading, after, renamed)
        total = pluralise(sum(map(len, after.mentions.values())), "mention")
        click.echo(f"{pluralise(len(plan.before), 'file')} changed; {total}, {number or 'none'} of them changed.")
        return after


def _describe(plan: Plan) -> Iterator[str]:
    for change in plan.changes:
        yield f"{visible(change.path)}:{change.line}: {_describe_change(change)}"
    for path in sorted({*plan.after} - {*plan.before} - {*plan.moved.values()}):
        yield f"{visible(path)}: new"
    for path in plan.before:
        if path in plan.moved:
            yield f"{visible(path)}: now {plan.moved[path]}"
        elif path not in plan.after:
            yield f"{visible(path)}: removed"


def _describe_change(change: LineChange) -> str:
    before, after = (_shortened(words) for words in (change.before, change.after))
    if not before:
        return f"added {after}"
    return f"{before} → {after}" if after else f"removed {before}"


def _shortened(words: str) -> str:
    flat = visible(" ".join(words.split()))
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()}…"
