import { describe, expect, it } from 'vitest';
import { filesAsSent, type Attachment } from '#lib/domain/attachment/attachment';

const RETURNED = new Date('2027-01-10T12:00:00Z');
const [before, after] = [new Date('2027-01-05T12:00:00Z'), new Date('2027-01-11T12:00:00Z')];
const file = (name: string, sentAt: Date | null, removedAt: Date | null): Attachment => ({
  id: name,
  name,
  kind: 'pdf',
  size: 1,
  sha256: '',
  addedById: 'kari',
  addedByName: 'Kari',
  addedAt: before,
  sentAt,
  removedAt,
});

describe('the files of what was sent', () => {
  it('are those that went with it: without what was added since, with what was taken away since, and without what was gone before', () => {
    const files = [
      file('sendt', before, null),
      file('ny', null, null),
      file('fjernet siden', before, after),
      file('fjernet i samme øyeblikk', before, RETURNED),
      file('fjernet før', before, before),
    ];
    expect(filesAsSent(files, RETURNED).map(({ name, removedAt }) => [name, removedAt])).toEqual([
      ['sendt', null],
      ['fjernet siden', null],
      ['fjernet i samme øyeblikk', null],
      ['fjernet før', before],
    ]);
  });
});
