"""The models of practice.yml, the one file that a practice edits. Every key is optional. No text is rendered here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sitekit.models.record import Day, Email, Https, Number, Record, Short, Words

Sentences = Annotated[Words, StringConstraints(max_length=400)]
Phone = Annotated[Number, StringConstraints(pattern=r"^\+?[0-9](?:[ -]?[0-9]){2,}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", max_length=7)]


class Contact(Record):
    """How to reach the practice."""

    phone: Annotated[Phone | None, Field(description="Telephone number, in quotes")] = None
    email: Annotated[Email | None, Field(description="E-mail address")] = None
    website: Annotated[Https | None, Field(description="Address of your website, beginning with https://")] = None
    booking: Annotated[Https | None, Field(description="Address where people book, beginning with https://")] = None


class Sessions(Record):
    """How the practice meets people."""

    minutes: Annotated[int | None, Field(ge=10, le=480, description="How long a session lasts, in minutes")] = None
    where: Annotated[
        tuple[Literal["in person", "online", "by phone"], ...], Field(max_length=3, description="How you meet: in person, online, by phone")
    ] = ()


class Reviewer(Record):
    """The clinician who reviewed the practice's copy of the site."""

    name: Annotated[Short, Field(description="The reviewer's name")]
    credentials: Annotated[Short, Field(description="Training, title or registration")]
    date: Annotated[Day, Field(description="The day of the review, as 2026-11-23")]


class Practice(Record):
    """What a practice says about itself. It is published, so nothing about a client belongs here."""

    name: Annotated[Short | None, Field(description="The practice's name")] = None
    tagline: Annotated[Annotated[Words, StringConstraints(max_length=160)] | None, Field(description="One line below the name")] = None
    contact: Annotated[Contact | None, Field(description="How to reach you")] = None
    country: Annotated[
        Short | None, Field(description="Whose help lines and privacy rules come first: us, ca, gb, ie, au, nz, in or eu")
    ] = None
    languages: Annotated[
        tuple[Annotated[Words, StringConstraints(max_length=40)], ...],
        Field(max_length=40, description="Languages you work in, each in its own script if you like"),
    ] = ()
    sessions: Annotated[Sessions | None, Field(description="How long sessions last and how you meet")] = None
    fees: Annotated[Sentences | None, Field(description="What a session costs, in a sentence or two")] = None
    missed_sessions: Annotated[Sentences | None, Field(description="What happens after a missed or late session")] = None
    between_sessions: Annotated[Sentences | None, Field(description="If and how people can reach you between sessions")] = None
    emergencies: Annotated[Sentences | None, Field(description="What people should do in an emergency, and what you cannot offer")] = None
    notes: Annotated[Sentences | None, Field(description="What notes you keep, for how long, and how to see them")] = None
    reviewer: Annotated[Reviewer | None, Field(description="A clinician who read your copy and signs for it")] = None
    accent: Annotated[Colour | None, Field(description="Colour of links and buttons, as #1f5f5b in quotes")] = None
    logo: Annotated[Short | None, Field(description="Path of your logo below docs/, as assets/practice/logo.png")] = None
    exit_to: Annotated[Https | None, Field(description="Where 'Leave this page now' leads; an empty tab if left out")] = None


# Keys that someone might write about a client. The file is published, so each is refused by name.
ABOUT_CLIENTS = frozenset(
    (
        "client clients patient patients client_name client_names patient_name patient_names appointment appointments diagnosis diagnoses "
        "case cases case_notes session_notes treatment treatments medication medications referral referrals waiting_list"
    ).split()
)
