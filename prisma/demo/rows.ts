import { restate } from '#lib/db/behovsmelding/status';
import { transaction } from '#lib/db/client';
import type { Prisma } from '../generated/client';
import { models } from '../models';

/** Everything the demo puts in, table by table. */
export interface DemoRows {
  county: Prisma.CountyCreateManyInput[];
  organisation: Prisma.OrganisationCreateManyInput[];
  region: Prisma.RegionCreateManyInput[];
  regionMembership: Prisma.RegionMembershipCreateManyInput[];
  samarbeidsforum: Prisma.SamarbeidsforumCreateManyInput[];
  user: Prisma.UserCreateManyInput[];
  roleGrant: Prisma.RoleGrantCreateManyInput[];
  delegation: Prisma.DelegationCreateManyInput[];
  ruleSet: Prisma.RuleSetCreateManyInput[];
  deadlineDefault: Prisma.DeadlineDefaultCreateManyInput[];
  theme: Prisma.ThemeCreateManyInput[];
  round: Prisma.RoundCreateManyInput[];
  deadline: Prisma.DeadlineCreateManyInput[];
  lateSending: Prisma.LateSendingCreateManyInput[];
  regionPool: Prisma.RegionPoolCreateManyInput[];
  behovsmelding: Prisma.BehovsmeldingCreateManyInput[];
  contributor: Prisma.ContributorCreateManyInput[];
  comment: Prisma.CommentCreateManyInput[];
  behovsmeldingParty: Prisma.BehovsmeldingPartyCreateManyInput[];
  behovsmeldingUh: Prisma.BehovsmeldingUhCreateManyInput[];
  behovsmeldingSubPartner: Prisma.BehovsmeldingSubPartnerCreateManyInput[];
  behovsmeldingLine: Prisma.BehovsmeldingLineCreateManyInput[];
  egenandelLine: Prisma.EgenandelLineCreateManyInput[];
  dispensation: Prisma.DispensationCreateManyInput[];
  innstilling: Prisma.InnstillingCreateManyInput[];
  innstillingLine: Prisma.InnstillingLineCreateManyInput[];
  tiltak: Prisma.TiltakCreateManyInput[];
  tildeling: Prisma.TildelingCreateManyInput[];
  tildelingLine: Prisma.TildelingLineCreateManyInput[];
  printedValue: Prisma.PrintedValueCreateManyInput[];
  annualReport: Prisma.AnnualReportCreateManyInput[];
  reportHalf: Prisma.ReportHalfCreateManyInput[];
  attachment: Prisma.AttachmentCreateManyInput[];
  attachmentBytes: Prisma.AttachmentBytesCreateManyInput[];
  auditEntry: Prisma.AuditEntryCreateManyInput[];
  message: Prisma.MessageCreateManyInput[];
}

/** An empty set of rows to add to. */
export const noRows = (): DemoRows => ({
  county: [],
  organisation: [],
  region: [],
  regionMembership: [],
  samarbeidsforum: [],
  user: [],
  roleGrant: [],
  delegation: [],
  ruleSet: [],
  deadlineDefault: [],
  theme: [],
  round: [],
  deadline: [],
  lateSending: [],
  regionPool: [],
  behovsmelding: [],
  contributor: [],
  comment: [],
  behovsmeldingParty: [],
  behovsmeldingUh: [],
  behovsmeldingSubPartner: [],
  behovsmeldingLine: [],
  egenandelLine: [],
  dispensation: [],
  innstilling: [],
  innstillingLine: [],
  tiltak: [],
  tildeling: [],
  tildelingLine: [],
  printedValue: [],
  annualReport: [],
  reportHalf: [],
  attachment: [],
  attachmentBytes: [],
  auditEntry: [],
  message: [],
});

/**
 * Puts the rows in, parents first: a need that changes a tiltak names it when it is there. A need that was given back
 * is sent first, with all its rows, and a tildeling begins as a draft, gets its lines, and then its state: decided
 * lines take no more. What the lists say of the needs is judged when all is in.
 */
