"""A kernel's run of a page, in which the text's questions are answered on the way."""

import ast
import json

from nbclient import NotebookClient
from nbclient.util import ensure_async

from udl_book.run.asked import Asked, AskedError
from udl_book.run.page import Cell, Page
from udl_book.run.templates import TemplateError
from udl_book.run.vary import VaryError, declared, weigh

SECONDS = 60
FRAMES = "__import__('importlib').import_module('udl_book.run.frames')"


class EvaluationError(Exception):
    """A question that the run could not answer: its line and what went wrong."""

    def __init__(self, asked: Asked, message: str):
        super().__init__(f"{asked}: {message}")
        self.line = asked.line


class CellError(Exception):
    """A cell whose header asks for what cannot be."""

    def __init__(self, cell: Cell, message: str):
        super().__init__(f"vary: {message}")
        self.line = cell.line


class Client(NotebookClient):
    """Runs a page; after each cell, the kernel evaluates what was asked of it.

    Attributes
    ----------
    answers
        The texts that the page asks for, in its order.
        at
        Number of the cell that runs, or that ran last.
    frames
        By the number of its cell: a cell's figure for each value of its parameter.
    """

    def __init__(self, notebook, page: Page, **options):
        super().__init__(notebook, **options)
        self.page, self.frames, self.at = page, {}, 0
        self.answers = [""] * len(page.asked)
        for question in page.asked:
            if question.cell < 0:
                raise EvaluationError(question, "no cell stands above it")

    async def async_execute_cell(self, cell, cell_index, *arguments, **options):
        """Run a cell for the other values of its parameter, run it, then answer."""
        self.at = cell_index
        due = {
            number: question
            for number, question in enumerate(self.page.asked)
            if question.cell == cell_index
        }
        codes = {str(number): _code(question) for number, question in due.items()}
        try:
            vary = declared(self.page.cells[cell_index])
            if vary:
                self.frames[cell_index] = await self._vary(vary, codes)
        except VaryError as error:
            raise CellError(self.page.cells[cell_index], str(error)) from error
        made = await super().async_execute_cell(cell, cell_index, *arguments, **options)
        if due:
            await self._answer(due, codes)
        return made

    async def _vary(self, vary, codes):
        frames = []
        ready = f"{FRAMES}.prepare({vary.code!r}, globals())"
        await self._evaluate({"ready": ready})
        for value in vary.values:
            call = f"{FRAMES}.frame({vary.code_with(value)!r}, {codes!r}, globals())"
            reply = await self._evaluate({"frame": call})
            frame = json.loads(ast.literal_eval(reply["frame"]["data"]["text/plain"]))
            if "error" in frame:
                raise VaryError(f"with {vary.name} = {value}: {frame['error']}")
            for key, answer in frame["answers"].items():
                _accept(self.page.asked[int(key)], answer)
            frames.append(frame)
        weigh(frames)
        about = {"name": vary.name, "values": vary.values, "default": vary.default}
        return {**about, "frames": frames}

    async def _answer(self, due, codes):
        reply = await self._evaluate(codes)
        for number, question in due.items():
            answer = reply[str(number)]
            if answer["status"] != "ok":
                raise EvaluationError(
                    question, f"{answer['ename']}: {answer['evalue']}"
                )
            text = ast.literal_eval(answer["data"]["text/plain"])
            self.answers[number] = _accept(question, text)

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


def _code(question):
    try:
        return question.code
    except (AskedError, TemplateError) as error:
        raise EvaluationError(question, str(error)) from error


def _accept(question, answer):
    try:
        return question.accept(answer)
    except AskedError as error:
        raise EvaluationError(question, str(error)) from error
