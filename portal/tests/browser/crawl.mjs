// Which pages there are: the router's list, filled with real ids by following links as every persona.
import { cookieOf, personas, routes } from './server.mjs';

/** Addresses opened for each route; more rows of the same kind look the same. */
const ADDRESSES_PER_ROUTE = 2;
/** Pages fetched for each persona while looking for addresses. */
const FETCHES_MAX = 400;
/** The wait after an answer that says "too many requests". */
const TURN_MS = 500;
export const NOBODY = 'nobody';

/** Every page's route as { path, fits(pathname) }. What programs read opens with a token alone; its own tests walk it. */
export function pages() {
  return routes()
    .filter((route) => route.method === 'GET' && !route.path.startsWith('/api/v1/'))
    .map(({ path }) => fitting(path));
}

/** The same for addresses that only take forms: "/rounds/drafts" is no "/rounds/{round}". */
function takers() {
  const all = routes();
  const isPage = (path) => all.some((route) => route.method === 'GET' && route.path === path);
  return all.filter((route) => !isPage(route.path)).map(({ path }) => fitting(path));
}

function fitting(path) {
  const pattern = path.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\{\*[^}]+\}/g, '.+').replace(/\{[^}]+\}/g, '[^/]+');
  const expression = new RegExp(`^${pattern}$`);
  return { path, fits: (pathname) => expression.test(pathname) };
}

/** The route of an address: the one with the fewest variables. */
export function routeOf(known, pathname) {
  const fitting = known.filter((route) => route.fits(pathname));
  return fitting.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0] ?? null;
}

/** { visitors: [{ name, cookie }], addresses: Map(route → [address]) }: breadth first, each visitor from their own start. */
export async function crawl(url) {
  const known = pages();
  const others = takers();
  const visitors = [{ name: NOBODY, cookie: '' }];
  for (const { value } of await personas(url)) visitors.push({ name: value, cookie: await cookieOf(url, value) });
  const addresses = new Map(known.map((route) => [route.path, []]));
  for (const route of known) if (!route.path.includes('{')) addresses.get(route.path).push(route.path);
  for (const visitor of visitors) await follow(url, { known, others }, visitor, addresses);
  return { visitors, addresses };
}

async function follow(url, { known, others }, visitor, addresses) {
  const seen = new Map();
  const queue = ['/', ...known.filter((route) => !route.path.includes('{')).map((route) => route.path)];
  const queued = new Set(queue);
  for (let fetched = 0; queue.length > 0 && fetched < FETCHES_MAX; fetched += 1) {
    const answer = await open(url, queue.shift(), visitor.cookie);
    for (const link of answer.links) {
      const pathname = link.split('?')[0];
      const route = routeOf([...known, ...others], pathname);
      if (!known.includes(route)) continue;
      const list = addresses.get(route.path);
      if (!list.includes(pathname) && list.length < ADDRESSES_PER_ROUTE) list.push(pathname);
      const times = seen.get(route.path) ?? 0;
      if (times < ADDRESSES_PER_ROUTE * 3 && !queued.has(pathname) && pathname !== '/logout') {
        seen.set(route.path, times + 1);
        queued.add(pathname);
        queue.push(pathname);
      }
    }
  }
}

/** Status, kind and links of an address, without a browser. A stream is let go as soon as it shows itself. */
export async function open(url, address, cookie) {
  const stop = new AbortController();
  const options = { redirect: 'manual', headers: cookie ? { cookie } : {}, signal: stop.signal };
  let answer = await fetch(url + address, options);
  while (answer.status === 429) {
    // The walk is faster than any person: it waits for its turn like everybody else.
    await new Promise((done) => setTimeout(done, TURN_MS));
    answer = await fetch(url + address, options);
  }
  const kind = (answer.headers.get('content-type') ?? '').split(';')[0];
  const links = [];
  const location = answer.headers.get('location');
  if (location) links.push(location);
  if (kind === 'text/html') {
    for (const [, href] of (await answer.text()).matchAll(/\b(?:href|action)="([^"]*)"/g)) links.push(href);
  } else {
    stop.abort();
  }
  const own = links
    .map((link) => link.replaceAll('&amp;', '&').replaceAll('&#38;', '&'))
    .filter((link) => !link.startsWith('#') && !link.startsWith('mailto:'))
    .map((link) => new URL(link, url + address))
    .filter((link) => link.origin === url)
    .map((link) => link.pathname + link.search);
  return { status: answer.status, kind, links: own };
}
