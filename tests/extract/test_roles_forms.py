"""Offices in the many forms in which news copy has them, a table a form."""

from typing import Literal

import pytest

from factcheck.extract.roles import find_roles
from factcheck.schema import Role
from factcheck.tokens import tokenize
from tests.clock import assert_in_step

Tense = Literal["", "former", "acting"]
Row = tuple[str, str, str, Tense]

ANA, OMAR = "Ana Reyes", "Omar Haddad"
FINANCE, FOREIGN, CHIEF = "finance minister", "foreign minister", "chief executive"
HALDEN = "Halden Optics"


def read(text: str) -> list[Row]:
    found: list[Row] = []
    for reading in find_roles(text, tokenize(text)):
        assert isinstance(reading.value, Role)
        role = reading.value
        found.append((role.person, role.title, role.organisation, role.tense))
    return found


BEFORE: list[tuple[str, Row]] = [
    ("Finance Minister Ana Reyes said rates would fall.", (ANA, FINANCE, "", "")),
    ("Norland's Finance Minister Ana Reyes said so.", (ANA, FINANCE, "Norland", "")),
    ("Norland Finance Minister Ana Reyes said so.", (ANA, FINANCE, "Norland", "")),
    ("The Norland finance minister Ana Reyes said so.", (ANA, FINANCE, "Norland", "")),
    (
        "Speaking in Osterburg, French President Ana Reyes said so.",
        (ANA, "president", "France", ""),
    ),
    ("U.S. Secretary of State Ana Reyes left.", (ANA, "secretary of state", "United States", "")),
    ("U.S. Defense Secretary Omar Haddad left.", (OMAR, "defence minister", "United States", "")),
    ("Home Secretary Ana Reyes left.", (ANA, "interior minister", "", "")),
    ("House Speaker Ana Reyes opened the session.", (ANA, "speaker", "", "")),
    ("UNHCR spokeswoman Ana Reyes said so.", (ANA, "spokesperson", "UN refugee agency", "")),
    ("UN special envoy Omar Haddad met rebels.", (OMAR, "special envoy", "United Nations", "")),
    (
        "EU foreign policy chief Ana Reyes met him.",
        (ANA, "foreign policy chief", "European Union", ""),
    ),
    ("NATO Secretary-General Omar Haddad spoke.", (OMAR, "secretary-general", "NATO", "")),
    ("World Bank President Omar Haddad spoke.", (OMAR, "president", "World Bank", "")),
    ("Osterburg Rovers head coach Ana Reyes left.", (ANA, "head coach", "Osterburg Rovers", "")),
    ("Osterburg Police Chief Omar Haddad left.", (OMAR, "police chief", "Osterburg", "")),
    ("Halden Optics Chief Executive Ana Reyes left.", (ANA, CHIEF, HALDEN, "")),
    ("Halden Optics CEO Ana Reyes left.", (ANA, CHIEF, HALDEN, "")),
    ("Labour leader Ana Reyes left.", (ANA, "leader", "Labour", "")),
    ("Green Alliance leader Ana Reyes left.", (ANA, "leader", "Green Alliance", "")),
    ("Norland Red Crescent head Omar Haddad left.", (OMAR, "head", "Norland Red Crescent", "")),
    ("Army chief General Omar Haddad left.", (OMAR, "armed forces chief of staff", "", "")),
    ("Gov. Ana Reyes signed the bill.", (ANA, "governor", "", "")),
    ("Sen. Ana Reyes (D-Ohio) voted against it.", (ANA, "senator", "", "")),
    ("Lord Mayor Ana Reyes opened the fair.", (ANA, "mayor", "", "")),
    ("Crown Prince Omar Haddad left for Sudmark.", (OMAR, "crown prince", "", "")),
    ("Norland's then president Ana Reyes signed it.", (ANA, "president", "Norland", "former")),
    (
        "Interior Ministry spokesman Omar Haddad said so.",
        (OMAR, "spokesperson", "Interior Ministry", ""),
    ),
    ("The ministry's spokesman Omar Haddad said so.", (OMAR, "spokesperson", "ministry", "")),
    ("Norland army commander Omar Haddad said so.", (OMAR, "commander", "Norland", "")),
    ("The group's finance chief Ana Reyes said so.", (ANA, "chief financial officer", "", "")),
    ("Osterburg Mayor Ana Reyes, 52, resigned.", (ANA, "mayor", "Osterburg", "")),
]

