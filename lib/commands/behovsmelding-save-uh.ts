import { lockNeed } from '#lib/db/behovsmelding';
import { savePart } from '#lib/db/need-partners';
import { decidePart } from '#lib/domain/need-uh';
import { SaveUhPart } from '#lib/schema/need-partners';
import { command } from './command';

/** A UH writes its own part of a need: what it will do, and what it asks for each year. What is written is not logged. */
export const saveUhPart = command({
  action: 'behovsmelding.save-uh',
  schema: SaveUhPart,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, input, context) => decidePart(before, input, context),
  save: async (tx, need, { uh, plan, cells }, { actor, now }) => {
    await savePart(tx, need.id, uh.organisationId, { plan, cells }, actor.userId, now);
    return { value: { id: need.id }, log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: uh.name } }] };
  },
});
