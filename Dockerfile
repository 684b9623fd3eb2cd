# Two steps: the wheel with its front end is built by Python alone, then installed without the tools.
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheel

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home ringonce && install -d -o ringonce /data
COPY --from=build /wheel /wheel
RUN pip install --no-cache-dir /wheel/*.whl && rm -r /wheel
USER ringonce
ENV RINGONCE_HOST=0.0.0.0 RINGONCE_DATA=/data
VOLUME /data
EXPOSE 8400
# Exec form: TERM reaches the server, which then finishes what it holds.
CMD ["ringonce", "serve"]
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8400/readyz', timeout=2)"]
