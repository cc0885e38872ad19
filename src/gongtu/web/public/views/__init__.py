"""Pages for anybody, one module for each thing people come for."""

from gongtu.web.public.views.statute import (
    download_statute,
    list_articles,
    list_corrections,
    show_article,
)

__all__ = ["download_statute", "list_articles", "list_corrections", "show_article"]
