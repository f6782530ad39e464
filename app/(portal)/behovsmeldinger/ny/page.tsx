import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/empty';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { newBehovsmelding } from '#lib/queries/behovsmelding-list';
import { roundName } from '#lib/texts/round-name';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../../locale';
import { deadlineOf } from '../words';
import { NewForm } from './new-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).behovsmelding.newTitle };
}

export default async function NewPage() {
  const choices = await newBehovsmelding({}, await currentContext());
  if (choices === null) notFound();
  const t = textsFor(await requestLocale());
  const words = t.behovsmelding;
  const owners = choices.owners.map((owner) => ({ value: owner.id, label: owner.name, ...(owner.delegated && { description: words.onBehalf }) }));
  const rounds = choices.rounds.map((round) => ({ value: round.id, label: roundName(t, round), description: words.roundDeadline(deadlineOf(round)) }));
  return (
    <>
      <PageTitle t={t} title={words.newTitle} crumbs={[{ href: '/behovsmeldinger', text: words.listTitle }]} />
      {owners.length === 0 || rounds.length === 0 ? <Empty title={words.noRounds}>{words.noRoundsText}</Empty> : <NewForm owners={owners} rounds={rounds} />}
    </>
  );
}
