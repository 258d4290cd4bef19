// What holds on every page: nothing for axe to find, words in the right language, no sideways scrolling, no trouble.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { englishIn, rawKeysIn } from './words.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that is wrong with the page the visitor sees, as sentences. */
export async function wrongWith(visit, { lang = visit.lang } = {}) {
  const seen = await visit.page.evaluate(see);
  const wrong = visit.troubles();
  if (seen.lang !== lang) wrong.push(`html lang is "${seen.lang}", not "${lang}"`);
  if (seen.overflow > 0) wrong.push(`is ${seen.overflow} px wider than the window: ${seen.widest}`);
  if (!seen.title.trim()) wrong.push('has no title');
  if (seen.headings !== 1) wrong.push(`has ${seen.headings} headings of the first level`);
  for (const key of rawKeysIn(seen.text)) wrong.push(`shows the key ${key}`);
  for (const run of englishIn(seen.text, lang)) wrong.push(`shows English: "${run}"`);
  wrong.push(...(await axe(visit.page)));
  return wrong;
}

/** axe's violations. The policy forbids injected scripts, so its source goes through the browser's own protocol. */
export async function axe(page) {
  const session = await page.context().newCDPSession(page);
  try {
    await evaluate(session, AXE);
    const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
    const found = await evaluate(session, `axe.run(document, ${options}).then((r) => r.violations.map((v) => ({
      id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)), count: v.nodes.length })))`);
    return found.map((v) => `axe ${v.id} (${v.count}): ${v.help}: ${v.nodes.join(' | ')}`);
  } finally {
    await session.detach();
  }
}

async function evaluate(session, expression) {
  const options = { expression, awaitPromise: true, returnByValue: true };
  const answer = await session.send('Runtime.evaluate', options);
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'axe failed');
  return answer.result.value;
}

/** Runs in the page: its language, size and every word a reader sees or hears. Passages in another language stay out. */
function see() {
  const root = document.documentElement;
  const own = root.lang;
  const foreign = [...document.querySelectorAll('[lang]')].filter((node) => node !== root && node.lang !== own);
  const inForeign = (node) => foreign.some((passage) => passage.contains(node));
  const parts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && !['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(parent.tagName) && !inForeign(node)) {
      parts.push(node.data);
    }
  }
  for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
    for (const node of document.querySelectorAll(`[${name}]`)) {
      if (!inForeign(node)) parts.push(node.getAttribute(name));
    }
  }
  const overflow = root.scrollWidth - root.clientWidth;
  const wide = overflow > 0 ? [...document.body.querySelectorAll('*')].find((n) => n.getBoundingClientRect().right > root.clientWidth + 1) : null;
  return {
    lang: own,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    overflow,
    widest: wide ? wide.outerHTML.slice(0, 120) : '',
    text: parts.join('\n'),
  };
}
