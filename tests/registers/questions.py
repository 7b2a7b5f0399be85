# SPDX-License-Identifier: EUPL-1.2
"""The requests that are asked of a kept register: for each operation that reads, of everything in the register.

What is in the register is learned from its own lists; the codes of filters from schema/rules of the version that made
it. Days are fixed: an answer does not depend on when it is asked.
"""
import json

DAY, LATER, MUCH_LATER = "2026-12-01", "2027-06-21", "2028-07-01"
OWN = "voorbeeldstad"
PAGE = 1000


def questions(ask, operations, rules):
    """Gives (operation, request). ask(operation, request) gives an answer; rules is the folder schema/rules."""
    known = Known(ask, operations, rules)
    for operation in operations:
        for request in BY_OPERATION.get(operation, lambda known: [])(known):
            yield operation, request


class Known:
    """The content of a register, by the register's own numbers."""

    def __init__(self, ask, operations, rules):
        self.rules = rules
        self.tenders = ask("tender.list", {"limit": PAGE, "today": DAY})["items"]
        self.tenders += ask("tender.list", {"limit": PAGE, "today": DAY, "registration": "withdrawn"})["items"]
        self.entries = []
        while page := ask("journal.list", {"limit": PAGE, "after": len(self.entries)})["entries"]:
            self.entries += page
        self.contracts, self.reviews = [], []
        if "contract.list" in operations:
            self.contracts = ask("contract.list", {"limit": PAGE, "today": DAY})["items"]
        self.organisations = sorted({each["organisation"] for each in self.tenders + self.contracts})
        if "review.list" in operations:
            for organisation in self.organisations:
                request = {"organisation": organisation, "agenda": False, "limit": PAGE, "today": DAY}
                self.reviews += ask("review.list", request)["items"]
        self.first_page = {each: ask(each, {"organisation": OWN, "limit": 2, "today": LATER}) for each in operations
                           if each in PAGED}

    def codes(self, name):
        path = self.rules / f"{name}.json"
        return [row["code"] for row in json.loads(path.read_text(encoding="utf-8"))["rows"]] if path.exists() else []

    def second_page(self, operation):
        """The second page of two; nothing where there is none."""
        after = self.first_page[operation].get("next")
        return [{"organisation": OWN, "limit": 2, "after": after, "today": LATER}] if after else []

    def each(self, organisation, *requests):
        return [dict(organisation=organisation, today=DAY, **request) for request in requests]


PAGED = {"tender.list", "contract.list", "promise.list", "review.list", "socialreturn.list", "worklist.list"}


def tender_list(known):
    yield {"today": DAY}
    yield {"organisation": OWN, "limit": 2, "today": LATER}
    yield from known.second_page("tender.list")
    for organisation in known.organisations:
        yield {"organisation": organisation, "limit": PAGE, "today": LATER}
    for flag in known.codes("flags"):
        yield {"organisation": OWN, "flag": flag, "today": DAY}
        yield {"flag": flag, "today": LATER, "limit": PAGE}
    for phase in known.codes("phases"):
        yield {"phase": phase, "limit": PAGE, "today": DAY}
    for registration in ("confirmed", "provisional", "withdrawn", "lapsed"):
        yield {"registration": registration, "limit": PAGE, "today": DAY}
    for theme in known.codes("themes"):
        yield {"theme": theme, "limit": PAGE, "today": DAY}
    for state in ("applied", "explained", "undecided"):
        yield {"theme": "ketenverantwoordelijkheid", "state": state, "limit": PAGE, "today": DAY}
    yield from known.each(OWN, {"from": "2026-09-10", "to": "2026-09-30"}, {"text": "onderhoud"}, {"text": "VS-2027-04"})


def of_tenders(known):
    for tender in known.tenders:
        yield {"tender": tender["tender"], "today": DAY}


def tender_get(known):
    yield from of_tenders(known)
    for tender in known.tenders[::4]:
        yield {"organisation": tender["organisation"], "reference": tender["reference"], "today": LATER}


def tender_gate(known):
    yield from of_tenders(known)
    for phase in known.codes("phases"):
        for tender in known.tenders[1:40:12]:
            yield {"tender": tender["tender"], "to": phase, "today": LATER}


def review_list(known):
    for organisation in known.organisations:
        yield from known.each(organisation, {}, {"agenda": False})
    yield {"organisation": OWN, "limit": 2, "today": LATER}
    yield from known.second_page("review.list")
    for state in ("open", "akkoord", "akkoord-mits", "afgewezen"):
        yield {"organisation": OWN, "agenda": False, "state": state, "today": LATER}


