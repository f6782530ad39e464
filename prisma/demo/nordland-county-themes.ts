import type { Calendar } from './calendar';
import type { ThemeName } from './nordland-themes';
import { NORDLAND } from './places';
import type { DemoRows } from './rows';

/** The four areas and the three aims of Strategi for Dekom i Nordland 2020–2023, carried on. */
const THEMES = {
  inkludering: 'Inkludering, identitet og kulturelt mangfold',
  'tidlig-innsats': 'Tidlig innsats',
  innovasjon: 'Innovasjon og entreprenørskap',
  arbeidsmater: 'Aktive og kreative læringsformer og metodisk handlingsrom',
  fagfornyelsen: 'Implementere Fagfornyelsen',
  fellesskap: 'Etablere og videreutvikle profesjonelle læringsfellesskap',
  laringsmiljo: 'Læringsmiljø som legger til rette for skaperglede, engasjement og utforskertrang',
} as const;

const id = (key: keyof typeof THEMES): string => `tema-nordland-${key}`;

export const countyThemes = ({ day }: Calendar): DemoRows['theme'] =>
  Object.entries(THEMES).map(([key, name]) => ({
    id: `tema-nordland-${key}`,
    countyId: NORDLAND,
    name,
    from: day('2020-01-01'),
  }));

/** The county's themes that a need of the demo belongs to. */
export const CHOSEN: Readonly<Record<ThemeName, string[]>> = {
  reading: [id('tidlig-innsats'), id('laringsmiljo')],
  environment: [id('inkludering'), id('laringsmiljo')],
  assessment: [id('fagfornyelsen')],
  community: [id('fellesskap')],
  practical: [id('arbeidsmater'), id('innovasjon')],
};
