import type { DemoBehovsmelding } from './nordland-needs';

/** A school that owns itself, made up so that the demo can show who normally reports and who also may. */
export const FRISKOLE = 'Fjordsyn friskole (eksempel)';

/** Kompetanseløftet in the open year: barnehage, skole and PPT together, and no egenandel. */
export const LOFT: readonly DemoBehovsmelding[] = [
  {
    key: 'laget',
    owner: 'Rana',
    region: 'RKK Indre Helgeland',
    uh: 'Nord universitet',
    title: 'Laget rundt barnet i barnehage og skole',
    theme: 'environment',
    state: 'submitted',
    units: 14,
    privateUnits: 3,
    contact: 'Elin Bakken',
    asked: [
      [160_000, 240_000],
      [100_000, 150_000],
    ],
    egenandel: [],
    unitKinds: ['barnehage', 'skole', 'ppt'],
    targetGroups: ['laerere', 'ledere', 'andre-ansatte', 'ppt'],
    participants: 'Seks barnehager, åtte skoler og PPT i Rana, og tre private barnehager',
    confirmed: true,
  },
  {
    key: 'friskolen',
    owner: FRISKOLE,
    region: 'Bodø',
    uh: 'Nord universitet',
    title: 'Tilpasset opplæring i små grupper',
    theme: 'reading',
    state: 'submitted',
    units: 0,
    privateUnits: 1,
    contact: 'Astrid Lorentsen',
    asked: [[60_000, 90_000]],
    egenandel: [],
    unitKinds: ['skole'],
    targetGroups: ['laerere', 'andre-ansatte'],
    participants: 'Fjordsyn friskole',
  },
  {
    key: 'tegn',
    owner: 'Fauske',
    region: 'RKK Salten',
    uh: 'Nord universitet',
    title: 'Barn som trenger andre måter å snakke på',
    theme: 'community',
    state: 'draft',
    units: 5,
    privateUnits: 2,
    contact: 'Kari Berg',
    asked: [[90_000, null]],
    egenandel: [],
    unitKinds: ['barnehage'],
    targetGroups: ['laerere', 'ppt'],
    participants: 'Fem kommunale og to private barnehager',
    uhContact: '',
  },
];
