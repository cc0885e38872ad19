"""Addresses of a school's pages."""

from django.urls import path

from gongtu.web.school import views

app_name = "school"

urlpatterns = [
    path("", views.show_home, name="show_home"),
]
