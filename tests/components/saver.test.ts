import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Saver } from '#components/saving/saver';

/** What the portal answers whoever asks what the others have written. */
const answers = vi.fn<() => Promise<Response>>();
beforeEach(() => {
  answers.mockReset().mockResolvedValue(new Response(null, { status: 404 }));
  vi.stubGlobal('fetch', answers);
});

const saver = () =>
  new Saver({
    kind: 'innstilling',
    id: 'r',
    person: 'p',
    version: 1,
    stored: {},
    rowOf: () => null,
    whole: (all) => all,
  });

describe('a form whose record no longer takes what is written', () => {
  it('says so, once the portal has', async () => {
    const form = saver();
    await form.hear();
    expect(form.snapshot().standing).toBe('closed');
  });

  it('says nothing while its own button closes it, and neither of what was asked just before', async () => {
    const form = saver();
    const before = form.hear();
    form.goes(true);
    await before;
    await form.hear();
    expect([form.snapshot().standing, answers.mock.calls.length]).toEqual(['unchanged', 1]);
  });

  it('says so when it has come back, refused, and another has closed it', async () => {
    const form = saver();
    form.goes(true);
    form.goes(false);
    await form.hear();
    expect(form.snapshot().standing).toBe('closed');
  });
});
