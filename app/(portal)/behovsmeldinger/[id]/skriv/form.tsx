'use client';

import { lazy, Suspense, useActionState, useMemo } from 'react';
import { FormNotices } from '#components/form-answer';
import type { ShownFile } from '#components/files/file-list';
import { FormFiles, useHasScript } from '#components/files/form-files';
import { useTexts } from '#components/locale';
import { BudgetFields } from '#components/behovsmelding/budget';
import type { FormHelp } from '#components/behovsmelding/form-help';
import { EgenandelFields } from '#components/behovsmelding/egenandel';
import { BehovsmeldingMoneyPanel } from '#components/behovsmelding/money';
import { PartnerFields } from '#components/behovsmelding/partners';
import { SectionSteps } from '#components/behovsmelding/steps';
import { SendPart } from '#components/behovsmelding/send-part';
import type { Talk } from '#components/behovsmelding/talk';
import { StepPart } from '#components/behovsmelding/steps';
import { MeasureFields, BehovsmeldingFields, SamiFields, WhoFields } from '#components/behovsmelding/texts';
import { useStep } from '#components/behovsmelding/steps';
import { errorAt, behovsmeldingWords, formPlace, namesIn, type Errors } from '#components/behovsmelding/words';
import { NoticeBox } from '#components/notice';
import { WithClashes } from '#components/saving/at-field';
import { freshId } from '#components/saving/copies';
import { fieldsIn } from '#components/saving/fields';
import { LeftBehind } from '#components/saving/left-behind';
import { SavingLine } from '#components/saving/standing';
import { useSaving } from '#components/saving/use-saving';
import { SubmitButton } from '#components/submit-button';
import type { Behovsmelding, BehovsmeldingChoices } from '#lib/domain/behovsmelding/behovsmelding';
import { behovsmeldingDraftIn, renamed, rowsIn, tidied, typingFrom } from '#lib/domain/behovsmelding/draft';
import { rowOf } from '#lib/domain/behovsmelding/names';
import { egenandelRefusals, missingIn } from '#lib/domain/behovsmelding/missing';
import { stepsOf } from '#lib/domain/behovsmelding/form';
import type { Told } from '#lib/domain/behovsmelding/comment';
import type { Typing } from '#lib/domain/form/merge';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { formTexts } from '#lib/texts/browser/form';
import { errorTexts } from '#lib/texts/browser/errors';
import { saveWritten } from '../../actions';
import type { FormSaid } from '../../words';

// What is read only at the end is fetched then; without script there is the page to read the behovsmelding on.
const LookOver = lazy(() => import('#components/behovsmelding/look-over').then((m) => ({ default: m.LookOver })));

type Props = {
  need: Behovsmelding;
  files: readonly ShownFile[];
  partners: readonly { id: string; name: string }[];
  choices: BehovsmeldingChoices;
  late: string | null;
  person: string;
  isSaved: boolean;
  ends: 'send' | 'ask' | 'save';
  mayShare: boolean;
  talk: Pick<Talk, 'said' | 'mayWrite' | 'mayResolve'>;
  told: Told | null;
  /** Ids for lines of the egenandel that are not written yet: the same on the server and in the browser. */
  fresh: readonly string[];
  help: FormHelp;
};

const withLine = (typed: Typing, id: string): Typing => ({ ...typed, [`egenandel.${id}.kind`]: [] });

/**
 * The writing page: plain fields that are sent without script; with it they save themselves, and sums and what is
 * missing follow as one types.
 */
