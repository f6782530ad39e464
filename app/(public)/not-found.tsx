import type { Metadata } from 'next';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../locale';
import { MissingPage } from '../missing';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).errors.missingTitle };
}

/** What is missing within the frame of the pages around it. */
export default function NotFound() {
  return <MissingPage />;
}
