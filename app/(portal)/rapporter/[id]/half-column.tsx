import { HalfTag } from '#components/state-tag';
import type { ShownHalf } from '#lib/queries/report';
import { formatDateTime } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { FileList } from '#components/files/file-list';
import { NoticeBox } from '#components/notice';
import { HalfRead } from '#components/report/half';
import type { Report } from '#lib/domain/report/report';
import { halfEgenandelRefusals } from '#lib/domain/report/egenandel';
import { inTime } from '#lib/domain/round/time';
import { explainRefusal } from '#lib/texts/explain';
import { DecideHalfForm } from './decide-form';
import { HalfForm } from './half-form';

type Props = { t: Texts; shown: ShownHalf; report: Report; person: string; now: Date };

/** One half: to fill in for its party, to decide on for the caseworker, to read for the others. */
export function HalfColumn({ t, shown: { half, files, readable, money, allowed }, report, person, now }: Props) {
  const words = t.report.half;
  const name = half.organisationName ?? (half.side === 'owner' ? report.ownerName : words.nobody);
  const writes = allowed.includes('report.save');
  const stops = half.side === 'owner' ? halfEgenandelRefusals(report, half.egenandel) : [];
  return (
    <section aria-labelledby={`del-${half.id}`}>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={`del-${half.id}`} className="text-xl font-semibold">
          {half.side === 'owner' ? words.owner(name) : words.uh(name)}
        </h2>
        <HalfTag state={half.state} t={t} />
      </div>
      <p className="mb-5 text-sm text-quiet">
        {half.filedAt !== null && words.filedAt(formatDateTime(half.filedAt, now))}{' '}
        {half.decidedAt !== null && half.state === 'accepted' && words.decidedAt(formatDateTime(half.decidedAt, now))}
        {writes && !inTime(report.dueOn, now) && words.late}
      </p>
      {half.state === 'returned' && half.returnComment !== '' && (
        <NoticeBox kind="warning" title={words.returned}>
          <p className="whitespace-pre-line">{half.returnComment}</p>
        </NoticeBox>
      )}
      {writes ? (
        <HalfForm
          half={half}
          files={files}
          report={report}
          person={person}
          mayFile={allowed.some((deed) => deed === 'report.file-owner' || deed === 'report.file-uh')}
        />
      ) : readable ? (
        <HalfRead t={t} half={half} money={money} plan={report.plan} />
      ) : (
        <p>{words.notFiled}</p>
      )}
      {readable && !writes && (
        <>
          <h3 className="mt-8 mb-1 font-semibold">{t.attachment.title}</h3>
          <FileList t={t} files={files} />
        </>
      )}
      {allowed.includes('report.return') && (
        <DecideHalfForm
          half={{ id: half.id, version: half.version }}
          stop={stops.length === 0 ? null : stops.map((stop) => explainRefusal(stop, t)).join(' ')}
        />
      )}
    </section>
  );
}
