"""Where the ladder is clogged is for officers of human resources."""

from django.urls import reverse

from tests.cast import FITTER, Cast

LIST, FITTERS = reverse("desk:list_clogs"), reverse("desk:show_clogs", args=[FITTER])


def test_clerk_is_refused(cast: Cast) -> None:
    for address in (LIST, FITTERS):
        assert cast.client(cast.clerk).get(address).status_code == 403
