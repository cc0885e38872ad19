FROM python:3.12-slim
WORKDIR /srv/gongtu
COPY requirements/run.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY . .
RUN pip install --no-cache-dir --no-deps -e . && useradd --system gongtu && install -d -o gongtu /data locale/en/LC_MESSAGES \
  && DJANGO_SETTINGS_MODULE=gongtu.ops.settings.dev gongtu messages --compile
ENV DJANGO_SETTINGS_MODULE=gongtu.ops.settings.prod GONGTU_DATA_DIR=/data PYTHONUNBUFFERED=1
USER gongtu
VOLUME /data
EXPOSE 8000
HEALTHCHECK CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz')"
CMD ["gongtu", "run", "--host", "0.0.0.0"]
