"""What mithaq.toml may hold: a table for each command, a key for each of its options."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

Family = Literal["segments", "figures", "dates", "places", "parties", "agreements", "warnings"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Extract(_Table):
    """mithaq extract"""

    english_ner: str | None = Field(
        None, description="NER engine for English: a spaCy pipeline or its folder.", examples=["en_core_web_lg"]
    )
    arabic_ner: str | None = Field(
        None, description="NER engine for Arabic: camel, or a folder with a BERT.", examples=["camel"]
    )
    published: datetime.date | None = Field(
        None, description="Publication date of articles that name none.", examples=["2025-11-18"]
    )
    language: Literal["en", "ar"] | None = Field(None, description="Read everything as this language.", examples=["ar"])
    pattern: list[str] | None = Field(
        None,
        description="Which files of input folders to read; all that mithaq can read where none is given.",
        examples=[["*.html", "wire/*.jsonl"]],
    )
    keep: list[Family] | None = Field(
        None,
        description="Families that records keep; all where none is given.",
        examples=[["parties", "agreements", "dates", "figures"]],
    )
    min_confidence: float | None = Field(
        None, ge=0, le=1, description="Leave out agreements below this confidence.", examples=[0.4]
    )
    no_text: bool | None = Field(None, description="Leave the article's text out of the records.", examples=[True])
    workers: int | None = Field(
        None, ge=0, description="Processes that read; as many as cores by default.", examples=[2]
    )
    timeout: float | None = Field(
        None, ge=0.1, description="Seconds after which an article is given up.", examples=[60.0]
    )
    max_bytes: int | None = Field(
        None, ge=1, description="Largest file, or line of JSONL, after decompression.", examples=[50000000]
    )
    follow_links: bool | None = Field(
        None, description="Follow symbolic links out of an input folder.", examples=[True]
    )
    log_json: bool | None = Field(None, description="Log as lines of JSON.", examples=[True])
    verbose: bool | None = Field(None, description="Log every step.", examples=[True])


class Dossier(_Table):
    """mithaq dossier"""

    threshold: float | None = Field(
        None,
        ge=0,
        description="Evidence (log odds) from which two articles tell of one agreement; more keeps more apart.",
        examples=[2.0],
    )


class Review(_Table):
    """mithaq review"""

    output: str | None = Field(None, description="The page to write.", examples=["review.html"])


class Configuration(BaseSettings):
    """The whole file; the environment wins over it."""

    model_config = SettingsConfigDict(env_prefix="MITHAQ_", env_nested_delimiter="__", extra="forbid")

    extract: Annotated[Extract, Field(default_factory=Extract)]
    dossier: Annotated[Dossier, Field(default_factory=Dossier)]
    review: Annotated[Review, Field(default_factory=Review)]

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment, then the file that `toml_file` names."""
        return env_settings, TomlConfigSettingsSource(settings_cls)


def configuration_of(file: Any) -> type[Configuration]:
    """The configuration with this file as its source."""

    class _Configuration(Configuration):
        model_config = SettingsConfigDict(toml_file=file)

    return _Configuration
