'use client';

import { useActionState, useMemo, type ReactNode } from 'react';
import { FormNotices } from '#components/form-notices';
import type { ShownFile } from '#components/files/file-list';
import { FormFiles } from '#components/files/form-part';
import { useTexts } from '#components/locale';
import { BudgetFields } from '#components/need/budget';
import { EgenandelFields } from '#components/need/egenandel';
import { NeedMoneyPanel } from '#components/need/money';
import { PartnerFields } from '#components/need/partners';
import { PartComments } from '#components/need/part-comments';
import { SectionSteps } from '#components/need/section-steps';
import { SendPart } from '#components/need/send-part';
import { MeasureFields, NeedFields, SamiFields, WhoFields } from '#components/need/texts';
import type { Said } from '#components/need/thread';
import { errorAt, needWords, placeOf, type Errors } from '#components/need/words';
import { Notice } from '#components/notice';
import { WithClashes } from '#components/saving/at-field';
import { freshId } from '#components/saving/copies';
import { fieldsIn } from '#components/saving/fields';
import { LeftBehind } from '#components/saving/left-behind';
import { SavingLine } from '#components/saving/standing';
import { useSaving } from '#components/saving/use-saving';
import { SubmitButton } from '#components/submit-button';
import type { Behovsmelding } from '#lib/domain/behovsmelding';
import { draftIn, renamed, rowOf, rowsIn, tidied, typingFrom } from '#lib/domain/behovsmelding-draft';
import { egenandelRefusals, missingIn, SECTIONS, type Section } from '#lib/domain/behovsmelding-missing';
import type { Typing } from '#lib/domain/merge';
import type { FormState } from '../../../../answer';
import { write } from '../../actions';

type Props = {
  need: Behovsmelding; files: readonly ShownFile[]; partners: readonly { id: string; name: string }[]; late: string | null; person: string; isSaved: boolean; ends: 'send' | 'ask' | 'save'; talk: readonly Said[];
  /** Ids for lines of the egenandel that are not written yet: the same on the server and in the browser. */
  fresh: readonly string[];
};

const withLine = (typed: Typing, id: string): Typing => ({ ...typed, [`egenandel.${id}.kind`]: [] });

/** The writing page: plain fields that are sent without script; with it they save themselves, and sums and what is missing follow as one types. */
export function NeedForm({ need, files, partners, late, person, isSaved, ends, talk, fresh }: Props) {
  const t = useTexts();
  const words = t.behovsmelding;
  const [state, action] = useActionState<FormState, FormData>(write, null);
  const stored = typingFrom(need);
  const begun = state !== null ? fieldsIn(state.typed) : (rowsIn(stored, 'egenandel').length === 0 ? fresh : fresh.slice(0, 1)).reduce(withLine, stored);
  const came = state?.kind === 'invalid' ? state : null;
  const saving = useSaving({ kind: 'behovsmelding', id: need.id, person, version: need.version, stored, rowOf, whole: tidied, renamed, typed: begun, clashes: came?.clashes });
  const { now: { typed, sync }, saver } = saving;
  const clashes = { ...came?.clashes, ...sync.clashes };
  const errors: Errors = { ...came?.errors, ...sync.wrong, ...Object.fromEntries(Object.keys(sync.clashes).map((field) => [field, 'changed-meanwhile' as const])) };
  const draft = draftIn(typed, need);
  const missing = missingIn(draft, need.rules);
  const refusals = egenandelRefusals(draft, need.rules);
  const names = useMemo(() => new Map([[need.ownerId, need.ownerName], ...partners.map(({ id, name }): [string, string] => [id, name])]), [need, partners]);
  const said = needWords(typed, names, t);
  // One list for each answer: a new one takes the focus, which typing must keep.
  const messages = useMemo(() => {
    const wrong: Errors = state?.kind === 'invalid' ? state.errors : {};
    const { labelOf, idOf } = needWords(state?.typed ?? {}, names, t);
    return [...new Map(Object.keys(wrong).map((path) => [placeOf(path), path]))].map(([place, path]) => ({ fieldId: idOf(place), text: `${labelOf(path)}: ${errorAt(wrong, place, t) ?? ''}` }));
  }, [state, names, t]);
  const shared = { typed, errors };
  const ask = <SubmitButton weight="secondary" name="do" value="dispensasjon">{words.askDispensation}</SubmitButton>;
  const conflict = <Notice kind="warning" title={t.saving.conflictTitle}>{t.saving.conflict}</Notice>;

  return (
    // React empties a form when its action has answered, and forgets what was chosen in its lists: here all stays as typed.
    <form action={action} noValidate onReset={(event) => event.preventDefault()} {...saving.on}>
      {/* Enter in a field presses the first button of the form: it saves, and does not send. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={need.id} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? need.version} />
      <input type="hidden" name="began" value={state?.typed['began']?.[0] ?? JSON.stringify(stored)} />
      {isSaved && state === null && <Notice kind="done">{words.saved}</Notice>}
      <FormNotices state={state} errors={messages} conflict={conflict} action={(refusal) => (refusal.code.startsWith('egenandel') ? ask : null)} />
      <LeftBehind saving={saving} words={said} />
      <WithClashes {...said} typed={tidied(typed)} clashes={clashes} saver={saver}>
        <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[11rem_minmax(0,1fr)_20rem]">
          <div className="lg:max-xl:col-span-2"><SectionSteps missing={missing} refused={refusals.length > 0} /></div>
          <div className="min-w-0">
            <SavingLine saving={saving} words={said} />
            <Part id="hvem" talk={talk}><WhoFields {...shared} need={need} /></Part>
            <Part id="behov" talk={talk}><NeedFields {...shared} /></Part>
            <Part id="tiltak" talk={talk}><MeasureFields {...shared} rules={need.rules} /></Part>
            <Part id="samisk" talk={talk}><SamiFields {...shared} /></Part>
            <Part id="partnere" talk={talk}><PartnerFields {...shared} partners={partners} /></Part>
            <Part id="budsjett" talk={talk}><BudgetFields {...shared} draft={draft} names={names} /></Part>
            {need.rules.egenandelEnforcement !== 'none' && (
              <Part id="egenandel-del" name="egenandel" talk={talk}>
                <EgenandelFields {...shared} draft={draft} onAdd={() => saver.type(withLine(typed, freshId()))} onRemove={(row) => saver.type(Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith(`egenandel.${row}.`))))} />
              </Part>
            )}
            <Part id="vedlegg"><FormFiles til="behovsmelding" id={need.id} files={files} /></Part>
            <Part id="oversikt">
              <SendPart missing={missing} refusals={refusals} said={said} late={late} ask={ask} ends={ends} />
            </Part>
          </div>
          <div><NeedMoneyPanel t={t} need={draft} rules={need.rules} /></div>
        </div>
      </WithClashes>
    </form>
  );
}

function Part({ id, name, talk, children }: { id: string; name?: Section; talk?: readonly Said[]; children: ReactNode }) {
  const { behovsmelding: { sections }, writers } = useTexts();
  const title = name ?? (id in sections ? (id as keyof typeof sections) : 'hvem');
  return (
    <section id={id} aria-labelledby={`${id}-t`} className="mb-10 scroll-mt-6">
      <h2 id={`${id}-t`} className="mb-4 text-xl font-semibold">{sections[title]}</h2>
      {children}
      {talk !== undefined && title in SECTIONS && <PartComments section={title as Section} said={talk}><div><SubmitButton weight="secondary" name="do" value={`kommentar.${title}`}>{writers.comments.saveFirst}</SubmitButton></div></PartComments>}
    </section>
  );
}
