"""What is the same everywhere; the environment is read here, once, and nowhere else."""

from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONCE, NONE, SELF

from gongtu.ops.settings.database import counts, database
from gongtu.ops.settings.environment import ROOT, Settings
from gongtu.ops.settings.logs import configure

GONGTU = Settings()
BASE_DIR = ROOT
GONGTU_CITY = GONGTU.city
GONGTU_DEMO = GONGTU.demo
GONGTU_OPEN_VC_API = GONGTU.open_vc_api
GONGTU_TODAY = GONGTU.today
GONGTU_BASE_URL = GONGTU.base_url.rstrip("/")
GONGTU_LINK_URL = GONGTU.link_url.rstrip("/")
GONGTU_DATA_DIR = GONGTU.data_dir
GONGTU_FILES_DIR = GONGTU_DATA_DIR / "files"
GONGTU_FIELD_KEY = GONGTU.field_key
GONGTU_FIELD_CIPHER = GONGTU.field_cipher
GONGTU_KEY_STORE = GONGTU.key_store
GONGTU_KEY_STORE_SM2 = GONGTU.key_store_sm2
GONGTU_PKCS11_MODULE = GONGTU.pkcs11_module
GONGTU_PKCS11_TOKEN = GONGTU.pkcs11_token
GONGTU_PKCS11_PIN = GONGTU.pkcs11_pin
GONGTU_PADES_KEYS = GONGTU.pades_keys
GONGTU_PADES_PASSPHRASE = GONGTU.pades_passphrase
GONGTU_ASKS_AT_ONCE = True
GONGTU_LOOKS_WRITTEN_AT_ONCE = False
GONGTU_SMS_URL = GONGTU.sms_url
GONGTU_TRUSTED_PROXY = GONGTU.trusted_proxy

SECRET_KEY = GONGTU.secret_key
DEBUG = GONGTU.debug
PUBLIC_ADDRESS = urlsplit(GONGTU_BASE_URL)
ALLOWED_HOSTS = [PUBLIC_ADDRESS.hostname or "", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{PUBLIC_ADDRESS.scheme}://{PUBLIC_ADDRESS.netloc}"]
ROOT_URLCONF = "gongtu.web.urls"
WSGI_APPLICATION = "gongtu.ops.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "gongtu.web",
    "gongtu.registers.appointments",
    "gongtu.registers.careers",
    "gongtu.registers.credits",
    "gongtu.registers.education",
    "gongtu.registers.employers",
    "gongtu.registers.honours",
    "gongtu.registers.innovation",
    "gongtu.registers.insurance",
    "gongtu.registers.instruments",
    "gongtu.registers.equivalence",
    "gongtu.registers.ladder",
    "gongtu.registers.funds",
    "gongtu.registers.recognition",
    "gongtu.registers.qualifications",
    "gongtu.registers.quality",
    "gongtu.registers.sittings",
    "gongtu.registers.standards",
    "gongtu.registers.titles",
    "gongtu.registers.training",
    "gongtu.registers.treatments",
    "gongtu.registers.wallet",
    "gongtu.registers.offers",
    "gongtu.registers.skills",
    "gongtu.engines.indicators",
    "gongtu.engines.credentials",
    "gongtu.engines.ledger",
    "gongtu.engines.casework",
    "gongtu.parties",
    "gongtu.records",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.idp.oidc",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "rules",
    # Last: it starts the platform when everything else is ready.
    "gongtu.ops",
]

MIDDLEWARE = [
    "gongtu.web.middleware.VisitorMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gongtu.web.middleware.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gongtu.web.middleware.CapacityMiddleware",
]

DATABASES = {"default": database(GONGTU.database_url, GONGTU_DATA_DIR / "gongtu.sqlite3")}
# Shared by all processes: limits on sign-in and look-ups must not be counted per process.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "counts": counts(GONGTU.database_url, GONGTU_DATA_DIR / "counts.sqlite3"),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

LOADERS = ["django.template.loaders.app_directories.Loader"]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", LOADERS)],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "gongtu.web.filters",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "gongtu.web.shell.shell",
            ],
        },
    }
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = GONGTU_DATA_DIR / "static"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/api/"],  # no page: nothing there is run or shown by a browser
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        # ECharts places its tooltip by style attributes; style elements stay strict.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # The page that checks certificates without a network is kept by a worker, and installed.
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
if GONGTU_TRUSTED_PROXY:
    USE_X_FORWARDED_HOST = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

AUTH_USER_MODEL = "parties.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "gongtu.web.account.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Nobody chooses a password: a code by phone or mail, or a passkey; staff add TOTP.
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["phone*", "email"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Gongtu"
MFA_ALLOW_UNVERIFIED_EMAIL = True
SOCIALACCOUNT_ONLY = False
IDP_OIDC_PRIVATE_KEY = GONGTU.oidc_key_file.read_text("ascii") if GONGTU.oidc_key_file else ""

DEFAULT_FROM_EMAIL = SERVER_EMAIL = GONGTU.email_from
EMAIL_FILE_PATH = GONGTU_DATA_DIR / "mail"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
SMTP_PORT = 25  # the one that is not enciphered
if GONGTU.email_url:
    MAIL_SERVER = urlsplit(GONGTU.email_url)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = MAIL_SERVER.hostname or ""
    EMAIL_PORT = MAIL_SERVER.port or SMTP_PORT
    EMAIL_HOST_USER = unquote(MAIL_SERVER.username or "")
    EMAIL_HOST_PASSWORD = unquote(MAIL_SERVER.password or "")
    EMAIL_USE_TLS = MAIL_SERVER.scheme == "smtp" and EMAIL_PORT != SMTP_PORT
    EMAIL_USE_SSL = MAIL_SERVER.scheme == "smtps"

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = configure(level=GONGTU.log_level, as_json=True)
