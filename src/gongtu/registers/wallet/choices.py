"""The parts of a certificate that its holder may show or keep back."""

from gongtu.base.bilingual import Bilingual


class Part(Bilingual):
    """Each by the member of the signed document that says it.

    What it certifies, by whom and when is always told: without that nothing is certified.
    """

    NAME = "name", "姓名", "Name"
    ID_NUMBER = "idNumber", "证件号码（隐去中间各位）", "Identity number (middle hidden)"
    NUMBER = "certificateNumber", "证书编号", "Certificate number"
