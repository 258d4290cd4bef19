// What tests of the API need: a token, made by the persona's own clicks.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieOf, REPOSITORY } from './server.mjs';

export const SCOPES = [
  'see-units', 'see-people', 'see-rounds', 'receive-students', 'see-messages', 'keep-organisation', 'keep-units', 'keep-people',
  'keep-roles', 'keep-guides', 'plan-rounds', 'send-wishes', 'import-files', 'send-messages', 'allocate', 'publish', 'keep-webhooks',
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

/** Tries every operation with requests of all kinds, after the API's own description; answers what schemathesis says. */
export async function checkApi(url, token, { examples = 4, more = [], stdio = 'inherit' } = {}) {
  const servers = join(REPOSITORY, 'portal/tests/servers');
  const program = process.env.SCHEMATHESIS ?? join(servers, 'installed/bin/schemathesis');
  const folder = await mkdtemp(join(tmpdir(), 'fotfeste-api-'));
  const config = join(folder, 'schemathesis.toml');
  const rules = await readFile(join(servers, 'schemathesis.toml'), 'utf8');
  await writeFile(config, `${await parameters(url, token)}\n${rules}`);
  const options = [
    '--config-file', config, 'run', `${url}/api/openapi.json`, '--url', url,
    '--header', `Authorization: Bearer ${token}`, '--max-examples', String(examples), '--seed', '2027', '--no-color',
  ];
  // Not in step with us: what the portal says must be read while it works.
  const run = spawn(program, [...options, ...more], { stdio, cwd: folder });
  const said = [];
  run.stdout?.on('data', (text) => said.push(text));
  const status = await new Promise((done, failed) => run.once('error', failed).once('close', done));
  await rm(folder, { recursive: true, force: true });
  return { status, said: said.join('') };
}

/** What there is, so that requests reach more than "not found": the ids of the first things of each kind. */
async function parameters(url, token) {
  const list = async (path) => {
    const answer = await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 200, path);
    return (await answer.json()).items;
  };
  const rounds = await list('rounds');
  const worked = rounds.find((round) => round.phase === 'closed') ?? rounds[0];
  const below = async (part) => (await list(`rounds/${worked.id}/${part}`)).slice(0, 3).map((one) => one.id);
  const first = async (path) => (await list(path)).slice(0, 3).map((one) => one.id);
  const ids = {
    round: [worked.id], person: await below('students'), node: await below('nodes'), offer: await below('offers'),
    run: await below('runs'), import: await below('imports'), unit: await first('units'), role: await first('roles'),
    change: await first('unit-changes'), mailbox: await first('mailboxes'), invitation: await first('invitations'),
    thread: await first('threads'), kind: ['students'], mechanism: ['mincost'], reader: ['student'],
    file: ['students.csv'],
  };
  const lines = Object.entries(ids).filter(([, found]) => found.length > 0);
  return `parameters = { ${lines.map(([name, found]) => `"path.${name}" = "${found[0]}"`).join(', ')} }`;
}
