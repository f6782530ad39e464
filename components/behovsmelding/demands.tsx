import { Help, NoticeBox } from '#components/notice';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { isUsualApplicant } from '#lib/domain/setup/rules';
import { joined, PROGRAMME_SHORT } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Pick<Texts, 'behovsmelding' | 'beside' | 'common'>;
  need: Pick<Behovsmelding, 'rules' | 'ownerKind' | 'ownerName'>;
};

const kindsOf = (t: Props['t'], { rules }: Props['need']): string =>
  joined(
    rules.applicantKinds.map((kind) => t.behovsmelding.ownerKinds[kind]),
    t,
  );

/** What the programme demands of a need, folded to one line, with its source. */
export function DemandsHelp({ t, need }: Props) {
  const { demands } = t.beside;
  const { targetGroup, unitKind } = t.behovsmelding;
  const { rules } = need;
  return (
    <Help title={demands.title(PROGRAMME_SHORT[rules.programme])}>
      <ul className="grid list-disc gap-1 pl-5">
        <li>{demands.applicants(kindsOf(t, need))}</li>
        <li>
          {demands.targets(
            joined(
              rules.targetGroups.map((one) => targetGroup[one]),
              t,
            ),
          )}
        </li>
        <li>
          {demands.units(
            joined(
              rules.unitKinds.map((one) => unitKind[one]),
              t,
            ),
          )}
        </li>
        {rules.collectiveOnly && <li>{demands.collective}</li>}
        {rules.egenandelEnforcement === 'none' && <li>{demands.noEgenandel}</li>}
      </ul>
      {rules.demandsSource !== '' && <p>{demands.source(rules.demandsSource)}</p>}
    </Help>
  );
}

/** That an owner of this kind does not normally report here: told to who writes and to who judges, and stops nobody. */
export function ApplicantWarning({ t, need }: Props) {
  if (isUsualApplicant(need.ownerKind, need.rules)) return null;
  return <NoticeBox kind="warning">{t.beside.demands.applicantWarning(need.ownerName, kindsOf(t, need))}</NoticeBox>;
}
