// The office's round: made by form, filled from files, announced; and one whose wishes have closed, from the draw to the
// publication that can still be stopped.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrive, assertInOrder, cookieOf, launch, personas, startPortal, visitor } from '../lib.mjs';

let portal;
let browser;
let office;

/** The persona who runs rounds: the first that may open the list. */
async function whoRunsRounds() {
  for (const { value } of await personas(portal.url)) {
    const cookie = await cookieOf(portal.url, value);
    const answer = await fetch(`${portal.url}/rounds`, { headers: { cookie }, redirect: 'manual' });
    if (answer.status === 200) return value;
  }
  throw new Error('no persona of the demo runs rounds');
}

before(async () => {
  portal = await startPortal();
  browser = await launch();
  office = await whoRunsRounds();
});

after(async () => {
  await browser?.close();
  await portal?.stop();
});

/** A day so many days from today, as a date field holds it. */
function day(ahead) {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** Year and number of the ISO week that a day lies in. */
function week(ahead) {
  const at = new Date(Date.now() + ahead * 86_400_000);
  at.setUTCDate(at.getUTCDate() + 4 - (at.getUTCDay() || 7));
  const first = Date.UTC(at.getUTCFullYear(), 0, 1);
  return { year: at.getUTCFullYear(), number: Math.ceil(((at - first) / 86_400_000 + 1) / 7) };
}

/** Clicks what leads to a page with this address. */
const click = ({ page }, wanted, to) => arrive(page, () => page.locator(wanted).first().click(), to);

const ANYWHERE = /^/;
const ROUND = /\/rounds\/[0-9a-f-]{36}$/;

async function fill(visit, fields) {
  for (const [name, value] of Object.entries(fields)) await visit.page.fill(`[name="${name}"]`, String(value));
}

/** Uploads a file, imports what is ready and comes back to the round. */
async function bring(visit, round, kind, text) {
  await visit.goto(`${round}/imports/new?kind=${kind}`);
  await assertInOrder(visit, `import of ${kind}`);
  await visit.page.setInputFiles('input[type=file]', { name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await click(visit, 'main form button[type=submit]', /\/imports\/[0-9a-f-]{36}$/);
  await assertInOrder(visit, `preview of ${kind}`);
  await click(visit, 'form[action$="/import"] button', ANYWHERE);
  await visit.goto(round);
}

test('a round from the empty form over three files to the announcement', async () => {
  const visit = await visitor(browser, portal, { persona: office });
  await visit.goto('/rounds');
  await click(visit, 'a[href="/rounds/new"]', /\/rounds\/new$/);
  await assertInOrder(visit);
  const weeks = week(60);
  await fill(visit, {
    name: 'Reisen fra fil til plass', course_code: 'REI100', course_name: 'Praksis i prøve',
    year: weeks.year, weeks: weeks.number,
    open_on: day(2), open_at: '09:00', close_on: day(12), close_at: '15:00', publish_on: day(20), publish_at: '12:00',
  });
  await click(visit, 'main form button[type=submit]', ROUND);
  const round = new URL(visit.page.url()).pathname;
  await assertInOrder(visit, 'the new round');
  assert.match(await visit.page.locator('main').innerText(), /Det er ingen plasser/);

  await bring(visit, round, 'tree', 'host_id,parent_id,level,cap,name\nby,,region,3,Prøvebyen\nhus,by,site,2,Prøvehuset\n');
  await bring(visit, round, 'offers', 'place_id,host_id,subject,period,capacity,name\np1,hus,Prøvefag,1,2,Stua\n');
  await bring(visit, round, 'students',
    'student_id,subject,period,given_name,family_name\nr900001,Prøvefag,1,Mila,Ås\nr900002,Prøvefag,1,Ola,Øy\n');
  await visit.goto(`${round}/places`);
  assert.match(await visit.page.locator('main').innerText(), /Prøvebyen › Prøvehuset/);
  await assertInOrder(visit);
  await visit.goto(`${round}/students`);
  assert.equal(await visit.page.locator('tbody tr').count(), 2);
  await assertInOrder(visit);

  await visit.goto(`${round}/announcement`);
  await assertInOrder(visit);
  await click(visit, 'main form button[type=submit]', (url) => url.pathname === round);
  await visit.goto('/rounds?q=reisen');
  assert.match(await visit.page.locator('tbody').innerText(), /Kunngjort/);
  await visit.goto(`${round}/rules`);
  assert.match(await visit.page.locator('main code').first().innerText(), /^[0-9a-f]{64}$/);
  await assertInOrder(visit);
  await visit.close();
});

test('a closed round is drawn, looked at and sent to publication, which can be stopped', async () => {
  const visit = await visitor(browser, portal, { persona: office });
  await visit.goto('/rounds?phase=closed');
  await click(visit, 'tbody th a', ROUND);
  const round = new URL(visit.page.url()).pathname;
  await assertInOrder(visit, 'the closed round');
  await visit.goto(`${round}/allocation`);
  await click(visit, `form[action="${round}/runs"] button`, ANYWHERE);
  // The work is done beside the pages; the allocation shows its result when it is there.
  const publication = `a[href="${round}/publication"]`;
  for (let tries = 0; tries < 60; tries += 1) {
    await visit.goto(`${round}/allocation`);
    if (await visit.page.locator(publication).count()) break;
    await visit.page.waitForTimeout(500);
  }
  await assertInOrder(visit, 'the allocation');
  await click(visit, publication, /\/publication$/);
  await assertInOrder(visit, 'the publication');
  await click(visit, `form[action="${round}/publication"] button`, ANYWHERE);
  await visit.goto(round);
  assert.match(await visit.page.locator('main').innerText(), /Til da kan det stoppes/);
  await visit.goto(`${round}/publication`);
  await click(visit, `form[action="${round}/publication/stop"] button`, ANYWHERE);
  await visit.goto('/rounds?phase=closed');
  assert.ok((await visit.page.locator(`a[href="${round}"]`).count()) === 1, 'the round is with the office again');
  await visit.close();
});
