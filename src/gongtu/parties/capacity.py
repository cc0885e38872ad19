"""As whom somebody acts right now: one account may act in several capacities, one at a time."""

from dataclasses import asdict, dataclass
from typing import Any, Self
from uuid import UUID

from gongtu.parties.roles import Role


@dataclass(frozen=True, slots=True)
class Capacity:
    """A role with everything it stands on: who, for which organisation, in which division.

    `delegated` tells that somebody else's office, or somebody else's file, is in these hands;
    `office` is the office acted from: one's own, the delegated one, or the one of a union or
    village officer who files for a person with that person's consent.
    """

    role: Role
    account: int | None
    person: UUID | None
    organisation: int | None
    division: str | None
    label: str
    office: int | None = None
    delegated: bool = False
    key: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", self._plain_key())

    def _plain_key(self) -> str:
        return str(self.role) if self.office is None else f"office:{self.office}"

    def as_json(self) -> dict[str, Any]:
        """For a job, which acts later as whoever started it."""
        return asdict(self) | {"role": str(self.role), "person": self.person and str(self.person)}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """The capacity again."""
        person = told["person"] and UUID(told["person"])
        return cls(**told | {"role": Role(told["role"]), "person": person})

    @property
    def is_signed_in(self) -> bool:
        """Somebody known acts, not the public and not the clock."""
        return self.account is not None


def _nobody(role: Role) -> Capacity:
    return Capacity(role, None, None, None, None, role.label)


PUBLIC = _nobody(Role.PUBLIC)
CLOCK = _nobody(Role.CLOCK)
