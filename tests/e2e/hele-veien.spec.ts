import { expect, test } from '@playwright/test';
import { as, NORDLAND } from '#tests/support/people';
import { allocate } from './journey/allocation';
import { approve, fourEyes, inRegister } from './journey/approval';
import { deliver, readAsMember } from './journey/innstilling';
import { confirmAsUh, sendNeed } from './journey/behovsmelding';
import { acceptBoth, fileAgain, fileOwner, fileUh, giveBack } from './journey/report';
import { closeEarly, openRound, type Opened } from './journey/round';
import { innstillingByTwo, reportByTwo } from './journey/together';

// One need, from draft to accepted report, in a round of its own: each step needs the one before.
test.describe.configure({ mode: 'serial' });

const title = `Lesing hele veien ${Date.now()}`;
let round: Opened;
let reference: string;
let report: string;

test('the caseworker opens a round, and a second for the same year is refused', async ({ browser }) => {
  round = await openRound(browser);
});

test('the owner is refused for the egenandel in kroner, mends it and sends; the UH confirms', async ({ browser }) => {
  const need = await sendNeed(browser, round, title);
  await confirmAsUh(browser, title);
  const page = await as(browser, NORDLAND.caseworker);
  await page.goto(need);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
});

test('the caseworker closes the round early, with a reason and not without', async ({ browser }) => {
  await closeEarly(browser, round);
});

test('two of the secretariat write one innstilling at once, and lose nothing', async ({ browser }) => {
  await innstillingByTwo(browser, round, title);
});

test('the secretariat must say why a need gets less, delivers, and the members read it', async ({ browser }) => {
  await deliver(browser, round, title);
  await readAsMember(browser, round, title);
});

test('the caseworker is refused over the budget and against 40/60, corrects, and proposes', async ({ browser }) => {
  await allocate(browser, round, title);
});

test('whoever proposed can not approve; the approver can, with letter, reference and register', async ({ browser }) => {
  await fourEyes(browser, round);
  reference = await approve(browser, round, title);
  await inRegister(browser, round, title, reference);
  const owner = await as(browser, NORDLAND.skoleeier);
  // Of 450 000, 180 000 is the owner's own.
  await expect(owner.getByRole('row', { name: reference })).toContainText(/180\s000/);
});

test('two write one half of the report at once, and put a file with it', async ({ browser }) => {
  await reportByTwo(browser, title);
});

test('both halves of the report are filed, one is returned, filed again, and both accepted', async ({ browser }) => {
  report = await fileOwner(browser, title);
  await fileUh(browser, title);
  await giveBack(browser, report);
  await fileAgain(browser, title);
  await acceptBoth(browser, report);
  const owner = await as(browser, NORDLAND.skoleeier);
  // 180 000 granted, 130 000 spent
  await expect(owner.getByRole('row', { name: reference })).toContainText(/50\s000/);
});
