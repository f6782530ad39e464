import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentContext } from '#lib/auth/context';
import { readRegister, readRegisterPlaces } from '#lib/queries/register';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { RegisterView } from '../../../register-view';

type Props = { params: Promise<{ fylke: string; aar: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).register.title };
}

export default async function CountyYear({ params, searchParams }: Props) {
  const [{ fylke, aar }, { sok }, viewer] = await Promise.all([params, searchParams, currentContext()]);
  const register = await readRegister({ county: fylke, year: aar, search: sok }, viewer);
  if (register === null) notFound();
  const places = (await readRegisterPlaces({}, viewer)) ?? [];
  return <RegisterView t={textsFor(await requestLocale())} register={register} places={places} />;
}
