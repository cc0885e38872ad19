"""What an enterprise was on which day: how many people, whose property, of which size."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.parties.choices import Size
from gongtu.parties.models.places import Organisation
from gongtu.records.append_only import Guard, guarded

GUARDS = guarded(Guard("parties_organisationstanding"))


class OrganisationStanding(models.Model):
    """The standing of an organisation from one day on, as a source tells it.

    Rows are only added: a later row about the same day corrects the former.  What a row leaves
    open is not known from that day on.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="standings")
    since = models.DateField()
    headcount = models.PositiveIntegerField(null=True)
    state_owned = models.BooleanField(null=True)
    size = models.CharField(max_length=8, blank=True, choices=[(s.value, s.label) for s in Size])
    source = models.CharField(max_length=120)
    recorded_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["since", "id"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "since"], name="standing_of_organisation")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(source=""), name="standing_names_its_source"),
        ]

    class Privacy:
        purpose = "确定企业依法承担哪些义务、自何时起承担"
        basis = "条例第六条；《中华人民共和国公司法》第六十八条"
        sees = "本企业、监督机关；是否国有和规模类型为公众"
        kept_until = "单位注销后五年"
        fields: ClassVar = {
            "id": "internal",
            "organisation": "public",
            "since": "internal",
            "headcount": "internal",
            "state_owned": "public",
            "size": "public",
            "source": "internal",
            "recorded_on": "internal",
        }

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.since:%Y-%m-%d}"
