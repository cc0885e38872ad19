"""What the registers know of the person and of the enterprise's posts (Arts. 21, 22)."""

from collections.abc import Mapping
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.appointments.known import appointed_known
from gongtu.registers.appointments.services import Post
from gongtu.registers.recognition.known import counting_known


def post_of(case: Gathering) -> Post:
    """Who is proposed for which post."""
    told = case.answers
    return Post(
        person=UUID(told["candidate"]),
        organisation=case.organisation,
        occupation=str(told["occupation"]),
        grade=told["grade"],
    )


def gather(case: Gathering) -> Mapping[str, Known]:
    """The grade that counts here, the post held now, and how many posts are filled."""
    post = post_of(case)
    counting = counting_known(
        post.person, post.organisation, occupation=post.occupation, on=case.on
    )
    return counting | appointed_known(post, case_number=case.case_number, on=case.on)
