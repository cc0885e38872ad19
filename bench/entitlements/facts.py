"""What the synthetic rules ask: facts of a worker, and of the enterprise he works for."""

from datetime import date
from enum import Enum

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.skills.choices import Grade

SOURCE = "合成数据"


class Labelled(Enum):
    """A closed list whose values are their own labels."""

    @property
    def label(self) -> str:
        return str(self.value)

    def __str__(self) -> str:
        return self.name.lower()


class Status(Labelled):
    EMPLOYED = "在职"
    UNEMPLOYED = "失业"
    FLEXIBLE = "灵活就业"
    RETIRED = "退休"
    STUDENT = "在校"


class Sex(Labelled):
    FEMALE = "女"
    MALE = "男"


class District(Labelled):
    SHINAN = "市南区"
    SHIBEI = "市北区"
    LICANG = "李沧区"
    LAOSHAN = "崂山区"
    HUANGDAO = "黄岛区"
    CHENGYANG = "城阳区"
    JIMO = "即墨区"
    JIAOZHOU = "胶州市"
    PINGDU = "平度市"
    LAIXI = "莱西市"


class Residence(Labelled):
    LOCAL = "本市"
    PROVINCE = "省内迁入"
    OUTSIDE = "省外迁入"
    ELSEWHERE = "外地"


class School(Labelled):
    NONE = "无"
    SECONDARY = "普通中学"
    TECHNICAL = "技工学校"
    TECHNICIAN = "技师学院"
    COLLEGE = "高职"
    UNIVERSITY = "本科院校"


class Degree(Labelled):
    PRIMARY = "小学"
    JUNIOR_HIGH = "初中"
    SENIOR_HIGH = "高中"
    COLLEGE = "大专"
    BACHELOR = "本科"
    MASTER = "硕士"
    DOCTOR = "博士"


class Ownership(Labelled):
    STATE = "国有"
    PRIVATE = "民营"
    FOREIGN = "外资"
    MIXED = "混合"
    OTHER = "其他"


class Assessed(Labelled):
    """How the grade of a certificate was found."""

    ENTERPRISE = "企业评价"
    SOCIAL = "社会评价"
    SPECIAL = "专项能力"


class Person(Facts, of="person"):
    born_on = fact(date, "出生日期", source=SOURCE)
    sex = fact(Sex, "性别", source=SOURCE)
    district = fact(District, "所在区市", source=SOURCE)
    residence = fact(Residence, "户籍", source=SOURCE)
    status = fact(Status, "就业状态", source=SOURCE)
    hired_on = fact(date, "最近入职日期", source=SOURCE)
    occupation = fact(int, "职业小类", source=SOURCE)
    unemployed_since = fact(date, "失业登记日期", source=SOURCE)
    wage = fact(Yuan, "月工资", "元", SOURCE)
    degree = fact(Degree, "学历", source=SOURCE)
    degree_rank = fact(int, "学历层次", source=SOURCE)
    graduated_on = fact(date, "毕业日期", source=SOURCE)
    school = fact(School, "毕业院校类型", source=SOURCE)
    disabled = fact(bool, "残疾", source=SOURCE)
    low_income = fact(bool, "低收入家庭", source=SOURCE)
    veteran = fact(bool, "退役军人", source=SOURCE)
    title_rank = fact(int, "职称层次", source=SOURCE)


class Insured(Facts, of="person"):
    months = fact(int, "累计参保月数", "月", SOURCE)
    in_a_row = fact(int, "连续参保月数", "月", SOURCE)


class Honour(Facts, of="person"):
    district = fact(bool, "区级工匠", source=SOURCE)
    city = fact(bool, "市级工匠", source=SOURCE)
    model = fact(bool, "劳动模范", source=SOURCE)
    province = fact(bool, "省级工匠", source=SOURCE)
    contest = fact(bool, "竞赛获奖", source=SOURCE)
    nation = fact(bool, "国家级荣誉", source=SOURCE)


class Drawn(Facts, of="person"):
    this_year = fact(int, "本年度申领次数", "次", SOURCE)
    ever = fact(int, "累计申领次数", "次", SOURCE)
    last_on = fact(date, "最近申领日期", source=SOURCE)
    paid_this_year = fact(Yuan, "本年度已领金额", "元", SOURCE)


class Latest(Facts, of="person"):
    """The certificate issued last; one without any has the lowest grade, long ago."""

    held = fact(bool, "持有证书", source=SOURCE)
    grade = fact(Grade, "最近证书等级", source=SOURCE)
    assessed = fact(Assessed, "最近证书评价方式", source=SOURCE)
    issued_on = fact(date, "最近发证日期", source=SOURCE)
    occupation = fact(int, "最近证书职业小类", source=SOURCE)
    registered = fact(bool, "证书可联网查询", source=SOURCE)
    best_rank = fact(int, "最高等级", source=SOURCE)
    best = fact(Grade, "最高证书等级", source=SOURCE)
    this_year = fact(int, "一年内取证数", "项", SOURCE)


class Employer(Facts, of="enterprise"):
    size = fact(int, "职工人数", "人", SOURCE)
    ownership = fact(Ownership, "所有制", source=SOURCE)
    industry = fact(int, "行业门类", source=SOURCE)
    district = fact(District, "注册区市", source=SOURCE)
    layoffs = fact(int, "裁员率（万分之）", source=SOURCE)
    pays_insurance = fact(bool, "正常缴纳社保", source=SOURCE)
    credit_rank = fact(int, "信用等级", source=SOURCE)
    high_tech = fact(bool, "高新技术企业", source=SOURCE)
    integrated = fact(bool, "产教融合型企业", source=SOURCE)
    training = fact(int, "教育经费提取（万分之）", source=SOURCE)
    apprentices = fact(bool, "新型学徒制备案", source=SOURCE)
    assesses = fact(bool, "自主评价备案", source=SOURCE)
