"""The closed lists of the register of offers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    """How far a run over the city has come."""

    RUNNING = "running", _("进行中")
    DONE = "done", _("完成")
    BROKEN = "broken", _("中断")


class OfferState(models.TextChoices):
    """What became of an offer; the first two are live."""

    OPEN = "open", _("待告知")
    TOLD = "told", _("已告知")
    TAKEN = "taken", _("已领取")
    DECLINED = "declined", _("不要")
    LAPSED = "lapsed", _("已失效")


LIVE = (OfferState.OPEN, OfferState.TOLD)


class Taken(models.TextChoices):
    """How an offer was taken."""

    TAP = "tap", _("本人确认")
    STANDING = "standing", _("长期同意")
    OWN_CLAIM = "own-claim", _("自行申请")


class Why(models.TextChoices):
    """Why somebody did not take what they were owed, in their own choice of words."""

    DID_NOT_KNOW = "did-not-know", _("不知道有这项待遇")
    DID_NOT_WANT = "did-not-want", _("不想要")
    TOO_HARD = "too-hard", _("办起来太麻烦")
    OTHER = "other", _("其他原因")
