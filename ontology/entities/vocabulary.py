"""The closed lists of words. Values are what JSON, tables and graphs carry; labels for people are in schema/*.ttl."""

from __future__ import annotations

from enum import StrEnum


class TerritoryKind(StrEnum):
    """country > region > municipality."""

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"


class Level(StrEnum):
    """Level of the system a subject acts at."""

    FEDERAL = "federal"
    REGIONAL = "regional"
    MUNICIPAL = "municipal"
    INSTITUTIONAL = "institutional"


class SubjectKind(StrEnum):
    """What sort of body a subject is."""

    AUTHORITY = "authority"
    INSTITUTE = "institute"
    CENTRE = "centre"
    METHODICAL_SERVICE = "methodical-service"
    ASSOCIATION = "association"
    COMMUNITY = "community"
    COUNCIL = "council"
    PAIR = "pair"
    ROLE = "role"
    FEDERAL_OPERATOR = "federal-operator"
    ORGANISATION = "organisation"


class Role(StrEnum):
    """RACI role of a subject in a function; the verb of the statement decides."""

    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    CONTRIBUTES = "contributes"
    INFORMED = "informed"


class ReadingStatus(StrEnum):
    """How a fact was read. `changed`: the clause a person had reviewed has another text now."""

    EXTRACTED = "extracted"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


class Verdict(StrEnum):
    """What a person decided about a fact; `reopened` takes an earlier decision back."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    SPLIT = "split"
    REOPENED = "reopened"


class VariantReason(StrEnum):
    """Why another writing of a name was taken for a subject."""

    SHORT_FORM = "short-form"
    INFLECTED = "inflected"
    SPELLING = "spelling"
    HOMOGLYPH = "homoglyph"
    SLIP = "slip"
    REFERS_BACK = "refers-back"
    PARTIAL = "partial"


class OrderKind(StrEnum):
    """Genre of a legal act."""

    PRIKAZ = "приказ"
    RASPORYAZHENIE = "распоряжение"
    POSTANOVLENIE = "постановление"
    LOCAL_ACT = "локальный акт"


class ReferenceKind(StrEnum):
    """How one act refers to another."""

    REPEALS = "repeals"
    AMENDS = "amends"
    BASIS = "basis"


class OfficialRole(StrEnum):
    """What an official named in an act does with it."""

    SIGNS = "signs"
    CONTROLS = "controls"
    EXECUTES = "executes"


class AgreementStatus(StrEnum):
    """Where an agreement stands."""

    REQUIRED = "required"
    PLANNED = "planned"
    CONCLUDED = "concluded"
    EXPIRED = "expired"


class InteractionKind(StrEnum):
    """What one subject does towards another."""

    PROVIDES_DATA = "provides-data"
    TRAINS = "trains"
    COORDINATES = "coordinates"
    APPROVES = "approves"
    REPORTS = "reports"
    REQUESTS = "requests"
    SUPPORTS = "supports"
    FINANCES = "finances"
    CONTROLS = "controls"


class Periodicity(StrEnum):
    """How often an activity is done."""

    ONCE = "once"
    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    ONGOING = "ongoing"
    AS_NEEDED = "as-needed"


class ActivityStatus(StrEnum):
    """What became of an activity, as a person told."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class ObservationKind(StrEnum):
    """A value reached, or a value planned."""

    ACTUAL = "actual"
    PLAN = "plan"


class Comparison(StrEnum):
    """How a value is held against a norm or target."""

    AT_MOST = "<="
    AT_LEAST = ">="
    EQUAL = "="
    LESS = "<"
    MORE = ">"
