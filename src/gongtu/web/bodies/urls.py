"""Addresses of the pages that bodies of several kinds share."""

from django.urls import path

from gongtu.web.bodies import views

app_name = "bodies"

urlpatterns = [
    path("", views.show_home, name="show_home"),
    path("courses/", views.list_courses, name="list_courses"),
    path("courses/<int:announcement>/", views.show_course, name="show_course"),
]
