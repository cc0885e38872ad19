"""Everything that is written into the register of offers, by the thing that happens."""

from gongtu.registers.offers.services.answering import decline, revoke_decline, tell_why
from gongtu.registers.offers.services.asking import one_by_one
from gongtu.registers.offers.services.finding import write_near_misses, write_offers
from gongtu.registers.offers.services.looking import look_at_near, require_near
from gongtu.registers.offers.services.running import (
    RunGoing,
    begin_run,
    carry_out,
    start_run,
    use_source,
)
from gongtu.registers.offers.services.taking import ClaimMustBeFilledIn, take
from gongtu.registers.offers.services.telling import tell_offers

__all__ = [
    "ClaimMustBeFilledIn",
    "RunGoing",
    "begin_run",
    "carry_out",
    "decline",
    "look_at_near",
    "one_by_one",
    "require_near",
    "revoke_decline",
    "start_run",
    "take",
    "tell_offers",
    "tell_why",
    "use_source",
    "write_near_misses",
    "write_offers",
]
