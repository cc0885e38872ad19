"""Who holds which grade, and special abilities, over the city as when asked alone."""

from datetime import date
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Ability, Holder
from gongtu.registers.skills.known import abilities_known, holder_known
from gongtu.registers.skills.models import AbilityCertificate, Certificate
from tests.cast import DAY, FITTER
from tests.snapshots import alone, told, town

ISSUED = [date(2026, 3, 1), DAY, date(2026, 9, 2)]
HELD = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(list(Grade)),
        st.sampled_from(["valid", "superseded"]),
        st.sampled_from(ISSUED),
    ),
    max_size=6,
)
SHOWN = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["剪纸", "直播销售"]),
        st.sampled_from(ISSUED),
        st.sampled_from([None, DAY, date(2026, 9, 2)]),
        st.booleans(),
    ),
    max_size=6,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(certificates=HELD)
def test_every_person_holds_what_is_known_when_asked_alone(cast, certificates):
    with transaction.atomic():
        for serial, (is_wangs, grade, status, issued_on) in enumerate(certificates):
            Certificate.objects.create(
                number=f"Y000037020001263{serial:06d}",
                person=cast.person(cast.wang if is_wangs else cast.li),
                occupation_id=FITTER,
                grade=grade,
                issuer=cast.bodies["works"],
                issued_on=issued_on,
                status=status,
            )

        for key, facts in told(town(DAY).frame("person"), Holder).items():
            known = holder_known(UUID(key), on=DAY)
            assert facts == {name: fact.value for name, fact in known.items()}
        transaction.set_rollback(True)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(abilities=SHOWN)
def test_every_ability_says_what_it_says_alone(cast, abilities):
    with transaction.atomic():
        for serial, (is_wangs, name, issued_on, revoked_on, paid) in enumerate(abilities):
            AbilityCertificate.objects.create(
                number=f"N{serial}",
                person=cast.person(cast.wang if is_wangs else cast.li),
                name=name,
                issuer=cast.bodies["works"],
                issued_on=issued_on,
                revoked_on=revoked_on and max(revoked_on, issued_on),
                subsidised_on=issued_on if paid else None,
                subsidised_by="20260000001" if paid else "",
            )

        known = {}
        for person in (cast.wang.person, cast.li.person):
            known |= alone(abilities_known(person, on=DAY))
        assert told(town(DAY).frame("ability"), Ability) == known
        transaction.set_rollback(True)
