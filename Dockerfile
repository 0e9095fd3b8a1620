# The application with its embedded store. `compose.yaml` adds Neo4j.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /opt/opora && /opt/opora/bin/pip install --no-cache-dir --retries 5 --require-hashes -r requirements.lock
COPY . .
RUN /opt/opora/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --system --create-home --home-dir /var/lib/opora opora
COPY --from=build /opt/opora /opt/opora
USER opora
WORKDIR /var/lib/opora
ENV PATH=/opt/opora/bin:$PATH OPORA_STORE=sqlite:////var/lib/opora/opora.db
VOLUME /var/lib/opora
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["opora", "serve", "--host", "0.0.0.0", "--port", "8000"]
