"""Jinja by shorter ways: the same output, where a page asks for hundreds of small things.

Jinja's own ways allow for much that the templates here never do: functions that want the context,
templates that change while they are used, strings that are no strings. In a build of a thousand
posts they are gone some million times.
"""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
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


class _Context(Context):
    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call *obj*, a macro or a function of ours, without looking for what it may want."""
        if type(obj) is Macro:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(self.eval_ctx, *args, **kwargs)
        if obj in self.environment.plain:  # type: ignore[attr-defined]
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(obj, *args, **kwargs)


class Engine(Environment):
    """An environment whose templates do not change, with plain functions for globals."""

    code_generator_class = _CodeGenerator
    context_class = _Context
    text = staticmethod(text)

    def __init__(self, functions: dict[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(auto_reload=False, **options)
        self.globals.update(functions)
        self.plain = frozenset(functions.values())
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