export function BehovsmeldingForm({
  need,
  files,
  partners,
  choices,
  late,
  person,
  isSaved,
  ends,
  mayShare,
  talk,
  told,
  fresh,
  help,
}: Props) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts, formTexts);
  const words = t.behovsmelding;
  const step = useStep();
  const script = useHasScript();
  const [state, action, isGoing] = useActionState<FormSaid, FormData>(saveWritten, null);
  const [came, goesOn] = [state?.kind === 'invalid' ? state : null, state?.kind === 'said' ? state : null];
  const walk = {
    steps: stepsOf(need.rules),
    step,
    talk: {
      ...talk,
      told: state === null ? told : (goesOn?.told ?? null),
      typed: state?.typed ?? {},
      errors: came?.errors ?? {},
    },
  };
  const stored = typingFrom(need);
  const begun =
    state !== null
      ? fieldsIn(state.typed)
      : (rowsIn(stored, 'egenandel').length === 0 ? fresh : fresh.slice(0, 1)).reduce(withLine, stored);
  const saving = useSaving(
    {
      kind: 'behovsmelding',
      id: need.id,
      person,
      version: need.version,
      stored,
      rowOf,
      whole: tidied,
      renamed,
      typed: begun,
      clashes: came?.clashes,
    },
    isGoing,
  );
  const {
    now: { typed, sync },
    saver,
  } = saving;
  const clashes = { ...came?.clashes, ...sync.clashes };
  const errors: Errors = {
    ...came?.errors,
    ...sync.wrong,
    ...Object.fromEntries(Object.keys(sync.clashes).map((field) => [field, 'changed-meanwhile' as const])),
  };
  const draft = behovsmeldingDraftIn(typed, need);
  const missing = missingIn(draft, need.rules);
  const refusals = egenandelRefusals(draft, need.rules);
  const names = useMemo(() => namesIn(need, partners, choices), [need, partners, choices]);
  const said = behovsmeldingWords(typed, names, t);
  const unanswered = draft.uh.flatMap(({ organisationId }) =>
    need.uh.some((uh) => uh.organisationId === organisationId && uh.confirmedAt !== null)
      ? []
      : [names.get(organisationId) ?? ''],
  );
  // One list for each answer: a new one takes the focus, which typing must keep.
  const messages = useMemo(() => {
    const wrong: Errors = state?.kind === 'invalid' ? state.errors : {};
    const { labelOf, idOf } = behovsmeldingWords(state?.typed ?? {}, names, t);
    return [...new Map(Object.keys(wrong).map((path) => [formPlace(path), path]))].map(([place, path]) => ({
      fieldId: idOf(place),
      text: `${labelOf(path)}: ${errorAt(wrong, place, t) ?? ''}`,
    }));
  }, [state, names, t]);
  const shared = { typed, errors, language: need.ownerLanguage };
  const ask = (
    <SubmitButton weight="secondary" name="do" value="dispensasjon">
      {words.askDispensation}
    </SubmitButton>
  );
  const conflict = (
    <NoticeBox kind="warning" title={t.saving.conflictTitle}>
      {t.saving.conflict}
    </NoticeBox>
  );

  return (
    // React empties a form when its action has answered, and forgets what was chosen in its lists: here all stays as typed.
    <form action={action} noValidate onReset={(event) => event.preventDefault()} {...saving.on}>
      {/* Enter in a field presses the first button of the form: it saves, and does not send. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={need.id} />
      <input type="hidden" name="steg" value={step === 'hvem' ? '' : step} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? need.version} />
      <input type="hidden" name="began" value={state?.typed['began']?.[0] ?? JSON.stringify(stored)} />
      {(goesOn === null ? isSaved && state === null : goesOn.told === null) && (
        <NoticeBox kind="done">{t.saving.kept}</NoticeBox>
      )}
      <FormNotices
        state={goesOn === null ? state : null}
        errors={messages}
        conflict={conflict}
        action={(refusal) => (refusal.code.startsWith('egenandel') ? ask : null)}
      />
      <LeftBehind saving={saving} words={said} />
      <WithClashes {...said} typed={tidied(typed)} clashes={clashes} saver={saver}>
        <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[11rem_minmax(0,1fr)_20rem]">
          <div className="lg:max-xl:col-span-2">
            <SectionSteps steps={walk.steps} step={step} missing={missing} refused={refusals.length > 0} />
          </div>
          <div className="min-w-0">
            <SavingLine saving={saving} words={said} />
            <StepPart {...walk} id="hvem">
              <WhoFields {...shared} need={need} owners={choices.owners} demands={help.demands} />
            </StepPart>
            <StepPart {...walk} id="behov">
              <BehovsmeldingFields
                {...shared}
                themes={choices.themes}
                kinds={help.evidence}
                barnehage={need.rules.unitKinds.every((kind) => kind === 'barnehage')}
              />
            </StepPart>
            <StepPart {...walk} id="tiltak">
              <MeasureFields {...shared} rules={need.rules} tiltak={choices.tiltak} />
            </StepPart>
            <StepPart {...walk} id="samisk">
              <SamiFields {...shared} levels={help.sami} />
            </StepPart>
            <StepPart {...walk} id="partnere">
              <PartnerFields {...shared} partners={partners} need={need} mayShare={mayShare} />
            </StepPart>
            <StepPart {...walk} id="budsjett">
              <BudgetFields {...shared} draft={draft} names={names} />
            </StepPart>
            {need.rules.egenandelEnforcement !== 'none' && (
              <StepPart {...walk} id="egenandel-del">
                <EgenandelFields
                  {...shared}
                  draft={draft}
                  onAdd={() => saver.type(withLine(typed, freshId()))}
                  onRemove={(row) =>
                    saver.type(
                      Object.fromEntries(Object.entries(typed).filter(([name]) => rowOf(name) !== `egenandel.${row}`)),
                    )
                  }
                />
              </StepPart>
            )}
            <StepPart {...walk} id="vedlegg">
              <FormFiles til="behovsmelding" id={need.id} files={files} isOpen={step === 'vedlegg'} />
            </StepPart>
            <StepPart {...walk} id="oversikt">
              {script && step === 'oversikt' && (
                <Suspense>
                  <LookOver t={t} need={need} draft={draft} names={names} choices={choices} />
                </Suspense>
              )}
              <SendPart
                missing={missing}
                refusals={refusals}
                said={said}
                late={late}
                ask={ask}
                ends={ends}
                unanswered={unanswered}
              />
            </StepPart>
          </div>
          <div>
            <BehovsmeldingMoneyPanel t={t} need={draft} rules={need.rules} />
          </div>
        </div>
      </WithClashes>
    </form>
  );
}
