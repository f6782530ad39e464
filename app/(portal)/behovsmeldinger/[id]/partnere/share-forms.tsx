'use client';

import { ConfirmButton } from '#components/confirm-button';
import { TextArea, TextField } from '#components/field';
import { SubmitButton } from '#components/submit-button';
import type { BehovsmeldingLine, BehovsmeldingUh, SubPartner } from '#lib/domain/behovsmelding/behovsmelding';
import { lostWith } from '#lib/domain/behovsmelding/uh';
import { addSub, removeUh, removeSub, share } from '../../actions';
import { useForm } from './answer-forms';

/** The owner lets a UH read the draft. */
export function ShareForm({ id, uh }: { id: string; uh: { organisationId: string; name: string } }) {
  const { t, send, notices } = useForm(share, []);
  return (
    <form action={send}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="organisationId" value={uh.organisationId} />
      <p className="mb-3 text-sm text-quiet">{t.partners.shareText}</p>
      <SubmitButton weight="secondary">{t.partners.share(uh.name)}</SubmitButton>
    </form>
  );
}

/** The owner takes a partner out, and is asked first, with all that will be lost. */
export function RemovePartnerForm({
  id,
  uh,
  lines,
  knows,
}: {
  id: string;
  uh: BehovsmeldingUh;
  lines: readonly BehovsmeldingLine[];
  knows: boolean;
}) {
  const { t, send, notices } = useForm(removeUh, []);
  const words = t.partners;
  const lost = Object.entries(lostWith(uh, lines)).filter(([, what]) => what !== '');
  const names: Readonly<Record<string, string>> = words.removeLost;
  return (
    <form action={send}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="organisationId" value={uh.organisationId} />
      <ConfirmButton label={words.remove(uh.name)} title={words.removeTitle(uh.name)} weight="tertiary" tone="danger">
        <p>
          {words.removeText} {knows && words.removeKnew}
        </p>
        {lost.length > 0 && (
          <ul className="mt-2 list-disc pl-5">
            {lost.map(([key, what]) => (
              <li key={key} className="break-words">
                {names[key]}: {what}
              </li>
            ))}
          </ul>
        )}
      </ConfirmButton>
    </form>
  );
}

/** Those who take part through a UH, to take away again. */
export function RemoveSubForm({ id, one }: { id: string; one: SubPartner }) {
  const { t, send, notices } = useForm(removeSub, []);
  return (
    <form action={send}>
      {notices}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="subPartnerId" value={one.id} />
      <SubmitButton weight="tertiary">{t.partners.removeSub(one.name)}</SubmitButton>
    </form>
  );
}

/** Somebody more who takes part through a UH. Folded away until it is wanted. */
export function AddSubForm({ id, uh }: { id: string; uh: { organisationId: string; name: string } }) {
  const { t, state, send, notices, field } = useForm(addSub, ['name', 'country', 'what'], `-${uh.organisationId}`);
  const words = t.partners;
  return (
    <details className="fold" open={state !== null}>
      <summary>{words.addSub(uh.name)}</summary>
      <form action={send} noValidate onReset={(event) => event.preventDefault()} className="mt-3">
        {notices}
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="throughId" value={uh.organisationId} />
        <div className="grid gap-x-8 sm:grid-cols-2">
          <TextField {...field('name')} description={words.subHelp} />
          <TextField {...field('country')} note={t.common.form.optional} />
        </div>
        <TextArea {...field('what')} note={t.common.form.optional} max={1000} rows={2} />
        <SubmitButton weight="secondary">{words.add}</SubmitButton>
      </form>
    </details>
  );
}
