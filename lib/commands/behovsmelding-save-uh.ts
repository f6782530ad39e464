import { lockNeed } from '#lib/db/behovsmelding';
import { savePart } from '#lib/db/need-partners';
import { savedLately } from '#lib/db/saved-lately';
import { decidePart } from '#lib/domain/need-part';
import { SaveUhPart } from '#lib/schema/need-partners';
import { command } from './command';

/** A UH writes its own part of a need, field by field: what it will do, and what it asks for each year. What is written is not logged. */
export const saveUhPart = command({
  action: 'behovsmelding.save-uh',
  schema: SaveUhPart,
  load: async (tx, { id }, { actor, now }) => {
    const need = await lockNeed(tx, id, now);
    return (
      need && {
        ...need,
        logged: await savedLately(
          tx,
          { subjectType: 'behovsmelding', subjectId: id, action: 'behovsmelding.save-uh' },
          actor.userId,
          now,
        ),
      }
    );
  },
  decide: (before, input, context) => decidePart(before, input, context),
  save: async (tx, need, { uh, plan, cells, fields, wrong, clashes }, { actor, now }) => {
    const changed = fields.length > 0;
    if (changed) await savePart(tx, need.id, uh.organisationId, { plan, cells }, actor.userId, now);
    const log =
      changed && !need.logged
        ? [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: uh.name } }]
        : [];
    return {
      value: { id: need.id, was: need.version, version: need.version + (changed ? 1 : 0), wrong, clashes },
      log,
    };
  },
});
