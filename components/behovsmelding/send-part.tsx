import { ConfirmButton } from '#components/confirm-button';
import { useTexts } from '#components/locale';
import { MissingList } from '#components/missing-list';
import { DisabledAction } from '#components/notice';
import type { FormWords } from '#components/saving/at-field';
import { SubmitButton } from '#components/submit-button';
import type { Missing } from '#lib/domain/behovsmelding/missing';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Refusal } from '#lib/domain/refusal';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import type { ReactNode } from 'react';

type SendPartProps = {
  missing: readonly Missing[];
  refusals: readonly Refusal[];
  said: FormWords;
  /** Why nothing can be sent any more, as a sentence. */
  late: string | null;
  ask: ReactNode;
  /** How the work ends for whoever writes: they send, they ask the owner's leader to, or they save. */
  ends: 'send' | 'ask' | 'save';
  /** The UHs that have not confirmed that they know of it: it can be sent all the same. */
  unanswered: readonly string[];
};

/** What remains, and the end of the work: save, or send, with the reason when it cannot be sent yet. */
export function SendPart({ missing, refusals, said, late, ask, ends, unanswered }: SendPartProps) {
  const t = useTexts(behovsmeldingTexts, commonTexts);
  const words = t.behovsmelding;
  const short = refusals.find((one) => one.code === 'egenandel-short');
  const items = [
    ...missing.map(({ field }) => ({ href: `#${said.idOf(field)}`, text: said.labelOf(field) })),
    ...refusals.map((one) => ({
      href: '#egenandel',
      text: one.code === 'egenandel-short' ? words.shortItem(formatKroner(one.missing)) : words.unknownItem,
    })),
  ];
  const ready = late === null && items.length === 0;
  const reason = () => {
    if (late !== null) return late;
    if (missing.length === 0 && short !== undefined)
      return words.short(formatKroner(short.required), formatKroner(short.missing));
    return items.length > 0 ? words.blocked(items.length) : words.ready;
  };
  return (
    <>
      <MissingList t={t} items={items} />
      {short !== undefined && <div className="mt-4">{ask}</div>}
      {unanswered.length > 0 && <p className="mt-4 max-w-[42rem]">{words.unanswered(unanswered.join(', '))}</p>}
      <div className="mt-8 flex flex-wrap items-center gap-3">
        {/* What can be sent asks first; what can not is told why at once. */}
        {ends === 'send' && ready && (
          <ConfirmButton name="do" value="send" label={words.send} title={words.sendAsk}>
            {words.sendText}
          </ConfirmButton>
        )}
        {ends === 'send' && !ready && (
          <SubmitButton name="do" value="send">
            {words.send}
          </SubmitButton>
        )}
        {ends === 'ask' && (
          <SubmitButton name="do" value="godkjenning">
            {t.behovsmelding.askLeader}
          </SubmitButton>
        )}
        <SubmitButton weight="secondary" name="do" value="save">
          {words.saveAs}
        </SubmitButton>
        <p className="basis-full text-sm">{reason()}</p>
        {ends !== 'send' && <DisabledAction id="not-sender" label={words.send} reason={words.notSender} />}
      </div>
    </>
  );
}
