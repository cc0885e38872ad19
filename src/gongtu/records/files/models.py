"""What is kept about a file; its bytes lie under DATA_DIR/files, named by their digest."""

import uuid

from django.db import models


class StoredFile(models.Model):
    """One handing-in of one file; equal bytes are stored once."""

    id = models.UUIDField("编号", primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField("文件名", max_length=120)
    kind = models.CharField("类型", max_length=10)
    media_type = models.CharField("媒体类型", max_length=100)
    size = models.BigIntegerField("字节数")
    sha256 = models.CharField("摘要", max_length=64, db_index=True)
    kept_on = models.DateField("收存日期")
    kept_by_account = models.BigIntegerField("收存账号", null=True)

    class Meta:
        verbose_name = "文件"

    class Privacy:
        purpose = "保存办件材料"
        basis = "政务服务事项办理"
        sees = "办件各方"
        kept_until = "所属办件的档案保管期满"
        fields = {
            "id": "internal", "name": "personal", "kind": "internal", "media_type": "internal",
            "size": "internal", "sha256": "internal", "kept_on": "internal",
            "kept_by_account": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name
