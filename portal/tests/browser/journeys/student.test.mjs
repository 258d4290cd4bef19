// A student ranks wishes: on a phone with a finger, by keyboard alone, and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertInOrder, launch, signIn, startPortal, visitor } from '../lib.mjs';

const STUDENT = 'student-open';
let portal;
let browser;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), launch()]);
});
after(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Opens the ranking page of the round whose window is open, and answers its path. */
async function openRanking(visit) {
  await visit.goto('/my/rounds');
  const hrefs = await visit.page.locator('main a[href^="/my/rounds/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const rounds = new Set(hrefs.map((href) => href.split('/').slice(0, 4).join('/')));
  for (const round of rounds) {
    await visit.goto(`${round}/wishes`);
    if (await visit.page.locator('#honest').count()) return `${round}/wishes`;
  }
  throw new Error('no round of this student takes wishes now');
}

/** Adds places from the list until the ranking holds this many. */
async function addUntil(visit, ranking, count) {
  await visit.goto(ranking);
  for (let has = await visit.page.locator('ol.rank > li').count(); has < count; has += 1) {
    await visit.goto(ranking.replace(/wishes$/, 'places'));
    await visit.page.locator('main form button', { hasText: /^Legg til/ }).first().click();
    await visit.page.locator('[role=status] strong').waitFor();
  }
  await visit.goto(ranking);
}

const order = (visit) => visit.page.locator('ol.rank > li').evaluateAll((items) => items.map((item) => item.id));
const focused = (visit) => visit.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

async function confirm(visit) {
  const button = visit.page.getByRole('button', { name: 'Bekreft rekkefølgen' });
  await button.click();
  await visit.page.getByRole('heading', { level: 1, name: 'Ønskene dine er bekreftet' }).waitFor();
}

test('with a finger at 390 px: add, move, and keep the focus on the button', async () => {
  const visit = await visitor(browser, portal, { width: 390 });
  await signIn(visit, STUDENT);
  const ranking = await openRanking(visit);
  await addUntil(visit, ranking, 3);
  await assertInOrder(visit, 'the ranking page');
  const before = await order(visit);
  const third = visit.page.locator('ol.rank > li').nth(2);
  const name = await third.locator('b').innerText();
  await third.locator('button[data-up]').tap();
  const status = visit.page.locator('[role=status]');
  await status.filter({ hasText: `${name}: nå 2 av ${before.length}.` }).waitFor();
  assert.match(await status.innerText(), /Lagret kl\. \d\d\.\d\d/);
  assert.deepEqual((await order(visit)).slice(0, 3), [before[0], before[2], before[1]]);
  assert.equal(await focused(visit), `Flytt ${name} opp`);
  const size = await visit.page.locator('ol.rank button[data-up]').first().boundingBox();
  assert.ok(size.width >= 44 && size.height >= 44, `an arrow is ${size.width} × ${size.height}`);
  await assertInOrder(visit, 'the ranking page after a move');
  await visit.close();
});

test('by keyboard: Enter and Alt with an arrow move, confirming ends on a receipt', async () => {
  const visit = await visitor(browser, portal, { persona: STUDENT });
  const ranking = await openRanking(visit);
  await addUntil(visit, ranking, 3);
  const before = await order(visit);
  const name = await visit.page.locator('ol.rank > li').nth(1).locator('b').innerText();
  await visit.page.locator('ol.rank > li').nth(1).locator('button[data-up]').focus();
  await visit.page.keyboard.press('Enter');
  await visit.page.locator('[role=status]', { hasText: `${name}: nå 1 av ${before.length}.` }).waitFor();
  assert.equal(await focused(visit), `Flytt ${name} opp`);
  await visit.page.keyboard.press('Alt+ArrowDown');
  await visit.page.locator('[role=status]', { hasText: `${name}: nå 2 av ${before.length}.` }).waitFor();
  assert.deepEqual(await order(visit), before);
  await confirm(visit);
  await assertInOrder(visit, 'the receipt');
  await visit.close();
});

test('without script: every step is a page', async () => {
  const visit = await visitor(browser, portal, { width: 390, script: false });
  await signIn(visit, STUDENT);
  const ranking = await openRanking(visit);
  await addUntil(visit, ranking, 3);
  const before = await order(visit);
  const name = await visit.page.locator('ol.rank > li').nth(0).locator('b').innerText();
  await visit.page.locator('ol.rank > li').nth(0).locator('button[data-down]').click();
  await visit.page.locator('[role=status]', { hasText: `${name}: nå 2 av ${before.length}.` }).waitFor();
  await visit.page.locator('ol.rank > li').nth(1).locator('button', { hasText: 'Fjern' }).press('Enter');
  await visit.page.locator('[role=status]', { hasText: `${name} er fjernet.` }).waitFor();
  assert.equal((await order(visit)).length, before.length - 1);
  await addUntil(visit, ranking, before.length); // the round asks for at least three
  await confirm(visit);
  await visit.close();
});
