// By keyboard alone, from the sign-in page to a changed table: Tab leads everywhere, and one sees where one is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrive, assertInOrder, launch, startPortal, visitor } from '../lib.mjs';

/** No page asks for more steps than this to anything on it. */
const STEPS_MAX = 120;

let portal;
let browser;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), launch()]);
});
after(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Whether the focus is on the element and drawn, on itself or on the label that stands for it. */
function isSeen(element) {
  if (element !== document.activeElement || !element.matches(':focus-visible')) return false;
  const drawn = (node) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
  return [element, label, element.closest('label'), element.closest('.ds-field')].some((node) => node && drawn(node));
}

/** Presses Tab until the first that fits has the focus. */
async function reach({ page }, wanted) {
  const goal = page.locator(wanted).first();
  await goal.waitFor();
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) {
      assert.ok(await goal.evaluate(isSeen), `nobody sees that ${wanted} has the focus`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`${wanted} is not reached by Tab`);
}

/** Presses Enter, which leads to another page. */
const enter = ({ page }, to) => arrive(page, () => page.keyboard.press('Enter'), to);

/** Goes there and presses Enter, which leads to another page. */
async function follow(visit, wanted, to) {
  await reach(visit, wanted);
  await enter(visit, to);
}

/** Goes there and writes, in place of what stands there. */
async function write(visit, wanted, text) {
  await reach(visit, wanted);
  await visit.page.keyboard.press('Control+A');
  await visit.page.keyboard.insertText(text);
}

const path = (visit) => new URL(visit.page.url()).pathname;

/** Signed in as the office, on the page of the round of this name. */
async function atRound(name) {
  const visit = await visitor(browser, portal);
  await visit.goto('/login');
  await follow(visit, 'button[name="persona"][value="administrator"]', (url) => url.pathname === '/');
  await follow(visit, 'header a[href="/rounds"]', (url) => url.pathname === '/rounds');
  const round = visit.page.locator('tbody th a', { hasText: name }).first();
  const href = await round.getAttribute('href');
  await follow(visit, `tbody a[href="${href}"]`, (url) => url.pathname === href);
  return visit;
}

test('a mailed link signs in, and the first step of every page leads past the menus', async () => {
  const visit = await visitor(browser, portal);
  await visit.goto('/login');
  await visit.page.keyboard.press('Tab');
  const first = visit.page.locator(':focus');
  assert.equal(await first.getAttribute('href'), '#content');
  await visit.page.keyboard.press('Enter');
  await write(visit, 'input[name="email"]', 'nadia.rahimi@student.solvmark.example');
  await enter(visit, (url) => url.pathname === '/login/sent');
  await assertInOrder(visit, 'the page after asking for a link');
  const link = 'main a[href*="/login/"]';
  for (let tries = 0; tries < 60; tries += 1) {
    await visit.goto('/demo/mails');
    if (await visit.page.locator(link).count()) break;
    await visit.page.waitForTimeout(500);
  }
  await follow(visit, link, /\/login\/[^/]+$/);
  await follow(visit, 'main form button[type=submit]', (url) => url.pathname === '/');
  assert.match(await visit.page.locator('h1').innerText(), /Nadia/);
  await visit.close();
});

test('a table is searched, sorted, given other columns, and its rows are chosen', async () => {
  const visit = await atRound('Skolepraksis, våren 2027');
  const round = path(visit);
  await follow(visit, `main a[href="${round}/students"]`, (url) => url.pathname === `${round}/students`);
  const rows = () => visit.page.locator('#students tbody tr').count();
  const all = await rows();
  await follow(visit, '#students thead a', (url) => url.searchParams.has('sort'));
  assert.equal(await visit.page.locator('#students th[aria-sort]').count(), 1);
  await reach(visit, 'details.more summary');
  await visit.page.keyboard.press('Enter');
  await reach(visit, '#column-subject');
  await visit.page.keyboard.press('Space');
  await follow(visit, 'form[action="/views/looks"] button', (url) => url.pathname === `${round}/students`);
  assert.equal(await visit.page.locator('#students [data-l="Fag"]').count(), 0);
  const name = (await visit.page.locator('#students tbody th').first().innerText()).trim().split('\n')[0];
  await write(visit, '#students-search', name);
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForURL((url) => url.searchParams.has('q'));
  await visit.page.waitForFunction((before) => document.querySelectorAll('#students tbody tr').length < before, all);
  await reach(visit, '#students tbody input[type=checkbox]');
  await visit.page.keyboard.press('Space');
  assert.ok(await visit.page.locator('#students tbody input[type=checkbox]').first().isChecked());
  await assertInOrder(visit, 'the narrowed table');
  await visit.close();
});

test('rows are pasted in, a wrong one is put right, and they stand in the round', async () => {
  const visit = await atRound('Skolepraksis 3. år');
  const round = path(visit);
  await follow(visit, `main a[href$="/students"]`, (url) => url.pathname === `${round}/students`);
  await follow(visit, 'main a[href$="imports/new?kind=students"]', (url) => url.pathname.endsWith('/imports/new'));
  const row = (id, name, email) => `${id},Grunnskolelærer 1–7,1,Tastatur,${name},${email}\n`;
  await write(visit, 'textarea[name="pasted"]', 'student_id,subject,period,given_name,family_name,email\n'
    + row('tast1', 'Alene', 'alene@tastatur.example') + row('tast2', 'Rettet', 'ingen adresse'));
  await follow(visit, 'main form button[type=submit]', /\/imports\/[0-9a-f-]{36}$/);
  await write(visit, 'input[aria-invalid="true"]', 'rettet@tastatur.example');
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForFunction(() => document.querySelectorAll('[aria-invalid="true"]').length === 0);
  await assertInOrder(visit, 'the preview');
  await reach(visit, 'form[action$="/import"] button');
  await visit.page.keyboard.press('Enter');
  await visit.page.locator('form[action$="/import"]').waitFor({ state: 'detached' });
  for (let tries = 0; tries < 60; tries += 1) {
    await visit.goto(`${round}/students`);
    if ((await visit.page.locator('#students tbody tr').count()) === 2) break;
    await visit.page.waitForTimeout(500);
  }
  assert.match(await visit.page.locator('#students tbody').innerText(), /Alene[\s\S]*Rettet/);
  await visit.close();
});

test('cells of a table are changed, after a look at what would change', async () => {
  const visit = await atRound('Skolepraksis 3. år');
  const round = path(visit);
  await follow(visit, `main a[href="${round}/places"]`, (url) => url.pathname === `${round}/places`);
  await follow(visit, `main a[href="${round}/places/cells"]`, (url) => url.pathname === `${round}/places/cells`);
  const before = await visit.page.locator('input[name="seats"]').first().inputValue();
  const wanted = String(Number(before) + 1);
  await write(visit, 'input[name="seats"]', wanted);
  await follow(visit, 'main form button.ds-button[type=submit]', /\/preview$/);
  await assertInOrder(visit, 'what would change');
  await follow(visit, 'main form button[type=submit]', (url) => !url.pathname.endsWith('/preview'));
  await visit.goto(`${round}/places/cells`);
  assert.equal(await visit.page.locator('input[name="seats"]').first().inputValue(), wanted);
  await visit.close();
});

test('the key / opens the search until its reader turns it off', async () => {
  const visit = await visitor(browser, portal, { persona: 'administrator' });
  await visit.goto('/notices'); // which has a search of its own
  await visit.page.keyboard.press('/');
  assert.equal(await visit.page.locator('main input[type=search]:focus').count(), 1);
  await visit.goto('/me');
  await arrive(visit.page, () => visit.page.keyboard.press('/'), (url) => url.pathname === '/search');
  await visit.goto('/me');
  await visit.page.locator('input[name="search_key"][value="off"]').check();
  await arrive(visit.page, () => visit.page.locator('main form button[type=submit]').first().click(),
    (url) => url.searchParams.has('saved'));
  assert.equal(await visit.page.locator('body').getAttribute('data-search-key'), 'off');
  for (const address of ['/me', '/notices', '/search']) {
    await visit.goto(address);
    await visit.page.evaluate(() => document.activeElement?.blur());
    const taken = await visit.page.evaluate(() => {
      const press = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(press);
    });
    assert.equal(taken, false, `${address} still takes the key`);
    await visit.page.keyboard.press('/');
    assert.equal(path(visit), address);
    assert.equal(await visit.page.locator('input[type=search]:focus').count(), 0);
  }
  await visit.close();
});
