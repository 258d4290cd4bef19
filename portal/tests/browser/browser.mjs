// A real browser: one Chromium for the whole file, a context for each visitor, and a record of what went wrong.
import { chromium } from 'playwright-core';
import { cookieOf } from './server.mjs';

export const WIDTHS = [320, 390, 1280];
export const THEMES = ['light', 'dark'];
export const LANGUAGES = ['nb', 'nn', 'da', 'en'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium without a window; CHROMIUM names another program. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS });
}

/**
 * A visitor with cookies, language, width and theme of their own. `visit.page` is a Playwright page;
 * `visit.troubles()` gives and forgets what went wrong since it was last asked.
 */
export async function visitor(browser, portal, options = {}) {
  const { persona = null, lang = 'nb', width = 1280, theme = 'light', script = true } = options;
  const context = await browser.newContext({
    baseURL: portal.url,
    locale: lang,
    colorScheme: theme,
    javaScriptEnabled: script,
    viewport: { width, height: width < 600 ? 800 : 900 },
    hasTouch: width < 600,
  });
  if (persona) await context.addCookies(cookies(await cookieOf(portal.url, persona), portal.url));
  const page = await context.newPage();
  const troubles = [];
  const host = new URL(portal.url).host;
  page.on('console', (message) => {
    // A page that is refused on purpose is reported by the browser as a failed resource; the status is checked elsewhere.
    if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text())) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== host) {
      troubles.push(`request to another host: ${request.url()}`);
    }
  });
  return {
    page,
    context,
    lang,
    width,
    theme,
    goto: (path) => page.goto(path, { waitUntil: 'load' }),
    troubles: () => troubles.splice(0),
    close: () => context.close(),
  };
}

/**
 * Does what leads to another page, and waits until that page is there. Only an arrival counts:
 * a page that leads to its own address fits before it is left.
 */
export async function arrive(page, act, to) {
  const fits = (url) => (to instanceof RegExp ? to.test(url.href) : to(url));
  const there = (frame) => frame === page.mainFrame() && fits(new URL(frame.url()));
  await Promise.all([page.waitForEvent('framenavigated', there), act()]);
  await page.waitForLoadState('load');
}

function cookies(header, url) {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    // The session's cookie is for secure pages of one host; a browser counts its own machine among them.
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: url.replace('http:', 'https:'), secure: true };
  });
}

/** Signs in by the form on the sign-in page, as a person does. */
export async function signIn(visit, persona) {
  await visit.goto('/login');
  const button = visit.page.locator(`button[name="persona"][value="${persona}"]`);
  if (await button.count()) {
    await button.first().click();
  } else {
    const choice = visit.page.locator(`input[name="persona"][value="${persona}"]`).first();
    if ((await choice.getAttribute('type')) !== 'hidden') await choice.check();
    await visit.page.locator('form', { has: choice }).locator('[type="submit"]').first().click();
  }
  await visit.page.waitForURL((url) => url.pathname !== '/login');
}
