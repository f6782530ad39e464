import { CASEWORKER, FORUM, PORTAL, PUBLIC_TOO, STATSFORVALTER, type RowsOf } from '#lib/domain/policy/row';

/** What a county is set up with, and what the portal keeps for itself. */
export const SETUP = {
  'region.create': { of: 'county', by: CASEWORKER },
  'region.rename': { of: 'region', by: CASEWORKER },
  'region.dissolve': { of: 'region', by: CASEWORKER },
  'region.add-member': { of: 'region', by: CASEWORKER },
  'region.end-membership': { of: 'region', by: CASEWORKER },

  'rules.save': { of: 'county', by: CASEWORKER },
  'deadlines.save': { of: 'county', by: CASEWORKER },
  'theme.add': { of: 'county', by: CASEWORKER },
  'theme.end': { of: 'county', by: CASEWORKER },
  'forum.set-programmes': { of: 'forum', by: CASEWORKER },
  'year.open': { of: 'county', by: CASEWORKER },

  'organisation.add': { of: 'county', by: CASEWORKER },
  'organisation.take-name': { of: 'organisation', by: CASEWORKER },
  'units.refresh': { of: 'self', by: PORTAL },
  'file.tidy': { of: 'self', by: PORTAL },

  'region.read': { of: 'region', reads: true, by: STATSFORVALTER },
  'setup.read': { of: 'county', reads: true, by: STATSFORVALTER },
  'forum.read': { of: 'forum', reads: true, by: { ...FORUM, ...STATSFORVALTER } },
  'organisation.read': { of: 'county', reads: true, by: STATSFORVALTER },
  'log.read': { of: 'county', reads: true, by: STATSFORVALTER },
  'register.read': { of: 'register', reads: true, by: PUBLIC_TOO },
} as const satisfies RowsOf<
  | 'region'
  | 'rules'
  | 'deadlines'
  | 'theme'
  | 'forum'
  | 'year'
  | 'organisation'
  | 'units'
  | 'file'
  | 'setup'
  | 'log'
  | 'register'
>;
