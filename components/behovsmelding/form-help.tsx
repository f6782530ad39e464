import { EVIDENCE_KINDS, SAMI_DEGREES } from '#lib/domain/states';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';
import { ApplicantWarning, DemandsHelp } from './demands';

/** What each level of samisk perspektiv means when the tiltak is reported. */
function SamiHelp({ t }: { t: Texts }) {
  return (
    <>
      <p>{t.behovsmelding.help.samiWhy}</p>
      <dl className="grid gap-2">
        {SAMI_DEGREES.map((degree) => (
          <div key={degree}>
            <dt className="font-medium">{t.report.sami[degree]}</dt>
            <dd>{t.report.samiHelp[degree]}</dd>
          </div>
        ))}
      </dl>
      <p>{t.behovsmelding.help.ownWords}</p>
    </>
  );
}

/** What each kind of evidence is, in a sentence of our own. */
function EvidenceHelp({ t }: { t: Texts }) {
  const { evidenceHelp } = t.beside;
  const { evidenceKind, help } = t.behovsmelding;
  return (
    <>
      <dl className="grid gap-2">
        {EVIDENCE_KINDS.map((kind) => (
          <div key={kind}>
            <dt className="font-medium">{evidenceKind[kind]}</dt>
            <dd>{evidenceHelp[kind]}</dd>
          </div>
        ))}
      </dl>
      <p>{help.ownWords}</p>
    </>
  );
}

export type FormHelp = Readonly<Record<'demands' | 'evidence' | 'sami', ReactNode>>;

/** What the form explains and nobody changes: said by the server, so that it needs no script. */
export const formHelp = (t: Texts, need: Behovsmelding): FormHelp => ({
  demands: (
    <>
      <ApplicantWarning t={t} need={need} />
      <div className="mb-4">
        <DemandsHelp t={t} need={need} />
      </div>
    </>
  ),
  evidence: <EvidenceHelp t={t} />,
  sami: <SamiHelp t={t} />,
});
