"""What rules of the ladder may ask of one person in one occupation."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact

GRADES = "职业技能等级证书登记"
JOBS = "劳动关系登记"
SCHOOLS = "学历与学籍登记"
TITLES = "职称登记"
ENTERPRISE = "用人单位的学徒登记"
STANDARD = "国家职业标准，由评价机构核对"
WORKPLACE = "用人单位证明，由职称评审机构核对"


class Held(Facts, of="ladder"):
    """Which grades of the occupation are certified."""

    junior = fact(bool, "持有五级/初级工证书", source=GRADES)
    intermediate = fact(bool, "持有四级/中级工证书", source=GRADES)
    senior = fact(bool, "持有三级/高级工证书", source=GRADES)
    technician = fact(bool, "持有二级/技师证书", source=GRADES)
    senior_technician = fact(bool, "持有一级/高级技师证书", source=GRADES)


class Counted(Facts, of="ladder"):
    """Work in the occupation, gaps left out and overlaps counted once.

    Each day is that on which the same time would have begun, had it run without a gap up to
    `until`: while the job goes on, it stays where it is, and time alone adds to the years.
    """

    now = fact(bool, "现在从事本职业", source=JOBS)
    until = fact(date, "从事本职业计至", source=JOBS)
    since = fact(date, "累计从事本职业，折算自", source=JOBS)
    after_junior = fact(date, "取得五级后累计从事本职业，折算自", source=JOBS)
    after_intermediate = fact(date, "取得四级后累计从事本职业，折算自", source=JOBS)
    after_senior = fact(date, "取得三级后累计从事本职业，折算自", source=JOBS)
    after_technician = fact(date, "取得二级后累计从事本职业，折算自", source=JOBS)
    after_senior_technician = fact(date, "取得一级后累计从事本职业，折算自", source=JOBS)
    after_assistant = fact(date, "取得初级职称后累计从事本职业，折算自", source=JOBS)
    after_middle = fact(date, "取得中级职称后累计从事本职业，折算自", source=JOBS)
    after_upper = fact(date, "取得高级职称后累计从事本职业，折算自", source=JOBS)
    after_pre_technician = fact(date, "取得预备技师后累计从事本职业，折算自", source=JOBS)


class Possible(Facts, of="ladder"):
    """The same with jobs that may count besides: of no occupation told, or of the same minor group.

    Nobody has published which occupations are related, so whether these jobs `count` is not
    known where there are any.
    """

    count = fact(bool, "未登记职业的工作或者同一小类其他职业的工作可以计入", source=STANDARD)
    now = fact(bool, "现在从事可能计入的工作", source=JOBS)
    until = fact(date, "连同可能计入的工作计至", source=JOBS)
    since = fact(date, "连同可能计入的工作累计，折算自", source=JOBS)
    after_junior = fact(date, "取得五级后连同可能计入的工作，折算自", source=JOBS)
    after_intermediate = fact(date, "取得四级后连同可能计入的工作，折算自", source=JOBS)
    after_senior = fact(date, "取得三级后连同可能计入的工作，折算自", source=JOBS)
    after_technician = fact(date, "取得二级后连同可能计入的工作，折算自", source=JOBS)
    after_senior_technician = fact(date, "取得一级后连同可能计入的工作，折算自", source=JOBS)
    after_assistant = fact(date, "取得初级职称后连同可能计入的工作，折算自", source=JOBS)
    after_middle = fact(date, "取得中级职称后连同可能计入的工作，折算自", source=JOBS)
    after_upper = fact(date, "取得高级职称后连同可能计入的工作，折算自", source=JOBS)
    after_pre_technician = fact(date, "取得预备技师后连同可能计入的工作，折算自", source=JOBS)


class Titled(Facts, of="ladder"):
    """Professional titles; a higher one stands for those below."""

    assistant = fact(bool, "取得初级以上职称", source=TITLES)
    middle = fact(bool, "取得中级以上职称", source=TITLES)
    upper = fact(bool, "取得高级职称", source=TITLES)
    fits = fact(bool, "职称专业与本职业符合对应关系", source=STANDARD)


class Schooled(Facts, of="ladder"):
    """Finished schooling of each kind the conditions name; not known while still at school."""

    secondary = fact(bool, "中等以上职业院校、技工院校或者专科以上毕业", source=SCHOOLS)
    college = fact(bool, "专科以上毕业", source=SCHOOLS)
    senior_class = fact(bool, "技工院校高级工班以上毕业", source=SCHOOLS)
    advanced = fact(bool, "高级技工学校、技师学院或者高等职业学校毕业", source=SCHOOLS)
    technical = fact(bool, "高级技工学校、技师学院毕业", source=SCHOOLS)
    technician_class = fact(bool, "技师学院预备技师班、技师班学生或者毕业", source=SCHOOLS)
    pre_technician = fact(bool, "技师学院毕业并取得预备技师", source=SCHOOLS)
    fits = fact(bool, "所学专业与本职业相同或者相关", source=STANDARD)
    evaluated = fact(bool, "毕业院校经过评估论证", source=STANDARD)


class Apprenticed(Facts, of="ladder"):
    """Apprenticeship in the occupation, which enterprises keep."""

    finished = fact(bool, "本职业学徒期满", source=ENTERPRISE)


class Placed(Facts, of="ladder"):
    """Where the work is done, which no register keeps."""

    on_line = fact(bool, "在一线从事所申报专业的技术技能工作", source=WORKPLACE)
