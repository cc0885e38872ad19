"""What appointing, renewing and ending write into the register of appointments (Art. 21)."""

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.chief_technician_appointment.records import post_of
from gongtu.provisions.c3_careers.chief_technician_appointment.rules import POLICY
from gongtu.registers.appointments import services as appointments


def check_nominee(effect: Effect) -> None:
    """Only somebody else on the staff, who does not hold the post already, is proposed."""
    appointments.check_post(post_of(effect), by=effect.by, on=effect.on)


def appoint(effect: Effect) -> None:
    """The appointment begins, and its document is signed."""
    post = post_of(effect)
    appointments.appoint(
        post,
        until=effect.move_answers["until"],
        places=POLICY.count("quota", on=effect.on, row=post.grade) or 0,
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )


def renew(effect: Effect) -> None:
    """Another term; its document takes the place of the one before."""
    until = effect.move_answers["renewed_until"]
    appointments.renew(effect.case_number, until=until, by=effect.by, on=effect.on)


def end(effect: Effect) -> None:
    """The appointment ends before its term; the letter says why."""
    appointments.end_appointment(
        effect.case_number, reason=effect.move_answers["cause"].label, by=effect.by, on=effect.on
    )
