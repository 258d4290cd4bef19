// Everything a journey needs, in one import.
export { startPortal, routes, personas, cookieOf, binary, REPOSITORY } from './server.mjs';
export { arrive, launch, visitor, signIn, WIDTHS, THEMES, LANGUAGES } from './browser.mjs';
export { wrongWith, axe } from './checks.mjs';
export { englishIn, rawKeysIn } from './words.mjs';

import assert from 'node:assert/strict';
import { wrongWith } from './checks.mjs';

/** Fails with everything that is wrong with the page the visitor sees. */
export async function assertInOrder(visit, what) {
  assert.deepEqual(await wrongWith(visit), [], `${what ?? new URL(visit.page.url()).pathname} is not in order`);
}
