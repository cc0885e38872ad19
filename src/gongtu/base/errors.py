"""Two kinds of failure, and only two.

`Refused` is an answer: somebody asked for what the rules do not allow, and the
reasons are written for that person.  `Broken` is our own mistake: a declaration
or a parameter that cannot work, found before anybody is served.
"""


class GongtuError(Exception):
    """Root of every exception this package raises on purpose."""


class Refused(GongtuError):
    """The rules do not allow this.

    Attributes:
        reasons: One whole sentence each, in the language of the person refused.

    >>> Refused("请填写姓名。", "请填写联系电话。").reasons
    ('请填写姓名。', '请填写联系电话。')
    """

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))


class Broken(GongtuError):
    """Something written by us can never work as written."""
