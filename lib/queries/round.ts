import { findPartners } from '#lib/db/behovsmelding/draft';
import { findNotSent } from '#lib/db/behovsmelding/sending';
import { historyOf } from '#lib/db/log';
import {
  exportRoundBehovsmeldinger,
  findFilterNames,
  findFound,
  findRoundBehovsmeldinger,
  findTally,
} from '#lib/db/round/behovsmeldinger';
import { findRoundFigures, findRounds, savedFilters } from '#lib/db/round/list';
import { findOpenings } from '#lib/db/round/open';
import { roundSubject, ruleSetOf } from '#lib/db/round/round';
import { lateSendings, ownersOf } from '#lib/db/round/time';
import { countTally, foundIn, isTallied } from '#lib/domain/behovsmelding/listed';
import { partnerKinds } from '#lib/domain/behovsmelding/behovsmelding';
import { allowed, may } from '#lib/domain/policy/may';
import type { Action } from '#lib/domain/policy/policy';
import { ById, Nothing } from '#lib/schema/fields';
import { NewRoundFor, RoundBehovsmeldinger } from '#lib/schema/round';
import { listQuery, query, together } from './query';

/** The rounds the reader may see, and the counties where they may open one. */
export const roundsPage = listQuery({
  action: 'round.read',
  schema: Nothing,
  find: async (tx, ways, _, { actor }) => {
    const counties = ways.filter(({ scope }) => scope === 'county').map(({ id }) => id);
    const rounds = await findRounds(tx, ways);
    return {
      mayOpen: counties.some((countyId) => may(actor, 'round.open', { countyId })),
      rounds: rounds.map((round) => ({
        ...round,
        works: may(actor, 'round.work', round),
        reads: may(actor, 'innstilling.read', round),
      })),
    };
  },
});

/** What the form to open a round chooses among: the counties where the reader may. */
export const newRoundPage = listQuery({
  action: 'round.work',
  schema: NewRoundFor,
  find: async (tx, ways, chosen, { actor }) => {
    const counties = ways
      .filter(({ scope, id }) => scope === 'county' && may(actor, 'round.open', { countyId: id }))
      .map(({ id }) => id);
    const openings = await findOpenings(tx, [...new Set(counties)]);
    return { chosen, openings };
  },
});

const BEFORE_THE_MONEY: ReadonlySet<string> = new Set<Action>([
  'round.open',
  'round.close',
  'round.move-deadline',
  'round.open-late',
  'innstilling.save',
  'innstilling.deliver',
]);

/** A round: its rules, deadlines and state, what the reader may do, and the figures when they work on it or recommend in it. */
export const roundPage = query({
  action: 'round.read',
  schema: ById,
  load: (tx, { id }) => roundSubject(tx, id),
  show: async (round, { actor, now }, tx) => {
    const may = allowed(
      actor,
      [
        'round.close',
        'round.move-deadline',
        'round.allocate',
        'round.propose',
        'round.approve',
        'round.work',
        'allocation.read',
        'innstilling.save',
        'innstilling.read',
      ],
      round,
    );
    const works = may.includes('round.work') || may.includes('innstilling.read');
    const { lines, ...found } = await together({
      rules: ruleSetOf(tx, round),
      figures: works ? findRoundFigures(tx, round.id) : null,
      lines: works ? historyOf(tx, 'round', [round.id]) : [],
      notSent: may.includes('round.close') ? findNotSent(tx, round.id, now) : [],
    });
    // How amounts come and go before they are decided is for those who work on them.
    const history = may.includes('round.work') ? lines : lines.filter(({ action }) => BEFORE_THE_MONEY.has(action));
    return { round, ...found, history, allowed: may, now };
  },
});
export type RoundPage = NonNullable<Awaited<ReturnType<typeof roundPage>>>;

/** The deadlines of a round and those who may send late, and what of it the reader may change. */
export const roundTimePage = query({
  action: 'round.work',
  schema: ById,
  load: (tx, { id }) => roundSubject(tx, id),
  show: async (round, { actor, now }, tx) => ({
    round,
    now,
    ...(await together({ late: lateSendings(tx, round.id), owners: ownersOf(tx, round.countyId) })),
    allowed: allowed(actor, ['round.move-deadline', 'round.open-late'], round),
  }),
});

/** What a need that came on paper is registered with: the owners, the partners and the years of the round. */
export const paperPage = query({
  action: 'round.work',
  schema: ById,
  load: (tx, { id }) => roundSubject(tx, id),
  show: async (round, { actor }, tx) => {
    const { rules, ...choices } = await together({
      rules: ruleSetOf(tx, round),
      owners: ownersOf(tx, round.countyId),
      partners: findPartners(tx, partnerKinds(round.programme)),
    });
    return {
      round,
      maxYears: rules.maxYears,
      hasEgenandel: rules.egenandelEnforcement !== 'none',
      ...choices,
      mayRegister: may(actor, 'behovsmelding.register-paper', round),
    };
  },
});

/** Fifty of a round's sent needs with their statuses, and the counts and sums of what is filtered. */
export const roundBehovsmeldingerPage = query({
  action: 'round.work',
  schema: RoundBehovsmeldinger,
  load: (tx, { id }) => roundSubject(tx, id),
  show: async (round, { actor }, tx, filter) => {
    const [needs, groups, names, searched, saved] = await Promise.all([
      findRoundBehovsmeldinger(tx, round, filter),
      findTally(tx, round.id),
      findFilterNames(tx, round),
      isTallied(filter) ? null : findFound(tx, round.id, filter),
      savedFilters(tx, actor.userId),
    ]);
    const { lacks, regions, ...counts } = countTally(groups);
    const nameOf = new Map(names.regions.map(({ id, name }) => [id, name]));
    const sums = {
      ...counts,
      found: searched ?? foundIn(groups, filter),
      regions: regions.map((one) => ({ ...one, name: nameOf.get(one.key) ?? one.key })),
      partners: names.partners.map(({ id, ...one }) => ({ ...one, key: id })),
    };
    // What is withdrawn is listed, but in no sum, unless it is what is asked for.
    const leavesOut = filter.state === undefined && sums.states.some(({ key }) => key === 'withdrawn');
    return {
      round,
      filter,
      needs,
      sums,
      leavesOut,
      lacks,
      saved,
      allowed: allowed(actor, ['behovsmelding.register-paper'], round),
      mayKeep: may(actor, 'filter.keep', {}),
    };
  },
});
export type RoundBehovsmeldingerPage = NonNullable<Awaited<ReturnType<typeof roundBehovsmeldingerPage>>>;

/** All the needs that the filters find, with more than the list shows. */
export const roundBehovsmeldingerExport = query({
  action: 'round.work',
  schema: RoundBehovsmeldinger,
  load: (tx, { id }) => roundSubject(tx, id),
  show: async (round, _viewer, tx, filter) => ({ round, needs: await exportRoundBehovsmeldinger(tx, round, filter) }),
});
