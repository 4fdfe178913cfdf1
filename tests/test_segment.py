import itertools

import pytest

from factcheck.config import Limits
from factcheck.readers import read_text
from factcheck.readers.metadata import Facts, make_document
from factcheck.schema import Block, BlockKind, Document, Span
from factcheck.segment import segment
from tests.clock import seconds

# Each line is one paragraph; " | " marks where its sentences end. Persons and events are invented.
LABELLED = """\
Some 240,000 people have died. | Millions fled.
The talks ended on Sept. 19 in Geneva. | A second round follows.
U.S. President Ana Reyes spoke first. | Nobody answered.
She lives in the U.S. | The move came in May.
Troops left the U.S. in 2011. | They came back.
Dr. Omar Haddad met Gen. Lena Vogt at 5 p.m. on Friday. | Both smiled.
The bus left at 7 a.m. | It never arrived.
The shop closed at 5 p.m. | Police came later.
J. R. Lindqvist signed it. | George W. Marlow did not.
Ana Q. Reyes, the minister, resigned. | Her aide stayed.
Growth was 2.5 percent. | In 2014 it was 1.9 percent.
Aid rose to $5.25 billion. | $3 billion more is due.
"It is over," she said. | "We go home."
"It is over." | Then he left.
“It is over.” | The guests went home.
He called it ‘a mess.’ | Others agreed.
"Is it over?" asked the minister. | No one knew.
"Is it over?" Reyes asked. | No one knew.
"Stop!" Omar Haddad said. | The car drove on.
Who pays? | The ministry does not say.
It was over! | The crowd cheered.
He paused... and went on. | Nobody spoke.
He paused... | Then he went on.
They waited … but no one came. | Night fell.
The paper (see p. 12) gives no source. | It was withdrawn.
Resolution No. 2254 was passed. | Fig. 3 shows the vote.
They said no. | Ten others said yes.
Acme Corp. said sales fell. | Acme Inc. did not comment.
He worked for Acme Corp. | The firm closed in 2012.
Haddad Jr. took over. | His father retired.
The village of St. Anna was shelled. | Mt. Orel was not.
It hit Washington, D.C. | The city was calm.
Food, water, fuel etc. were short. | Trucks waited.
They need food, water, etc. | The trucks wait.
It happened in Nov. 2014 and Dec. 2015. | Both times at night.
He was born in 1956. | In 1980 he left.
There were 5,000. | 300 were children.
(The figure includes children.) | It rose in May.
The figure includes children (and women). | It rose in May.
The port reopened.[4] | Ships returned.[5][6]
The port reopened.The ships returned.
Visit example.org for more. | Write to press@example.org.
The firm Yahoo! is old. | So what.
Version 2.0.1 was released. | It works.
She has a Ph.D. from Uppsala. | He has none.
They met at No. 10. | Later they parted.
Prices, e.g. of bread, rose. | Wages, i.e. pay, did not.
The vote was 5 vs. 3 in favour. | Two abstained.
Smith v. Marlow was heard in May. | It failed.
The E.U. and the U.N. agreed. | The U.K. refused.
Ten died in the U.N. building. | Five were staff.
It cost 5 million. | €3 million was paid.
The army withdrew. | al-Haddad stayed.
**Ten people died.** | Five were children.
*Ten died.* | _Five were children._
So did I. | The rest left.
He got a B. | The others failed.
That is plan B. | It failed.
The rate was 5%. | It is 6% now.
Lt. Col. Ana Reyes and Sgt. Omar Haddad were hurt. | No one died.
Approx. 500 people came. | More were expected.
The camp holds 1.5m. | It was built for 200,000.
"We lost 20 men. | We lost 3 trucks," he said.
The film "Who Goes There?" opened. | It closed soon.
He said: "Go." | They went.
It was 5:30 a.m. Monday when it began. | It ended at noon.
Rep. Lena Vogt (D., Ohio) voted no. | Sen. Marlow voted yes.
PORT SOL, Md. – | The port closed. | PORT SOL, N.Y. - The port opened.
MR. HADDAD: Ten died. | MS. REYES: No.
It ended on Wednesday. | - The rest stayed. | • Others left.
The war began in 2011. | By 2015, 240,000 had died.
""".splitlines()
LABELLED = [line.replace("reopened.The", "reopened. |The") for line in LABELLED]


def document_of(text: str, kind: BlockKind = "paragraph") -> Document:
    return make_document("a.txt", text, [Block(kind, Span(0, len(text)))], Facts())


def cut(document: Document) -> list[str]:
    text = document.text
    return [text[s.span.start : s.span.end] for s in segment(document)]


@pytest.mark.parametrize("line", LABELLED)
def test_labelled_paragraph(line: str) -> None:
    wanted = [part.strip() for part in line.split("|")]
    text = line.replace(" | ", " ").replace(" |", "")
    assert cut(document_of(text)) == wanted


@pytest.mark.parametrize("kind", ["heading", "credit", "row"])
def test_what_is_no_prose_is_one_sentence(kind: BlockKind) -> None:
    assert len(cut(document_of("Aid. What now? 5 facts. The end.", kind))) == 1


def test_a_list_number_is_no_sentence() -> None:
    assert cut(document_of("1. First, 20 died. Then 30 fled.")) == [
        "1. First, 20 died.",
        "Then 30 fled.",
    ]


def test_no_sentence_crosses_a_block() -> None:
    document = read_text(
        "A headline without end\n\nThe first one. The second\n\nThe third one.\n", "a"
    )
    assert cut(document) == [
        "A headline without end",
        "The first one.",
        "The second",
        "The third one.",
    ]
    assert [s.block for s in segment(document)] == [0, 1, 1, 2]
    assert next(s.block_kind for s in segment(document)) == "heading"


def test_wrapped_lines_are_one_sentence() -> None:
    text = "Some 240,000 people\r\nhave died. Millions\r\nfled."
    assert cut(read_text(text, "a")) == ["Some 240,000 people\r\nhave died.", "Millions\r\nfled."]


def test_tags_left_in_a_record_do_not_join_sentences() -> None:
    assert cut(document_of("<p>Ten died.</p><p>Five fled. </p>")) == [
        "<p>Ten died.</p>",
        "<p>Five fled. </p>",
    ]


def test_an_endless_sentence_is_cut_at_white_space() -> None:
    limits = Limits(max_sentence_characters=50)
    text = "word " * 100 + "x" * 120
    document = document_of(text)
    pieces = [text[s.span.start : s.span.end] for s in segment(document, limits)]
    assert max(map(len, pieces)) <= 50
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert pieces[0].endswith("word")


@pytest.mark.parametrize(
    "bait", [".", "a.", "A. ", '."', "U.S. ", "? ", "...", "x" * 50, "[1]", "\n"]
)
def test_time_grows_with_length(bait: str) -> None:
    document = document_of((bait * (100_000 // len(bait))) + "end")
    assert seconds(lambda: segment(document)) < 1
    sentences = segment(document)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(sentences))
