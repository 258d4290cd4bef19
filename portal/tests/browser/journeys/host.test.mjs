// A host's coordinator sees who comes, narrows the list, prints it and takes it along as a file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertInOrder, cookieOf, launch, personas, startPortal, visitor } from '../lib.mjs';

let portal;
let browser;
let coordinator;

/** The persona whose list has students: the first that may open it and finds somebody there. */
async function whoReceives() {
  for (const { value } of await personas(portal.url)) {
    const cookie = await cookieOf(portal.url, value);
    const answer = await fetch(`${portal.url}/host/students`, { headers: { cookie }, redirect: 'manual' });
    if (answer.status === 200 && (await answer.text()).includes('<tbody>')) return value;
  }
  throw new Error('no persona of the demo receives students');
}

before(async () => {
  portal = await startPortal();
  browser = await launch();
  coordinator = await whoReceives();
});

after(async () => {
  await browser?.close();
  await portal?.stop();
});

for (const [width, script] of [[1280, true], [390, true], [390, false]]) {
  test(`the list at ${width} px ${script ? 'with' : 'without'} script: who, when and where, and nothing of the draw`, async () => {
    const visit = await visitor(browser, portal, { persona: coordinator, width, script });
    await visit.goto('/host/students');
    const rows = visit.page.locator('tbody tr');
    assert.ok((await rows.count()) > 0);
    const first = await rows.first().innerText();
    assert.match(first, /uke \d+/);
    assert.match(first, /@/);
    assert.doesNotMatch(await visit.page.locator('main').innerText(), /ønske|trekning|nummer/i);
    if (script) await assertInOrder(visit);
    await visit.close();
  });
}

test('a search narrows the list, stays in the address, and the file holds the same rows', async () => {
  const visit = await visitor(browser, portal, { persona: coordinator });
  await visit.goto('/host/students');
  const name = (await visit.page.locator('tbody tr th').first().innerText()).split(',')[0];
  await visit.goto(`/host/students?q=${encodeURIComponent(name)}`);
  const shown = await visit.page.locator('tbody tr').count();
  assert.ok(shown > 0);
  const href = await visit.page.locator('a[href*="students.csv"]').getAttribute('href');
  // Fetched by the page: a reader outside it would not send a cookie that is for encrypted ways.
  const bytes = await visit.page.evaluate(async (at) => [...new Uint8Array(await (await fetch(at)).arrayBuffer())], href);
  const file = Buffer.from(bytes).toString('utf8');
  assert.ok(file.startsWith('\u{feff}'), 'the file begins with the mark that spreadsheets look for');
  const lines = file.trim().split('\r\n');
  assert.equal(lines.length - 1, shown);
  assert.ok(lines.slice(1).every((line) => line.includes(name)));
  await visit.close();
});

test('on paper the list stands without menus, filters and buttons', async () => {
  const visit = await visitor(browser, portal, { persona: coordinator });
  await visit.goto('/host/students');
  await visit.page.emulateMedia({ media: 'print' });
  assert.equal(await visit.page.locator('tbody tr').first().isVisible(), true);
  for (const part of ['.navwrap', '.tool', '.foot', '.footnav']) {
    const there = visit.page.locator(part);
    for (let at = 0; at < (await there.count()); at += 1) {
      assert.equal(await there.nth(at).isVisible(), false, `${part} is printed`);
    }
  }
  assert.match(await visit.page.locator('.print-only').first().innerText(), /\d{4}/);
  await visit.close();
});
