"""A table of results, and what its columns are called."""

from gongtu.parties.roster.columns import Column

COLUMNS = (
    Column("name", "Name", ("姓名", "考生姓名", "职工姓名")),
    Column("id_number", "ID number", ("身份证号", "身份证号码", "公民身份号码", "证件号码")),
    Column("occupation", "Occupation code", ("职业编码", "职业代码", "职业（工种）编码")),
    Column("grade", "Grade", ("等级", "技能等级", "职业技能等级", "级别")),
    Column("assessed_on", "Assessed on", ("评价日期", "考核日期", "鉴定日期", "评价时间")),
    Column("place", "Place of assessment", ("评价地点", "考核地点", "考点", "地点")),
    Column("theory", "Theory mark", ("理论成绩", "理论", "理论知识")),
    Column("practice", "Practice mark", ("技能成绩", "技能", "实操成绩", "操作技能")),
    Column(
        "direction",
        "Job type or direction",
        ("工种", "职业方向", "工种或者职业方向", "工种/职业方向"),
        required=False,
    ),
    Column("declared", "Statement on conditions", ("申报条件声明",), required=False),
    Column("examiners", "Examiners' numbers", ("考评人员编号", "考评人员"), required=False),
)
BY_KEY = {column.key: column for column in COLUMNS}