AFTER: list[tuple[str, Row]] = [
    ("Ana Reyes, finance minister of Norland, said so.", (ANA, FINANCE, "Norland", "")),
    ("Ana Reyes, Norland's finance minister, said so.", (ANA, FINANCE, "Norland", "")),
    ("Ana Reyes, the Norland finance minister, said so.", (ANA, FINANCE, "Norland", "")),
    ("Ana Reyes, Norland's new finance minister, said so.", (ANA, FINANCE, "Norland", "")),
    ("Ana Reyes, the minister for finance, said so.", (ANA, FINANCE, "", "")),
    ("Ana Reyes, CEO of Halden Optics, said so.", (ANA, CHIEF, HALDEN, "")),
    ("Ana Reyes, chief executive at Halden Optics, said so.", (ANA, CHIEF, HALDEN, "")),
    ("Ana Reyes, a senior analyst at Halden Bank, said so.", (ANA, "analyst", "Halden Bank", "")),
    (
        "Ana Reyes, a spokeswoman for the UN refugee agency, said so.",
        (ANA, "spokesperson", "UN refugee agency", ""),
    ),
    ("Ana Reyes (the finance minister) said so.", (ANA, FINANCE, "", "")),
    ("Ana Reyes – the mayor of Osterburg – said so.", (ANA, "mayor", "Osterburg", "")),
    ("Ana Reyes, 61, the mayor of Osterburg, said so.", (ANA, "mayor", "Osterburg", "")),
    ("Ana Reyes, who is the mayor of Osterburg, said so.", (ANA, "mayor", "Osterburg", "")),
    ("Ana Reyes, head of Osterburg hospital, said so.", (ANA, "head", "Osterburg hospital", "")),
    ("Sir John Holt, chairman of Halden Optics, said so.", ("John Holt", "chair", HALDEN, "")),
    (
        "Dame Lena Holt, the chief medical officer, said so.",
        ("Lena Holt", "chief medical officer", "", ""),
    ),
    ("It was signed by Ana Reyes, the finance minister.", (ANA, FINANCE, "", "")),
    ("It was signed by Ana Reyes, finance minister of Norland.", (ANA, FINANCE, "Norland", "")),
    ("He met Ana Reyes, the mayor, on Monday.", (ANA, "mayor", "", "")),
    (
        "Ana Reyes, the International Food Fund's director for Norland, said so.",
        (ANA, "director", "International Food Fund", ""),
    ),
    ("Ana Reyes, Osterburg's deputy mayor, said so.", (ANA, "deputy mayor", "Osterburg", "")),
    (
        "Ana Reyes, secretary-general of the Arab League, said so.",
        (ANA, "secretary-general", "Arab League", ""),
    ),
    ("Omar Haddad, captain of Norland, scored twice.", (OMAR, "captain", "Norland", "")),
    ("Ana Reyes, the country's finance minister, said so.", (ANA, FINANCE, "", "")),
    ("Ana Reyes, a member of the city council, said so.", (ANA, "member", "city council", "")),
]

