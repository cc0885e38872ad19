"""Every page and every operation of the API × everybody of the cast: the answer is written down."""

from pathlib import Path

import pytest

from gongtu.base.marked import read_plain
from tests.authority.pages import pages, status
from tests.authority.scene import ROLES

MATRIX = read_plain(Path(__file__).with_name("matrix.yaml"))
# Signing in, second factors and other cities' identity providers: allauth's own pages.
GIVEN = ("account_", "mfa_", "socialaccount_", "openid_connect_")
PAGES = [page for page in pages() if not page.key.startswith(GIVEN)]
FOR_POST = [page for page in PAGES if page.key in MATRIX["post"]]
NOT_FOR_POST = [page for page in PAGES if page.key not in MATRIX["post"]]


def expected(method: str, key: str) -> dict[str, int]:
    """The row of a page, spelled out for each role."""
    row = MATRIX[method][key]
    row = row if isinstance(row, dict) else {"*": row}
    return {role: row.get(role, row["*"]) for role in ROLES}


def test_every_page_stands_in_the_matrix_and_nothing_else():
    assert {page.key for page in PAGES} == MATRIX["get"].keys()
    assert MATRIX["post"].keys() <= MATRIX["get"].keys()


def test_every_row_speaks_of_known_roles():
    rows = [row for method in MATRIX.values() for row in method.values()]
    assert all(set(row) <= {"*", *ROLES} for row in rows if isinstance(row, dict))


@pytest.mark.django_db
@pytest.mark.parametrize("asked", PAGES, ids=lambda asked: asked.key)
def test_everybody_gets_the_answer_written_down(scene, asked):
    answers = {role: status("get", asked, role, scene) for role in ROLES}

    assert answers == expected("get", asked.key)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", FOR_POST, ids=lambda asked: asked.key)
def test_nobody_changes_what_is_not_theirs(scene, asked):
    answers = {role: status("post", asked, role, scene) for role in ROLES}

    assert answers == expected("post", asked.key)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", NOT_FOR_POST, ids=lambda asked: asked.key)
def test_what_is_only_read_takes_no_post(scene, asked):
    assert status("post", asked, "worker", scene) == 405
    assert status("post", asked, "public", scene) in (405, 302)
