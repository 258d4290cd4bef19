// Somebody of the office makes a passkey on a device, signs in with it alone, and confirms with it; the device is
// Chromium's own double. Without script the other ways remain.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertInOrder, launch, signIn, startPortal, visitor } from '../lib.mjs';

const OFFICE = 'administrator';
let portal;
let browser;

before(async () => {
  [portal, browser] = await Promise.all([startPortal({ named: true }), launch()]);
});
after(async () => {
  await browser?.close();
  await portal?.stop();
});

/** A device that recognises its holder. `recognise(false)` turns that off. */
async function device(visit) {
  const devtools = await visit.context.newCDPSession(visit.page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    keys: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    recognise: (isUserVerified) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

const use = (visit) => visit.page.getByRole('button', { name: 'Bruk passnøkkel' });

test('a passkey is made, signs in alone, and is not made twice', async () => {
  const visit = await visitor(browser, portal, { width: 390 });
  const own = await device(visit);
  await signIn(visit, OFFICE);
  await visit.goto('/me/sign-in/passkeys/new');
  await visit.page.getByLabel('Navn på enheten').fill('Telefon');
  await visit.page.getByRole('button', { name: 'Lag passnøkkelen' }).click();
  await visit.page.getByRole('heading', { level: 1, name: /gjenopprettingskodene/ }).waitFor();
  assert.equal((await own.keys()).length, 1);
  await visit.goto('/me/sign-in');
  assert.match(await visit.page.locator('main').innerText(), /Telefon/);

  // Out, and in again by the device alone: nothing is typed.
  await visit.page.locator('details.account summary').click();
  await visit.page.locator('form[action="/logout"] button').click();
  await visit.page.waitForURL(/\/login/);
  await visit.goto('/login?next=%2Fme');
  await own.recognise(false);
  await use(visit).click();
  await visit.page.getByText('Enheten ga ingen passnøkkel').waitFor();
  assert.equal(new URL(visit.page.url()).pathname, '/login', 'a device that did not recognise its holder let somebody in');
  await own.recognise(true);
  await use(visit).click();
  await visit.page.waitForURL((url) => url.pathname === '/me');

  // The same key once more: the device says that it has one.
  await visit.goto('/me/sign-in/passkeys/new');
  await visit.page.getByLabel('Navn på enheten').fill('Igjen');
  await visit.page.getByRole('button', { name: 'Lag passnøkkelen' }).click();
  await visit.page.getByText('Enheten laget ingen passnøkkel').waitFor();
  assert.equal((await own.keys()).length, 1);

  // The checks take the focus away, which a device asks for: they come last.
  for (const path of ['/me/sign-in/passkeys/new', '/me/sign-in', '/login']) {
    await visit.goto(path);
    await assertInOrder(visit);
  }
  await visit.close();
});

test('without script the page says what works instead', async () => {
  const visit = await visitor(browser, portal, { script: false });
  await signIn(visit, OFFICE);
  await visit.goto('/me/sign-in/passkeys/new');
  assert.match(await visit.page.locator('main').innerText(), /En app for koder virker overalt/);
  assert.equal(await visit.page.locator('form[data-passkey]').isVisible(), false);
  await visit.goto('/login');
  assert.equal(await visit.page.locator('form[data-passkey]').isVisible(), false);
  await visit.close();
});