def review_dossier(known):
    yield from of_tenders(known)
    for tender in known.tenders[::5]:
        yield {"tender": tender["tender"], "format": "html", "today": DAY}
    for review in known.reviews:
        for form in ("json", "html"):
            yield {"review": review["review"], "format": form, "today": LATER}


def contract_list(known):
    yield {"today": DAY}
    yield {"organisation": OWN, "limit": 2, "today": LATER}
    yield from known.second_page("contract.list")
    for organisation in known.organisations:
        for request in ({}, {"endsFrom": "2028-01-01"}, {"endsTo": "2027-12-31"}, {"noticeFrom": "2027-01-01"},
                        {"noticeTo": "2027-12-31"}, {"openOptions": True}, {"text": "schoon"}):
            yield {"organisation": organisation, "today": LATER, **request}


def of_contracts(known, *requests, days=(DAY, LATER, MUCH_LATER)):
    for contract in known.contracts:
        for day in days:
            for request in requests or ({},):
                yield {"contract": contract["contract"], "today": day, **request}


def contract_get(known):
    yield from of_contracts(known)
    for contract in known.contracts:
        yield {"organisation": contract["organisation"], "reference": contract["reference"], "today": DAY}


def contract_statement(known):
    forms = [{"format": form, "audience": audience} for form in ("json", "html", "csv")
             for audience in ("intern", "leverancier")]
    yield from of_contracts(known, *forms, days=(DAY,))
    yield from of_contracts(known, {}, {"from": "2026-01-01", "to": "2026-12-31"}, days=(MUCH_LATER,))


def promise_form(known):
    yield from of_contracts(known, {"format": "csv"}, {"format": "csv", "all": True}, {"format": "xlsx"},
                            {"format": "csv", "promises": [1], "until": "2026-12-31"}, days=(DAY, LATER))


def promise_list(known):
    yield {"organisation": OWN, "limit": 2, "today": LATER}
    yield from known.second_page("promise.list")
    yield from of_contracts(known)
    filters = [{"due": "2027-03-01"}, {"overdue": True}, {"ratingDue": "2027-12-31"}, {"atRisk": True},
               {"person": "C. Manager"}, {"owner": "contractmanager"}]
    filters += [{"standing": stand} for stand in ("op-koers", "risico", "gemist", "niet-aangetoond", "gehaald")]
    filters += [{"theme": theme} for theme in known.codes("themes")]
    for request in filters:
        yield {"organisation": OWN, "today": LATER, **request}


def socialreturn_list(known):
    for organisation in known.organisations:
        yield from known.each(organisation, {})
    yield {"organisation": OWN, "limit": 2, "today": LATER}
    yield from known.second_page("socialreturn.list")


def effect_list(known):
    yield from of_contracts(known)
    filters = [{"per": ["contract"], "limit": 1}, {"per": ["contract", "theme", "year"]}, {"per": ["theme"]}, {"per": []},
               {"year": 2025}, {"from": 2026}, {"to": 2026}]
    filters += [{"theme": theme} for theme in known.codes("themes")]
    filters += [{"effect": effect} for effect in known.codes("effects")]
    for request in filters:
        yield {"organisation": OWN, "today": LATER, **request}


PACKAGE = {"term": {"start": "2027-01-01", "months": 36}, "people": {"contractmanager": "N. de Vries"}, "promises": [
    {"theme": "klimaat", "kpi": "co2-uitstoot", "target": "41", "checked": "maand", "owner": "contractmanager"},
    {"theme": "social-return", "kpi": "geplaatste-personen", "target": "2", "checked": "jaar"}]}


def checkability(known):
    for organisation in known.organisations:
        yield from known.each(organisation, {}, {"year": 2026})
    yield from known.each(OWN, {"role": "contractmanager", "year": 2027}, {"person": "C. Manager"},
                          {"hoursAvailable": 10}, PACKAGE)
    yield from of_contracts(known, days=(DAY,))
    for tender in known.tenders[::6]:
        yield {"tender": tender["tender"], "today": DAY}


def worklist(known):
    for organisation in known.organisations:
        for month in ("2026-11", "2026-12", "2027-01", "2027-09", "2028-01"):
            yield from known.each(organisation, {"month": month})
    yield {"organisation": OWN, "limit": 2, "today": LATER}
    yield from known.second_page("worklist.list")
    yield from known.each(OWN, {}, {"role": "contractmanager"}, {"person": "C. Manager"})


