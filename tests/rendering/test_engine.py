"""Shorter ways through Jinja: the same output, and the same faults."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from plugins.rendering.engine import Engine

MACROS = """
{% macro pair(a, b=2, c=a) %}<i>{{ a }}{{ b }}{{ c }}</i>{% endmacro %}
{% macro frame(title) %}<p title="{{ title }}">{{ caller() }}</p>{% endmacro %}
{% macro row(x) %}{% for y in x %}{{ pair(y) }}{{ loop.index }}{% endfor %}{% endmacro %}
{% macro rest(a) %}{{ a }}{{ varargs|join("&") }}{{ kwargs }}{% endmacro %}
{% macro own(caller=none) %}{{ caller }}{% endmacro %}
"""
FUNCTIONS = {"t": lambda key, **values: Markup("<b>{}</b>").format(key) if values else key}
OPTIONS = {"undefined": StrictUndefined, "autoescape": True}


def output(environment, source):
    """Return what *source* gives, or which fault it is."""
    try:
        template = '{% from "m" import pair, frame, row, rest, own %}' + source
        return environment.from_string(template).render(words="a < b", data={"class": "x", "n": 1})
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize(
    "source",
    [
        "{{ words }} {{ words|safe }} {{ data['class'] }} {{ data.n }} {{ none }}",
        "{{ t(words) }} {{ t(words, n=1) }}",
        "{{ pair(1) }} {{ pair(words, 3) }} {{ pair(1, 2, words) }}",
        "{{ pair(1, c=3) }} {{ pair(a=1, b=words) }} {{ pair(c=1, a=2, b=3) }}",
        "{{ pair(*[1, 2]) }} {{ pair(**{'a': 1}) }} {{ pair(1, **{'c': words}) }}",
        "{{ pair() }}",
        "{{ pair(1, 2, 3, 4) }}",
        "{{ pair(1, d=4) }}",
        "{{ pair(1, a=1) }}",
        "{{ pair(1, caller=2) }}",
        "{% call frame(words) %}{{ pair(words) }}{% endcall %}",
        "{% call pair(words) %}x{% endcall %}",
        "{{ frame(1) }}",
        "{{ frame(1, caller=t) }}",
        "{{ row(['<', 'b']) }}{% for x in [1, 2] %}{{ pair(x) }}{{ t('ı', class=x) }}{% endfor %}",
        "{{ rest(1, 2, '<') }} {{ rest(1, x=words) }} {{ rest(a=1) }}",
        "{{ own() }} {{ own(caller=1) }} {{ own(2) }}",
        "{{ nothing }}",
        "{{ nothing() }}",
        "{{ data.nothing }}",
        "{{ data.items()|list }} {{ words.split(' ') }} {{ range(3)|list }}",
        "{% macro here(x) %}{{ t(x) }}{% endmacro %}{{ here(words) }}",
        "{% autoescape false %}{{ words }}{{ pair(words) }}{% endautoescape %}",
    ],
)
def test_output_and_faults_are_those_of_jinja(source):
    loader = DictLoader({"m": MACROS})
    plain = Environment(loader=loader, **OPTIONS)
    plain.globals.update(FUNCTIONS)
    assert output(Engine(FUNCTIONS, loader=loader, **OPTIONS), source) == output(plain, source)
