import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { readPlaces } from '#lib/queries/places';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { placeLine } from '../place-line';

export default async function Start() {
  const t = textsFor(await requestLocale());
  const places = await readPlaces({}, await currentContext());
  return <PageTitle t={t} title={t.start.title} under={placeLine(places ?? [], t)} />;
}