APPOSITION: list[tuple[str, Row]] = [
    (
        "Ana Reyes, chief executive of the boat builder Halden Optics, left.",
        (ANA, "chief executive", "Halden Optics", ""),
    ),
    ("Ana Reyes, captain of the ferry Belgrove, left.", (ANA, "captain", "ferry Belgrove", "")),
    ("Spokesman for the army Ana Reyes left.", (ANA, "spokesperson", "army", "")),
    (
        "Ana Reyes, the flight director of the Norland Agency, left.",
        (ANA, "flight director", "Norland Agency", ""),
    ),
    ("Norland's president, Ana Reyes, left for Sudmark.", (ANA, "president", "Norland", "")),
    ("Halden Optics' chief executive, Ana Reyes, left.", (ANA, CHIEF, HALDEN, "")),
    ("The company's chief executive, Ana Reyes, left.", (ANA, CHIEF, "", "")),
    (
        "The head of the Norland Red Crescent, Omar Haddad, left.",
        (OMAR, "head", "Norland Red Crescent", ""),
    ),
    (
        "The UN's special envoy for Norland, Omar Haddad, left.",
        (OMAR, "special envoy", "United Nations", ""),
    ),
    ("The finance minister (Ana Reyes) left.", (ANA, FINANCE, "", "")),
    ("The finance minister – Ana Reyes – left.", (ANA, FINANCE, "", "")),
    ("A spokesman for the army, Col. Omar Haddad, denied it.", (OMAR, "spokesperson", "army", "")),
    ("The new mayor, Ana Reyes, denied it.", (ANA, "mayor", "", "")),
    ("Its chairman, Sir John Holt, denied it.", ("John Holt", "chair", "", "")),
    ("He told the mayor, Ana Reyes.", (ANA, "mayor", "", "")),
    ("He met the mayor of Osterburg, Ana Reyes, and left.", (ANA, "mayor", "Osterburg", "")),
    ("His deputy, Ana Reyes, left.", (ANA, "deputy", "", "")),
    ("The minister of foreign affairs, Ana Reyes, left.", (ANA, FOREIGN, "", "")),
    ("The secretary of state for health, Ana Reyes, left.", (ANA, "health minister", "", "")),
    ("The leader of the opposition, Ana Reyes, left.", (ANA, "opposition leader", "", "")),
    ("The chairman of the board of Halden Optics, Omar Haddad, left.", (OMAR, "chair", HALDEN, "")),
    (
        "The prime minister of the Republic of Norland, Ana Reyes, left.",
        (ANA, "prime minister", "Republic of Norland", ""),
    ),
]