def plan(known):
    for tender in known.tenders[::3]:
        yield {"tender": tender["tender"], "today": DAY}
    for contract in known.contracts:
        yield {"contract": contract["contract"], "kind": "dienst", "estimatedValueCents": 60000000, "today": DAY}
    for procedure in known.codes("procedures"):
        yield {"kind": "werk", "procedure": procedure, "estimatedValueCents": 900000000, "steps": False,
               "planning": {"contractStart": "2028-01-01"}, "today": DAY}
        yield {"kind": "dienst", "procedure": procedure, "organisation": OWN, "today": DAY, "alternatives": False}
    common = {"organisation": OWN, "kind": "dienst", "estimatedValueCents": 120000000, "today": DAY}
    yield {**common, "planning": {"currentContractEnd": "2027-12-31"}, "noticeBy": "2027-09-30"}
    yield {**common, "social": True, "planning": {"publication": "2027-02-01"}, "direction": "forward"}
    yield {**common, "conditions": {"versneld": True}, "procedure": "openbaar", "board": True, "closingTime": "24:00"}
    yield {**common, "ambition": 3, "currentContract": {"start": "2024-01-01", "months": 48}}
    yield {"kind": "werk", "estimatedValueBand": {"fromCents": 100000000, "toCents": 700000000}, "today": DAY}


def period(known):
    for rule in known.codes("statutory-periods"):
        for day in ("2026-12-18", "2027-04-20"):
            yield {"rule": rule, "dayZero": day, "today": DAY}
    for counting in ("atw", "1182-71", "none"):
        for count in ({"days": 3}, {"days": 20}, {"weeks": 6}, {"months": 1}):
            for direction in ("forward", "backward"):
                yield {"dayZero": "2027-05-04", "direction": direction, "countingRule": counting, **count}
    yield {"rule": "T1", "dayZero": "2026-12-18", "conditions": {"elektronisch": True}, "procedure": "openbaar",
           "closingTime": "12:00", "chosenDay": "2027-01-15"}


def threshold(known):
    for authority in ("centraal", "decentraal", "speciale-sector"):
        for kind in ("werk", "levering", "dienst"):
            for value in ({}, {"valueCents": 4000000}, {"valueCents": 22000000}, {"valueCents": 600000000}):
                yield {"authority": authority, "kind": kind, "date": "2027-01-15", "today": DAY, **value}
    for more in ({"social": True}, {"concession": True}, {"organisation": OWN, "valueCents": 6000000}):
        yield {"authority": "decentraal", "kind": "dienst", "date": "2025-03-01", "today": DAY, **more}


def calendar(known):
    for form in ("ics", "json", "csv", "html"):
        for audience in ("intern", "publiek"):
            for organisation in ({}, {"organisation": OWN}, {"organisation": "gm0344"}):
                yield {"format": form, "audience": audience, "today": DAY, **organisation}
    for day in (LATER, MUCH_LATER):
        yield {"organisation": OWN, "today": day, "format": "json"}
        yield {"organisation": OWN, "component": "todo", "today": day}
    yield {"organisation": OWN, "from": "2027-01-01", "to": "2027-03-31", "format": "json", "today": DAY}
    yield {"component": "todo", "from": "1990-01-01", "to": "2199-12-31", "today": DAY}


def journal_list(known):
    yield {}
    for after in range(0, len(known.entries), 100):
        yield {"after": after, "limit": 100}
    for tender in known.tenders[::6]:
        yield {"tender": tender["tender"]}
    for contract in known.contracts:
        yield {"contract": contract["contract"]}


def journal_verify(known):
    yield {}
    for entry in known.entries[::50]:
        yield {"head": {"seq": entry["seq"], "hash": entry["hash"]}}


BY_OPERATION = {
    "tender.list": tender_list, "tender.get": tender_get, "tender.gate": tender_gate,
    "review.list": review_list, "review.dossier": review_dossier,
    "contract.list": contract_list, "contract.get": contract_get, "contract.statement": contract_statement,
    "promise.list": promise_list, "promise.form": promise_form,
    "socialreturn.list": socialreturn_list, "socialreturn.statement": of_contracts,
    "effect.list": effect_list, "checkability.compute": checkability, "worklist.list": worklist,
    "plan.compute": plan, "period.compute": period, "threshold.find": threshold, "calendar.feed": calendar,
    "journal.list": journal_list, "journal.verify": journal_verify,
}
