'use client';

import { useActionState } from 'react';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { MAIL_CHOICES, MAIL_TOPICS, type MailChoices, type MailTopic } from '#lib/domain/message/message';
import { FormAnswer } from '../../form-answer';
import { choose } from './actions';

const isTopic = (path: string): path is MailTopic => MAIL_TOPICS.some((topic) => topic === path);

/** At once, once a day, or never: for each kind of what is no decision. */
export function ChoiceForm({ chosen }: { chosen: MailChoices }) {
  const [state, send] = useActionState(choose, null);
  const t = useTexts().notifications;
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
  const t = useTexts().notifications;
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
