import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SAMI_DEGREES, TILTAK_STATUSES } from '#lib/domain/states';

const count = z.int().nullable();

/** What the county's report for 2021 prints of one tiltak. Null is a blank or absent cell, never 0. */
const Printed = z.object({
  no: z.int(),
  title: z.string(),
  lead: z.string(),
  leadKind: z.string(),
  region: z.string().nullable(),
  externalRef: z.string().nullable(),
  publicUnits: count,
  privateUnits: count,
  participants: z.string().nullable(),
  uhLines: z.array(z.object({ institution: z.string(), printed: z.string(), amount: z.int() })),
  ownerGrant: count,
  ownerGrantPrinted: z.string().nullable(),
  egenandel: count,
  coordinatorFunds: count,
  samiPrinted: z.string().nullable(),
  sami: z.enum(SAMI_DEGREES).nullable(),
  status: z.enum(TILTAK_STATUSES),
});
export type Printed = z.infer<typeof Printed>;

/** The 30 tiltak of Troms og Finnmark 2021, in the order of the report. */
export const printed2021 = (): Printed[] =>
  z.array(Printed).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'troms-og-finnmark-2021.json'), 'utf8')));

const UH: Readonly<Record<string, string>> = {
  'Sámi allaskuvla / Samisk høgskole': 'Samisk høgskole / Sámi allaskuvla',
  'Universitetet i Stavanger, Læringsmiljøsenteret': 'Universitetet i Stavanger',
  'Høgskolen i Innlandet, SePU': 'Universitetet i Innlandet',
};
/** The institution that receives, by our name for it: a centre is part of its university, and Innlandet has become one. */
export const institution = (name: string): string => UH[name] ?? name;

const LEADS: Readonly<Record<string, string>> = {
  'Nettverk for Internasjonale skoler': 'Nettverk for internasjonale skoler',
  'Region Sør – Troms': 'Region Sør-Troms',
  TFFK: 'Troms og Finnmark fylkeskommune',
  'UiT og Statsforvalteren': 'UiT Norges arktiske universitet',
  'UiT Norges Arktiske universitet': 'UiT Norges arktiske universitet',
};
/** The organisation that leads, by our name for it. */
export const leadOf = (lead: string): string => LEADS[lead] ?? lead.replace(/ kommune$/, '');

const REGIONS: Readonly<Record<string, string>> = { 'Nord-Troms (inferred)': 'Nord-Troms' };
const TOGETHER = [20, 29];
/** The region a tiltak belongs to; Senja and Sørreisa share two. */
export const regionOf = ({ no, region }: Printed): string | null =>
  TOGETHER.includes(no) ? 'Senja og Sørreisa' : region === null ? null : (REGIONS[region] ?? region);
