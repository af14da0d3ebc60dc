"""The models of practice.yml, the one file that a practice edits. Every key is optional. No text is rendered here."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sitekit.models.record import Day, Email, Https, Number, Record, Short, Words

Sentences = Annotated[Words, StringConstraints(max_length=400)]
Phone = Annotated[Number, StringConstraints(pattern=r"^(?:\+[1-9]|[0-9])(?:[ -]?[0-9]){2,14}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", max_length=40)]


SiteUrl = Annotated[Https, StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9_.~-]+)*/?$")]


class Contact(Record):
    """How to reach the practice."""

    phone: Annotated[Phone | None, Field(description="Telephone number, in quotes")] = None
    email: Annotated[Email | None, Field(description="E-mail address")] = None
    website: Annotated[Https | None, Field(description="Address of your website, beginning with https://")] = None
    booking: Annotated[Https | None, Field(description="Address where people book, beginning with https://")] = None


Languages = Annotated[tuple[Annotated[Words, StringConstraints(max_length=40)], ...], Field(max_length=40)]
Where = Annotated[tuple[Literal["in person", "online", "by phone"], ...], Field(max_length=3)]
Minutes = Annotated[int | None, Field(ge=10, le=480)]


class Sessions(Record):
    """How the practice meets people."""

    minutes: Annotated[Minutes, Field(description="How long a session lasts, in minutes")] = None
    where: Annotated[Where, Field(description="How you meet: in person, online, by phone")] = ()
    place: Annotated[Short | None, Field(description="Where you meet, for your messages: an address, or how to join")] = None


class Therapist(Record):
    """One of several therapists, as the composer signs for them. What is left out is the practice's."""

    name: Annotated[Short, Field(description="Name, as people know it")]
    languages: Annotated[Languages, Field(description="Languages this therapist works in")] = ()
    phone: Annotated[Phone | None, Field(description="Telephone number, in quotes")] = None
    email: Annotated[Email | None, Field(description="E-mail address")] = None
    signature: Annotated[Short | None, Field(description="What stands under messages in place of the name")] = None


class Service(Sessions):
    """One of several services. What is left out is as the practice says for all."""

    name: Annotated[Short, Field(description="What it is called, as Couples")]
    fees: Annotated[Sentences | None, Field(description="What a session costs, in a sentence or two")] = None
    missed_sessions: Annotated[Sentences | None, Field(description="What happens after a missed or late session")] = None


class Reviewer(Record):
    """The clinician who reviewed the practice's copy of the site."""

    name: Annotated[Short, Field(description="The reviewer's name")]
    credentials: Annotated[Short, Field(description="Training, title or registration")]
    date: Annotated[Day, Field(description="The day of the review, as 2026-11-23")]


class Photo(Record):
    """A photograph of the place, for those who like to see it first."""

    file: Annotated[Short, Field(description="Path of the picture below docs/, as assets/practice/way-in.jpg")]
    shows: Annotated[Short, Field(description="What it shows, as The way in")]
    alt: Annotated[Words, StringConstraints(max_length=300), Field(description="What is to be seen, for people who cannot see it")]


class Practice(Record):
    """What a practice says about itself. It is published, so nothing about a client belongs here."""

    name: Annotated[Short | None, Field(description="The practice's name")] = None
    address: Annotated[
        SiteUrl | None, Field(description="Address where this copy of the site will live, as https://trust.your-practice.org/")
    ] = None
    tagline: Annotated[Annotated[Words, StringConstraints(max_length=160)] | None, Field(description="One line below the name")] = None
    contact: Annotated[Contact | None, Field(description="How to reach you")] = None
    country: Annotated[
        Short | None, Field(description="Whose help lines and privacy rules come first: us, ca, gb, ie, au, nz, in or eu")
    ] = None
    languages: Annotated[Languages, Field(description="Languages you work in, each in its own script if you like")] = ()
    sessions: Annotated[Sessions | None, Field(description="How long sessions last and how you meet")] = None
    fees: Annotated[Sentences | None, Field(description="What a session costs, in a sentence or two")] = None
    missed_sessions: Annotated[Sentences | None, Field(description="What happens after a missed or late session")] = None
    between_sessions: Annotated[Sentences | None, Field(description="If and how people can reach you between sessions")] = None
    emergencies: Annotated[Sentences | None, Field(description="What people should do in an emergency, and what you cannot offer")] = None
    notes: Annotated[Sentences | None, Field(description="What notes you keep, for how long, and how to see them")] = None
    privacy_notice: Annotated[Https | None, Field(description="Address of your own privacy notice, beginning with https://")] = None
    team: Annotated[tuple[Therapist, ...], Field(max_length=40, description="Your therapists, where there are several")] = ()
    services: Annotated[tuple[Service, ...], Field(max_length=20, description="Your services, if they differ in time, place or cost")] = ()
    reviewer: Annotated[Reviewer | None, Field(description="A clinician who read your copy and signs for it")] = None
    accent: Annotated[Colour | None, Field(description="Colour of links and buttons, as #1f5f5b in quotes")] = None
    logo: Annotated[Short | None, Field(description="Path of your logo below docs/, as assets/practice/logo.png")] = None
    without_languages: Annotated[
        tuple[Short, ...], Field(max_length=40, description="Languages of this site that your copy leaves out, as [es, ar]")
    ] = ()
    photos: Annotated[tuple[Photo, ...], Field(max_length=6, description="Up to six photographs: the way in, waiting room, room")] = ()
    exit_to: Annotated[Https | None, Field(description="Where 'Leave this page now' leads; an empty tab if left out")] = None


# Keys that someone might write about a client. The file is published, so each is refused by name.
ABOUT_CLIENTS = frozenset(
    (
        "client clients patient patients client_name client_names patient_name patient_names appointment appointments diagnosis diagnoses "
        "case cases case_notes session_notes treatment treatments medication medications referral referrals waiting_list"
    ).split()
)
