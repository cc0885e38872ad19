"""An enterprise and each of its workers agree on a guide for the worker's career (Art. 19)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="career-guides",
    title="职业生涯指导计划",
    basis=(article(19, 2),),
    fulfils=("career-guides",),
    page="worker:show_career_guides",
)
