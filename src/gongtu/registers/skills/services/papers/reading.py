"""A table of old paper certificates, and what its columns are called."""

from gongtu.parties.roster.columns import Column

COLUMNS = (
    Column("number", "Certificate number", ("证书编号", "编号", "证书号", "证书号码")),
    Column("name", "Name", ("姓名", "持证人", "持证人姓名")),
    Column("id_number", "ID number", ("身份证号", "身份证号码", "公民身份号码", "证件号码")),
    Column("occupation", "Occupation", ("职业名称", "职业", "工种", "职业（工种）")),
    Column("code", "Occupation code", ("职业编码", "职业代码"), required=False),
    Column("grade", "Grade", ("等级", "技能等级", "职业技能等级", "级别")),
    Column("issued_on", "Issued on", ("发证日期", "核发日期", "发证时间")),
    Column(
        "issued_by", "Issued by", ("发证机构", "发证单位", "核发单位", "发证机关"), required=False
    ),
    Column("mark", "File mark", ("档案号", "档案编号", "来源页码", "档案页码", "来源")),
    Column("basis", "Basis of authority", ("授权依据", "批准文号", "发证依据"), required=False),
)
BY_KEY = {column.key: column for column in COLUMNS}
