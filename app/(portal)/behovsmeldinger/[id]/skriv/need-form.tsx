'use client';

import { useActionState, useMemo, useState, type ReactNode } from 'react';
import { FormNotices } from '#components/form-notices';
import type { ShownFile } from '#components/files/file-list';
import { FormFiles } from '#components/files/form-part';
import { useTexts } from '#components/locale';
import { BudgetFields } from '#components/need/budget';
import { EgenandelFields } from '#components/need/egenandel';
import { NeedMoneyPanel } from '#components/need/money';
import { PartnerFields } from '#components/need/partners';
import { SectionSteps } from '#components/need/section-steps';
import { SendPart } from '#components/need/send-part';
import { MeasureFields, NeedFields, SamiFields, WhoFields } from '#components/need/texts';
import { errorAt, labelOf, placeOf, type Errors } from '#components/need/words';
import { Notice } from '#components/notice';
import { SubmitButton } from '#components/submit-button';
import type { Behovsmelding } from '#lib/domain/behovsmelding';
import { draftIn, rowsIn, typingFrom, type Typing } from '#lib/domain/behovsmelding-draft';
import { egenandelRefusals, missingIn, type Section } from '#lib/domain/behovsmelding-missing';
import type { FormState } from '../../../../answer';
import { write } from '../../actions';

type Props = { need: Behovsmelding; files: readonly ShownFile[]; partners: readonly { id: string; name: string }[]; late: string | null; maySend: boolean };

function fieldsOf(form: HTMLFormElement): Typing {
  const typed = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value]);
  return Object.fromEntries(typed);
}

const cellsIn = (typed: Typing): Typing => Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith('lines.')));
const rowsFrom = (typed: Typing): string[] => {
  const rows = rowsIn(typed, 'egenandel');
  const next = Math.max(-1, ...rows.map(Number)) + 1;
  return rows.length === 0 ? ['0', '1'] : [...rows, String(next)];
};

/** The writing page: plain fields that are sent without script; with it the sums and what is missing follow as one types. */
export function NeedForm({ need, files, partners, late, maySend }: Props) {
  const t = useTexts();
  const words = t.behovsmelding;
  const [state, action] = useActionState<FormState, FormData>(write, null);
  const begun: Typing = state?.typed ?? typingFrom(need);
  const [typed, setTyped] = useState(begun);
  const [rows, setRows] = useState(() => rowsFrom(begun));
  const errors: Errors = state?.kind === 'invalid' ? state.errors : {};
  const draft = draftIn(typed, need);
  const missing = missingIn(draft, need.rules);
  const refusals = egenandelRefusals(draft, need.rules);
  const names = useMemo(() => new Map([[need.ownerId, need.ownerName], ...partners.map(({ id, name }): [string, string] => [id, name])]), [need, partners]);
  // One list for each answer: a new one takes the focus, which typing must keep.
  const messages = useMemo(() => {
    const wrong: Errors = state?.kind === 'invalid' ? state.errors : {};
    return [...new Map(Object.keys(wrong).map((path) => [placeOf(path), path]))].map(([fieldId, path]) => ({ fieldId, text: `${labelOf(path, names, t)}: ${errorAt(wrong, fieldId, t) ?? ''}` }));
  }, [state, names, t]);
  const shared = { typed: { ...typed, ...(state?.typed ?? {}) }, errors };
  const ask = <SubmitButton weight="secondary" name="do" value="dispensasjon">{words.askDispensation}</SubmitButton>;
  const conflict = (
    <Notice kind="warning" title={words.conflict} action={<a className="ds-link" href={`/behovsmeldinger/${need.id}`} target="_blank" rel="noreferrer">{words.conflictSee}</a>}>
      {words.conflictText}
    </Notice>
  );

  return (
    // React empties a form when its action has answered, and forgets what was chosen in its lists: here all stays as typed.
    // So does what is left out of the page now, such as a year no longer asked for.
    <form action={action} noValidate onReset={(event) => event.preventDefault()} onInput={(event) => { const now = fieldsOf(event.currentTarget); setTyped((before) => ({ ...cellsIn(before), ...now })); }}>
      {/* Enter in a field presses the first button of the form: it saves, and does not send. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={need.id} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? need.version} />
      <FormNotices state={state} errors={messages} conflict={conflict} action={(refusal) => (refusal.code.startsWith('egenandel') ? ask : null)} />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[11rem_minmax(0,1fr)_20rem]">
        <div className="lg:max-xl:col-span-2"><SectionSteps missing={missing} refused={refusals.length > 0} /></div>
        <div className="min-w-0">
          <Part id="hvem"><WhoFields {...shared} need={need} /></Part>
          <Part id="behov"><NeedFields {...shared} /></Part>
          <Part id="tiltak"><MeasureFields {...shared} rules={need.rules} /></Part>
          <Part id="samisk"><SamiFields {...shared} /></Part>
          <Part id="partnere"><PartnerFields {...shared} typed={typed} partners={partners} /></Part>
          <Part id="budsjett"><BudgetFields {...shared} typed={typed} draft={draft} names={names} /></Part>
          {need.rules.egenandelEnforcement !== 'none' && (
            <Part id="egenandel-del" name="egenandel">
              <EgenandelFields
                {...shared} typed={typed} draft={draft} rows={rows}
                onAdd={() => { setRows([...rows, String(Math.max(-1, ...rows.map(Number)) + 1)]); }}
                onRemove={(row) => { setRows(rows.filter((one) => one !== row)); setTyped(Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith(`egenandel.${row}.`)))); }}
              />
            </Part>
          )}
          <Part id="vedlegg"><FormFiles til="behovsmelding" id={need.id} files={files} /></Part>
          <Part id="oversikt">
            <SendPart missing={missing} refusals={refusals} names={names} late={late} ask={ask} maySend={maySend} />
          </Part>
        </div>
        <div><NeedMoneyPanel t={t} need={draft} rules={need.rules} /></div>
      </div>
    </form>
  );
}

function Part({ id, name, children }: { id: string; name?: Section; children: ReactNode }) {
  const { sections } = useTexts().behovsmelding;
  const title = name ?? (id in sections ? (id as keyof typeof sections) : 'hvem');
  return (
    <section id={id} aria-labelledby={`${id}-t`} className="mb-10 scroll-mt-6">
      <h2 id={`${id}-t`} className="mb-4 text-xl font-semibold">{sections[title]}</h2>
      {children}
    </section>
  );
}
