"""Which audience lives under which path."""

from django.urls import include, path

from gongtu.web.machine import offline
from gongtu.web.machine import views as machine

urlpatterns = [
    # First, as machines ask most often.
    path("api/v1/", include("gongtu.api.urls")),
    path("certificates/worker.js", offline.worker, name="offline_worker"),
    path("certificates/app.webmanifest", offline.manifest, name="offline_manifest"),
    path("", include("gongtu.web.public.urls")),
    path("account/", include("gongtu.web.account.urls")),
    path("signing-in/", include("allauth.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("worker/", include("gongtu.web.worker.urls")),
    path("wallet/", include("gongtu.web.wallet.urls")),
    path("offers/", include("gongtu.web.offers.urls")),
    path("enterprise/", include("gongtu.web.enterprise.urls")),
    path("body/", include("gongtu.web.bodies.urls")),
    path("school/", include("gongtu.web.school.urls")),
    path("union/", include("gongtu.web.union.urls")),
    path("desk/", include("gongtu.web.desk.urls")),
    path("cases/", include("gongtu.web.cases.urls")),
    path("board/", include("gongtu.web.dashboards.urls")),
    path("", include("gongtu.api.published")),
    path("healthz", machine.healthz, name="healthz"),
    path("readyz", machine.readyz, name="readyz"),
    path("metrics", machine.metrics, name="metrics"),
]

handler400 = "gongtu.web.failures.unreadable"
handler403 = "gongtu.web.failures.refused"
handler404 = "gongtu.web.failures.not_found"
handler500 = "gongtu.web.failures.broken"
