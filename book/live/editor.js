// A code editor for a cell: CodeMirror, with line numbers, as errors name lines.
import { indentWithTab } from "@codemirror/commands";
import { python, pythonLanguage } from "@codemirror/lang-python";
import { indentUnit, syntaxHighlighting } from "@codemirror/language";
import { keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { basicSetup, EditorView } from "codemirror";

const RUN = ["Shift-Enter", "Ctrl-Enter", "Mod-Enter"];

// Offers what the running Python knows of a name, after its dot.
const completions = (complete) => async (context) => {
  const typed = context.matchBefore(/[\w.]*\.\w*/);
  if (!typed) return null;
  const dot = typed.text.lastIndexOf(".");
  const names = await complete(typed.text.slice(0, dot));
  const options = names.map((label) => ({ label }));
  return { from: typed.from + dot + 1, options, validFor: /^\w*$/ };
};

// Makes an editor in `parent`; `run` answers these keys, `changed` each edit.
export function makeEditor(parent, doc, label, { run, changed, complete }) {
  const extensions = [
    keymap.of(RUN.map((key) => ({ key, run: () => (run(), true) }))),
    basicSetup,
    keymap.of([indentWithTab]), // Escape, then Tab, leaves: CodeMirror sees to that
    indentUnit.of("    "),
    python(),
    pythonLanguage.data.of({ autocomplete: completions(complete) }),
    syntaxHighlighting(classHighlighter),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of((update) => update.docChanged && changed()),
  ];
  const view = new EditorView({ parent, doc, extensions });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    },
    focus: () => view.focus(),
  };
}
