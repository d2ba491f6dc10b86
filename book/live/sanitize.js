// HTML of a value, without what could act in the page: loaded when the first one comes.
import DOMPurify from "dompurify";

const FORBID_TAGS = ["style", "form", "input", "button", "textarea", "select"];

export const sanitize = (html) =>
  DOMPurify.sanitize(html, { FORBID_TAGS, SANITIZE_NAMED_PROPS: true });
