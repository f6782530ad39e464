'use client';

import { TextArea } from '#components/field';
import { SubmitButton } from '#components/submit-button';
import { confirmOwner, object } from './actions';
import { useForm } from './use-form';

/** An owner's leader stands behind what was sent for it, or asks for it to be put right. */
export function OwnerForm({ id, names, mayWithdraw }: { id: string; names: string; mayWithdraw: boolean }) {
  const confirmed = useForm(confirmOwner, []);
  const objected = useForm(object, ['objection']);
  const { partners: words } = confirmed.t;
  return (
    <section aria-labelledby="eier" className="mb-8 max-w-[48rem] rounded-md bg-mist px-6 py-5">
      <h2 id="eier" className="mb-2 text-xl font-semibold">
        {words.confirmOwnerTitle(names)}
      </h2>
      <form action={confirmed.send}>
        {confirmed.notices}
        <p className="mb-4">{words.confirmOwnerText}</p>
        <input type="hidden" name="id" value={id} />
        <SubmitButton>{words.confirmOwner}</SubmitButton>
      </form>
      <details className="fold mt-4" open={objected.state !== null}>
        <summary>{words.objectTitle}</summary>
        <form action={objected.send} noValidate onReset={(event) => event.preventDefault()} className="mt-3">
          {objected.notices}
          <input type="hidden" name="id" value={id} />
          <TextArea
            {...objected.field('objection')}
            description={mayWithdraw ? `${words.objectText} ${words.objectWithdraw}` : words.objectText}
            max={2000}
            rows={3}
          />
          <SubmitButton weight="secondary">{words.object}</SubmitButton>
        </form>
      </details>
    </section>
  );
}