export async function insert(rows: DemoRows): Promise<void> {
  await models().$transaction((tx) => insertAll(tx, rows), { maxWait: 15_000, timeout: 60_000 });
  const ids = rows.behovsmelding.map(({ id = '' }) => id);
  await transaction((tx) => restate(tx, ids));
}

async function insertAll(tx: Prisma.TransactionClient, rows: DemoRows): Promise<void> {
  await insertPlaces(tx, rows);
  await tx.round.createMany({ data: rows.round });
  await tx.deadline.createMany({ data: rows.deadline });
  await tx.lateSending.createMany({ data: rows.lateSending });
  await tx.regionPool.createMany({ data: rows.regionPool });
  await insertBehovsmeldinger(tx, rows);
  await tx.tiltak.createMany({ data: rows.tiltak });
  for (const { id = '', changeTiltakId = null } of rows.behovsmelding)
    if (changeTiltakId !== null) await tx.behovsmelding.update({ where: { id }, data: { changeTiltakId } });
  await tx.tildeling.createMany({ data: rows.tildeling.map((one) => ({ ...one, state: 'draft' })) });
  await tx.tildelingLine.createMany({ data: rows.tildelingLine });
  for (const state of ['proposed', 'approved', 'sent']) {
    const ids = rows.tildeling.filter((one) => one.state === state).map(({ id = '' }) => id);
    await tx.tildeling.updateMany({ where: { id: { in: ids } }, data: { state } });
  }
  await tx.printedValue.createMany({ data: rows.printedValue });
  await tx.annualReport.createMany({ data: rows.annualReport });
  await tx.reportHalf.createMany({ data: rows.reportHalf });
  await tx.attachment.createMany({ data: rows.attachment });
  await tx.attachmentBytes.createMany({ data: rows.attachmentBytes });
  const time = ({ at }: Prisma.AuditEntryCreateManyInput): number => new Date(at).getTime();
  await tx.auditEntry.createMany({ data: rows.auditEntry.toSorted((a, b) => time(a) - time(b)) });
  await tx.message.createMany({ data: rows.message });
}

async function insertPlaces(tx: Prisma.TransactionClient, rows: DemoRows): Promise<void> {
  await tx.county.createMany({ data: rows.county });
  await tx.organisation.createMany({ data: rows.organisation });
  await tx.region.createMany({ data: rows.region });
  await tx.regionMembership.createMany({ data: rows.regionMembership });
  await tx.samarbeidsforum.createMany({ data: rows.samarbeidsforum });
  await tx.user.createMany({ data: rows.user });
  await tx.roleGrant.createMany({ data: rows.roleGrant });
  await tx.delegation.createMany({ data: rows.delegation });
  await tx.ruleSet.createMany({ data: rows.ruleSet });
  await tx.deadlineDefault.createMany({ data: rows.deadlineDefault });
  await tx.theme.createMany({ data: rows.theme });
}

async function insertBehovsmeldinger(tx: Prisma.TransactionClient, rows: DemoRows): Promise<void> {
  await tx.behovsmelding.createMany({
    data: rows.behovsmelding.map((need) => ({
      ...need,
      changeTiltakId: null,
      ...(need.state === 'returned' && { state: 'submitted', returnedUntil: null }),
    })),
  });
  await tx.contributor.createMany({ data: rows.contributor });
  await tx.comment.createMany({ data: rows.comment });
  await tx.behovsmeldingParty.createMany({ data: rows.behovsmeldingParty });
  await tx.behovsmeldingUh.createMany({ data: rows.behovsmeldingUh });
  await tx.behovsmeldingSubPartner.createMany({ data: rows.behovsmeldingSubPartner });
  await tx.behovsmeldingLine.createMany({ data: rows.behovsmeldingLine });
  await tx.egenandelLine.createMany({ data: rows.egenandelLine });
  await tx.dispensation.createMany({ data: rows.dispensation });
  await tx.innstilling.createMany({ data: rows.innstilling });
  await tx.innstillingLine.createMany({ data: rows.innstillingLine });
  for (const { id = '', state, returnedUntil = null } of rows.behovsmelding)
    if (state === 'returned') await tx.behovsmelding.update({ where: { id }, data: { state, returnedUntil } });
}
