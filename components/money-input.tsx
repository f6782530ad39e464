'use client';

import { useState, type ChangeEvent, type FocusEvent } from 'react';
import { FieldFrame, describedBy, type FieldWords } from '#components/field';
import { useTexts } from '#components/locale';
import { parseKroner } from '#lib/domain/money/kroner';
import { formatAmount } from '#lib/texts/format';
import { commonTexts } from '#lib/texts/browser/common';

type Props = FieldWords & {
  name: string;
  id?: string;
  /** The amount to begin from, in kroner, or what was typed when it came back unread. */
  defaultValue?: number | string | null;
  readOnly?: boolean;
  /** Called for each change: the kroner, null when the box is empty, 'invalid' when it is no clear amount. */
  onValue?: (value: number | null | 'invalid') => void;
};

const shown = (value: number | string | null) => (typeof value === 'number' ? formatAmount(value) : (value ?? ''));

/** A box for whole kroner. Takes what people type, tidies it when they leave, and is sent as text. */
export function MoneyInput({ name, id = name, defaultValue = null, readOnly = false, onValue, ...words }: Props) {
  const t = useTexts(commonTexts).common.money;
  const [found, setFound] = useState<string>();

  function typed(event: ChangeEvent<HTMLInputElement>) {
    const read = parseKroner(event.target.value);
    if (read.ok || read.error === 'empty') setFound(undefined);
    onValue?.(read.ok ? read.value : read.error === 'empty' ? null : 'invalid');
  }

  function left(event: FocusEvent<HTMLInputElement>) {
    const read = parseKroner(event.target.value);
    if (read.ok) event.target.value = formatAmount(read.value);
    setFound(read.ok || read.error === 'empty' ? undefined : t.errors[read.error]);
  }

  const error = found ?? words.error;
  return (
    <FieldFrame id={id} {...words} error={error}>
      <span className="relative inline-block w-full max-w-44 align-middle">
        <input
          className={`ds-input num ${words.bare ? '' : 'pe-9'}`}
          {...{ id, name, readOnly }}
          defaultValue={shown(defaultValue)}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          onChange={typed}
          onBlur={left}
          aria-describedby={describedBy(id, { ...words, error })}
          aria-invalid={error !== undefined || undefined}
        />
        {!words.bare && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-quiet"
          >
            {t.kr}
          </span>
        )}
      </span>
    </FieldFrame>
  );
}
