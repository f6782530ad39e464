import { askedOf, flatCsv, flatList } from './flat';
import { startLists } from './lists';
import { inTurns, type Measured } from './measure';
import { startPortal } from './server';
import type { Field, Large, Small } from './stage';
import { alone, compared, limited, type Row } from './table';
import { repeatsIn, tapped } from '#tests/support/tap';

// As one comes to it from a page; else it sends the browser round for a cookie first.
const SIGN_IN = '/logg-inn?callbackUrl=%2Fforside';
const LIST_TIMES = 2;
const PAGE_TIMES = 3;
const CSV_TIMES = 2;
const MOST_HTML_KB = 250;
const FIRST_PAGE_MS = 500;
const STARTS = 3;
const TEN = 10;

/** A page and who reads it; nobody for one who is not signed in. */
interface Visit {
  readonly name: string;
  readonly path: string;
  readonly as?: string;
}

const listPath = ({ roundId }: Field): string => `/runder/${roundId}/behovsmeldinger`;
const csvPath = ({ roundId }: Field): string => `/api/runder/${roundId}/behovsmeldinger`;
const theList = (field: Field): Visit => ({ name: 'list page', path: listPath(field), as: field.caseworker });
const workbench = ({ world, rounds }: Small): Visit => ({
  name: 'workbench, 300 lines',
  path: `/runder/${rounds.recommended}/fordeling`,
  as: world.actors.caseworker.userId,
});

/** The signed-in pages that are measured beside the sign-in page; those of a county with 5,000 needs first. */
function visitsOf(small: Small): Visit[] {
  const { field, world, rounds, draft, reportId } = small;
  const { actors } = world;
  const first = (as: string, name: string): Visit => ({ name: `first page, ${name}`, path: '/forside', as });
  return [
    first(field.owner, 'owner'),
    first(field.caseworker, 'caseworker'),
    first(field.uh, 'UH'),
    first(field.member, 'member'),
    first(field.approver, 'approver'),
    { name: 'need', path: `/behovsmeldinger/${field.needId}`, as: field.caseworker },
    { name: 'need, its owner', path: `/behovsmeldinger/${field.needId}`, as: field.owner },
    { name: 'own needs', path: '/behovsmeldinger', as: field.owner },
    { name: 'need, its form', path: `/behovsmeldinger/${draft}/skriv`, as: actors.skoleeier.userId },
    workbench(small),
    { name: 'innstilling, 300 lines', path: `/innstillinger/${rounds.recommended}`, as: actors.member.userId },
    { name: 'innstilling, its form', path: `/innstillinger/${rounds.closed}/skriv`, as: actors.secretariat.userId },
    { name: 'approval, 300 lines', path: `/runder/${rounds.proposed}/godkjenning`, as: actors.approver.userId },
    { name: 'report', path: `/rapporter/${reportId}`, as: actors.skoleeier.userId },
    { name: 'reports', path: '/rapporter', as: actors.caseworker.userId },
    { name: 'log', path: '/logg', as: field.caseworker },
    { name: 'register', path: '/', as: actors.caseworker.userId },
  ];
}

/** The list's statements, through the query that the page calls, beside the flat table. */
export async function benchList({ base, field }: Small): Promise<Row[]> {
  const lists = await startLists(base.url, field.roundId, field.caseworker);
  const rows: Row[] = [];
  for (const asked of askedOf(field.regionId)) {
    const [ours, flat] = await inTurns([
      () => lists.list(asked.filter),
      () => flatList(base.pool, field.roundId, asked),
    ]);
    if (ours && flat)
      rows.push(compared(`list of 5,000, ${asked.name}`, ours, ['50 rows and count', flat], LIST_TIMES));
  }
  lists.stop();
  return rows;
}

/** The pages that show a round of 300, a part at a time. */
const IN_PARTS = ['workbench, 300 lines', 'innstilling, 300 lines', 'innstilling, its form', 'approval, 300 lines'];

/** Every page beside the plain sign-in page, and the bytes of those that show a large round. */
export async function benchPages(small: Small): Promise<Row[]> {
  const { ask } = await small.base.portal();
  const visits = [theList(small.field), ...visitsOf(small)];
  const [signIn, ...times] = await inTurns([
    () => ask(SIGN_IN),
    ...visits.map(
      ({ path, as }) =>
        () =>
          ask(path, as),
    ),
  ]);
  const bytes: Row[] = [];
  for (const { name, path, as } of visits.filter(({ name }) => IN_PARTS.includes(name))) {
    const kilobytes = await ask(path, as).then(
      (html) => html.byteLength / 1000,
      () => NaN,
    );
    bytes.push(limited(`${name}, HTML`, kilobytes, MOST_HTML_KB, 'kB'));
  }
  return [
    ...visits.flatMap(({ name }, index) => {
      const ours = times[index];
      const most = index === 0 ? LIST_TIMES : PAGE_TIMES;
      return ours && signIn ? [compared(name, ours, ['the sign-in page', signIn], most)] : [];
    }),
    ...bytes,
  ];
}

