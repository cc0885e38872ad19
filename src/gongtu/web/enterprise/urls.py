"""Addresses of an enterprise's pages."""

from django.urls import path

from gongtu.web.enterprise import views

app_name = "enterprise"

urlpatterns = [
    path("", views.show_home, name="show_home"),
    path("duties/", views.list_duties, name="list_duties"),
    path("agreements/", views.list_agreements, name="list_agreements"),
    path("agreements/propose/", views.propose_agreement, name="propose_agreement"),
    path("grade-pay/", views.enter_grade_pay, name="enter_grade_pay"),
    path("plan/", views.show_staff_plan, name="show_staff_plan"),
    path("plan/adopt/", views.adopt_staff_plan, name="adopt_staff_plan"),
    path("plan/revise/", views.revise_staff_plan, name="revise_staff_plan"),
    path("lattice/", views.show_lattice, name="show_lattice"),
    path("lattice/adopt/", views.adopt_lattice, name="adopt_lattice"),
    path("lattice/revise/", views.revise_lattice, name="revise_lattice"),
    path("matching/", views.list_matches, name="list_matches"),
    path("matching/<slug:key>/", views.show_match, name="show_match"),
    path("equal-treatment/", views.show_equal_treatment, name="show_equal_treatment"),
    path("equal-treatment/adopt/", views.adopt_equal_treatment, name="adopt_equal_treatment"),
    path("equal-treatment/revise/", views.revise_equal_treatment, name="revise_equal_treatment"),
    path("career-guides/", views.list_career_guides, name="list_career_guides"),
    path("career-guides/<uuid:person>/", views.show_career_guide, name="show_career_guide"),
    path("figures/", views.enter_figures, name="enter_figures"),
    path("roster/", views.list_roster, name="list_roster"),
    path("roster/import/", views.import_roster, name="import_roster"),
    path("roster/import/<uuid:key>/", views.show_import, name="show_import"),
    path(
        "roster/import/<uuid:key>/errors/",
        views.download_import_errors,
        name="download_import_errors",
    ),
    path("quality/", views.show_quality, name="show_quality"),
    path("results/", views.upload_results, name="upload_results"),
    path("results/<uuid:key>/", views.show_results, name="show_results"),
    path("results/<uuid:key>/errors/", views.download_result_errors, name="download_result_errors"),
    path("filings/<int:filing>/give-up/", views.give_up_filing, name="give_up_filing"),
    path("sessions/", views.list_sessions, name="list_sessions"),
    path("sessions/issue/", views.issue_sessions, name="issue_sessions"),
    path("sessions/issue/<uuid:key>/", views.show_issuing, name="show_issuing"),
    path("sessions/<str:number>/", views.show_session, name="show_session"),
    path("sessions/<str:number>/archive/", views.take_archive, name="take_archive"),
    path("sessions/<str:number>/enrol/", views.enrol_candidates, name="enrol_candidates"),
    path(
        "sessions/<str:number>/candidates/<int:candidate>/photo/",
        views.keep_photo,
        name="keep_photo",
    ),
    path(
        "sessions/<str:number>/candidates/<int:candidate>/issue/",
        views.issue_withheld,
        name="issue_withheld",
    ),
    path("sessions/<str:number>/examiners/", views.name_examiners, name="name_examiners"),
    path("sessions/<str:number>/results/", views.enter_results, name="enter_results"),
    path("certificates/", views.list_certificates, name="list_certificates"),
    path("certificates/<str:number>/", views.show_certificate, name="show_certificate"),
    path("certificates/<str:number>/revoke/", views.revoke_certificate, name="revoke_certificate"),
]
