"""The commands that answer an editor's questions: why a word is linked, and what the glossary lacks."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

import click

from build_tools.corpus.history import current_commit
from build_tools.editing import explanations, quotation_proofs, suggestions
from build_tools.editing.agent_answers.served_edition import ServedEdition, serve_edition
from build_tools.editing.agent_answers.tool_values import RefusedCallError
from build_tools.edition.publication.published_edition import publish
from build_tools.edition.reading import read_edition
from build_tools.interfaces.agents import mcp_server
from build_tools.interfaces.cli.options import FORMAT, ROOT, refuse
from build_tools.interfaces.mkdocs_defaults import site_language
from build_tools.interfaces.publishable_tree import language_of, read_settings
from build_tools.model import block_name
from build_tools.model.findings import has_errors, report
from build_tools.website.citations import Site
from build_tools.website.search import look_up


@click.command()
@ROOT
@FORMAT
@click.argument("source")
@click.argument("paragraph")
@click.option("--words", default=None, help="Only these words of the block, with the labels most similar to them.")
def explain_command(root: Path, output: str, source: str, paragraph: str, words: str | None) -> None:
    """Explain why words of a paragraph (4, ¶4, p4, or a role such as caption) are linked or not."""
    reading = read_edition(root, language_of(root))
    documents = {document.source.id: document for document in reading.documents}
    for absent in reading.absent:
        if absent.id == source:
            refuse(f'The raw text of "{source}" is kept outside the repository: put {absent.seed} into seeds/ first.')
    if source not in documents:
        refuse(f'There is no text "{source}". Texts: {", ".join(sorted(documents)) or "none"}.')
    block = explanations.find_block(documents[source], paragraph)
    if block is None:
        refuse(f'{source} has no "{paragraph}". It has {explanations.block_names(documents[source])}.')
    explanation: explanations.Explanation | None = explanations.explain_block(documents[source], block, reading.lexicon)
    if words is not None and explanation is not None:
        explanation = explanations.explain_words(explanation, words, reading.lexicon)
    if explanation is None:
        refuse(f'The words "{words}" do not occur in {source}, {block_name(block.id)}.')
    if output == "json":
        click.echo(json.dumps(explanations.explanation_as_json(explanation), ensure_ascii=False, indent=2))
    else:
        click.echo(explanations.explanation_as_text(explanation, reading.lexicon.entries))


@click.command()
@ROOT
@FORMAT
@click.argument("words")
def quote_command(root: Path, output: str, words: str) -> None:
    """Say whether the texts have these words exactly, altered or not at all, with the proof.

    "-" reads the words from standard input. The exit code is 1 unless a text has exactly these words.
    """
    quotation = sys.stdin.read() if words == "-" else words
    quotable = read_quotable_edition(root)
    answer = quotable.check(quotation)
    if output == "json":
        click.echo(
            json.dumps(quotation_proofs.proof_as_json(quotation, answer, quotable), ensure_ascii=False, indent=2)
        )
    else:
        click.echo(quotation_proofs.proof_as_text(answer, quotable))
    if answer.state != "exact":
        sys.exit(1)


def read_quotable_edition(root: Path) -> quotation_proofs.Quotable:
    """Return the texts of an edition in which quotations are checked: what of them is published."""
    config = read_settings(root)
    site, language = Site(config.site_name, config.site_url or ""), site_language(config)
    published = publish(read_edition(root, language))
    terms = look_up(published, language)
    return quotation_proofs.read_quotable(published.documents, terms, site, language, current_commit(root))


@click.command()
@ROOT
def mcp_command(root: Path) -> None:
    """Answer agents by the Model Context Protocol, over standard input and output: search, read, quote and more."""
    if not mcp_server.has_sdk():
        refuse(mcp_server.MISSING)
    config = read_settings(root)
    site, language = Site(config.site_name, config.site_url or ""), site_language(config)
    mcp_server.serve_agents(site.name, site.url, partial(_read_served, root, site, language))


def _read_served(root: Path, site: Site, language: str) -> ServedEdition:
    reading = read_edition(root, language)
    if has_errors(reading.findings):
        click.echo(report(reading.findings), err=True)
        raise RefusedCallError('The edition has errors, which "check" lists: none of its texts can be read before.')
    return serve_edition(reading, site, language, current_commit(root))


@click.command()
@ROOT
@FORMAT
@click.option("--limit", type=click.IntRange(min=1), default=None, help="How many suggestions to print at most.")
def suggest_command(root: Path, output: str, limit: int | None) -> None:
    """List what an editor might add to the glossary, the most urgent first."""
    reading = read_edition(root, language_of(root))
    omitted = [omission for page in reading.prose for omission in page.omitted]
    additions = suggestions.suggest_additions(reading.documents, reading.lexicon, reading.mentions, omitted)[:limit]
    if output == "json":
        values = [suggestions.suggestion_as_json(suggestion) for suggestion in additions]
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        click.echo(suggestions.suggestions_as_text(additions) or "Nothing to suggest.")
