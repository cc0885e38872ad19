"""Addresses of a union's pages."""

from django.urls import path

from gongtu.web.union import views

app_name = "union"

urlpatterns = [
    path("", views.show_home, name="show_home"),
    path("agreements/", views.list_agreements, name="list_agreements"),
    path("equal-treatment/", views.show_equal_treatment, name="show_equal_treatment"),
]
