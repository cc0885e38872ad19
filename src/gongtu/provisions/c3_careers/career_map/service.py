"""The way to each grade and title, from one's own record."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="career-map",
    title="职业发展图",
    basis=(article(19, 1), article(24, 3)),
    fulfils=("upward-paths", "sideways-paths", "title-application"),
    page="worker:show_map",
)
