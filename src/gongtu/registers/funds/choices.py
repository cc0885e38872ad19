"""The types of fund that benefits name; each benefit is paid from its own.

Basis: art. 26 (就业创业专项资金、人才资金等财政资金); the skill-upgrade subsidy is money of the
unemployment insurance fund (人社部发〔2017〕40号), not of the city's budget.  Where no document
says which fund pays, the benefit names `UNCONFIRMED`: it never has a budget, so that nothing can
be promised from it.
"""

from gongtu.base.bilingual import Bilingual


class FundType(Bilingual):
    """A type of fund, with its name in both languages."""

    UNEMPLOYMENT_INSURANCE = (
        "unemployment-insurance-fund",
        "失业保险基金",
        "Unemployment insurance fund",
    )
    EMPLOYMENT = "employment-subsidy-fund", "就业补助资金", "Employment subsidy fund"
    TALENT = "talent-fund", "人才资金", "Talent fund"
    UNION = "union-fund", "工会经费", "Trade union funds"
    ENTERPRISE = "enterprise-fund", "企业资金", "Enterprise funds"
    UNCONFIRMED = "unconfirmed-fund", "资金渠道待核", "Fund to be confirmed"
    SURCHARGES = (
        "education-surcharges",
        "教育费附加和地方教育附加",
        "Education surcharges",
    )