export async function benchCsv({ base, field }: Small): Promise<Row[]> {
  const { ask } = await base.portal();
  const [ours, flat] = await inTurns(
    [() => ask(csvPath(field), field.caseworker), () => flatCsv(base.pool, field.roundId)],
    { calls: 20 },
  );
  return ours && flat ? [compared('CSV of 5,000', ours, ['SQL and a loop', flat], CSV_TIMES)] : [];
}

/** How many statements each page sends, and how many of them exactly repeat another. */
export async function benchStatements(small: Small): Promise<Row[]> {
  const tap = await tapped(small.base.url);
  const portal = await startPortal(tap.url);
  const rows: Row[] = [];
  for (const { name, path, as } of [theList(small.field), ...visitsOf(small)]) {
    let said = '';
    await portal.ask(path, as).catch((error: unknown) => (said = `: ${String(error)}`));
    tap.sent.length = 0;
    await portal.ask(path, as).catch((error: unknown) => (said = `: ${String(error)}`));
    const repeats = said === '' ? repeatsIn(tap.sent) : NaN;
    rows.push({
      ...limited(`statements of ${name}, repeats`, repeats, 0, 'repeats'),
      what: `statements and exact repeats: ${name}${said}`,
      ours: [String(tap.sent.length), String(repeats)],
    });
  }
  await portal.stop();
  tap.close();
  return rows;
}

/** The first page that a server answers after it says that it is ready. */
export async function benchStart({ base, field }: Small): Promise<Row[]> {
  const [first, second]: [number[], number[]] = [[], []];
  let failed: string | null = null;
  for (let start = 0; start < STARTS; start += 1) {
    const portal = await startPortal(base.url);
    for (const times of [first, second]) {
      const begun = performance.now();
      await portal.ask('/forside', field.caseworker).catch((error: unknown) => (failed = String(error)));
      times.push(performance.now() - begun);
    }
    await portal.stop();
  }
  return [
    alone('first page after a start', { times: first, failed }, FIRST_PAGE_MS),
    alone('the same page a second time', { times: second, failed }, null),
  ];
}

/** Ten who ask at once, beside one. */
export async function benchClients(small: Small): Promise<Row[]> {
  const { ask } = await small.base.portal();
  const rows: Row[] = [];
  for (const { name, path, as } of [theList(small.field), ...visitsOf(small).slice(0, 1)]) {
    const [one] = await inTurns([() => ask(path, as)], { calls: 20 });
    const [ten] = await inTurns([() => ask(path, as)], { calls: 60, clients: TEN });
    if (one && ten) rows.push(compared(`${name}, ten at once`, ten, ['one', one], TEN));
  }
  return rows;
}

const OTHERS_TIMES = 1.5;
const WHOLE_TIMES = 3;

/** The same where 50,000 other needs lie beside, and in the round that has the 50,000. */
export async function benchLarge({ base, field }: Small, { base: large, neighbour }: Large): Promise<Row[]> {
  const [few, many] = [await base.portal(), await large.portal()];
  const pages: [string, (field: Field) => string, (field: Field) => string][] = [
    ['list page', listPath, ({ caseworker }) => caseworker],
    ['CSV', csvPath, ({ caseworker }) => caseworker],
    ['first page, owner', () => '/forside', ({ owner }) => owner],
    ['first page, caseworker', () => '/forside', ({ caseworker }) => caseworker],
    ['own needs', () => '/behovsmeldinger', ({ owner }) => owner],
    ['need', ({ needId }) => `/behovsmeldinger/${needId}`, ({ caseworker }) => caseworker],
  ];
  const rows: Row[] = [];
  const add = (name: string, [alone, beside, whole]: readonly Measured[]): void => {
    if (alone === undefined || beside === undefined || whole === undefined) return;
    rows.push(compared(`${name}, 50,000 elsewhere`, beside, ['5,000 alone', alone], OTHERS_TIMES));
    if (name !== 'CSV') rows.push(compared(`${name}, a round of 50,000`, whole, ['5,000 alone', alone], WHOLE_TIMES));
  };
  const lists = await Promise.all([
    startLists(base.url, field.roundId, field.caseworker),
    startLists(large.url, field.roundId, field.caseworker),
    startLists(large.url, neighbour.roundId, neighbour.caseworker),
  ]);
  const [own, others] = [askedOf(field.regionId), askedOf(neighbour.regionId)];
  for (const [index, { name, filter }] of own.entries())
    add(
      `list, ${name}`,
      await inTurns(
        lists.map(
          ({ list }, place) =>
            () =>
              list(place === 2 ? (others[index]?.filter ?? {}) : filter),
        ),
        {
          calls: 20,
        },
      ),
    );
  for (const one of lists) one.stop();
  for (const [name, path, as] of pages)
    add(
      name,
      await inTurns(
        [
          () => few.ask(path(field), as(field)),
          () => many.ask(path(field), as(field)),
          () => many.ask(path(neighbour), as(neighbour)),
        ],
        { calls: 20 },
      ),
    );
  const [file, flat] = await inTurns(
    [() => many.ask(csvPath(neighbour), neighbour.caseworker), () => flatCsv(large.pool, neighbour.roundId)],
    { calls: 5 },
  );
  if (file && flat) rows.push(compared('CSV of 50,000', file, ['SQL and a loop', flat], WHOLE_TIMES));
  return rows;
}
