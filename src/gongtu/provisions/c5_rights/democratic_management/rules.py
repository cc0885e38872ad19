"""What an enterprise owes its workers' participation, by its size (Arts. 6, 35 and 38)."""

from gongtu.engines.entitlement.declare import parameter
from gongtu.engines.entitlement.duties.declare import Condition, Duty, end_of_turn
from gongtu.engines.entitlement.expressions import TODAY
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.facts import Enterprise, ThisYear
from gongtu.registers.employers.known import enterprise_past

ART_6, ART_35, ART_38 = article(6, 1), article(35), article(38, 1)
POLICY = Policy.beside(__file__)

large_enough = Enterprise.headcount >= parameter("director_headcount")
director_there = ThisYear.employee_directors >= parameter("directors_at_least")
held_this_year = ThisYear.congress_held_on <= TODAY

UNION_THERE = Condition("已建立工会", ART_38, Enterprise.has_union, "union-there")

DUTIES = (
    Duty(
        key="workers-congress-held",
        title="召开职工代表大会或者职工大会",
        basis=(ART_6, ART_35),
        fulfils=("enterprise-secures-participation",),
        bearer=ENTERPRISE,
        met=(
            Condition(
                "本年度已召开职工代表大会或者职工大会",
                ART_35,
                held_this_year,
                "held-this-year",
                "召开后，在年度填报中填写召开日期。",
            ),
        ),
        due=end_of_turn(TODAY, parameter("congresses_a_year")),
        past=enterprise_past,
        policy=POLICY,
    ),
    Duty(
        key="employee-director",
        title="董事会中有职工代表",
        basis=(ART_6, ART_35),
        fulfils=("enterprise-secures-participation",),
        bearer=ENTERPRISE,
        binds=(Condition("职工人数达到规定规模", ART_35, large_enough, "large-enough"),),
        met=(
            Condition(
                "董事会中的职工代表达到规定人数",
                ART_35,
                director_there,
                "director-there",
                "由职工代表大会等民主选举产生职工董事；依法设监事会并有职工代表的除外。",
            ),
        ),
        past=enterprise_past,
        policy=POLICY,
    ),
    Duty(
        key="bargaining-answered",
        title="答复工会的集体协商要约，签订集体合同",
        basis=(ART_38,),
        fulfils=("collective-bargaining", "collective-contract"),
        bearer=ENTERPRISE,
        binds=(UNION_THERE,),
        past=enterprise_past,
        policy=POLICY,
    ),
    Duty(
        key="wage-contract-told",
        title="订有工资集体合同的，向职工代表大会报告履行情况",
        basis=(ART_38,),
        fulfils=("collective-contract",),
        bearer=ENTERPRISE,
        binds=(UNION_THERE,),
        due=end_of_turn(TODAY, parameter("contract_reports_a_year")),
        past=enterprise_past,
        policy=POLICY,
    ),
)
