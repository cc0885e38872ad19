"""What is printed of a signed transcript."""

from __future__ import annotations

from types import MappingProxyType

from gongtu.engines.credentials.printed import HOLDER, Form

FORM = Form(
    fields=(
        *HOLDER,
        ("学校", "School", "school"),
        ("专业", "Programme", "programme"),
        ("层次", "Level", "levelName"),
        ("学分", "Credits", "credits"),
        ("毕业所需学分", "Credits needed", "creditsNeeded"),
        ("课程", "Courses", "coursesShown"),
        ("截至", "As of", "asOf"),
        ("成绩单证明编号", "Number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "programme", "credits", "asOf", "certificateNumber"}),
    titles=MappingProxyType({"学分成绩单": "Transcript of Credits"}),
    text=(
        "按照条例第二十四条第二款，下列学员截至所列日期在本校该专业计入下列学分。"
        "此后学分有变动的，以新出具的成绩单为准。",
        "By article 24, paragraph 2 of the Regulations, the credits below count for the learner "
        "in this programme as of the day named. Once they change, a new transcript follows.",
    ),
    issuer=("出具学校", "School"),
    issued=("出具日期", "Date of issue"),
)
