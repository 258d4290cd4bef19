// Every GET page of the router, as every persona. In the ordinary run a covering set: each page in each language, at each
// width and in both themes at least once; with FULL=1 every combination.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, THEMES, WIDTHS, launch, startPortal, visitor, wrongWith } from './lib.mjs';
import { NOBODY, crawl, open } from './crawl.mjs';

const FULL = Boolean(process.env.FULL);
const WINDOWS = 2;
/** Refusals of one kind look alike: in the ordinary run each persona opens so many of them in the browser. */
const REFUSALS_MAX = 4;
/** Routes whose addresses no link leads to, each with the reason. */
const NO_LINKS = new Map([
  ['/login/{token}', 'stands in a mail'],
  ['/invitations/{token}', 'stands in a mail'],
  ['/calendar/{file}', 'is told once, on the page that makes it'],
  ['/login/pin/{organisation}', 'stands on a slip of paper'],
  ['/setup/{token}', 'is printed on the terminal of whoever installs the portal, once'],
  ['/login/with/{provider}', 'the demo has no identity provider'],
  ['/organisations/{organisation}/webhooks/{webhook}', 'the demo tells no other system'],
  ['/me/sign-in/connect/{provider}', 'the demo has no identity provider'],
  ['/rounds/{round}/students/{person}/confidence', 'stands beside the one placement by hand of the town, which the walk may pass by'],
  ['/jobs/{id}/events', 'only while something is worked on: no address of a page, and a job of the town is over'],
]);

const COMBINATIONS = LANGUAGES.flatMap((lang) => WIDTHS.flatMap((width) => THEMES.map((theme) => ({ lang, width, theme }))));
/** Four combinations that hold each language, each width and both themes; four such sets, so that pages differ. */
const COVERING = [0, 1, 2, 3].map((turn) =>
  LANGUAGES.map((lang, index) => ({ lang, width: WIDTHS[(index + turn) % 3], theme: THEMES[(index + turn) % 2] })),
);

let portal;
let browser;
let town;

before(async () => {
  portal = await startPortal();
  browser = await launch();
  town = await crawl(portal.url);
});

after(async () => {
  await browser?.close();
  await portal?.stop();
});

test('every route has an address', () => {
  const unknown = [...town.addresses].filter(([route, list]) => list.length === 0 && !NO_LINKS.has(route));
  assert.deepEqual(unknown.map(([route]) => route), [], 'no link of any persona leads to these routes');
});

test('every page answers every persona, and never with a failure', async () => {
  const failures = [];
  let asked = 0;
  for (const who of town.visitors) {
    for (const address of [...town.addresses.values()].flat()) {
      const { status } = await open(portal.url, address, who.cookie);
      asked += 1;
      if (![200, 303, 401, 403, 404, 422].includes(status)) failures.push(`${who.name} ${address}: ${status}`);
    }
  }
  console.log(`asked ${asked} times, as ${town.visitors.length} visitors`);
  assert.deepEqual(failures, []);
});

test('every page is in order in every language, width and theme', async () => {
  const plan = await visits();
  const failures = [];
  let opened = 0;
  await Promise.all(
    Array.from({ length: WINDOWS }, async () => {
      for (let group = plan.pop(); group; group = plan.pop()) {
        opened += await look(group, failures);
      }
    }),
  );
  console.log(`${FULL ? 'full walk' : 'covering walk'}: ${opened} pages opened in the browser`);
  assert.deepEqual(failures.slice(0, 40), [], `${failures.length} pages are not in order`);
});

/** What to open, gathered by visitor and combination, so that each needs one window. */
async function visits() {
  const groups = new Map();
  const refusals = new Map();
  let turn = 0;
  const seenByFirst = new Set();
  for (const who of town.visitors) {
    for (const [route, list] of town.addresses) {
      for (const address of list) {
        const { status, kind } = await open(portal.url, address, who.cookie);
        if (kind !== 'text/html' || (status >= 300 && status < 400)) continue;
        if (status !== 200 && !FULL) {
          const refusal = `${who.name} ${status}`;
          refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
          if (refusals.get(refusal) > REFUSALS_MAX) continue;
        }
        turn += 1;
        for (const combination of combinations(route, address, status, turn, seenByFirst)) {
          const key = JSON.stringify([who.name, combination]);
          if (!groups.has(key)) groups.set(key, { who, combination, addresses: [] });
          groups.get(key).addresses.push(address);
        }
      }
    }
  }
  return [...groups.values()];
}

/** The first persona who sees a page sees it in every language; the others, and refusals, in one combination each. */
function combinations(route, address, status, turn, seenByFirst) {
  if (FULL) return COMBINATIONS;
  const set = COVERING[turn % COVERING.length];
  const key = status === 200 ? route : `${status}`;
  if (!seenByFirst.has(key)) {
    seenByFirst.add(key);
    return set;
  }
  return [set[turn % set.length]];
}

async function look({ who, combination, addresses }, failures) {
  const persona = who.name === NOBODY ? null : who.name;
  const visit = await visitor(browser, portal, { persona, ...combination });
  try {
    for (const address of addresses) {
      const where = `${who.name} ${address} (${combination.lang}, ${combination.width} px, ${combination.theme})`;
      try {
        await visit.goto(`${address}?lang=${combination.lang}`);
        for (const wrong of await wrongWith(visit)) failures.push(`${where}: ${wrong}`);
      } catch (error) {
        failures.push(`${where}: ${error.message}`);
      }
    }
  } finally {
    await visit.close();
  }
  return addresses.length;
}
