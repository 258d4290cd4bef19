// The checks find what they are for: a page that is in order, and one with every fault.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch, visitor, wrongWith } from './lib.mjs';

const IN_ORDER = `<!doctype html><html lang="nb"><head><title>Ønsker</title></head>
<body><main><h1>Ønsker</h1><p lang="en">Choose the language you want</p></main></body></html>`;
const FAULTY = `<!doctype html><html lang="nb"><head><title>Ønsker</title></head>
<body><main><h1>Ønsker</h1><h1>Igjen</h1><p>pages-missing-title</p><p>Choose the place you want</p>
<svg role="img" aria-label="Bilde" width="900" height="3"></svg><img src="http://127.0.0.2:9/x.png">
<script>document.title = ''</script></main></body></html>`;

let server;
let browser;
let url;

before(async () => {
  server = createServer((request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.setHeader('content-security-policy', "default-src 'self'; img-src *");
    answer.end(request.url === '/faulty' ? FAULTY : IN_ORDER);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

test('a page in order passes, also with a marked passage in another language', async () => {
  const visit = await visitor(browser, { url }, { lang: 'nb', width: 320 });
  await visit.goto('/');
  assert.deepEqual(await wrongWith(visit), []);
  await visit.close();
});

test('each fault is named', async () => {
  const visit = await visitor(browser, { url }, { lang: 'nb', width: 320 });
  await visit.goto('/faulty');
  const wrong = (await wrongWith(visit)).join('\n');
  for (const fault of [
    /request to another host: http:\/\/127\.0\.0\.2/,
    /console: Executing inline script violates/,
    /px wider than the window/,
    /has 2 headings of the first level/,
    /shows the key pages-missing-title/,
    /shows English: .*Choose the place you want/,
    /axe image-alt/,
  ]) {
    assert.match(wrong, fault);
  }
  assert.match((await wrongWith(visit, { lang: 'nn' })).join('\n'), /html lang is "nb", not "nn"/);
  await visit.close();
});
