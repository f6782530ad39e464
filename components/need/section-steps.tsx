import { useTexts } from '#components/locale';
import { SECTIONS, type Missing, type Section } from '#lib/domain/behovsmelding-missing';

const ALL = ['hvem', 'behov', 'tiltak', 'samisk', 'partnere', 'budsjett', 'egenandel', 'vedlegg', 'oversikt'] as const;
const place = (section: (typeof ALL)[number]) => (section === 'egenandel' ? 'egenandel-del' : section);

/** The parts of the form, each a way down the page, with a tick where nothing is missing. */
export function SectionSteps({ missing, refused }: { missing: readonly Missing[]; refused: boolean }) {
  const t = useTexts();
  const open = (section: Section) => missing.some(({ field }) => SECTIONS[section].some((one) => one === field.split('.')[0]));
  const done = (section: (typeof ALL)[number]) => (section === 'oversikt' ? missing.length === 0 && !refused : section === 'egenandel' ? !refused : section === 'vedlegg' || !open(section));
  return (
    <nav aria-label={t.behovsmelding.stepsLabel} className="no-print mb-8 xl:sticky xl:top-6">
      <ol className="flex flex-wrap gap-x-6 gap-y-2 xl:grid">
        {ALL.map((section) => (
          <li key={section} className="flex items-center gap-2">
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="shrink-0">
              <circle cx="8" cy="8" r="7" className={done(section) ? 'fill-blue' : 'fill-paper stroke-edge'} />
              {done(section) && <path d="M4.5 8.5l2.3 2.3 4.5-5" fill="none" strokeWidth="1.6" className="stroke-paper" />}
            </svg>
            <a href={`#${place(section)}`} className="ds-link" data-color="neutral">{t.behovsmelding.sections[section]}</a>
            {done(section) && <span className="ds-sr-only">({t.common.steps.done})</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
