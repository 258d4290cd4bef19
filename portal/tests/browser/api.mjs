// What tests of the API need: a token, made by the persona's own clicks.
import assert from 'node:assert/strict';
import { cookieOf } from './server.mjs';

export const SCOPES = [
  'see-units', 'see-people', 'see-rounds', 'receive-students', 'keep-units', 'plan-rounds', 'send-wishes', 'allocate',
  'publish', 'keep-webhooks',
];

/** The value of a new token of this persona. */
export async function tokenOf(url, persona, scopes = SCOPES) {
  const cookie = await cookieOf(url, persona);
  const page = await (await fetch(`${url}/api`, { headers: { cookie } })).text();
  const tokens = page.match(/\/organisations\/[0-9a-f-]+\/tokens/)?.[0];
  assert.ok(tokens, `${persona} keeps no tokens`);
  const body = new URLSearchParams([['name', 'Test'], ['days', '30'], ...scopes.map((scope) => ['scopes', scope])]);
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const made = await fetch(`${url}${tokens}/new`, { method: 'POST', headers, body });
  const value = (await made.text()).match(/fotfeste_[0-9a-f]{32}_[0-9a-f]{64}/)?.[0];
  assert.ok(value, `no token was made: ${made.status}`);
  return value;
}
