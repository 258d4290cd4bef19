// Pages where a passkey may be made or used: asks the device, and puts its answer into the form that waits for it.
// Without script, or where the browser knows no passkeys, such a form stays hidden and the other ways remain.

/** Base 64 for addresses, as the server writes bytes. */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/** What the server asks, with bytes where the device wants bytes. */
function question({ publicKey: asked }) {
  const named = (keys) => keys?.map((key) => ({ ...key, id: bytes(key.id) }));
  const publicKey = { ...asked, challenge: bytes(asked.challenge) };
  if (asked.user) publicKey.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.excludeCredentials) publicKey.excludeCredentials = named(asked.excludeCredentials);
  if (asked.allowCredentials) publicKey.allowCredentials = named(asked.allowCredentials);
  return { publicKey };
}

/** What the device answered, as the server reads it. */
function answer(made) {
  const { response } = made;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    said.userHandle = response.userHandle?.byteLength ? text(response.userHandle) : null;
  }
  return JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response: said });
}

/** Asks the server for the question. Anything but a question is a page that wants to be read: a session that has ended. */
async function fetchQuestion(form) {
  const reply = await fetch(form.dataset.challenge, { method: "POST", body: new URLSearchParams() });
  if (!reply.ok || !reply.headers.get("content-type")?.startsWith("application/json")) return null;
  return question(await reply.json());
}

function tell(form, what) {
  const line = form.querySelector("[data-failed]");
  line.hidden = !what;
  line.textContent = what;
}

async function ask(event) {
  const form = event.target;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  tell(form, "");
  try {
    const asked = await fetchQuestion(form);
    if (!asked) return location.reload();
    const made = await navigator.credentials[form.dataset.passkey](asked);
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: form.dataset.field, value: answer(made) });
    form.append(field);
    form.submit();
  } catch {
    tell(form, form.querySelector("[data-failed]").dataset.failed);
  } finally {
    delete form.dataset.busy;
  }
}

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", ask);
  }
  for (const line of document.querySelectorAll("[data-passkey-missing]")) line.hidden = true;
}
