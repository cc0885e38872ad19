"""A worker's own pages."""

from django.urls import path

from gongtu.web.worker import views

app_name = "worker"

urlpatterns = [
    path("", views.show_home, name="show_home"),
    path("ladder/", views.show_ladder, name="show_ladder"),
    path("sessions/", views.list_sessions, name="list_sessions"),
    path("sessions/<str:number>/appeal/", views.appeal_result, name="appeal_result"),
    path("courses/", views.list_courses, name="list_courses"),
    path("examining/", views.show_examining, name="show_examining"),
    path("equivalences/", views.list_equivalences, name="list_equivalences"),
    path("map/", views.show_map, name="show_map"),
    path("lattice/", views.show_lattice, name="show_lattice"),
    path("equal-treatment/", views.show_equal_treatment, name="show_equal_treatment"),
    path("career-guides/", views.show_career_guides, name="show_career_guides"),
    path(
        "career-guides/<int:guide>/<int:version>/answer/",
        views.answer_career_guide,
        name="answer_career_guide",
    ),
    path("credits/", views.show_credits, name="show_credits"),
    path("credits/apply/", views.apply_credits, name="apply_credits"),
    path("credits/diploma/", views.apply_diploma, name="apply_diploma"),
    path("credits/<str:number>/", views.show_transcript, name="show_transcript"),
    path("treatment/", views.show_treatment, name="show_treatment"),
    path("treatment/<str:number>/document/", views.download_statement, name="download_statement"),
    path("overlaps/<str:overlap>/ask/", views.ask_overlap, name="ask_overlap"),
    path("grade-pay/", views.show_grade_pay, name="show_grade_pay"),
    path("entitlements/<slug:key>/<str:subject>/", views.show_entitlement, name="show_entitlement"),
    path("certificates/<str:number>/", views.show_certificate, name="show_certificate"),
    path(
        "certificates/<str:number>/correct/", views.correct_certificate, name="correct_certificate"
    ),
    path(
        "certificates/<str:number>/document/",
        views.download_certificate,
        name="download_certificate",
    ),
]
