"""An enterprise publishes its posts on three tracks, and where one may cross (Arts. 19 and 24)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="career-channels",
    title="企业职业发展通道",
    basis=(article(19, 2), article(24, 1)),
    fulfils=("career-paths-widened", "career-tracks-joined"),
    page="worker:show_lattice",
)