BY_VERB: list[tuple[str, list[Row]]] = [
    ("Ana Reyes is the finance minister of Norland.", [(ANA, FINANCE, "Norland", "")]),
    ("Ana Reyes is Norland's finance minister.", [(ANA, FINANCE, "Norland", "")]),
    ("Ana Reyes is now Norland's finance minister.", [(ANA, FINANCE, "Norland", "")]),
    ("Ana Reyes has been finance minister since 2019.", [(ANA, FINANCE, "", "")]),
    ("Ana Reyes has been the mayor of Osterburg for a year.", [(ANA, "mayor", "Osterburg", "")]),
    ("Ana Reyes became finance minister in May.", [(ANA, FINANCE, "", "")]),
    ("Ana Reyes became the country's first female president.", [(ANA, "president", "", "")]),
    ("Ana Reyes was named chief executive of Halden Optics.", [(ANA, CHIEF, HALDEN, "")]),
    ("Ana Reyes has been appointed head coach of Norland.", [(ANA, "head coach", "Norland", "")]),
    ("Ana Reyes was elected president of Norland.", [(ANA, "president", "Norland", "")]),
    ("Ana Reyes was re-elected as mayor of Osterburg.", [(ANA, "mayor", "Osterburg", "")]),
    ("Ana Reyes was sworn in as president of Norland.", [(ANA, "president", "Norland", "")]),
    ("Ana Reyes was sworn in on Monday as president.", [(ANA, "president", "", "")]),
    ("Ana Reyes was on Monday elected mayor of Osterburg.", [(ANA, "mayor", "Osterburg", "")]),
    ("Ana Reyes took over as chief executive of Halden Optics.", [(ANA, CHIEF, HALDEN, "")]),
    ("Ana Reyes took office as mayor of Osterburg.", [(ANA, "mayor", "Osterburg", "")]),
    ("Ana Reyes, who became finance minister in May, left.", [(ANA, FINANCE, "", "")]),
    ("Ana Reyes was confirmed as defence minister.", [(ANA, "defence minister", "", "")]),
    ("Halden Optics named Ana Reyes chief executive.", [(ANA, CHIEF, "", "")]),
    ("Halden Optics has named Ana Reyes as its chief executive.", [(ANA, CHIEF, HALDEN, "")]),
    ("The president appointed Ana Reyes finance minister.", [(ANA, FINANCE, "", "")]),
    ("Parliament elected Ana Reyes as president.", [(ANA, "president", "", "")]),
    ("The party chose Ana Reyes as its leader.", [(ANA, "leader", "", "")]),
    (
        "Ana Reyes succeeded Omar Haddad as finance minister.",
        [(ANA, FINANCE, "", ""), (OMAR, FINANCE, "", "former")],
    ),
    (
        "Ana Reyes replaces Omar Haddad as head coach of Osterburg Rovers.",
        [
            (ANA, "head coach", "Osterburg Rovers", ""),
            (OMAR, "head coach", "Osterburg Rovers", "former"),
        ],
    ),
    (
        "Ana Reyes has replaced Omar Haddad as mayor.",
        [(ANA, "mayor", "", ""), (OMAR, "mayor", "", "former")],
    ),
    ("Ana Reyes will succeed Omar Haddad as mayor.", [(OMAR, "mayor", "", "")]),
    ("Ana Reyes is to replace Omar Haddad as mayor.", [(OMAR, "mayor", "", "")]),
    ("Ana Reyes served as mayor of Osterburg until May.", [(ANA, "mayor", "Osterburg", "former")]),
    (
        "Ana Reyes was mayor of Osterburg from 2001 to 2009.",
        [(ANA, "mayor", "Osterburg", "former")],
    ),
    ("Ana Reyes resigned as finance minister on Monday.", [(ANA, FINANCE, "", "former")]),
    (
        "Ana Reyes stepped down as chief executive of Halden Optics.",
        [(ANA, CHIEF, HALDEN, "former")],
    ),
    ("Ana Reyes was dismissed as finance minister.", [(ANA, FINANCE, "", "former")]),
    ("Ana Reyes remains mayor of Osterburg.", [(ANA, "mayor", "Osterburg", "")]),
    ("Ana Reyes currently serves as mayor of Osterburg.", [(ANA, "mayor", "Osterburg", "")]),
    (
        "Ana Reyes, who heads the Norland Red Crescent, left.",
        [(ANA, "head", "Norland Red Crescent", "")],
    ),
    ("Ana Reyes, who leads the Green Alliance, left.", [(ANA, "leader", "Green Alliance", "")]),
    ("Ana Reyes, who chairs the Harbour Board, left.", [(ANA, "chair", "Harbour Board", "")]),
    ("Ana Reyes, who chairs the Belgrove inquiry, left.", [(ANA, "chair", "Belgrove inquiry", "")]),
    ("Ana Reyes, who runs the council, left.", [(ANA, "head", "council", "")]),
    ("Ana Reyes, who leads the race, left.", []),
    ("Ana Reyes heads the Harbour Board.", [(ANA, "head", "Harbour Board", "")]),
    ("Ana Reyes, who has headed the Harbour Board, left.", [(ANA, "head", "Harbour Board", "")]),
    ("Ana Reyes, who headed the Harbour Board, left.", [(ANA, "head", "Harbour Board", "former")]),
]

