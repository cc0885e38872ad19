"""Certificates over the city say what is known of each of them when it is asked for alone."""

from datetime import date
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.facts import Certificate, Drawn
from gongtu.registers.skills.known import certificates_known
from gongtu.registers.skills.models import Certificate as Record
from gongtu.registers.skills.models import Occupation
from tests.cast import DAY, FITTER, Cast
from tests.snapshots import town

pytestmark = pytest.mark.django_db
WELDER = "6-18-02-04"
DRAWN_ON = [None, None, date(2025, 12, 31), date(2026, 1, 1), date(2026, 8, 1)]
HELD = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from([FITTER, WELDER]),
        st.sampled_from(list(Grade)),
        st.sampled_from([s for s in CertificateStatus if s != CertificateStatus.REVOKED]),
        st.sampled_from(DRAWN_ON),
    ),
    max_size=8,
)


def hold(cast: Cast, certificates) -> None:
    """Certificates of 王师傅's and of 小李's."""
    Occupation.objects.get_or_create(code=WELDER, name="焊工")
    for serial, (is_wangs, occupation, grade, status, drawn) in enumerate(certificates, 1):
        Record.objects.create(
            number=f"Y000037020001263{serial:06d}",
            person=cast.person(cast.wang if is_wangs else cast.li),
            occupation_id=occupation,
            grade=grade,
            issuer=cast.bodies["works" if serial % 2 else "other"],
            issued_on=date(2026, 1 + serial % 9, serial),
            status=status,
            subsidised_on=drawn,
            subsidised_by="20260000001" if drawn else "",
        )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(certificates=HELD)
def test_every_certificate_says_what_it_says_alone(cast, certificates):
    with transaction.atomic():
        hold(cast, certificates)
        frame = town(DAY).frame("certificate")

        for person in (cast.wang.person, cast.li.person):
            for number, alone in certificates_known(person, applied_on=DAY).items():
                row = list(frame.keys).index(number)
                assert {
                    fact.key: frame.columns[fact.key].of(row, fact.kind)
                    for group in (Certificate, Drawn)
                    for fact in group.facts.values()
                } == {key: known.value for key, known in alone.facts.items()}
        transaction.set_rollback(True)


def test_a_certificate_belongs_to_its_holder_and_to_the_holders_employer(cast):
    hold(cast, [(True, FITTER, Grade.SENIOR, CertificateStatus.VALID, None)])

    city = town(DAY)

    [person] = city.frame("certificate").joins["person"]
    [enterprise] = city.frame("certificate").joins["enterprise"]
    assert UUID(city.frame("person").keys[person]) == cast.person(cast.wang).pk
    assert city.frame("enterprise").keys[enterprise] == str(cast.bodies["works"].pk)
