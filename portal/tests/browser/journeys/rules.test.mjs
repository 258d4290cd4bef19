// The page of each rule: the walk opens two of them, and each has a picture and a table of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, THEMES, assertInOrder, launch, startPortal, visitor } from '../lib.mjs';

const RULES = ['lottery', 'priority', 'mincost', 'rankmax', 'greedymax', 'generous', 'manual'];
const WIDTHS = [390, 1280];
let portal;
let browser;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), launch()]);
});
after(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Each rule in each language, every second one at the other width and in the other theme. */
function plan() {
  return LANGUAGES.flatMap((lang, nth) =>
    WIDTHS.map((width, at) => ({
      lang,
      width,
      theme: THEMES[(nth + at) % THEMES.length],
      rules: RULES.filter((_, rule) => (rule + nth + at) % 2 === 0),
    })),
  );
}

test('every rule is told in order, in every language, at both widths, in both themes', async () => {
  for (const { lang, width, theme, rules } of plan()) {
    const visit = await visitor(browser, portal, { lang, width, theme });
    for (const rule of rules) {
      await visit.goto(`/how/${rule}?lang=${lang}`);
      await assertInOrder(visit, `/how/${rule} (${lang}, ${width} px, ${theme})`);
    }
    await visit.close();
  }
});

test('the picture is no wider than a phone, and the table tells of each student in it', async () => {
  const visit = await visitor(browser, portal, { lang: 'nb', width: 390 });
  for (const rule of RULES.filter((name) => name !== 'manual')) {
    await visit.goto(`/how/${rule}`);
    const box = await visit.page.locator('figure svg').boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, `${rule}: ${JSON.stringify(box)}`);
    const label = await visit.page.locator('figure svg').getAttribute('aria-label');
    const names = await visit.page.locator('#example ~ .scroll tbody th').allInnerTexts();
    assert.equal(names.length, 6, rule);
    for (const name of names) assert.ok(label.includes(name), `${rule}: ${name} is not in the picture's words`);
  }
  await visit.close();
});
