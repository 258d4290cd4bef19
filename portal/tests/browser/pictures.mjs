// Takes the pictures of the README from a fresh demo town: node pictures.mjs [FOLDER]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY, launch, startPortal, visitor } from './lib.mjs';
import { crawl, pages, routeOf } from './crawl.mjs';

/**
 * What is shown: the persona named, or the first who may open the route, at a width, in a theme; from a part on if named;
 * the first of a list if one is named.
 */
const PICTURES = [
  { name: 'sign-in', route: '/login', lang: 'en', width: 1280, theme: 'light' },
  { name: 'round', persona: 'administrator', list: '/rounds?phase=open', route: '/rounds/{id}', lang: 'nb', width: 1280, theme: 'light' },
  { name: 'student-wishes', route: '/my/rounds/{id}/wishes', lang: 'nn', width: 390, theme: 'light' },
  { name: 'student-place', persona: 'student-placed', route: '/my/placement', lang: 'nb', width: 390, theme: 'light' },
  { name: 'how-places', route: '/how/{id}', from: '#example', lang: 'en', width: 1280, theme: 'light' },
  { name: 'host-students', route: '/host/students', lang: 'da', width: 1280, theme: 'dark' },
];

const folder = process.argv[2] ?? join(REPOSITORY, 'docs/pictures');
await mkdir(folder, { recursive: true });
const portal = await startPortal();
const browser = await launch();
try {
  const town = await crawl(portal.url);
  for (const picture of PICTURES) {
    const taken = await take(picture, town);
    console.log(`${picture.name}: ${taken ?? 'nobody in the town sees this page'}`);
  }
} finally {
  await browser.close();
  await portal.stop();
}

async function take({ name, persona, list, route, from, lang, width, theme }, town) {
  const known = pages().find((page) => page.path.replace(/\{[^}]+\}/g, '{id}') === route);
  const addresses = list ? await firstOf(list, known, persona) : town.addresses.get(known?.path);
  for (const address of addresses ?? []) {
    for (const who of town.visitors.filter((visitor) => !persona || visitor.name === persona)) {
      const visit = await visitor(browser, portal, { persona: who.cookie ? who.name : null, lang, width, theme });
      try {
        const answer = await visit.goto(`${address}?lang=${lang}`);
        if (answer.status() === 200 && routeOf([known], new URL(visit.page.url()).pathname)) {
          if (from) await visit.page.locator(from).evaluate((part) => part.scrollIntoView());
          await visit.page.screenshot({ path: join(folder, `${name}.png`) });
          return `${address} as ${who.name}`;
        }
      } finally {
        await visit.close();
      }
    }
  }
  return null;
}

/** The address of the first row that leads to such a page. */
async function firstOf(list, known, persona) {
  const visit = await visitor(browser, portal, { persona });
  try {
    await visit.goto(list);
    const hrefs = await visit.page.locator('tbody a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    return hrefs.filter((href) => known.fits(href)).slice(0, 1);
  } finally {
    await visit.close();
  }
}
