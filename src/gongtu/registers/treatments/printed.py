"""What is printed of a statement of treatment."""

from __future__ import annotations

from types import MappingProxyType

from gongtu.engines.credentials.printed import HOLDER, Form

FORM = Form(
    fields=(
        *HOLDER,
        ("毕业学校", "School", "school"),
        ("取得的资格或者等级", "Qualification or grade", "qualifiedAs"),
        ("用于", "For", "purposeName"),
        ("享受待遇", "Treated as", "treatedAsName"),
        ("有效期", "Valid", "term"),
        ("证明编号", "Number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "purposeName", "treatedAsName", "term", "certificateNumber"}),
    titles=MappingProxyType(
        {"技工院校毕业生待遇证明": "Statement of Treatment of a Graduate of a Technical School"}
    ),
    text=(
        "按照条例第二十五条第一款，下列毕业生在所列方面按照规定享受"
        "相关待遇。本证明不改变学历本身。",
        "By article 25, paragraph 1 of the Regulations, the graduate below is treated as "
        "provided for the purpose named. It does not change the degree itself.",
    ),
    issuer=("出具单位", "Issued by"),
    issued=("出具日期", "Date of issue"),
)
