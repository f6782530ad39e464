import type { ChangeEventHandler } from 'react';
import { describedBy, FieldErrorText, type FieldWords, type Option } from '#components/field';
import { Help } from './notice';
import { AtField } from '#components/saving/at-field';

type GroupProps = FieldWords & {
  kind: 'radio' | 'checkbox';
  name: string;
  id?: string;
  options: readonly Option[];
  chosen?: readonly string[];
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

/** One choice (radio) or several (checkbox) of a few, each in full view. Several are sent under the same name. */
export function ChoiceGroup({ kind, name, id = name, options, chosen = [], onChange, ...words }: GroupProps) {
  const { label, note, description, help, error, bare = false } = words;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy(id, words)} className="mb-6 min-w-0 max-w-[42rem]">
      <legend className={bare ? 'ds-sr-only' : 'font-medium'}>
        {label}
        {note !== undefined && <span className="ml-2 text-sm font-normal text-quiet">{note}</span>}
      </legend>
      {description !== undefined && (
        <div id={`${id}-om`} className="text-sm text-quiet">
          {description}
        </div>
      )}
      {help !== undefined && <Help title={help.title}>{help.text}</Help>}
      <FieldErrorText id={id} error={error} />
      <AtField id={id} {...(kind === 'checkbox' && { list: name })} />
      <div className="mt-2 grid gap-2.5">
        {options.map((option) => (
          <Choice
            key={option.value}
            {...{ kind, name, option, id: `${id}-${option.value}`, invalid: error !== undefined }}
            chosen={chosen.includes(option.value)}
            {...(onChange && { onChange })}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = Pick<GroupProps, 'kind' | 'name' | 'onChange'> & {
  id: string;
  option: Option;
  chosen: boolean;
  invalid: boolean;
};

function Choice({ kind, name, id, option, chosen, invalid, onChange }: ChoiceProps) {
  const about = option.description === undefined ? undefined : `${id}-om`;
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3">
      <input
        className="ds-input"
        {...{ id, name, type: kind, value: option.value, defaultChecked: chosen, disabled: option.disabled }}
        aria-describedby={about}
        aria-invalid={invalid || undefined}
        {...(onChange && { onChange })}
      />
      <label htmlFor={id}>{option.label}</label>
      {about !== undefined && (
        <div id={about} className="col-start-2 text-sm text-quiet">
          {option.description}
        </div>
      )}
    </div>
  );
}

type CheckProps = { name: string; label: string; id?: string; value?: string; checked?: boolean; error?: string };

/** One box to tick, standing alone. */
export function CheckBox({ name, label, id = name, value = 'on', checked = false, error }: CheckProps) {
  return (
    <div className="mb-6 max-w-[42rem]">
      <FieldErrorText id={id} error={error} />
      <AtField id={id} list={name} />
      <Choice
        {...{ kind: 'checkbox', name, id, option: { value, label }, chosen: checked, invalid: error !== undefined }}
      />
    </div>
  );
}