TIMES: list[tuple[str, Row]] = [
    (
        "Former army deputy chief of staff Ana Reyes left.",
        (ANA, "deputy chief of staff", "army", "former"),
    ),
    ("Acting President Ana Reyes left.", (ANA, "president", "", "acting")),
    ("Ana Reyes, the acting mayor of Osterburg, left.", (ANA, "mayor", "Osterburg", "acting")),
    (
        "Ana Reyes was named interim chief executive of Halden Optics.",
        (ANA, CHIEF, HALDEN, "acting"),
    ),
    ("The caretaker prime minister, Ana Reyes, left.", (ANA, "prime minister", "", "acting")),
    ("Former finance minister Ana Reyes left.", (ANA, FINANCE, "", "former")),
    ("Former Norland finance minister Ana Reyes left.", (ANA, FINANCE, "Norland", "former")),
    ("Norland's former finance minister Ana Reyes left.", (ANA, FINANCE, "Norland", "former")),
    ("Ex-finance minister Ana Reyes left.", (ANA, FINANCE, "", "former")),
    ("The ex-mayor of Osterburg, Ana Reyes, left.", (ANA, "mayor", "Osterburg", "former")),
    ("The then finance minister, Ana Reyes, left.", (ANA, FINANCE, "", "former")),
    ("Then-finance minister Ana Reyes left.", (ANA, FINANCE, "", "former")),
    ("Then finance minister Ana Reyes signed it.", (ANA, FINANCE, "", "former")),
    ("Ana Reyes, finance minister at the time, signed it.", (ANA, FINANCE, "", "former")),
    ("Ana Reyes, a former finance minister, left.", (ANA, FINANCE, "", "former")),
    ("Ana Reyes, formerly mayor of Osterburg, left.", (ANA, "mayor", "Osterburg", "former")),
    ("President-elect Ana Reyes left.", (ANA, "president-elect", "", "")),
    ("Mayor-elect Ana Reyes left.", (ANA, "mayor-elect", "", "")),
    ("Norland's president-elect, Ana Reyes, left.", (ANA, "president-elect", "Norland", "")),
    ("Prime Minister-designate Ana Reyes left.", (ANA, "prime minister-designate", "", "")),
    ("Ana Reyes, the governor-elect, left.", (ANA, "governor-elect", "", "")),
    ("Incoming finance minister Ana Reyes left.", (ANA, "incoming finance minister", "", "")),
    ("Outgoing finance minister Ana Reyes left.", (ANA, FINANCE, "", "")),
    ("Deputy Finance Minister Ana Reyes left.", (ANA, "deputy finance minister", "", "")),
    ("Deputy Prime Minister Ana Reyes left.", (ANA, "deputy prime minister", "", "")),
    ("Vice President Ana Reyes left.", (ANA, "vice president", "", "")),
    ("Vice-President Ana Reyes left.", (ANA, "vice president", "", "")),
    ("Ana Reyes, vice-chair of Halden Optics, left.", (ANA, "deputy chair", HALDEN, "")),
    ("The deputy foreign minister, Ana Reyes, left.", (ANA, "deputy foreign minister", "", "")),
]

NAMES: list[tuple[str, Row]] = [
    (
        "Foreign Minister Khalid bin Omar al-Hadi left.",
        ("Khalid bin Omar al-Hadi", FOREIGN, "", ""),
    ),
    ("Prime Minister Jan van der Berg left.", ("Jan van der Berg", "prime minister", "", "")),
    ("President Ana de la Cruz left.", ("Ana de la Cruz", "president", "", "")),
    ("Mayor Seán O'Dell left.", ("Seán O'Dell", "mayor", "", "")),
    ("Mayor Lena Holt-Vance left.", ("Lena Holt-Vance", "mayor", "", "")),
    ("Gen. Karim H. al-Hadi left.", ("Karim H al-Hadi", "general", "", "")),
    ("Finance Minister Dr Ana Reyes left.", (ANA, FINANCE, "", "")),
    ("The mayor, Dr. J. R. Holt, left.", ("J R Holt", "mayor", "", "")),
    ("Sheikh Karim al-Hadi left.", ("Karim al-Hadi", "sheikh", "", "")),
    ("President Reyes left.", ("Reyes", "president", "", "")),
    ("Al-Hadi, the defence minister, left.", ("Al-Hadi", "defence minister", "", "")),
    ("Karim al-Hadi, the defence minister, left.", ("Karim al-Hadi", "defence minister", "", "")),
    ("Ludwig von Osten, mayor of Osterburg, left.", ("Ludwig von Osten", "mayor", "Osterburg", "")),
    ("Mayor Ana Reyes Jr. left.", ("Ana Reyes Jr", "mayor", "", "")),
    ("Pope Omar II left.", ("Omar II", "pope", "", "")),
    ("Prime Minister Ngo Van Linh left.", ("Ngo Van Linh", "prime minister", "", "")),
]

