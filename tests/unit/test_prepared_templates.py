"""Templates find values as the library does, whatever the values are called."""

from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined

from build_tools.interfaces.template_values import prepare_templates


class Owner:
    """A value with attributes, of which one is a key of it too."""

    name = "attribute"

    def __getitem__(self, key: str) -> str:
        return {"name": "key", "other": "item"}[key]


class NamedValues(dict[str, str]):
    """A mapping with an attribute of its own."""

    name = "attribute"


VALUES = {
    "plain": {"name": "value", "items": "shadowed", "none": None},
    "owner": Owner(),
    "named": NamedValues(name="key", other="item"),
    "words": "words",
}


@pytest.mark.parametrize("owner", sorted(VALUES))
@pytest.mark.parametrize("name", ["name", "other", "items", "none", "absent", "upper"])
@pytest.mark.parametrize("undefined", [True, False])
def test_a_value_of_a_name_is_the_librarys(owner: str, name: str, *, undefined: bool) -> None:
    settings = {"undefined": StrictUndefined} if undefined else {}
    plain, prepared = Environment(**settings), Environment(**settings)  # type: ignore[arg-type] # noqa: S701 - no HTML
    prepare_templates(prepared, "en")
    template = f"{{{{ {owner}.{name} is defined }}}} {{{{ {owner}.{name} is callable or {owner}.{name} }}}}"
    rendered = []
    for templates in (plain, prepared):
        try:
            rendered.append(templates.from_string(template).render(VALUES))
        except Exception as error:  # noqa: BLE001 - a missing value has an error of its own
            rendered.append(f"{type(error).__name__}: {error}")
    assert rendered[0] == rendered[1]
