"""What every table declares about personal data, and the impact assessment that follows from it.

Basis: Personal Information Protection Law arts. 55 and 56.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

from gongtu.base.errors import Broken
from gongtu.parties.purposes import PURPOSES

KINDS = ("personal", "sensitive", "public", "internal")


@dataclass(frozen=True, slots=True)
class Declared:
    """The inner class `Privacy` of one table."""

    table: str
    purpose: str
    basis: str
    sees: str
    kept_until: str
    fields: dict[str, str]

    def named(self, kind: str) -> list[str]:
        """The fields of one kind, as they are called in the table."""
        return [name for name, declared in self.fields.items() if declared == kind]

    @property
    def concerns_people(self) -> bool:
        return bool(self.named("personal") or self.named("sensitive"))


def collect() -> list[Declared]:
    """The declarations of all our tables, from the parties up.

    Raises:
        Broken: All tables that declare nothing, leave out a field or name one they lack, at once.
    """
    ours = [model for model in apps.get_models() if model.__module__.startswith("gongtu.")]
    problems = [problem for model in ours for problem in _problems(model)]
    if problems:
        raise Broken("\n".join(problems))
    return [_declared(model) for model in ours]


def assess() -> str:
    """The personal-data impact assessment as Markdown, in the language of its readers."""
    tables = [table for table in collect() if table.concerns_people]
    sensitive = [table for table in tables if table.named("sensitive")]
    return "\n\n".join(
        [
            "# 个人信息保护影响评估",
            "依据《个人信息保护法》第五十五条、第五十六条，由各表的声明生成；随每个版本保存，至少保存三年。",
            "## 一、处理目的、依据和期限是否合法、正当、必要",
            _table(
                ("表", "目的", "依据", "谁能看到", "保存到"),
                [(f"`{t.table}`", t.purpose, t.basis, t.sees, t.kept_until) for t in tables],
            ),
            "## 二、敏感个人信息",
            _table(
                ("表", "字段"),
                [
                    (f"`{t.table}`", "、".join(f"`{name}`" for name in t.named("sensitive")))
                    for t in sensitive
                ],
            ),
            "## 三、需要本人同意的用途",
            _table(("用途", "内容"), [(p.title, p.covers) for p in PURPOSES]),
            "## 四、对个人权益的影响和安全风险",
            _list(RISKS),
            "## 五、保护措施",
            _list(SAFEGUARDS),
            "## 六、自动化决策",
            "没有。规则只给出解释和缺什么，准予、不予和认定都由人作出；时钟只提醒、移交，不作对任何人不利的决定。",
        ]
    )


RISKS = (
    "身份证号码泄露：可能被冒用身份。",
    "工作单位、职务、证书被无关人员查看：可能影响求职和同事关系。",
    "投诉、监督、法律援助的内容被所在单位知悉：可能招致报复。",
    "公开查询证书、公布统计数字：可能借少量数据推断出个人。",
    "名册由单位批量导入：可能录入错误，或者借以试探号码是谁的。",
)
SAFEGUARDS = (
    "身份证号码、手机号码以AES-GCM加密，按盲索引查找；密文与所在的行绑定，密钥可以轮换。",
    "页面只显示掩码；查看全号只限本人和有管辖权的人社部门，每次留痕。",
    "谁看过、改过我的档案，本人随时可以在账户页查看；被拒绝的查看同样留痕。",
    "机关只看本级本地，单位只看本单位职工，工会只看本会会员；逐项有测试的权限表。",
    "统计中的小数目不公布；证书公开查询只给出核验所需内容。",
    "名册有错时整份不导入，清单不显示全号，也不透露号码登记的姓名。",
    "日志只存编号和加盐摘要；依法删除时销毁文字、盐和密文，证明仍可核验。",
    "代表机关办理的人员须用动态验证码；没有密码可以被窃取。",
)


def _problems(model: type[Model]) -> Iterator[str]:
    declared = _told(model)
    if declared is None:
        yield f"{model._meta.label} declares no Privacy."
        return
    names = {field.name for field in model._meta.get_fields() if field.concrete}
    for name in sorted(names - declared.fields.keys()):
        yield f"{model._meta.label}.{name} is not in Privacy.fields."
    for name in sorted(declared.fields.keys() - names):
        yield f"{model._meta.label}.Privacy names {name}, which the table lacks."
    for name, kind in declared.fields.items():
        if kind not in KINDS:
            yield f"{model._meta.label}.{name} is {kind!r}, none of {', '.join(KINDS)}."


def _told(model: type[Model]) -> Any:
    return getattr(model, "Privacy", None)


def _declared(model: type[Model]) -> Declared:
    told = _told(model)
    return Declared(
        model._meta.label, told.purpose, told.basis, told.sees, told.kept_until, told.fields
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _list(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)
