'use client';

import { ConfirmButton } from '#components/confirm-button';
import { TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { MAIL_CHOICES, MAIL_TOPICS, type MailChoices, type MailTopic } from '#lib/domain/message/message';
import { messageTexts } from '#lib/texts/browser/message';
import { useActionState } from 'react';
import { FormAnswer } from '#components/form-answer';
import { choose, endAddress, make } from './actions';

const isTopic = (path: string): path is MailTopic => MAIL_TOPICS.some((topic) => topic === path);

/** At once, once a day, or never: for each kind of what is no decision. */
export function ChoiceForm({ chosen }: { chosen: MailChoices }) {
  const [state, send] = useActionState(choose, null);
  const t = useTexts(messageTexts).notifications;
  return (
    <form action={send} onReset={(event) => event.preventDefault()} className="max-w-[56rem]">
      <h3 className="font-medium">{t.choice}</h3>
      <p className="mb-4 text-sm text-quiet">
        {t.always} {t.daily}
      </p>
      <FormAnswer
        state={state}
        fieldOf={(path) => ({ id: path, label: isTopic(path) ? t.topics[path].name : t.choice })}
      />
      <div className="mb-6 border-t border-line">
        {MAIL_TOPICS.map((topic) => (
          <Topic key={topic} topic={topic} chosen={state?.typed[topic]?.[0] ?? chosen[topic] ?? 'at-once'} />
        ))}
      </div>
      <SubmitButton>{t.save}</SubmitButton>
    </form>
  );
}

function Topic({ topic, chosen }: { topic: MailTopic; chosen: string }) {
  const t = useTexts(messageTexts).notifications;
  const { name, about } = t.topics[topic];
  return (
    <div
      role="radiogroup"
      id={topic}
      tabIndex={-1}
      aria-labelledby={`${topic}-navn`}
      aria-describedby={`${topic}-om`}
      className="grid gap-x-8 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_auto]"
    >
      <div>
        <div id={`${topic}-navn`} className="font-medium">
          {name}
        </div>
        <div id={`${topic}-om`} className="text-sm text-quiet">
          {about}
        </div>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        {MAIL_CHOICES.map((value) => (
          <label key={value} className="flex items-center gap-2 py-1 whitespace-nowrap">
            <input className="ds-input" type="radio" name={topic} value={value} defaultChecked={chosen === value} />
            {t.choices[value]}
          </label>
        ))}
      </div>
    </div>
  );
}

const noField = (path: string) => ({ id: path, label: path });

/** The calendar's secret address, to be made, made anew, or ended. */
export function CalendarForms({ address }: { address: string | null }) {
  const [made, sendMake] = useActionState(make, null);
  const [ended, sendEnd] = useActionState(endAddress, null);
  const t = useTexts(messageTexts).notifications;
  if (address === null) {
    return (
      <form action={sendMake}>
        <FormAnswer state={made} fieldOf={noField} />
        <SubmitButton weight="secondary">{t.make}</SubmitButton>
      </form>
    );
  }
  return (
    <>
      <TextField
        key={address}
        name="address"
        label={t.calendarAddress}
        description={t.calendarHow}
        defaultValue={address}
        input={{ readOnly: true }}
      />
      <FormAnswer state={made ?? ended} fieldOf={noField} />
      <div className="flex flex-wrap gap-3">
        <form action={sendMake}>
          <ConfirmButton weight="secondary" label={t.renew} title={t.renewTitle}>
            {t.renewBody}
          </ConfirmButton>
        </form>
        <form action={sendEnd}>
          <ConfirmButton weight="tertiary" tone="danger" label={t.end} title={t.endTitle}>
            {t.endBody}
          </ConfirmButton>
        </form>
      </div>
    </>
  );
}
