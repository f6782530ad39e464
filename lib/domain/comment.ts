import { SECTIONS, type Section } from './behovsmelding-missing';

/** What can be commented on: each field of the form, by its name. */
export const COMMENTED: readonly string[] = Object.values(SECTIONS).flat();

/** The part of the form that a field stands in. */
export const sectionOf = (field: string): Section =>
  (Object.keys(SECTIONS) as Section[]).find((section) => SECTIONS[section].some((one) => one === field)) ?? 'hvem';

export interface Comment { id: string; field: string; text: string; authorId: string; authorName: string; at: Date; resolvedByName: string | null; resolvedAt: Date | null }
