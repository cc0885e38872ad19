"""In which ways a result is put to use (促进科技成果转化法第四十五条)."""

from __future__ import annotations

from gongtu.base.bilingual import Bilingual


class Way(Bilingual):
    """The three ways whose reward the law sets."""

    TRANSFER = "transfer", "转让、许可给他人实施", "transferred or licensed to others"
    SHARES = "shares", "作价投资", "invested as shares"
    OWN_USE = "own-use", "自行实施或者与他人合作实施", "used by oneself or together with others"
