import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { models } from '#prisma/models';
import { nights } from '#lib/jobs/daily';
import { startS3, type S3Server } from '#tests/support/s3';

let store: S3Server;
beforeAll(async () => {
  store = await startS3();
});
afterAll(() => store.stop());
beforeEach(() => {
  for (const [name, value] of Object.entries(store.environment)) vi.stubEnv(name, value);
  store.objects.clear();
  store.failWith = null;
});

/** A time of the day in Oslo, in winter. */
const at = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+01:00`);
const put = (key: string, when: Date): void => {
  store.objects.set(`vedlegg/${key}`, { body: Buffer.from('x'), at: when });
};
const left = (): string[] => [...store.objects.keys()];

describe('each night', () => {
  it('what no record tells of leaves the store, once a day old, and once a night', async () => {
    const night = nights();
    put('gammel', at('2027-01-13', '23:59'));
    put('ny', at('2027-01-14', '12:00'));
    await night(at('2027-01-15', '00:00'));
    expect(left()).toEqual(['vedlegg/ny']);
    // A day old by now, but the night is done; the next one begins at midnight in Oslo, 23.00 UTC.
    await night(at('2027-01-15', '23:59'));
    expect(left()).toEqual(['vedlegg/ny']);
    await night(at('2027-01-16', '00:00'));
    expect(left()).toEqual([]);
  });

  it('all of it leaves, however many there are: 120 in changes of 50, 50 and 20', async () => {
    for (let n = 0; n < 120; n++) put(String(n), at('2027-01-01', '12:00'));
    await nights()(at('2027-02-01', '00:00'));
    expect(left()).toEqual([]);
    const lines = await models().auditEntry.findMany({ where: { action: 'file.tidy', at: at('2027-02-01', '00:00') } });
    expect(
      lines.map(({ details }) => details).sort((a, b) => JSON.stringify(b).localeCompare(JSON.stringify(a))),
    ).toEqual([{ count: 50 }, { count: 50 }, { count: 20 }]);
  });

  it('a store that is away is told of once, and asked again the next night', async () => {
    const night = nights();
    put('gammel', at('2027-01-01', '12:00'));
    store.failWith = 500;
    await expect(night(at('2027-03-01', '00:00'))).rejects.toThrow('The store answered 500');
    await night(at('2027-03-01', '00:01'));
    store.failWith = null;
    await night(at('2027-03-01', '12:00'));
    expect(left()).toEqual(['vedlegg/gammel']);
    await night(at('2027-03-02', '00:00'));
    expect(left()).toEqual([]);
  });

  it('nothing is asked where files lie in the database', async () => {
    vi.unstubAllEnvs();
    await nights()(at('2027-04-01', '00:00'));
    expect(await models().auditEntry.count({ where: { action: 'file.tidy', at: at('2027-04-01', '00:00') } })).toBe(0);
  });
});