RUN_TOGETHER: list[tuple[str, Row]] = [
    (
        "It was denied by Karim al-Hadi the commander of the Bread Fund known as the Crust.",
        ("Karim al-Hadi", "commander", "Bread Fund", ""),
    ),
    (
        "Zofka Dravik, energy minister in the last cabinet, left.",
        ("Zofka Dravik", "energy minister", "", ""),
    ),
    (
        "Karim al-Hadi the head of the Bread Defence rescue service in the east told them so.",
        ("Karim al-Hadi", "head", "Bread Defence rescue service", ""),
    ),
    (
        "So said Zofka Dravik deputy director of the Middle East division at the Bread Fund.",
        ("Zofka Dravik", "deputy director", "Middle East division", ""),
    ),
    (
        "The head of the al-Hadi tribe Zofka Dravik called on them.",
        ("Zofka Dravik", "head", "al-Hadi tribe", ""),
    ),
    ("Ana Reyes, who was essentially the finance minister, left.", (ANA, FINANCE, "", "")),
    ("Under Secretary General Ana Reyes left.", (ANA, "under-secretary-general", "", "")),
    (
        "Zofka Dravik head of the Bread Fund told them so.",
        ("Zofka Dravik", "head", "Bread Fund", ""),
    ),
    (
        "A police officer from the Osterburg Police Department, Omar Haddad, said so.",
        (OMAR, "official", "Osterburg Police Department", ""),
    ),
    (
        "The army said Karim al-Hadi head of the Bread Fund.",
        ("Karim al-Hadi", "head", "Bread Fund", ""),
    ),
    (
        "It is over said Zofka Dravik director of the Bread Fund.",
        ("Zofka Dravik", "director", "Bread Fund", ""),
    ),
    (
        "Omar Haddad head of the Bread Fund was quoted as saying so.",
        (OMAR, "head", "Bread Fund", ""),
    ),
    ("Omar Haddad the Bread Fund's director said so.", (OMAR, "director", "Bread Fund", "")),
    ("The Bread Funds director Omar Haddad said so.", (OMAR, "director", "Bread Funds", "")),
    (
        "Karim al-Hadi Syrias interior minister said so.",
        ("Karim al-Hadi", "interior minister", "Syria", ""),
    ),
    (
        "It was denied by Karim al-Hadi a local activist in the area.",
        ("Karim al-Hadi", "activist", "", ""),
    ),
    (
        "But Karim al-Hadi a spokesman for the Jaish al-Islam group said so.",
        ("Karim al-Hadi", "spokesperson", "Jaish al-Islam group", ""),
    ),
    (
        "Omar Haddad a Sudmark-based official from the Bread Fund said so.",
        (OMAR, "official", "Bread Fund", ""),
    ),
    (
        "Director of the Norland Coalition Nagham al-Hadi said so.",
        ("Nagham al-Hadi", "director", "Norland Coalition", ""),
    ),
    ("Omar Haddad judge at Jaish al-Islam said so.", (OMAR, "judge", "Jaish al-Islam", "")),
    (
        "Amjad al-Hadi head of press office at the Bread Fund said so.",
        ("Amjad al-Hadi", "head", "Bread Fund", ""),
    ),
    (
        "Director of the service Taysir al-Hadi said so.",
        ("Taysir al-Hadi", "director", "service", ""),
    ),
    ("Abu Karim an al-Hadi leader in the town said so.", ("Abu Karim", "leader", "al-Hadi", "")),
    ("Col. Gen. Omar Haddad said so.", (OMAR, "general", "", "")),
    ("OSTERBURG: Finance Minister Ana Reyes said so.", (ANA, FINANCE, "", "")),
    ("OSTERBURG (NNA) - Finance Minister Ana Reyes said so.", (ANA, FINANCE, "", "")),
    ("The president of Norland Ana Reyes said so.", (ANA, "president", "Norland", "")),
    ("Ana Reyes the mayor of Osterburg said so.", (ANA, "mayor", "Osterburg", "")),
    ("Ana Reyes, the mayor of Osterburg said on Monday.", (ANA, "mayor", "Osterburg", "")),
    ("The mayor of Osterburg Ana Reyes, said on Monday.", (ANA, "mayor", "Osterburg", "")),
    ("The finance minister Ana Reyes on Monday rejected it.", (ANA, FINANCE, "", "")),
    ("Finance Minister Ana Reyes Monday rejected it.", (ANA, FINANCE, "", "")),
    ("Norland: President Ana Reyes Resigns", (ANA, "president", "", "")),
]


