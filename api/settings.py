"""Settings: what the environment says. One reading, passed on explicitly; nothing else looks at the environment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.i18n import Lang, as_lang
from queries.store import GraphStore
from queries.stores import open_store


def default_store_url() -> str:
    """Address of the embedded default: `opora.db` in the user's data folder."""
    return f"sqlite:///{user_data_path('opora') / 'opora.db'}"


class Settings(BaseSettings):
    """`OPORA_…` variables; the command line's global options override them."""

    model_config = SettingsConfigDict(env_prefix="OPORA_", extra="ignore", populate_by_name=True)

    store: str = Field(default_factory=default_store_url, description="sqlite:///… or neo4j://… / bolt://…")
    lang_name: str = Field("ru", validation_alias=AliasChoices("OPORA_LANG", "lang_name"))
    as_of: date | None = Field(None, description="Day the answers are for; none: today.")
    tokens: str | None = Field(None, description="Who may write: entries of api.auth, or a file with them.", repr=False)
    neo4j_user: str | None = None
    neo4j_password: SecretStr | None = None
    neo4j_database: str | None = None

    @property
    def lang(self) -> Lang:
        """Language of messages."""
        return as_lang(self.lang_name)

    def open(self) -> GraphStore:
        """Open the store these settings name; the folder of an embedded one is made when it is missing."""
        if self.store.startswith("sqlite:///") and ":memory:" not in self.store:
            Path(self.store.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        password = self.neo4j_password.get_secret_value() if self.neo4j_password else None
        return open_store(self.store, user=self.neo4j_user, password=password, database=self.neo4j_database)
