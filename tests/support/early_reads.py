"""Where a test reads a page that has not answered yet: acts, waits and reads, followed through each function.

A read right after an act sees the old state on a busy machine. It must come after a wait: after what `expect` says,
which is tried again until it holds, or after a loop that looks, sleeps and looks again.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from tests.support.browser_verbs import (
    ACTS,
    ADDRESS_WAITS,
    FROM_HERE,
    READS,
    SLEEPS,
    WAITS,
    acts_by_script,
    called,
    is_expectation,
)
from tests.support.module_functions import Function, Module

LIBRARIES = ("playwright.sync_api", "tests.support.browsing")
"""Where a test that uses a browser has its names from."""

_BROWSERS = re.compile(r"\b(Browser|BrowserContext|ElementHandle|Frame|Locator|Page)\b")
_MAKERS = re.compile(r"^(Readers|Callable\[.*\b(Page|Locator)\])$")
_CALLER = "what came before"

Part = Literal["page", "address"]
Pending = frozenset[tuple[Part, str]]
"""The parts of a page whose answer to an act nobody has waited for; none where the page is settled."""


def acted(what: str) -> Pending:
    """Return what is pending after an act."""
    return frozenset({("page", what), ("address", what)})


NOTHING: Pending = frozenset()
UNKNOWN = acted(_CALLER)


@dataclass(frozen=True)
class Effect:
    """What a call does: which parts it reads before it waits for them, and what is pending after it."""

    reads: frozenset[Part] = frozenset()
    pending: Pending = UNKNOWN


def early_reads(files: Iterable[tuple[str, str]]) -> list[str]:
    """Return the places of all reads with an act and no wait before them, as "path:line: what"."""
    modules = {module.name: module for module in (Module.parsed(path, text) for path, text in files)}
    suite = Suite(modules)
    for module in modules.values():
        if module.imports_from(*LIBRARIES):
            for function in module.functions.values():
                suite.effect(module, function)
    return sorted(suite.found)


@dataclass
class Suite:
    """All modules, and what their functions were found to do."""

    modules: dict[str, Module]
    found: set[str] = field(default_factory=set)
    known: dict[int, Effect] = field(default_factory=dict)

    def effect(self, module: Module, function: Function, names: Iterable[str] = ()) -> Effect:
        """Return what a function does; one that calls itself is taken to do nothing meanwhile."""
        if id(function) not in self.known:
            self.known[id(function)] = Effect()
            self.known[id(function)] = Walk(self, module, function, set(names)).effect()
        return self.known[id(function)]

    def resolved(self, module: Module, name: str) -> tuple[Module, Function] | None:
        """Find a function by the name that it has in a module; a fixture stands for the function that it yields."""
        if name in module.functions:
            function = module.functions[name]
            inner = {node.name: node for node in ast.walk(function) if isinstance(node, Function)}
            yielded = [node.value for node in ast.walk(function) if isinstance(node, ast.Yield)]
            given = [one.id for one in yielded if isinstance(one, ast.Name) and one.id in inner]
            self.effect(module, function)  # first, since it has the names that the inner one uses
            return module, inner[given[0]] if given else function
        where, original = module.imports.get(name, ("", ""))
        return self.resolved(self.modules[where], original) if where in self.modules else None


class Walk:
    """A way through a function in the order in which it runs; it notes each act, wait and read."""

    def __init__(self, suite: Suite, module: Module, function: Function, names: set[str]) -> None:
        self.suite, self.module, self.function = suite, module, function
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        kinds = {one.arg: ast.unparse(one.annotation) for one in arguments if one.annotation}
        self.makers = {name for name, kind in kinds.items() if _MAKERS.match(kind)}
        self.names = names | {name for name, kind in kinds.items() if _BROWSERS.search(kind)} - self.makers
        self.is_fixture = any("fixture" in ast.unparse(one) for one in function.decorator_list)
        self.pending = UNKNOWN
        self.left = NOTHING
        self.reads: set[Part] = set()

    def effect(self) -> Effect:
        """Go through the function and the functions inside it."""
        self.block(self.function.body)
        for node in ast.walk(self.function):
            if isinstance(node, Function) and node is not self.function:
                self.suite.effect(self.module, node, self.names)
        return Effect(frozenset(self.reads), self.left | self.pending)

    def block(self, statements: Iterable[ast.stmt]) -> None:
        for statement in statements:
            self.statement(statement)

    def statement(self, node: ast.stmt) -> None:
        """Go through a statement; of two branches both are gone, and a loop is gone twice."""
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                pass
            case ast.If():
                self.value(node.test)
                self.branches([lambda: self.block(node.body), lambda: self.block(node.orelse)])
            case ast.For() | ast.While():
                self.loop(node)
            case ast.With():
                self.context(node)
            case ast.Try():
                self.branches([lambda: self.block(node.body), *(lambda h=h: self.block(h.body) for h in node.handlers)])
                self.block([*node.orelse, *node.finalbody])
            case ast.Return() | ast.Raise():
                self.value(node)
                self.left |= self.pending if isinstance(node, ast.Return) else NOTHING
                self.pending = NOTHING
            case ast.Assign(targets=[target]):
                self.value(node.value)
                self.assign(target, node.value)
            case _:
                self.value(node)

    def branches(self, ways: Iterable[Callable[[], None]]) -> None:
        before, after = self.pending, NOTHING
        for go in ways:
            self.pending = before
            go()
            after |= self.pending
        self.pending = after

    def loop(self, node: ast.For | ast.While) -> None:
        """Go through a loop; one that looks and sleeps until something holds is a wait."""
        if any(isinstance(one, ast.Call) and called(one) in SLEEPS for one in ast.walk(node)):
            self.wait()
            return
        if isinstance(node, ast.For):
            self.value(node.iter)
            self.draw(node.target, node.iter)
        for _ in range(2):
            if isinstance(node, ast.While):
                self.value(node.test)
            self.block(node.body)

    def context(self, node: ast.With) -> None:
        """Go through a block; one that expects an event ends with it."""
        for item in node.items:
            self.value(item.context_expr)
            if item.optional_vars:
                self.assign(item.optional_vars, item.context_expr)
        self.block(node.body)
        calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
        if any(called(call).startswith("expect_") and self.of_browser(call) for call in calls):
            self.pending = NOTHING

    def assign(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, part in zip(target.elts, value.elts, strict=False):
                self.assign(one, part)
        else:
            self.draw(target, value)

    def draw(self, target: ast.expr, values: ast.expr) -> None:
        """Note what a loop or a comprehension takes out of some values."""
        if isinstance(target, ast.Name):
            (self.names.add if self.of_browser(values) else self.names.discard)(target.id)

    def of_browser(self, node: ast.expr) -> bool:
        """Say whether a value is a page, or an element or other part of one."""
        match node:
            case ast.Name():
                return node.id in self.names
            case ast.Tuple() | ast.List():
                return any(map(self.of_browser, node.elts))
            case ast.Call(func=ast.Attribute() as method):
                return method.attr not in READS - {"all"} and self.of_browser(method.value)
            case ast.Call(func=ast.Name(id=name)):
                found = self.suite.resolved(self.module, name)
                kind = ast.unparse(found[1].returns) if found and found[1].returns else ""
                return name in self.makers or bool(_BROWSERS.search(kind))
            case ast.Attribute() | ast.Subscript():
                return self.of_browser(node.value)
        return False

    def value(self, node: ast.AST) -> None:
        """Go through an expression, innermost first; what a comprehension or a lambda has is gone through once."""
        for child in in_order(node):
            self.value(child)
        if isinstance(node, ast.Yield) and self.is_fixture:
            self.pending = acted("the test that was given the fixture")
        elif isinstance(node, ast.comprehension):
            self.draw(node.target, node.iter)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            self.call(node, node.func.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            self.method(node, node.func)
        elif isinstance(node, ast.Attribute) and node.attr == "url" and self.is_page(node.value):
            self.read(node, "address")

    def is_page(self, node: ast.expr) -> bool:
        return self.of_browser(node) and not isinstance(node, ast.Attribute | ast.Subscript)

    def call(self, node: ast.Call, name: str) -> None:
        inner = next((one for one in ast.walk(self.function) if isinstance(one, Function) and one.name == name), None)
        found = (self.module, inner) if inner else self.suite.resolved(self.module, name)
        if found:
            effect = self.suite.effect(*found, self.names if inner else ())
            for part in effect.reads:
                self.read(node, part)
            still = frozenset(one for one in self.pending if (one[0], _CALLER) in effect.pending)
            own = {(part, f"{name} in line {node.lineno}") for part, act in effect.pending if act != _CALLER}
            self.pending = still | own

    def method(self, node: ast.Call, method: ast.Attribute) -> None:
        name = method.attr
        if is_expectation(node):
            self.wait(name)
        elif not self.of_browser(method.value):
            if any(isinstance(one, ast.Name) and self.of_browser(one) for one in node.args):
                self.read(node, "page")  # by another library
            return
        if name in FROM_HERE:
            self.read(node, "address")
        if name in WAITS:
            self.wait(name)
        elif name in ACTS or (name == "evaluate" and acts_by_script(node)):
            self.pending = acted(f"{name} in line {node.lineno}")
        elif name in READS:
            self.read(node, "page")

    def wait(self, name: str = "") -> None:
        self.pending = frozenset(one for one in self.pending if one[0] == "address" and name not in ADDRESS_WAITS)

    def read(self, node: ast.expr, part: Part) -> None:
        if (part, _CALLER) in self.pending:
            self.reads.add(part)
        for act in {what for kind, what in self.pending if kind == part and what != _CALLER}:
            self.suite.found.add(f"{self.module.path}:{node.lineno}: {ast.unparse(node)[:60]} after {act}")


def in_order(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node in the order in which they run; of a lambda none."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        yield from node.generators
        yield from ([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
    elif not isinstance(node, ast.Lambda):
        yield from ast.iter_child_nodes(node)
