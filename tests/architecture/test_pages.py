"""One name from address to page: url name = view = template = test."""

import inspect
import re
from collections.abc import Iterator

from django.urls import URLPattern, get_resolver

from tests.architecture.source import PACKAGE, ROOT, TEMPLATES, faults

RENDERED = re.compile(r'"((?:[a-z_]+/)+_?[a-z_]+\.html)"')
NAMED = re.compile(r"""["']([\w/]+\.html)["']""")
COMPONENT = re.compile(r"<c-([\w.-]+)")
AREAS = (
    "public", "account", "worker", "wallet", "offers", "enterprise", "bodies", "school", "union",
    "desk", "cases", "dashboards",
)  # fmt: skip
LONGEST = 150


def pages(resolver=None, area: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield area, entry
        else:
            yield from pages(entry, entry.app_name or area)


PAGES = [(area, address) for area, address in pages() if area in AREAS]
WRITTEN = sorted(TEMPLATES.rglob("*.html"))


def name_of(template) -> str:
    return str(template.relative_to(TEMPLATES))


def test_url_name_and_view_agree():
    for area, address in PAGES:
        assert address.callback.__module__.startswith(f"gongtu.web.{area}."), address
        assert address.callback.__name__ == address.name


def test_page_renders_the_template_of_its_own_name():
    for area, address in PAGES:
        rendered = RENDERED.findall(inspect.getsource(inspect.unwrap(address.callback)))

        whole = [name for name in rendered if "/_" not in name]
        assert [n for n in whole if not n.startswith(f"{area}/{address.name}")] == [], address
        assert [name for name in rendered if not (TEMPLATES / name).exists()] == [], address


def test_page_has_its_test():
    shown = [(a, p.name) for a, p in PAGES if (TEMPLATES / a / f"{p.name}.html").exists()]
    tests = [ROOT / "tests" / "web" / area / f"test_{name}.py" for area, name in shown]

    assert [str(test) for test in tests if not test.exists()] == []


def test_every_template_is_short():
    def too_long(template):
        lines = template.read_text("utf8").count("\n")
        return lines > LONGEST and lines

    assert faults(too_long, WRITTEN) == {}


def test_no_template_has_a_style_or_script_of_its_own():
    assert faults(styles_and_scripts, WRITTEN) == {}


def styles_and_scripts(template):
    text = template.read_text("utf8")
    # What a script is told, and where its parts are, is no script; browsers want the latter inline.
    told = ("src=", "json", 'type="importmap"')
    tags = re.findall(r"<script[^>]*>", text)
    return [
        *re.findall(r"\sstyle=|<style|\son[a-z]+=|javascript:", text),
        *(tag for tag in tags if not any(one in tag for one in told)),
    ]


def test_every_template_is_used():
    code = "\n".join(p.read_text("utf8") for p in PACKAGE.rglob("*.py"))
    markup = "\n".join(p.read_text("utf8") for p in PACKAGE.rglob("*.html"))
    used = set(NAMED.findall(code + markup)) | {f"{a}/{p.name}.html" for a, p in pages()}
    used |= {
        f"components/{c.replace('.', '/').replace('-', '_')}.html"
        for c in COMPONENT.findall(markup)
    }
    # allauth asks for these by name; Django for its error pages.
    given = ("account/", "mfa/", "allauth/", "socialaccount/", "idp/", "usersessions/")

    unused = {name_of(t) for t in WRITTEN} - used
    assert {name for name in unused if not name.startswith(given)} == set()


def wrappers(view) -> Iterator[str]:
    while hasattr(view, "__wrapped__"):
        yield view.__code__.co_qualname
        view = view.__wrapped__


def test_every_page_says_whether_it_reads_or_writes():
    """`@reads`, `@writes` and `@posts` keep a GET from changing any table."""
    for _area, address in PAGES:
        assert "_page.<locals>.answer" in set(wrappers(address.callback)), address


INCLUDED = re.compile(r'{% include "([\w/]+\.html)" ([^%]*) only %}')


def test_what_is_included_alone_is_given_the_token_of_its_forms():
    """With `only`, nothing comes along by itself: a form without its token is refused."""
    assert faults(includes_without_token, WRITTEN) == {}


def includes_without_token(template):
    return [
        name
        for name, given in INCLUDED.findall(template.read_text("utf8"))
        if "csrf_token" not in given and _has_forms(name)
    ]


def _has_forms(name: str) -> bool:
    text = (TEMPLATES / name).read_text("utf8")
    return "{% csrf_token %}" in text or any(map(_has_forms, _parts(text)))


def _parts(text: str) -> list[str]:
    return re.findall(r'{% include "([\w/]+\.html)"', text)