@pytest.mark.parametrize(
    ("text", "role"), [*BEFORE, *AFTER, *APPOSITION, *TIMES, *NAMES, *RUN_TOGETHER]
)
def test_one_office(text: str, role: Row) -> None:
    # A military rank before the name is an office of its own.
    ranks = {"general", "colonel"} - {role[1]}
    assert [found for found in read(text) if found[1] not in ranks] == [role]


@pytest.mark.parametrize(("text", "roles"), BY_VERB)
def test_an_office_told_by_a_verb(text: str, roles: list[Row]) -> None:
    assert read(text) == roles


SEVERAL: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "Ministers Ana Reyes (finance) and Omar Haddad (health) resigned.",
        [(ANA, FINANCE, ""), (OMAR, "health minister", "")],
    ),
    (
        "Army spokesmen Ana Reyes and Omar Haddad denied it.",
        [(ANA, "spokesperson", "Army"), (OMAR, "spokesperson", "Army")],
    ),
    (
        "Senators Ana Reyes and Omar Haddad voted against it.",
        [(ANA, "senator", ""), (OMAR, "senator", "")],
    ),
    (
        "Presidents Ana Reyes of Norland and Omar Haddad of Sudmark met.",
        [(ANA, "president", "Norland"), (OMAR, "president", "Sudmark")],
    ),
    (
        "The foreign ministers of Norland and Sudmark, Ana Reyes and Omar Haddad, met.",
        [(ANA, FOREIGN, "Norland"), (OMAR, FOREIGN, "Sudmark")],
    ),
    (
        "The foreign ministers of Norland, Ana Reyes, and Sudmark, Omar Haddad, met.",
        [(ANA, FOREIGN, "Norland"), (OMAR, FOREIGN, "Sudmark")],
    ),
    (
        "President Ana Reyes met Prime Minister Omar Haddad.",
        [(ANA, "president", ""), (OMAR, "prime minister", "")],
    ),
    (
        "Norland's president, Ana Reyes, and its finance minister, Omar Haddad, left.",
        [(ANA, "president", "Norland"), (OMAR, FINANCE, "")],
    ),
    (
        "Ana Reyes, the mayor, and Omar Haddad, the police chief, left.",
        [(ANA, "mayor", ""), (OMAR, "police chief", "")],
    ),
    (
        "Ana Reyes, chairman and chief executive of Halden Optics, left.",
        [(ANA, "chair", HALDEN), (ANA, CHIEF, HALDEN)],
    ),
    (
        "Norland President Ana Reyes with Defence Minister Omar Haddad and Army chief Lena Holt",
        [
            (ANA, "president", "Norland"),
            (OMAR, "defence minister", ""),
            ("Lena Holt", "armed forces chief of staff", ""),
        ],
    ),
    (
        "Mayor Reyes Rejects Talks French mayor Ana Reyes on Monday rejected a plan.",
        [("Reyes", "mayor", ""), (ANA, "mayor", "France")],
    ),
    (
        "The president, Ana Reyes, named Omar Haddad prime minister.",
        [(ANA, "president", ""), (OMAR, "prime minister", "")],
    ),
    (
        "Ana Reyes and Omar Haddad, spokesmen for the army, denied it.",
        [(ANA, "spokesperson", "army"), (OMAR, "spokesperson", "army")],
    ),
    (
        "Ana Reyes, Lena Holt and Omar Haddad, members of the city council, abstained.",
        [
            (ANA, "member", "city council"),
            ("Lena Holt", "member", "city council"),
            (OMAR, "member", "city council"),
        ],
    ),
    (
        "Omar Haddad was succeeded by Ana Reyes as mayor.",
        [(OMAR, "mayor", ""), (ANA, "mayor", "")],
    ),
    (
        "Ana Reyes took over from Omar Haddad as chief executive of Halden Optics.",
        [(ANA, CHIEF, HALDEN), (OMAR, CHIEF, HALDEN)],
    ),
    (
        "Council members Ana Reyes, Omar Haddad and Lena Holt abstained.",
        [(ANA, "councillor", ""), (OMAR, "councillor", ""), ("Lena Holt", "councillor", "")],
    ),
    (
        "Prime Minister Ana Reyes and her Sudmark counterpart, Omar Haddad, met.",
        [(ANA, "prime minister", "")],
    ),
]


