"""The MkDocs plugin `reader`: publishes the composed pages and the package's assets. Only this package knows MkDocs."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as BuiltPage
from mkdocs.utils.templates import TemplateContext

from build_tools.corpus.history import check_history, last_changes
from build_tools.corpus.regular_files import check_files
from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import read_edition
from build_tools.interfaces import PUBLIC_LOG, collect_rarely
from build_tools.interfaces.built_pages import BuiltPages, set_alignment_apart
from build_tools.interfaces.composed_pages import ComposedPages
from build_tools.interfaces.kept_pages import KeptPages
from build_tools.interfaces.kept_prose import KeptProse
from build_tools.interfaces.mkdocs_defaults import ReaderConfig, apply_defaults, navigation, site_language
from build_tools.interfaces.mkdocs_files import publish_files, publishable, read_assets
from build_tools.interfaces.progress import TEXTS_READ, Progress
from build_tools.interfaces.publishing.asked_workers import link_by_workers
from build_tools.interfaces.publishing.companion_files import CompanionFiles
from build_tools.interfaces.publishing.shared_pages import SharedPages
from build_tools.interfaces.serving.edit_observer import observe_edits
from build_tools.interfaces.serving.fallback_pages import fall_back
from build_tools.interfaces.serving.served_site import ServedSite
from build_tools.interfaces.serving.unchanged_pages import ServedFiles, leave_unchanged
from build_tools.interfaces.site_swap import SiteSwap
from build_tools.interfaces.template_values import home_address, prepare_templates
from build_tools.model import Data
from build_tools.model.findings import has_errors, report
from build_tools.website.citations import Site
from build_tools.website.composing import compose
from build_tools.website.kept import Kept
from build_tools.website.markup.as_html import without_slots
from build_tools.website.markup.composed_page import SiteFile, TreePage
from build_tools.website.search import KeptTerms
from build_tools.website.writing import disk_cache

_log = logging.getLogger("mkdocs.plugins.reader")


class ReaderPlugin(BasePlugin[ReaderConfig]):  # type: ignore[no-untyped-call] # MkDocs leaves a hook of it untyped
    """Gives MkDocs the edition's pages in memory, in the place of the hand-written files below docs/."""

    def __init__(self) -> None:
        """Start without pages; `mkdocs serve` keeps the plugin, and so the last good pages, between builds."""
        super().__init__()
        self._serving, self._swap, self._progress = False, SiteSwap(), Progress()
        self._last_good: tuple[SiteFile, ...] = ()
        self._texts, self._terms = KeptTexts(self._progress.step), KeptTerms()
        self._composed, self._built, self._prose = ComposedPages(), BuiltPages(), KeptProse()
        self._kept, self._programs = KeptPages(), CompanionFiles()
        self._shared = SharedPages(self._kept, self._swap, self._programs)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served while somebody edits, and whether the last site is built upon."""
        collect_rarely()
        self._serving = command == "serve"
        self._swap = ServedSite() if self._serving else SiteSwap(dirty=dirty)

    @event_priority(-100)  # after any plugin that moves the site, as mike does to the folder of a version
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set the defaults of an edition, and build it beside its place."""
        apply_defaults(config, is_served=self._serving)
        self._swap.begin(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuse what is no file before MkDocs, which follows links and copies pipes, looks at any.

        Raises:
            PluginError: If there is such a file; the message lists every finding.
        """
        root = Path(config.docs_dir).parent
        if check_files(root):
            raise PluginError(report(read_edition(root, site_language(config)).findings))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the hand-written pages by the composed ones, and add data and assets.

        Edit links lead to the hand-written files. While the edition has an error, a server logs the findings and serves
        the last good pages, or a page that lists the findings.

        Raises:
            PluginError: If a finding is an error and the site is built, not served; the message lists every finding.
        """
        root, language = Path(config.docs_dir).parent, site_language(config)
        programs, self._built = self._programs, BuiltPages(config.markdown_extensions)
        self._composed = ComposedPages(language, programs.copy)
        site, is_public = Site(config.site_name, home_address(config)), bool(os.environ.get(PUBLIC_LOG))
        for advice in () if self._last_good else check_history(root):  # not after every edit
            _log.info("%s. %s", advice.message, advice.hint)
        assets, place = read_assets(config), self._swap.place_of(config)  # first, to free for texts what it takes
        cache = self._kept.begin(disk_cache(root, place, asks_for_all=not self._serving), self._swap)
        self._progress.begin(TEXTS_READ)
        once = KeptTexts(self._progress.step, are_read_again=False)
        link_all = None if self._serving else link_by_workers(root, language, cache)
        kept = Kept(cache, self._texts, self._terms) if self._serving else Kept(cache, once, link_all=link_all)
        programs.begin(config, changed := last_changes(root), place, is_served=self._serving)
        composed, findings = compose(
            *(root, changed, language, site),
            is_public=is_public,
            kept=kept,
            take=programs.take,
            put=None if self._serving else programs.stored.put,
            has_data=programs.has_data,
        )
        if has_errors(findings):
            if not self._serving:
                raise PluginError(report(findings))  # a build that is refused writes no cache either
            composed = fall_back(files, config, findings, self._last_good)
        else:
            self._last_good = composed if self._serving else ()
            if findings:
                _log.info("%d pieces of advice; read them with: python -m build_tools check", len(findings))
        if config.nav is None:
            config.nav = navigation((item for item in composed if not isinstance(item, Data)), language)
        composed = tuple(item if isinstance(item, Data) else publishable(item) for item in composed)
        publish_files(composed, assets, files, config, programs.stored.files(config))
        programs.open(config, composed)
        self._composed.take(item for item in composed if isinstance(item, TreePage))
        return ServedFiles(files) if self._serving else files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Begin to count the pages that are made of Markdown, and take in what is part of every page."""
        self._shared = SharedPages(self._kept, self._swap, self._programs, nav)
        self._kept.take_frame(config, nav)
        if isinstance(files, ServedFiles) and isinstance(self._swap, ServedSite):
            self._prose.begin(files, config)
            pages, site = self._composed, self._swap
            leave_unchanged(files, nav, self._kept.frame, composed=pages, prose=self._prose, site=site)
        self._progress.begin("Pages made", len(files.documentation_pages()))
        return nav

    def on_pre_page(self, page: BuiltPage, *, config: MkDocsConfig, files: Files) -> BuiltPage:  # noqa: ARG002 - MkDocs passes them
        """Spare MkDocs what is HTML already."""
        if not self._composed.spare_markdown(page):
            self._prose.spare_conversion(page)
        return page

    def on_page_markdown(self, markdown: str, *, page: BuiltPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Let mkdocstrings read the API pages alone: on any other, its directives are words."""
        self._progress.step()
        self._built.choose_extensions(page.file.src_uri, config)
        prose = self._composed.markdown_of(page)
        return self._built.leave_out_descriptions(markdown if prose is None else prose, page.file.src_uri)

    def on_page_content(self, html: str, *, page: BuiltPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Replace the style attributes that Markdown gives to cells."""
        return self._composed.keep_prose(page, set_alignment_apart(html))

    @event_priority(100)  # before any plugin that reads the page
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: BuiltPage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 - MkDocs passes it
    ) -> TemplateContext:
        """Give a page that is to be made its HTML, and its template what is around it; check its text too."""
        if self._shared.is_taken(page) or self._kept.leave(
            page, self._composed.find(page), self._composed.prose_of(page.file.src_uri)
        ):
            return {**context, "is_left": True}  # type: ignore[typeddict-unknown-key] # a value of our own
        around = self._composed.fill_in(page, config)
        if around:
            self._built.inspect_content(page.file.src_uri, without_slots(page.content or ""))
        return {**context, **around, "layout": page.meta.get("layout")}  # type: ignore[typeddict-item] # values of our own

    @event_priority(-100)  # after mkdocstrings, whose links to its own pages are completed here
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Refuse the site if a text has become what may not be on a page; else let templates speak its language.

        Raises:
            PluginError: If the site is built, not served; the message lists every page, element, attribute and value.
        """
        self._built.inspect_files(files.documentation_pages(), self._composed.prose_of)
        self._refuse_violations()
        prepare_templates(env, site_language(config))
        if isinstance(self._swap, ServedSite):
            self._swap.leave_files(files, generated_by="reader")
            env.bytecode_cache = self._swap.compiled
        self._progress.begin("Pages written", len(files.documentation_pages()))
        if not self._serving:
            self._shared.begin(self._composed, self._built, config, env, files, self._progress.hide)
        return env

    def on_post_page(self, output: str, *, page: BuiltPage, config: MkDocsConfig) -> str:
        """Hold a whole page against the list of what may be on it, and keep one that may be as it is."""
        if not (self._shared.is_taken(page) or self._kept.is_left(page)):
            self._built.inspect_page(page.file.src_uri, output, page.content or "", config)
            if self._built.is_clean(page.file.src_uri):
                self._kept.keep(page, output)
        self._progress.step()
        self._composed.release(page)
        return output

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - MkDocs passes it
        """Hear of edits from the system, where it can tell."""
        observe_edits(server, config.docs_dir)
        return server

    @event_priority(-1000)  # the site is put into its place when every other plugin has done its part
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the site.

        Raises:
            PluginError: If a page has what may not be on it, and the site is built, not served.
        """
        self._progress.end()
        self._shared.finish()
        self._refuse_violations()
        self._programs.write(config)
        self._swap.finish(config)
        self._kept.finish()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last site as it is.

        Raises:
            PluginError: If the disk refused; the message says what in a sentence.
        """
        self._shared.abandon()
        self._kept.abandon(error)
        self._swap.fail(error)

    def on_shutdown(self) -> None:
        """Leave the last site as it is where the build was interrupted."""
        self._shared.abandon()
        self._kept.abandon(KeyboardInterrupt())
        self._swap.close()

    def _refuse_violations(self) -> None:
        if violations := self._built.report():
            if not self._serving:
                raise PluginError(violations)
            _log.error("%s", violations)
