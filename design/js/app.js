// Every page: fragments by htmx, and the small things that make forms pleasant. Nothing here is needed to get through.
import "htmx.org/dist/htmx.esm.js";

const KEY_IGNORED = "input, textarea, select, [contenteditable]";

/** Puts the focus where the server said it should go: an error summary, or what was just moved.
    On a whole new page the browser does it itself, by autofocus. */
function focusMarked(root) {
  const marked = root.querySelector?.("[data-focus]");
  if (marked) marked.focus({ preventScroll: false });
}

/** A form with data-once is sent once: a second tap while the answer is under way does nothing. */
function sendOnce(event) {
  const form = event.target;
  if (!form.matches?.("form[data-once]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
}

/** Filters above a table apply when they change; the button stays for those without script. */
function applyFilter(event) {
  const form = event.target.closest?.("form[data-live]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
}

/** A picked file or sheet is sent at once when the form says so. */
function dropFile(event) {
  const zone = event.target.closest?.(".drop");
  if (!zone) return;
  zone.classList.toggle("over", event.type === "dragover");
  if (event.type === "dragover") event.preventDefault();
  if (event.type === "drop") {
    const field = zone.querySelector("input[type=file]");
    if (field && event.dataTransfer.files.length) {
      event.preventDefault();
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

/** The box in a table's head ticks the boxes of the page. It is shown only with script. */
function tickAll(event) {
  const box = event.target.closest?.("input[data-all]");
  if (!box) return;
  const rows = box.closest("table").querySelectorAll("tbody input[type=checkbox]");
  for (const row of rows) row.checked = box.checked;
}

/** Long work tells how far it is: each message holds the part anew, "end" asks for the finished page. */
function follow(root) {
  for (const part of root.querySelectorAll?.("[data-stream]") ?? []) {
    if (part.dataset.followed) continue;
    part.dataset.followed = "yes";
    const stream = new EventSource(part.dataset.stream);
    stream.addEventListener("message", (message) => { part.innerHTML = message.data; });
    stream.addEventListener("end", () => { stream.close(); location.reload(); });
  }
}

/** A link with data-dialog opens its page's .pop in a dialog; focus goes in and comes back. */
async function openDialog(event) {
  const link = event.target.closest?.("a[data-dialog]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const answer = await fetch(link.href, { headers: { Accept: "text/html", "Accept-Language": document.documentElement.lang } }).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const inside = page && page.querySelector(".pop");
  if (!inside) return location.assign(link.href);
  const dialog = document.createElement("dialog");
  dialog.className = "pop";
  const heading = inside.querySelector("h1, h2");
  if (heading) {
    heading.id ||= "dialog-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "sq close";
  close.setAttribute("aria-label", document.body.dataset.close);
  close.dataset.close = "";
  close.textContent = "×";
  dialog.append(...inside.childNodes, close);
  dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
  dialog.addEventListener("click", (click) => {
    if (click.target === dialog || click.target.closest("[data-close]")) { click.preventDefault(); dialog.close(); }
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** "/" goes to the search field of the page, or to the search page, unless the reader has turned the key off. */
function searchKey(event) {
  if (document.body.dataset.searchKey === "off") return;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(KEY_IGNORED)) return;
  const field = document.querySelector("main input[type=search]");
  const page = document.querySelector("a[data-search]");
  if (!field && !page) return;
  event.preventDefault();
  if (field) field.focus();
  else location.assign(page.href);
}

/** Parts that only make sense with script carry data-script and are hidden until now. */
function reveal(root) {
  for (const part of root.querySelectorAll?.("[data-script][hidden]") ?? []) part.hidden = false;
}

function ready(root) {
  reveal(root);
  follow(root);
}

document.addEventListener("submit", sendOnce, true);
document.addEventListener("change", applyFilter);
document.addEventListener("change", tickAll);
document.addEventListener("click", openDialog);
document.addEventListener("keydown", searchKey);
for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, dropFile);
// A fragment comes in the language of the page it goes into.
document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["Accept-Language"] = document.documentElement.lang;
});
document.addEventListener("htmx:after:swap", () => { ready(document); focusMarked(document); });
// Coming back by the browser's own history must not leave a form locked.
addEventListener("pageshow", () => { for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent; });
document.addEventListener("DOMContentLoaded", () => ready(document));
