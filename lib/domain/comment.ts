import { SECTIONS, type Section } from './behovsmelding-missing';

/** What can be commented on: each field of the form, by its name. */
export const COMMENTED: readonly string[] = Object.values(SECTIONS).flat();

/** The part of the form that a field stands in. */
export const sectionOf = (field: string): Section =>
  (Object.keys(SECTIONS) as Section[]).find((section) => SECTIONS[section].some((one) => one === field)) ?? 'hvem';

const DEEDS = ['written', 'resolved', 'reopened'] as const;
/** What was done with a comment from within the form, and in which part: it is told there. */
export interface Told {
  section: Section;
  deed: (typeof DEEDS)[number];
}

/** The same as it stands in an address, «behov.written»; null for anything else. */
export function toldIn(said: string): Told | null {
  const [part, what] = said.split('.');
  const section = (Object.keys(SECTIONS) as Section[]).find((one) => one === part);
  const deed = DEEDS.find((one) => one === what);
  return section === undefined || deed === undefined ? null : { section, deed };
}

export interface Comment {
  id: string;
  field: string;
  text: string;
  authorId: string;
  authorName: string;
  at: Date;
  resolvedByName: string | null;
  resolvedAt: Date | null;
}
