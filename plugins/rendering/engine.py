"""Jinja by shorter ways: the same output, where a page asks for hundreds of small things.

Jinja's own ways allow for much that the templates here never do: functions that want the context,
templates that change while they are used, strings that are no strings. In a build of a thousand
posts they are gone some million times.
"""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, Expr
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_escape = lru_cache(8192)(escape)
"""Addresses, titles and words of which the same stand on many pages."""


def text(value: Any) -> str:
    """Return *value* as it stands in a page; what is markup already stays what it is."""
    if type(value) is Markup:
        return value
    return _escape(value) if type(value) is str else escape(value)


class _CodeGenerator(CodeGenerator):
    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        # A method that subclasses change, as Jinja's own for native types does.
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and not finalize.src:
            self.write("environment.text(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(  # noqa: N802  Jinja's own name
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call a function or a macro as Python does: none of ours wants the context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(given.key) for given in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)


class _Macro(Macro):
    """A macro that is called with what it takes, and is not asked each time whether to escape."""

    def __init__(self, environment: Environment, make: Callable[..., str], *traits: Any) -> None:
        super().__init__(environment, make, *traits)
        *_, escapes = traits
        self._make = make
        self._is_plain = escapes and not (self.catch_kwargs or self.catch_varargs or self.caller)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        rest = self.arguments[len(args) :]
        if self._is_plain and len(args) + len(rest) == len(self.arguments):
            given = [kwargs.pop(name, missing) for name in rest]
            if not kwargs:
                return str.__new__(Markup, self._make(*args, *given))
            kwargs |= zip(rest, given, strict=True)
        return super().__call__(*args, **kwargs)


class Engine(Environment):
    """An environment whose templates do not change, with plain functions for globals."""

    code_generator_class = _CodeGenerator
    Macro = _Macro
    text = staticmethod(text)

    def __init__(self, functions: dict[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(auto_reload=False, **options)
        self.globals.update(functions)
        self._templates: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return the template *name*, which is loaded once."""
        if isinstance(name, Template):
            return name
        if name not in self._templates:
            self._templates[name] = super().get_template(name, parent, globals)
        return self._templates[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the same plain globals for every template."""
        # Jinja's chain of maps takes a fifth of the time of a build to compare.
        return super().make_globals(d) if d else self.globals
