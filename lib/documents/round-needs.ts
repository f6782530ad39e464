import { wholeRequest } from '#lib/domain/behovsmelding/sums';
import type { Day } from '#lib/domain/day';
import type { BehovsmeldingState } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';
import { csv } from './csv';

interface Line {
  number: number;
  title: string;
  state: BehovsmeldingState;
  ownerName: string;
  orgnr: string | null;
  regionName: string | null;
  uhNames: string;
  confirmed: boolean;
  years: number;
  network: number | null;
  uh: number | null;
  egenandel: number | null;
  egenandelStatus: keyof Texts['round']['needs']['egenandel'];
  splitStatus: keyof Texts['round']['needs']['split'];
  missing: number;
  files: number;
  submittedAt: Date | null;
  paperReceivedOn: Day | null;
  lateReason: string | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });

/** The needs of a round as a table for a spreadsheet, one line each. */
export function roundBehovsmeldingerCsv(needs: readonly Line[], t: Texts): string {
  const words = t.round.needs;
  const yes = (is: boolean) => (is ? words.yes : words.no);
  const lines = needs.map((need) => [
    need.number,
    t.common.needState[need.state],
    need.ownerName,
    need.orgnr,
    need.regionName,
    need.title,
    need.years,
    need.uhNames,
    yes(need.confirmed),
    need.network,
    need.uh,
    wholeRequest(need),
    need.egenandel,
    words.egenandel[need.egenandelStatus],
    words.split[need.splitStatus],
    need.missing,
    need.files,
    need.submittedAt === null ? null : MOMENT.format(need.submittedAt),
    need.paperReceivedOn,
    need.lateReason,
    need.contactName,
    need.contactEmail,
    need.contactPhone,
  ]);
  return csv([words.exportColumns, ...lines]);
}
