"""The theme's style sheet is thinned before there are pages: no rule is lost that one of them needs."""

from __future__ import annotations

import re
from importlib.resources import files

from build_tools.website.assets.pruning import class_names, thin_out
from build_tools.website.assets.theme_sheet import theme_rules
from tests.support.builds import Site

CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")


def theme_sheet() -> str:
    folder = files("material") / "templates/assets/stylesheets"
    (sheet,) = (file for file in folder.iterdir() if re.fullmatch(r"main\..*\.css", file.name))
    return sheet.read_text(encoding="utf-8")


def test_every_class_of_a_page_keeps_the_rules_that_the_theme_has_for_it(site: Site) -> None:
    published = set(CLASS.findall((site.folder / "assets/reader.css").read_text(encoding="utf-8")))
    classes: set[str] = set()
    for page in site.folder.rglob("*.html"):
        # The theme's dialog has nothing in it: it is hidden, and no feature shows it.
        html = page.read_text(encoding="utf-8").replace('<div class="md-dialog__inner md-typeset"></div>', "")
        classes.update(class_names(html))
    needed = set(CLASS.findall(thin_out(theme_sheet(), classes)))
    assert len(needed & classes) > 10
    assert (needed & classes) - published == set()


def test_no_page_loads_a_sheet_of_the_theme(site: Site) -> None:
    assert not (site.folder / "assets/stylesheets").exists()
    assert all("assets/stylesheets" not in page.read_text("utf-8") for page in site.folder.rglob("*.html"))


def test_what_an_extension_writes_and_what_a_feature_shows_is_kept() -> None:
    template = '<article class="md-typeset">'  # of an edition that lets the theme draw what Markdown writes
    plain = theme_rules([template], ["toc"], [])
    assert ".footnote-backref" not in plain
    assert ".footnote-backref" in theme_rules([template], ["toc", "footnotes"], [])
    assert ".tabbed-labels" in theme_rules([template], ["pymdownx.tabbed"], [])
    assert ".md-tabs__item" not in plain
    assert ".md-tabs__item" in theme_rules([], [], ["navigation.tabs"])
    for kept in (".tip", ".admonition-title", ".highlight", ".k"):
        assert kept in theme_rules([template], ["admonition"], [])
    assert ".md-typeset" not in theme_rules([], ["admonition"], []).replace("md-typeset__", "")
