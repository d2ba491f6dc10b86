"""Directive `question`: a prediction with native controls."""

from string import ascii_lowercase

from udl_book.parts.elements import html, parse, parse_line
from udl_book.parts.exercises import Declared

RIGHT, WRONG, NEAR = ("✓", "Right."), ("✗", "Not quite."), ("≈", "Close.")
UNJUDGED = "This edition leaves the answer to this question out."


class Question(Declared):
    """`question`: prompt, choices and feedback come from the declaration."""

    kind = "question"

    def build(self, declared):
        """A fieldset: the legend names the question for every control in it."""
        name = self.target("Question")
        answers = self._choices if declared.choices else self._number
        legend = html("legend", *parse_line(self, declared.heading), class_="udl-title")
        legend += self.kind_label()
        return html(
            "fieldset",
            legend,
            *parse(self, declared.prompt),
            *answers(declared),
            class_="udl-box udl-question",
            id=name,
        )

    def _choices(self, declared):
        for letter, choice in zip(ascii_lowercase, declared.choices, strict=False):
            name = f"answer-{self.slug}-{letter}"
            yield html(
                "div",
                html("input", type="radio", name=f"answer-{self.slug}", id=name),
                html(
                    "label",
                    html("span", letter, class_="udl-letter"),
                    html("span", *parse_line(self, choice.text)),
                    for_=name,
                ),
                *self._judged(choice),
                class_="udl-choice",
            )
        yield from self._elsewhere()

    def _judged(self, choice):
        """Give the feedback of a choice, which the edition without solutions lacks."""
        if self.config.udl_solutions:
            yield self._feedback(RIGHT if choice.right else WRONG, choice.feedback)

    def _elsewhere(self):
        """Say, in the edition without solutions, who judges."""
        if not self.config.udl_solutions:
            yield html("p", UNJUDGED, class_="udl-note")

    def _number(self, declared):
        if not self.config.udl_solutions:
            yield from self._elsewhere()
            return
        name = f"answer-{self.slug}"
        right = declared.answer
        yield html(
            "div",
            html("label", "Your answer", for_=name),
            html(
                "input",
                type="text",
                id=name,
                autocomplete="off",
                spellcheck="false",
                aria_describedby=f"{name}-unread",
            ),
            # The script shows the button: without it, it would do nothing.
            html("button", "Check", type="button", hidden=True),
            class_="udl-number",
        )
        yield html(
            "p", class_="udl-unread", id=f"{name}-unread", role="status", hidden=True
        )
        yield self._band(RIGHT, right)
        for number in declared.near:
            yield self._band(NEAR if is_close(number, right) else WRONG, number)
        yield self._feedback(WRONG, declared.otherwise, hidden=True)
        yield html(
            "details",
            html("summary", "Show the answer"),
            html("p", f"{right.value:g}"),
            *parse(self, right.feedback),
            class_="udl-fold",
        )

    def _band(self, verdict, number):
        return self._feedback(
            verdict,
            number.feedback,
            hidden=True,
            data_value=number.value,
            data_tolerance=number.reach,
        )

    def _feedback(self, verdict, text, **attributes):
        icon, word = verdict
        kind = {RIGHT: "right", WRONG: "wrong", NEAR: "near"}[verdict]
        head = html("p", html("span", icon, aria_hidden="true"), " ", class_="udl-word")
        head += html("strong", word)
        return html(
            "div",
            head,
            *parse(self, text),
            class_=f"udl-feedback udl-feedback--{kind}",
            role="status",
            **attributes,
        )


def is_close(number, right):
    """Tell whether a wrong number lies within a few percent of the right one."""
    return abs(number.value - right.value) <= 0.05 * abs(right.value)


def setup(app):
    """Register the directive."""
    app.add_directive("question", Question)
