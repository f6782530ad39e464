import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Empty } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readRegister, readRegisterPlaces } from '#lib/queries/register';
import { ChosenPlace } from '#lib/schema/register';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../locale';
import { RegisterView } from './register-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).register.title };
}

/** The register of the newest approved round, or the way to the one chosen. */
export default async function Front({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { valg } = await searchParams;
  const chosen = ChosenPlace.safeParse(valg);
  if (chosen.success) redirect(`/fylke/${chosen.data}`);
  if (valg !== undefined) notFound();
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const places = (await readRegisterPlaces({}, viewer)) ?? [];
  const [newest] = places;
  const register =
    newest === undefined
      ? null
      : await readRegister({ county: newest.countyId, year: String(newest.year), search: '' }, viewer);
  if (register !== null) return <RegisterView t={t} register={register} places={places} />;
  return (
    <>
      <PageTitle t={t} title={t.register.title} />
      <Empty title={t.register.empty.title}>{t.register.empty.body}</Empty>
    </>
  );
}
