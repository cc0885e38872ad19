"""The register of equivalence, what each row rests on, and what one may be treated as."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="two-way-equivalence",
    title="职业资格、技能等级与职称、学历双向比照",
    basis=(article(24, 1), article(24, 3)),
    fulfils=("equivalence-with-titles", "equivalence-with-education"),
    page="public:list_equivalences",
)
