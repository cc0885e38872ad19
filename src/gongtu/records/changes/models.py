"""The log of changes, and which snapshot took in what stood in it before."""

from django.db import models


class Change(models.Model):
    """Rows of one owner in one source changed; written by triggers, taken away by the reader."""

    id = models.BigAutoField(primary_key=True)
    source = models.CharField("来源", max_length=60)
    owner = models.TextField("所属")

    class Meta:
        ordering = ("id",)
        verbose_name = "登记变动"

    class Privacy:
        purpose = "只重读变动过的登记，使全市测算及时"
        basis = "条例第十六条"
        sees = "运维人员"
        kept_until = "下一次测算读取之时"
        fields = {"id": "internal", "source": "internal", "owner": "personal"}

    def __str__(self) -> str:
        return f"{self.source} {self.owner}"


class Taken(models.Model):
    """The Merkle root of the snapshot that holds everything the log no longer tells; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    root = models.CharField("根", max_length=64)

    class Meta:
        verbose_name = "已读取的变动"

    class Privacy:
        purpose = "续建登记快照而不漏读"
        basis = "条例第十六条"
        sees = "运维人员"
        kept_until = "不含个人信息"
        fields = {"id": "internal", "root": "internal"}

    def __str__(self) -> str:
        return self.root
