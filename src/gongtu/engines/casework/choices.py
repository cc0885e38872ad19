"""The closed lists that the tables of a case draw on."""

from django.db import models


class ServedHow(models.TextChoices):
    """How a letter reached its addressee; the proof kept differs for each."""

    ELECTRONIC = "electronic", "电子送达"
    COUNTER = "counter", "直接送达"
    POST = "post", "邮寄送达"


class Satisfaction(models.IntegerChoices):
    """The five grades of 好差评."""

    VERY_GOOD = 5, "非常满意"
    GOOD = 4, "满意"
    FAIR = 3, "基本满意"
    POOR = 2, "不满意"
    VERY_POOR = 1, "非常不满意"
