"""A kernel's run of a page, in which the text's questions are answered on the way."""

import ast
from collections.abc import Sequence

from nbclient import NotebookClient
from nbclient.util import ensure_async

from udl_book.run.asked import Asked, AskedError
from udl_book.run.templates import TemplateError

SECONDS = 30


class EvaluationError(Exception):
    """A question that the run could not answer: its line and what went wrong."""

    def __init__(self, asked: Asked, message: str):
        super().__init__(f"{asked}: {message}")
        self.line = asked.line


class Client(NotebookClient):
    """Runs a notebook; after each cell, the kernel evaluates what was asked of it.

    Attributes
    ----------
    asked
        What the page asks.
    answers
        The texts, in the same order.
    at
        Number of the cell that runs, or that ran last.
    """

    def __init__(self, notebook, asked: Sequence[Asked], **options):
        super().__init__(notebook, **options)
        self.asked, self.answers, self.at = asked, [""] * len(asked), 0
        for question in asked:
            if question.cell < 0:
                raise EvaluationError(question, "no cell stands above it")

    async def async_execute_cell(self, cell, cell_index, *arguments, **options):
        """Run a cell, then answer."""
        self.at = cell_index
        made = await super().async_execute_cell(cell, cell_index, *arguments, **options)
        due = {
            number: question
            for number, question in enumerate(self.asked)
            if question.cell == cell_index
        }
        if due:
            await self._answer(due)
        return made

    async def _answer(self, due):
        codes = {}
        for number, question in due.items():
            try:
                codes[str(number)] = question.code
            except (AskedError, TemplateError) as error:
                raise EvaluationError(question, str(error)) from error
        reply = await self._evaluate(codes)
        for number, question in due.items():
            answer = reply[str(number)]
            if answer["status"] != "ok":
                raise EvaluationError(
                    question, f"{answer['ename']}: {answer['evalue']}"
                )
            try:
                text = ast.literal_eval(answer["data"]["text/plain"])
                self.answers[number] = question.accept(text)
            except AskedError as error:
                raise EvaluationError(question, str(error)) from error

    async def _evaluate(self, codes):
        sent = self.kc.execute("", silent=True, user_expressions=codes)
        reply = await self._receive(self.kc.shell_channel, sent, "execute_reply")
        state = None
        while state != "idle":  # a kernel that is stopped while busy complains
            status = await self._receive(self.kc.iopub_channel, sent, "status")
            state = status["execution_state"]
        return reply["user_expressions"]

    async def _receive(self, channel, sent, kind):
        while True:
            message = await ensure_async(channel.get_msg(timeout=SECONDS))
            of_ours = message["parent_header"].get("msg_id") == sent
            if of_ours and message["msg_type"] == kind:
                return message["content"]
