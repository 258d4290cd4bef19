// The ranking page only: a handle to drag by, Alt with arrow keys, and what to say when saving fails.
// The list is a form whose hidden fields follow the order of the items, so a moved item is just a sent form;
// the server answers with the list anew and the sentence that role=status reads out.
import Sortable from "sortablejs/modular/sortable.core.esm.js";

const RETRY_AFTER_MS = 3000;
let retry;
/** The form that was sent last, and the arrow that sent it: what is tried again when saving fails. */
let last;

/** Sends the form that the list stands in, and says which item was moved. */
function send(list, item) {
  const form = list.closest("form");
  const moved = form.querySelector("input[name=moved]");
  if (moved) moved.value = item.dataset.item;
  form.requestSubmit();
}

function arrange(list) {
  if (Sortable.get(list)) return;
  Sortable.create(list, {
    handle: ".handle",
    ghostClass: "ghost",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    onEnd: (drag) => { if (drag.oldIndex !== drag.newIndex) send(list, drag.item); },
  });
}

function ready() {
  for (const list of document.querySelectorAll("ol.rank[data-sortable]")) arrange(list);
}

/** Alt and an arrow key do what the item's own arrow buttons do, from anywhere in the item. */
function moveByKey(event) {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const item = event.target.closest?.("ol.rank[data-sortable] > li");
  const button = item?.querySelector(event.key === "ArrowUp" ? "button[data-up]" : "button[data-down]");
  if (!button) return;
  event.preventDefault();
  if (button.getAttribute("aria-disabled") !== "true") button.click();
}

/** The first arrow up and the last arrow down stay in place but do nothing. */
function stopDisabled(event) {
  if (event.target.closest?.(".arrows button[aria-disabled=true]")) event.preventDefault();
}

/** The line above the list says that nothing is saved yet, and we try again by ourselves. */
function failed() {
  const line = document.querySelector(".savedline[data-failed]");
  if (!line) return;
  line.textContent = line.dataset.failed;
  line.classList.add("failed");
  clearTimeout(retry);
  retry = setTimeout(() => { if (last?.form.isConnected) last.form.requestSubmit(last.button); }, RETRY_AFTER_MS);
}

document.addEventListener("submit", (event) => {
  if (event.target.querySelector("ol.rank[data-sortable]")) last = { form: event.target, button: event.submitter };
}, true);
document.addEventListener("keydown", moveByKey);
document.addEventListener("click", stopDisabled, true);
document.addEventListener("htmx:error", failed);
document.addEventListener("htmx:after:swap", ready);
ready();
