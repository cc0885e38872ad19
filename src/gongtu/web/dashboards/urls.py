"""The supervision board and the figures behind it."""

from django.urls import path

from gongtu.web.dashboards import views

app_name = "dashboards"

urlpatterns = [
    path("", views.show_board, name="show_board"),
    path("figures/<slug:key>/", views.show_indicator, name="show_indicator"),
    path("figures/<slug:key>/behind/", views.list_behind, name="list_behind"),
    path("cases/<slug:key>/", views.list_open_cases, name="list_open_cases"),
    path("funds/", views.show_funds, name="show_funds"),
]
