import type { ReactNode } from 'react';
import { useTexts } from '#components/locale';
import { Thread, type Said } from '#components/need/thread';
import { SECTIONS, type Section } from '#lib/domain/behovsmelding/missing';

type Props = {
  section: Section;
  said: readonly Said[];
  open?: boolean;
  act?: (one: Said) => ReactNode;
  children: ReactNode;
};

/** At the end of a part: what was said about its fields, field by field, folded; and under it the way to say more. */
export function PartComments({ section, said, open = false, act, children }: Props) {
  const t = useTexts();
  const words = t.writers.comments;
  const fields = SECTIONS[section];
  const here = said.filter(({ field }) => fields.some((one) => one === field));
  const asked = here.some(({ fromCounty, resolved }) => fromCounty === true && resolved === null);
  const waiting = here.filter(({ resolved }) => resolved === null).length;
  return (
    <details className="fold no-print mt-3" open={open || asked}>
      <summary>
        {words.title(here.length)}
        {here.length > 0 && <span className="text-sm font-normal text-quiet">{words.open(waiting)}</span>}
        <span className="ds-sr-only"> ({t.behovsmelding.sections[section]})</span>
      </summary>
      <div className="mt-3 grid max-w-[42rem] gap-5 pl-5">
        {fields
          .filter((field) => here.some((one) => one.field === field))
          .map((field) => (
            <div key={field}>
              <p className="mb-2 font-medium">{t.behovsmelding.fields[field]}</p>
              <Thread said={here.filter((one) => one.field === field)} {...(act && { act })} />
            </div>
          ))}
        {children}
      </div>
    </details>
  );
}