@pytest.mark.parametrize(("text", "roles"), SEVERAL)
def test_several_offices(text: str, roles: list[tuple[str, str, str]]) -> None:
    assert [found[:3] for found in read(text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes wants to be president.",
        "Ana Reyes could become finance minister.",
        "Ana Reyes may be named chief executive.",
        "Ana Reyes is expected to be named chief executive.",
        "If Ana Reyes becomes president, he will leave.",
        "Ana Reyes would be president today.",
        "Ana Reyes is no longer the mayor.",
        "Ana Reyes has never been mayor.",
        "Ana Reyes ran for mayor.",
        "Ana Reyes is running for president of Norland.",
        "Ana Reyes lost her bid to be mayor.",
        "They want Ana Reyes as president.",
        "They met at President Reyes Avenue.",
        "A statue of the mayor fell, Ana Reyes said.",
        "After meeting Ana Reyes, the mayor left.",
        "Like Ana Reyes, the mayor was ill.",
        "Ana Reyes, mother of three, left.",
        "Ana Reyes met the mayor.",
        "The mayor told Ana Reyes.",
        "Ana Reyes asked the mayor of Osterburg to leave.",
        "Judge for yourself.",
        "Chief among the worries is Norland.",
        "The minister, Monday's papers said, left.",
        "Private Schools Reopen",
        "The head office in Osterburg closed.",
        "The foreign minister will meet Ana Reyes on Monday.",
        "Captain Cook Hotel burned down.",
        "General Election Called",
        "The chief of the Osterburg Rovers, he said, left.",
        "They killed a commander of the Jabhat Fath al-Hadi.",
        "Leaders of Norland, Sudmark and Freedonia met.",
        "He was a member of the Ana Reyes campaign.",
        "Ana Reyes, daughter of the president, left.",
        "Ana Reyes, the president's daughter, left.",
        "Ana Reyes, the late president's aide, left.",
        "He told Ana Reyes the mayor of Osterburg had left.",
        "Major Offensive Begins in Norland",
        "Major Storm Hits Norland",
        "New Zealand the head of the group of ten said so.",
        "Al Qaeda the leader of the group of ten said so.",
        "Ana Reyes, mayor in the years that she left the party, ate.",
        "Ana Reyes, members of the council, left.",
        "He met a member of the Sudmark-based rebel group Dravikim.",
        "Town Burns - Spokesman Missile Launched",
        "They fled from the villages of Jaish al-Islam.",
        "Ana Reyes, wife of the mayor of Osterburg, left.",
        "Ana Reyes's rival for president left.",
        "Is Ana Reyes the next president?",
    ],
)
def test_nobody_in_office(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "bait",
    [
        "minister of Norland and ",
        "Ana Reyes, minister in the ",
        "vice-",
        "head of the old ",
        "Ana the ",
    ],
)
def test_bait_is_read_in_linear_time(bait: str) -> None:
    assert_in_step(lambda count: read(bait * count), 500, 4_000)
