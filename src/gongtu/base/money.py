"""Money is yuan, exact to the fen, and never a float."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from gongtu.base.errors import Broken, Refused
from gongtu.base.speech import gettext as _

FEN_IN_YUAN = 100


@dataclass(frozen=True, slots=True, order=True, init=False, repr=False)
class Yuan:
    """An amount in CNY, held as whole fen; negative where money comes back.

    >>> Yuan(5000) * 3 - Yuan("0.50")
    Yuan('14999.50')
    >>> Yuan("0.1") + Yuan("0.2") == Yuan("0.3")
    True
    >>> max(Yuan(1), Yuan("1.01")).fen
    101
    >>> sum([Yuan(1), Yuan("0.05")], Yuan(0))
    Yuan('1.05')
    >>> f"{Yuan(12345):,}元", str(Yuan(-5))
    ('12,345.00元', '-5.00')
    """

    fen: int

    def __init__(self, amount: Decimal | int | str) -> None:
        """Read an amount in yuan.

        Raises:
            Refused: The text is no amount, or is finer than a fen.
            Broken: A float, which no longer says what was meant.
        """
        if isinstance(amount, float | bool):
            raise Broken(f"Money is never a {type(amount).__name__}: {amount!r}.")
        object.__setattr__(self, "fen", _fen(amount))

    @classmethod
    def of_fen(cls, fen: int) -> Yuan:
        """That many hundredths of a yuan.

        >>> Yuan.of_fen(150050)
        Yuan('1500.50')
        """
        if type(fen) is not int:
            return cls(Decimal(fen) / FEN_IN_YUAN)
        made = object.__new__(cls)
        object.__setattr__(made, "fen", fen)
        return made

    @classmethod
    def total(cls, amounts: Iterable[Yuan]) -> Yuan:
        """The sum of all; nothing at all sums to nothing.

        >>> Yuan.total([])
        Yuan('0.00')
        """
        return cls.of_fen(sum(amount.fen for amount in amounts))

    @property
    def amount(self) -> Decimal:
        """The same amount in yuan, with its two decimals."""
        return (Decimal(self.fen) / FEN_IN_YUAN).quantize(Decimal("0.01"))

    def percent(self, rate: Decimal | int | str) -> Yuan:
        """That many per cent of this, to the nearest fen, half a fen upwards.

        >>> Yuan("333.33").percent(50), Yuan(100).percent("1.5")
        (Yuan('166.67'), Yuan('1.50'))
        """
        part = Decimal(self.fen) * Decimal(rate) / 100
        return Yuan.of_fen(int(part.to_integral_value(ROUND_HALF_UP)))

    def __add__(self, other: Yuan) -> Yuan:
        return Yuan.of_fen(self.fen + other.fen)

    def __sub__(self, other: Yuan) -> Yuan:
        return Yuan.of_fen(self.fen - other.fen)

    def __neg__(self) -> Yuan:
        return Yuan.of_fen(-self.fen)

    def __mul__(self, count: int) -> Yuan:
        return Yuan.of_fen(self.fen * count)

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return self.fen != 0

    def __repr__(self) -> str:
        return f"Yuan('{self.amount}')"

    def __str__(self) -> str:
        return f"{self}"

    def __format__(self, spec: str) -> str:
        if spec not in ("", ","):
            return format(self.amount, spec)
        whole, rest = divmod(abs(self.fen), FEN_IN_YUAN)
        return f"{'-' if self.fen < 0 else ''}{whole:{spec}}.{rest:02}"


def _fen(amount: Decimal | int | str) -> int:
    """The whole fen of an amount in yuan.

    >>> _fen("12.345")
    Traceback (most recent call last):
    gongtu.base.errors.Refused: 金额“12.345”不能精确到分，请最多保留两位小数。
    """
    try:
        fen = Decimal(amount) * FEN_IN_YUAN
    except InvalidOperation:
        raise Refused(
            _("“%(amount)s”不是金额，请填写数字，例如1500.00。") % {"amount": amount}
        ) from None
    if not fen.is_finite():
        raise Refused(_("“%(amount)s”不是金额，请填写数字，例如1500.00。") % {"amount": amount})
    if fen != fen.to_integral_value():
        raise Refused(_("金额“%(amount)s”不能精确到分，请最多保留两位小数。") % {"amount": amount})
    return int(fen)
