"""The text of the statute as of any day, with its corrections."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="statute-text",
    title="条例文本",
    basis=(article(1), article(42)),
    fulfils=(),
    page="public:list_articles",
)
