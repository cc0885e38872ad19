"""The closed lists that the tables of a case draw on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ServedHow(models.TextChoices):
    """How a letter reached its addressee; the proof kept differs for each."""

    ELECTRONIC = "electronic", _("电子送达")
    COUNTER = "counter", _("直接送达")
    POST = "post", _("邮寄送达")


class Satisfaction(models.IntegerChoices):
    """The five grades of 好差评."""

    VERY_GOOD = 5, _("非常满意")
    GOOD = 4, _("满意")
    FAIR = 3, _("基本满意")
    POOR = 2, _("不满意")
    VERY_POOR = 1, _("非常不满意")
