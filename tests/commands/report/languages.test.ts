import { beforeEach, describe, expect, it } from 'vitest';
import { fileOwnerHalf, fileUhHalf } from '#lib/commands/report';
import { saveReport } from '#lib/commands/report';
import { models } from '#prisma/models';
import { freshWorld } from '#tests/support/recommended';
import { makeReport, OWNER_HALF, UH_HALF, type MadeReport } from '#tests/support/report';
import { change, done, told } from '#tests/support/saving';
import { NOW, type World } from '#tests/support/world';

let world: World;
let made: MadeReport;
beforeEach(async () => {
  world = await freshWorld();
  made = await makeReport(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const half = (id: string) => models().reportHalf.findUniqueOrThrow({ where: { id } });

describe('the language of each long text', () => {
  it('is kept for those that are marked, in the one form and the other, and is the party’s else', async () => {
    expect(
      await saveReport(
        change(
          made.owner,
          { goals: 'Mihttu', 'lang.goals': 'se', 'lang.comment': 'nn' },
          { 'lang.goals': 'nb', 'lang.comment': 'nb' },
        ),
        by('skoleeier'),
      ),
    ).toMatchObject(done);
    expect(await half(made.owner)).toMatchObject({
      goals: 'Mihttu',
      languages: { goals: 'se', comment: 'nn' },
      version: 2,
    });
    // A page that has not seen the mark leaves it be
    expect(
      await saveReport(
        change(made.owner, { anchoring: 'x', 'lang.goals': 'nb' }, { 'lang.goals': 'nb' }),
        by('coordinator'),
      ),
    ).toMatchObject(done);
    expect(
      await fileOwnerHalf({ id: made.owner, version: 3, ...OWNER_HALF, languages: { comment: 'en' } }, by('skoleeier')),
    ).toMatchObject({ kind: 'done' });
    expect((await half(made.owner)).languages).toEqual({ goals: 'se', comment: 'en' });
  });
  it('is one of four, of a text the half has', async () => {
    expect(
      await saveReport(
        change(made.uh, { 'lang.comment': 'fr', 'lang.goals': 'se', 'lang.spent': 'nn', 'lang.__proto__': 'nn' }),
        by('uh'),
      ),
    ).toMatchObject(told({ 'lang.comment': 'not-in-list', 'lang.spent': 'malformed', 'lang.__proto__': 'malformed' }));
    expect(await half(made.uh)).toMatchObject({ languages: {}, version: 1 });
    expect(
      await fileUhHalf({ id: made.uh, version: 1, ...UH_HALF, languages: { comment: 'fr' } }, by('uh')),
    ).toMatchObject({ kind: 'invalid', errors: { 'languages.comment': 'not-in-list' } });
    await expect(
      models().reportHalf.update({ where: { id: made.uh }, data: { languages: { comment: 'fr' } } }),
    ).rejects.toThrow('report_half_languages_listed');
  });
  it('clashes like any field when two have marked it otherwise', async () => {
    await saveReport(change(made.uh, { 'lang.comment': 'se' }, { 'lang.comment': 'nb' }), by('uh'));
    expect(
      await saveReport(change(made.uh, { 'lang.comment': 'nn' }, { 'lang.comment': 'nb' }), by('uh')),
    ).toMatchObject({ kind: 'done', value: { clashes: { 'lang.comment': ['se'] } } });
  });
});
