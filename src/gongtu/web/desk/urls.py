"""Addresses of the officer's desk."""

from django.urls import path

from gongtu.web.desk import views

app_name = "desk"

urlpatterns = [
    path("", views.list_queue, name="list_queue"),
    path("batch/", views.decide_batch, name="decide_batch"),
    path("cases/<str:number>/take/", views.take_case, name="take_case"),
    path("cases/<str:number>/release/", views.release_case, name="release_case"),
    path("cases/<str:number>/assign/", views.assign_case, name="assign_case"),
    path("cases/<str:number>/hand-over/", views.hand_over, name="hand_over"),
    path("cases/<str:number>/extend/", views.extend, name="extend"),
    path("cases/<str:number>/conflict/", views.declare_conflict, name="declare_conflict"),
    path("batches/", views.list_batches, name="list_batches"),
    path("batches/draw/<slug:key>/", views.draw_batch, name="draw_batch"),
    path("batches/<int:batch>/", views.show_batch, name="show_batch"),
    path("batches/<int:batch>/check/", views.check_line, name="check_line"),
    path("batches/<int:batch>/grant/", views.grant_batch, name="grant_batch"),
    path("batches/<int:batch>/pay/", views.pay_batch, name="pay_batch"),
    path("corrections/", views.list_corrections, name="list_corrections"),
    path("corrections/look/", views.look_again, name="look_again"),
    path("corrections/tell/", views.tell_corrections, name="tell_corrections"),
    path("corrections/<int:correction>/tell/", views.tell_correction, name="tell_correction"),
    path("corrections/<int:correction>/settle/", views.settle_correction, name="settle_correction"),
    path("corrections/<int:correction>/pay/", views.pay_correction, name="pay_correction"),
    path("mergers/", views.list_mergers, name="list_mergers"),
    path("mergers/<int:merger>/settle/", views.settle_merger, name="settle_merger"),
    path("mergers/<int:merger>/undo/", views.undo_merger, name="undo_merger"),
    path("examiners/", views.list_examiners, name="list_examiners"),
    path("examiners/<int:examiner>/end/", views.end_examiner, name="end_examiner"),
    path("issuers/", views.list_issuers, name="list_issuers"),
    path("issuers/<int:organisation>/keys/", views.list_keys, name="list_keys"),
    path("issuers/<int:organisation>/name/", views.rename_issuer, name="rename_issuer"),
    path("keys/<slug:public>/", views.decide_on_key, name="decide_on_key"),
    path("recoveries/", views.list_recoveries, name="list_recoveries"),
    path("recoveries/<str:number>/", views.record_return, name="record_return"),
    path(
        "recoveries/<str:number>/write-down/", views.propose_write_down, name="propose_write_down"
    ),
    path("write-downs/<int:write_down>/settle/", views.settle_write_down, name="settle_write_down"),
    path("near/", views.list_near_misses, name="list_near_misses"),
    path("near/<slug:benefit>/<slug:condition>/", views.show_near_miss, name="show_near_miss"),
    path("runs/start/", views.start_run, name="start_run"),
    path("standards/", views.list_decisions, name="list_decisions"),
    path("standards/of/<path:key>/", views.show_decision, name="show_decision"),
    path("standards/propose/<path:key>/", views.propose_decision, name="propose_decision"),
    path("standards/<int:decision>/approve/", views.approve_decision, name="approve_decision"),
    path("standards/<int:decision>/reject/", views.reject_decision, name="reject_decision"),
    path("standards/<int:decision>/withdraw/", views.withdraw_decision, name="withdraw_decision"),
    path("standards/<int:decision>/file/", views.download_instrument, name="download_instrument"),
    path("standards/<int:decision>/effect/", views.show_effect, name="show_effect"),
    path("workbench/", views.list_drafts, name="list_drafts"),
    path("workbench/begin/", views.begin_draft, name="begin_draft"),
    path("workbench/<int:draft>/", views.show_draft, name="show_draft"),
    path("workbench/<int:draft>/delete/", views.delete_draft, name="delete_draft"),
    path("workbench/<int:draft>/read/", views.read_registers, name="read_registers"),
    path(
        "workbench/<int:draft>/<slug:benefit>/<slug:change>/",
        views.list_touched,
        name="list_touched",
    ),
    path("workbench/<int:draft>/propose/", views.propose_draft, name="propose_draft"),
]
