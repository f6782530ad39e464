import Link from 'next/link';
import { ChoiceGroup } from '#components/choice-group';
import { SelectField, TextField } from '#components/field';
import { NoticeBox } from '#components/notice';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Origin } from '#lib/domain/tildeling/allocation';
import { METHODS } from '#lib/domain/tildeling/methods';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Texts;
  href: string;
  choice: { method: string | null; last: string; weights: Readonly<Record<string, number>> };
  regions: readonly { id: string; name: string }[];
  problem: { error: string; keys: readonly string[] } | null;
  named: (key: string) => string;
};

/** Asks for a suggestion by a method. A plain GET: nothing is stored by it. */
export function SuggestForm({ t, href, choice, regions, problem, named }: Props) {
  const words = t.workbench.suggest;
  const method = METHODS.find((one) => one === choice.method);
  const why =
    problem?.error === 'missing-weight' || problem?.error === 'recommended-over-budget'
      ? words.problem[problem.error]
      : words.problem.other;
  return (
    <>
      {problem !== null && (
        <NoticeBox kind="warning">
          <p>
            {why} {problem.keys.map(named).join(', ')}
          </p>
        </NoticeBox>
      )}
      {method !== undefined && problem === null && (
        <NoticeBox
          kind="done"
          action={
            <Link className="ds-link" href={href}>
              {words.undo}
            </Link>
          }
        >
          <p>{words.filled(t.tildeling.methods[method])}</p>
        </NoticeBox>
      )}
      <details className="fold mb-8" open={problem !== null}>
        <summary>{words.title}</summary>
        <form action={href} method="get" className="mt-4 max-w-[42rem] rounded-md border border-line px-6 pt-5 pb-6">
          <p className="mb-4 text-quiet">{words.help}</p>
          <ChoiceGroup
            kind="radio"
            name="metode"
            label={words.method}
            chosen={[method ?? 'as-recommended']}
            options={METHODS.map((one) => ({ value: one, label: t.tildeling.methods[one] }))}
          />
          <SelectField
            name="siste"
            label={words.last}
            defaultValue={choice.last}
            options={[
              { value: 'partly', label: words.partly },
              { value: 'not-at-all', label: words.notAtAll },
            ]}
          />
          <fieldset className="mb-4">
            <legend className="font-medium">{words.weights}</legend>
            <p className="mb-3 text-sm text-quiet">{words.weightsHelp}</p>
            {regions.map(({ id, name }) => (
              <TextField
                key={id}
                name={`vekt.${id}`}
                label={name}
                size={12}
                defaultValue={choice.weights[id] === undefined ? '' : String(choice.weights[id])}
                input={{ inputMode: 'numeric' }}
              />
            ))}
          </fieldset>
          <button type="submit" className="ds-button" data-variant="secondary">
            {words.fill}
          </button>
        </form>
      </details>
    </>
  );
}

/** Why an amount is what it is, in a sentence with the kroner it was computed from. */
export function reasonWords({ methodReason, methodFigures }: Origin, t: Pick<Texts, 'tildeling'>): string {
  const sentence = t.tildeling.reasons[methodReason] ?? t.tildeling.reasons['by-hand'];
  const figures = Object.fromEntries(
    Object.entries(methodFigures).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatKroner(value) : value,
    ]),
  );
  return sentence === undefined ? '' : sentence(figures);
}

/** The name of a method, or nothing for an amount set by hand. */
export function methodName(method: string, t: Pick<Texts, 'tildeling'>): string | null {
  const known = METHODS.find((one) => one === method);
  return known === undefined ? null : t.tildeling.methods[known];
}
