"""A clerk sees everybody on the staff, with how far their guide is."""

from django.urls import reverse

from tests.cast import Cast, hire
from tests.web.costs import queries_of

LIST = reverse("enterprise:list_career_guides")


def test_many_workers_cost_no_more_queries(cast: Cast) -> None:
    one = queries_of(cast.client(cast.clerk), LIST)
    for serial in range(60, 66):
        hire("钳工", serial, cast.bodies["works"])

    assert queries_of(cast.client(cast.clerk), LIST) == one


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(LIST).status_code == 403
