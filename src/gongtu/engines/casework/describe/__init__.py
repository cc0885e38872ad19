"""What pages, the API and the reference say of a procedure, read off its declaration."""

from gongtu.engines.casework.describe.diagram import diagram
from gongtu.engines.casework.describe.guide import guide
from gongtu.engines.casework.describe.schema import schema
from gongtu.engines.casework.describe.tasks import tasks

__all__ = ["diagram", "guide", "schema", "tasks"]
