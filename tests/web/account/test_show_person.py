"""A person's file: entitled readers only, every look journaled, the number a second step."""

from datetime import date

from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.parties import services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Account
from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.records.journal.queries import list_chain
from gongtu.registers.skills.choices import Grade
from tests.cast import raise_curtain
from tests.factories.overlaps import works_twice
from tests.factories.skills import certificate
from tests.parties.conftest import DAY, WANG, World
from tests.web.account.conftest import Enter


def kinds(world: World) -> list[str]:
    return [entry.kind for entry in list_chain(f"person:{world.wang.pk}")]


def demo(world: World) -> Account:
    return services.open_account(email="o@example.org", person=world.liu, is_demo=True)


def test_officer_sees_the_file_with_the_number_masked(world: World, enter: Enter) -> None:
    account, officer = demo(world), world.officer(world.liu, world.hrss_south, HRSS)

    page = enter(account, officer.key).get(reverse("account:show_person", args=[world.wang.pk]))

    assert "3702**********451X" in page.content.decode()
    assert WANG not in page.content.decode()
    assert kinds(world) == ["registered", "viewed"]


def test_whole_number_is_a_second_journaled_step(world: World, enter: Enter) -> None:
    account, officer = demo(world), world.officer(world.liu, world.hrss_south, HRSS)

    page = enter(account, officer.key).post(reverse("account:show_person", args=[world.wang.pk]))

    assert WANG in page.content.decode()
    assert kinds(world) == ["registered", "viewed"]


def test_employer_never_sees_the_whole_number(world: World, enter: Enter) -> None:
    services.employ(world.wang, world.works, by=CLOCK, on=DAY)
    officer = world.officer(world.zhao, world.works, ENTERPRISE)
    client = enter(world.account(world.zhao), officer.key)
    address = reverse("account:show_person", args=[world.wang.pk])

    assert "显示完整号码" not in client.get(address).content.decode()
    assert client.post(address).status_code == 403


def test_outsider_is_refused_on_record(world: World, enter: Enter) -> None:
    client = enter(world.account(world.stranger), "worker")

    page = client.get(reverse("account:show_person", args=[world.wang.pk]))

    assert page.status_code == 403
    assert kinds(world) == ["registered", "refused"]


def test_officer_is_asked_about_overlapping_jobs_and_led_to_the_case(db: None) -> None:
    cast = raise_curtain()
    overlap = works_twice(cast)
    address = reverse("account:show_person", args=[cast.wang.person])

    before = cast.client(cast.liu).get(address).content.decode()
    cast.client(cast.wang).post(reverse("worker:ask_overlap", args=[overlap.key]))
    after = cast.client(cast.liu).get(address).content.decode()

    number = Case.objects.get(procedure="employment-correction").number
    assert "工作时间重叠" in before
    assert reverse("public:show_guide", args=["employment-correction"]) in before
    assert number not in before
    assert reverse("cases:show_case", args=[number]) in after
    assert "重叠" not in cast.client(cast.clerk).get(address).content.decode()


def test_officer_is_asked_about_records_that_contradict_and_the_employer_is_not(db: None) -> None:
    cast = raise_curtain()
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2022, 3, 1))
    certificate(cast, grade=Grade.INTERMEDIATE, issued_on=date(2024, 3, 1), serial=2)
    address = reverse("account:show_person", args=[cast.wang.person])

    page = cast.client(cast.liu).get(address).content.decode()
    assert "三级/高级工（2022-03-01）早于四级/中级工（2024-03-01）" in page
    assert reverse("public:show_guide", args=["certificate-correction"]) in page
    assert "早于" not in cast.client(cast.clerk).get(address).content.decode()
