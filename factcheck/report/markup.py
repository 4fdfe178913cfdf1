"""XML and HTML as trees: text cannot become markup, and every text is made harmless."""

from __future__ import annotations

from lxml import etree

from factcheck.report.escaping import for_markup

Element = etree._Element  # lxml has no public name for it


def tag(name: str, /, *children: Element | str, **attributes: str) -> Element:
    r"""Return an element; `class_` and `for_` stand for class and for, `_` in a name for a hyphen.

    >>> etree.tostring(tag("p", "5 < 7 ", tag("b", "\x1b"), class_="note"))
    b'<p class="note">5 &lt; 7 <b>\\x1b</b></p>'
    """
    element = etree.Element(name)
    for key, value in attributes.items():
        element.set(key.rstrip("_").replace("_", "-"), for_markup(value))
    return extend(element, children)


def extend(element: Element, children: tuple[Element | str, ...] | list[Element | str]) -> Element:
    """Append texts and elements to an element and return it."""
    for child in children:
        if not isinstance(child, str):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + for_markup(child)
        else:
            element.text = (element.text or "") + for_markup(child)
    return element
