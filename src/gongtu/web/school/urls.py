"""Addresses of a school's pages."""

from django.urls import path

from gongtu.web.school import views

app_name = "school"

urlpatterns = [
    path("credits/", views.list_programmes, name="list_programmes"),
    path("credits/<int:programme>/", views.show_programme, name="show_programme"),
    path("credits/<int:programme>/terms/", views.change_terms, name="change_terms"),
    path("credits/<int:programme>/enrol/", views.enrol_student, name="enrol_student"),
    path("credits/rules/<int:rule>/end/", views.end_rule, name="end_rule"),
    path("credits/students/<str:number>/", views.show_student, name="show_student"),
]
