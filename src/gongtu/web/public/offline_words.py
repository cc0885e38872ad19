"""What the page says that checks without a network: the words of the steps are the platform's."""

from __future__ import annotations

from django.utils.translation import gettext as _


def step_words() -> dict[str, str]:
    """The titles of the steps, as whoever checks on the platform's side names them."""
    return {
        "structure": _("文件结构"),
        "contexts": _("用语"),
        "inclusion": _("在同批签发的证书之中"),
        "key": _("发证单位的密钥"),
        "signature": _("签名"),
        "validity": _("有效期"),
        "authority": _("发证单位当日的资格"),
        "status": _("撤销和换发状态"),
        "decision": _("关于密钥的决定"),
    }


def words() -> dict[str, str]:
    """What each step may have found, and what the page says of itself."""
    return {
        **_code_words(),
        **_json_words(),
        **_inclusion_words(),
        **_key_words(),
        **_validity_words(),
        **_status_words(),
        **_page_words(),
    }


def _code_words() -> dict[str, str]:
    return {
        "code.foreign": _("这不是证书上的二维码"),
        "code.address": _("二维码里只有网址，没有证书内容，请联网打开它查验"),
        "code.version": _("不认识这一版二维码"),
        "code.damaged": _("二维码残缺，或者被改动过"),
        "code.none": _("图片里没有找到二维码。请靠近、对正，光线亮一些再拍。"),
        "structure.whole": _("完整"),
        "structure.wrong": _("不是一份完整的凭证"),
        "contexts.known": _("都已知"),
        "contexts.unknown": _("用了这里不认识的用语"),
    }


def _json_words() -> dict[str, str]:
    return {
        "json.large": _("文件超过{most} MB，凭证没有这么大"),
        "json.encoding": _("文件不是UTF-8编码，或者不是文字"),
        "json.twice": _("成员“%(name)s”出现了两次") % {"name": "{name}"},
        "json.number": _("数字过大：%(number)s") % {"number": "{number}"},
        "json.letters": _("含有不成对的代理字符"),
        "json.null": _("含有空字符"),
        "json.deep": _("嵌套超过{most}层"),
        "json.many": _("各项的值超过{most}个"),
    }


def _inclusion_words() -> dict[str, str]:
    return {
        "inclusion.right": _("与批次的根相符"),
        "inclusion.wrong": _("与批次的根不符，内容已被改动"),
        "inclusion.short": _("文件里没有所在的批次，请联网核验"),
        "inclusion.another": _("批次由另一单位签发"),
    }


def _key_words() -> dict[str, str]:
    return {
        "key.issuers": _("属于发证单位"),
        "key.another": _("密钥不属于文件所写的发证单位或者持有人"),
        "key.unknown": _("找不到签名所用的密钥"),
        "key.suite": _("有一份签名是这里不会核验的一种，请联网核验"),
        "key.kind": _("密钥的种类与密码套件不符"),
        "key.purpose": _("密钥没有授权用于证明"),
        "key.period": _("签名日期不在密钥的使用期内"),
        "signature.right": _("与内容相符（%(by)s）") % {"by": "{by}"},
        "signature.wrong": _("与内容不符，内容已被改动"),
        "signature.early": _("写明的签署时间比现在还晚：本机的时钟慢了，或者签名一方的时钟不准"),
    }


def _validity_words() -> dict[str, str]:
    day = {"day": "{day}"}
    return {
        "validity.held": _("在有效期内"),
        "validity.over": _("已过期"),
        "validity.early": _("尚未生效"),
        "validity.clock": _("本机的时钟不准，无法判断是否在有效期内；请校准后再核验"),
        "authority.held": _("发证单位%(day)s的评价备案包括这一职业和等级") % day,
        "authority.lacked": _("发证单位%(day)s没有这一职业和等级的评价备案") % day,
        "authority.unknown": _("没有登记可查"),
        "authority.archive": _("人力资源社会保障部门的档案载有授权依据：%(basis)s")
        % {"basis": "{basis}"},
        "authority.examined": _("发证单位%(day)s对这一专项职业能力有考核备案") % day,
        "authority.unfiled": _("没有登记发证单位对这一专项职业能力的考核"),
        "authority.office": _("由人力资源和社会保障部门出具"),
        "authority.no-office": _("出具单位不是人力资源和社会保障部门"),
        "authority.own": _("企业自主聘任，不以评价备案为据"),
        "authority.online": _("要看平台的登记，本机没有，请联网核验"),
        "authority.none": _("没有发证单位%(day)s备案或者授权的记录") % day,
        "decision.revoked": _(
            "签名密钥失密：{after}之后签发的，{decided_on}决定予以撤销。理由：{reason}"
        ),
        "decision.cannot-tell": _(
            "签名密钥失密：{after}之后签发的，{decided_on}决定不再采信。理由：{reason}"
        ),
        "decision.online": _(
            "签名密钥失密（{decided_on}决定）：这份证书是否早已登记在案，请联网核验"
        ),
    }


def _status_words() -> dict[str, str]:
    return {
        "status.issued": _("没有撤销或换发"),
        "status.revoked": _("已撤销"),
        "status.superseded": _("已换发"),
        "status.suspended": _("已暂停"),
        "status.none": _("证书没有写明在哪里查状态"),
        "status.kind": _("不认识的状态种类"),
        "status.missing": _("本机没有这份状态列表"),
        "status.another": _("状态列表由另一单位签发"),
        "status.unsigned": _("状态列表的签名不对"),
        "status.place": _("状态列表里没有这一位，或者列表已损坏"),
        "status.early": _("状态列表尚未生效，或者本机的时钟慢了"),
        "status.stale": _("状态列表已过期：请联网更新"),
    }


def _page_words() -> dict[str, str]:
    return {
        "material.fresh": _("可以离线核验。数据刚刚更新，截至{at}。"),
        "material.kept": _("现在没有网络。本机保存的数据截至{at}。"),
        "material.none": _("本机还没有核验用的数据。请联网打开一次本页。"),
        "paper.term": _("自%(since)s起，至%(last)s为止") % {"since": "{since}", "last": "{last}"},
        "paper.other": _("二维码里的证书编号与本页的不同：请核对纸面，以本页的编号为准。"),
        "camera.none": _("打不开相机。请改用照片。"),
        "as-of.signed": _("签名有效，状态截至{at}。"),
        "as-of.unknown": _("签名有效，状态未知。"),
        "as-of.nothing": _("签名没有通过核验，证书上写的内容不予显示。"),
    }
