import fc from 'fast-check';
import type { RequestLine } from '#lib/domain/tildeling/divide';
import type { Request } from '#lib/domain/tildeling/methods';

/** A line of a request: `line('uh', 600, 'UiT', 2022)`. The receiver stands for its own orgnr. */
export function line(side: RequestLine['side'], asked: number, receiver: string = side, year = 2021): RequestLine {
  return { key: `${side} ${receiver} ${year}`, side, receiverId: receiver, tie: receiver, year, asked };
}

/** A request with half its sum on each side, unless lines are given. */
export function request(key: string, asked: number, more: Partial<Request> = {}): Request {
  const lines = more.lines ?? [line('network', Math.floor(asked / 2)), line('uh', Math.ceil(asked / 2))];
  return { key, tie: '', regionId: null, asked, priority: null, recommended: null, keyed: true, ...more, lines };
}

const kroner = fc.oneof(fc.nat(10), fc.nat(5_000_000));

const lines = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('network' as const, 'uh' as const),
      kroner,
      fc.constantFrom('p', 'q'),
      fc.integer({ min: 2021, max: 2023 }),
    )
    .map(([side, asked, receiver, year]) => line(side, asked, receiver, year)),
  { selector: (l) => l.key, minLength: 1, maxLength: 6 },
);

/** One in six has the bound, as a percent of what it asks. */
const bound = (max: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(max) });
const of = (asked: number, percent: number) => Math.floor((asked * percent) / 100);

/** Any request at all: with and without region, priority, innstilling and bounds, which most often can be kept. */
const anyRequest = fc
  .record({
    key: fc.uuid(),
    tie: fc.constantFrom('', '940101808', '970422528'),
    regionId: fc.constantFrom(null, 'nord', 'sør', 'midt'),
    lines,
    priority: fc.option(fc.nat(5)),
    recommended: fc.option(fc.record({ network: kroner, uh: kroner })),
    keyed: fc.boolean(),
    floor: bound(60),
    cap: bound(120),
    fixed: bound(100),
  })
  .map(({ floor, cap, fixed, ...rest }): Request => {
    const asked = rest.lines.reduce((sum, l) => sum + l.asked, 0);
    return {
      ...rest,
      asked,
      ...(floor === null ? {} : { floor: of(asked, floor) }),
      ...(cap === null ? {} : { cap: of(asked, cap) }),
      ...(fixed === null ? {} : { protected: of(asked, fixed) }),
    };
  });

export const anyRequests = fc.uniqueArray(anyRequest, { selector: (r) => r.key, maxLength: 8 });
