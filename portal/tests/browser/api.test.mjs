// A client is made from the description of the API, checked against its types, and used.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import openapi, { astToString } from 'openapi-typescript';
import { programOf } from './api-client.mjs';
import { checkApi, tokenOf } from './api.mjs';
import { REPOSITORY, startPortal } from './lib.mjs';

const HERE = join(REPOSITORY, 'portal/tests/browser');

let portal;
let program;
let token;

before(async () => {
  portal = await startPortal({ settings: { FOTFESTE_LIMITS__REQUESTS_PER_SECOND: '1000000' } });
  token = await tokenOf(portal.url, 'administrator');
  program = programOf(portal.url, token);
});

after(async () => {
  await portal?.stop();
});

test('a client generated from the description compiles', async () => {
  const description = await (await fetch(`${portal.url}/api/openapi.json`)).text();
  const types = astToString(await openapi(description));
  await mkdir(join(HERE, 'generated'), { recursive: true });
  await writeFile(join(HERE, 'generated/api.ts'), types);
  const options = ['--noEmit', '--allowJs', '--checkJs', '--strict', '--skipLibCheck', '--target', 'es2022'];
  const tsc = join(HERE, 'node_modules/typescript/bin/tsc');
  const modules = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];
  execFileSync(process.execPath, [tsc, ...options, ...modules, join(HERE, 'api-client.mjs')], { stdio: 'inherit' });
});

test('the client reads rounds and their students, part by part', async () => {
  const students = await program.students();
  assert.ok(students.length > 50, `${students.length} students`);
  assert.equal(new Set(students.map((one) => one.round + one.student)).size, students.length);
});

test('the client changes a thing once, and only as it was read', async () => {
  const key = `unit-${Date.now()}`;
  const made = await program.addUnit('Day surgery', key);
  assert.deepEqual(await program.addUnit('Day surgery', key), made);
  const path = { params: { path: { unit: made.id } } };
  const read = await program.client.GET('/api/v1/units/{unit}', path);
  const tag = read.response.headers.get('etag');
  const renamed = await program.rename(made.id, 'Day clinic', tag);
  assert.equal(renamed.data?.name, 'Day clinic');
  const late = await program.rename(made.id, 'Night clinic', tag);
  assert.deepEqual([late.response.status, late.error?.name], [412, 'changed-meanwhile']);
});

test('the client takes people in, gives what its maker holds, and no more', async () => {
  const person = await program.takeIn('Mila', `Berg ${Date.now()}`);
  assert.equal(person.affiliations[0].kind, 'staff');
  const given = await program.give(person.id, 'administrator');
  assert.equal(given.data?.person, person.id);
  const above = await program.give(person.id, 'coordinator');
  assert.deepEqual([above.response.status, above.error?.name], [403, 'denied']);
});

test('the client brings a file, and reads what was written to the office', async () => {
  const key = `u-${Date.now()}`;
  const { brought, done } = await program.importUnits('units.csv', `unit_id,name\n${key},Unit ${key}\n`);
  assert.deepEqual([brought.state, brought.counts?.new, done.state], ['checking', 1, 'done']);
  const { threads, entries } = await program.messages();
  assert.ok(threads.length > 0 && entries.length > 0, 'nobody has written');
});

test('the client is told in its language why it was refused', async () => {
  const { error } = await program.client.POST('/api/v1/units', {
    body: { name: '' },
    headers: { 'Accept-Language': 'nn' },
  });
  assert.equal(error.errors[0].field, 'name');
  assert.equal(error.detail, 'Fyll ut dette feltet.');
});

test('requests of all kinds get answers that the description names', async () => {
  const { status, said } = await checkApi(portal.url, token, { examples: 2, stdio: ['ignore', 'pipe', 'inherit'] });
  assert.equal(status, 0, said);
});
