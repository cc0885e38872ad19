"""Anybody may check a grade certificate by its number and its holder's name (Art. 22)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="certificate-lookup",
    title="职业技能等级证书查询",
    basis=(article(22),),
    fulfils=("certificates-public-lookup",),
    page="public:check_certificate",
)
