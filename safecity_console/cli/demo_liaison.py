"""Committees, contacts and watch notices for the demo: invented people, drawn pictures.

Belongs here: what a visitor finds. Does not belong here: cameras (simulated.py), incidents. Telephone numbers are of
the form 0300-55501xx and belong to nobody we know; names are common ones of the region.
"""

from __future__ import annotations

from datetime import timedelta

from safecity_console.domain.errors import WorldError
from safecity_console.domain.liaison import Answer, Committee, Consent, Contact, ContactKind, FootageRequest
from safecity_console.domain.watch_notice import Sighting, WatchKind, WatchNotice
from safecity_console.services.console import ConsoleServices
from safecity_console.simulator import placards

Person = tuple[ContactKind, str, str, str, int, str, int]
_COMMITTEES = (("Chowk Shaheedan traders' committee", "کمیٹی تاجران چوک شہیداں"),
               ("Sector F-2 peace committee", "امن کمیٹی سیکٹر ایف ٹو"))
_PEOPLE: tuple[Person, ...] = (
    (ContactKind.COMMITTEE_MEMBER, "Raja Shafqat", "راجہ شفقت", "0300-5550101", 0, "", 0),
    (ContactKind.COMMITTEE_MEMBER, "Ch. Nadeem Akhtar", "چوہدری ندیم اختر", "0300-5550102", 0, "", 0),
    (ContactKind.SHOP_CAMERA, "Al-Noor Jewellers", "النور جیولرز", "0300-5550103", 4, "shop front, pavements", 15),
    (ContactKind.SHOP_CAMERA, "Kashmir Petroleum", "کشمیر پٹرولیم", "0300-5550104", 6, "pumps, Mangla Road", 30),
    (ContactKind.ELDER, "Haji Abdul Qayyum", "حاجی عبدالقیوم", "0300-5550105", 0, "", 0),
    (ContactKind.POWER_OFFICE, "Electricity department, complaint office", "محکمہ برقیات", "118", 0, "", 0),
    (ContactKind.RESCUE_1122, "Rescue 1122 Mirpur", "ریسکیو ۱۱۲۲ میرپور", "1122", 0, "", 0),
    (ContactKind.HOSPITAL, "DHQ Hospital, emergency", "ڈی ایچ کیو ہسپتال", "0300-5550106", 0, "", 0),
    (ContactKind.SCHOOL, "Girls' High School, gate office", "گرلز ہائی سکول", "0300-5550107", 2, "school gate", 7),
)


def seed_liaison(services: ConsoleServices) -> None:
    """Fill contacts and the watch board of a fresh data folder; what is there already stays alone."""
    if services.contacts.committees() or services.watch_notices.board():
        return
    contacts = _seed_contacts(services)
    _seed_requests(services, contacts)
    _seed_notices(services)


def _seed_contacts(services: ConsoleServices) -> list[Contact]:
    sites = [site.id for site in services.cameras.sites()] or [""]
    now = services.clock.now()
    made = []
    committees = [services.contacts.put_committee(Committee("", name, urdu, site_id=sites[at % len(sites)]))
                  for at, (name, urdu) in enumerate(_COMMITTEES)]
    services.contacts.met(committees[0].id, now - timedelta(days=4), 11, "Parking before the bank; wish for a camera.")
    for at, (kind, name, urdu, phone, cameras, look_at, days) in enumerate(_PEOPLE):
        committee = committees[at % 2].id if kind is ContactKind.COMMITTEE_MEMBER else ""
        made.append(services.contacts.put(Contact("", kind, name, urdu, (phone,), sites[at % len(sites)], committee,
                                                  cameras, look_at, days)))
    return made


def _seed_requests(services: ConsoleServices, contacts: list[Contact]) -> None:
    now = services.clock.now()
    shops = [one for one in contacts if one.kind is ContactKind.SHOP_CAMERA]
    first = services.consents.ask(FootageRequest(
        "", 0, shops[0].id, "Camera over the door, the pavement to the left", now - timedelta(days=2, hours=3),
        now - timedelta(days=2, hours=2), "A motorcycle was stolen before the shop.", now - timedelta(days=2)))
    services.consents.answer(first.id, Answer.GIVEN, "Copied to a USB stick at the shop", "D-114")
    services.consents.ask(FootageRequest(
        "", 0, shops[1].id, "Mangla Road towards the town", now - timedelta(hours=7), now - timedelta(hours=6),
        "White car that left an accident.", now - timedelta(hours=5)))
    services.consents.consent(Consent("", shops[0].id, "May be asked for footage at any hour; copies by the shop's own "
                                      "man.", now - timedelta(days=20), now + timedelta(days=345)))


def _seed_notices(services: ConsoleServices) -> None:
    now, watch = services.clock.now(), services.watch_notices
    child = watch.post(WatchNotice(
        "", WatchKind.MISSING_CHILD, "Boy of 7, blue school uniform", now + timedelta(days=3),
        "Last seen at the bus stand with a green bag. Answers to the name Ali.", issued_by="Women's police station"),
        placards.person((54, 84, 140), child=True))
    watch.post(WatchNotice(
        "", WatchKind.WANTED_PERSON, "Man of about 30, beard, grey shalwar kameez", now + timedelta(days=30),
        "Wanted for armed robbery. Do not approach alone.", issued_by="SHO Thothal"), placards.person((96, 98, 104)))
    watch.post(WatchNotice(
        "", WatchKind.VEHICLE, "White Corolla, right rear lamp broken", now + timedelta(days=10),
        "Left an accident on Mangla Road.", "AJK-4471", "Traffic police Mirpur"), placards.car((206, 208, 210)))
    watch.post(WatchNotice(
        "", WatchKind.VEHICLE, "Red 125 motorcycle", now + timedelta(hours=5), "", "MR-882", "SHO City"))
    cameras = services.cameras.cameras()
    try:
        watch.seen(Sighting(child.id, cameras[0].id if cameras else "", "A boy like him walked towards the park.",
                            now - timedelta(minutes=40)))
    except WorldError:
        return  # a demo without a sighting is a demo still
