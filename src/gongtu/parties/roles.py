"""The capacities in which somebody may act, and their names in both languages."""

from gongtu.base.bilingual import Bilingual


class Role(Bilingual):
    """A side that the statute knows; the value is permanent, the labels are for readers."""

    PUBLIC = "public", "公众", "the public"
    WORKER = "worker", "产业工人", "worker"
    ENTERPRISE = "enterprise", "企业", "enterprise"
    SCHOOL = "school", "院校", "school"
    PROVIDER = "provider", "职业培训机构", "training provider"
    INDUSTRY = "industry", "行业组织", "industry body"
    ASSESSOR = "assessor", "评价机构", "assessor"
    UNION = "union", "工会", "grass-roots union"
    FEDERATION = "federation", "总工会", "federation of trade unions"
    HRSS = "hrss", "人力资源社会保障部门", "human resources and social security"
    FINANCE = "finance", "财政部门", "finance department"
    DEPARTMENT = "department", "有关部门", "government department"
    GOVERNMENT = "government", "人民政府", "people's government"
    COUNTERPART = "counterpart", "协议对方", "the other party"
    PROPOSER = "proposer", "提出单位", "proposer"
    CLOCK = "clock", "时钟", "the clock"


PUBLIC, WORKER, ENTERPRISE, SCHOOL = (
    Role.PUBLIC,
    Role.WORKER,
    Role.ENTERPRISE,
    Role.SCHOOL,
)
PROVIDER, INDUSTRY = Role.PROVIDER, Role.INDUSTRY
ASSESSOR, UNION, FEDERATION, HRSS = (
    Role.ASSESSOR,
    Role.UNION,
    Role.FEDERATION,
    Role.HRSS,
)
FINANCE, DEPARTMENT, GOVERNMENT = Role.FINANCE, Role.DEPARTMENT, Role.GOVERNMENT
# Seats in a case, never what a body is.
COUNTERPART, PROPOSER = Role.COUNTERPART, Role.PROPOSER
CLOCK = Role.CLOCK

OFFICES = frozenset({HRSS, FINANCE, DEPARTMENT, FEDERATION, GOVERNMENT})
"""Roles that decide or supervise for the public: they see a whole division and need TOTP."""

ORGANISATIONS = frozenset(Role) - {PUBLIC, WORKER, COUNTERPART, PROPOSER, CLOCK}
"""What an organisation may be, and in which roles somebody may hold an office of it."""
