// A code editor for a cell: CodeMirror, with line numbers, as errors name lines.
import { indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { indentUnit, syntaxHighlighting } from "@codemirror/language";
import { keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { basicSetup, EditorView } from "codemirror";

const RUN = ["Shift-Enter", "Ctrl-Enter", "Mod-Enter"];

// Makes an editor in `parent`; `run` answers these keys, `changed` each edit.
export function makeEditor(parent, doc, label, { run, changed }) {
  const extensions = [
    keymap.of(RUN.map((key) => ({ key, run: () => (run(), true) }))),
    basicSetup,
    keymap.of([indentWithTab]), // Escape, then Tab, leaves: CodeMirror sees to that
    indentUnit.of("    "),
    python(),
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
