"""`python -m api` is `opora`."""

from api.cli import app

app()
