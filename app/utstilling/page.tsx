import { notFound } from 'next/navigation';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../locale';
import { ButtonLink } from '#components/button';
import { BarChart } from '#components/bar-chart';
import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DataTable } from '#components/data-table';
import { DisabledAction } from '#components/disabled-action';
import { Empty } from '#components/empty';
import { ErrorSummary } from '#components/error-summary';
import { DateField, SelectField, TextArea, TextField } from '#components/field';
import { History } from '#components/history';
import { MissingList } from '#components/missing-list';
import { Difference, Money } from '#components/money';
import { MoneyInput } from '#components/money-input';
import { MoneyLine, MoneyPanel, WithMoney } from '#components/money-panel';
import { Notice } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { Refusal } from '#components/refusal';
import { ShareBar } from '#components/share-bar';
import { SiteFooter } from '#components/site-footer';
import { Main, SiteHeader } from '#components/site-header';
import { StackedBar } from '#components/stacked-bar';
import { NeedTag, RoundTag } from '#components/state-tag';
import { Steps } from '#components/steps';
import { SubmitButton } from '#components/submit-button';
import { TaskList } from '#components/task-list';
import { Why } from '#components/why';
import { formatDateTime, formatDeadlineUntil } from '#lib/texts/format';

async function act(data: FormData) { 'use server'; if (data.get('tittel') === 'x') notFound(); await new Promise(r => setTimeout(r, 800)); }
const now = new Date('2027-01-23T10:00:00Z');
export default async function P({ searchParams }: { searchParams: Promise<{ feil?: string }> }) {
  const { feil } = await searchParams;
  if (feil === 'bug') throw new Error('x');
  const t = textsFor(await requestLocale());
  const m = (n: number | null) => <Money t={t} kroner={n} />;
  const deadline = new Date('2027-02-01T22:59:00Z');
  const parts = [{ key: 'a', label: 'Salten', kroner: 2140000 }, { key: 'b', label: 'Vesterålen', kroner: 1310000 }, { key: 'c', label: 'Lofoten og Ofoten', kroner: 980000 }, { key: 'd', label: 'Ytre Helgeland', kroner: 870000 }];
  const panel = (
    <MoneyPanel title={t.common.money.panel} summary={<>134 980 av 150 000 kr</>}>
      <MoneyLine label="Søkt i alt"><Money t={t} unit kroner={500000} /></MoneyLine>
      <ShareBar t={t} network={200000} uh={300000} uhAtLeast={60} />
      <div className="mt-4">
      <MoneyLine label="Kreves"><Money t={t} unit kroner={150000} /></MoneyLine>
      <Why t={t} about="krevd egenandel" formula="30 % av 500 000 kr = 150 000 kr" ruleSet="Nordland DEKOMP 2027, fra 1. november 2026" source="Strategi for Dekom i Nordland 2020–2023, punkt 4" />
      <MoneyLine label="Planlagt"><Money t={t} unit kroner={134980} /></MoneyLine>
      <MoneyLine strong label="Egenandel"><Difference t={t} kroner={-15020} /></MoneyLine>
      <Difference t={t} kroner={12000} over={(a) => `${a} over rammen`} />
      </div>
    </MoneyPanel>
  );
  return (
    <>
      <SiteHeader t={t} who={{ name: 'Kari Berg', place: 'Nordland · skoleeier Fauske' }} items={[{ href: '/utstilling', text: 'Forsiden' }, { href: '/behovsmeldinger', text: 'Behovsmeldinger', count: 2 }, { href: '/tiltak', text: 'Tiltak' }, { href: '/rapporter', text: 'Rapporter' }, { href: '/runder', text: 'Runder' }]} account={<form><button className="ds-link" type="submit">{t.common.portal.signOut}</button></form>} />
      <Main>
        <PageTitle t={t} title="Behovsmelding · Tidlig innsats i Salten" state={<NeedTag t={t} state="draft" />} under={<>Fauske kommune · DEKOMP Nordland 2027 · frist {formatDeadlineUntil(deadline, now, t)}</>} crumbs={[{ href: '/', text: 'Forsiden' }, { href: '/behovsmeldinger', text: 'Behovsmeldinger' }]} actions={<ButtonLink href="/x">Last ned</ButtonLink>} />
        <Steps t={t} label="Runden" steps={[{ key: '1', label: 'Åpen', place: 'done', count: 31 }, { key: '2', label: 'Lukket', place: 'done', href: '/a', count: 30 }, { key: '3', label: 'Innstilt', place: 'current', count: 28 }, { key: '4', label: 'Foreslått', place: 'ahead', count: 0 }, { key: '5', label: 'Godkjent', place: 'ahead' }, { key: '6', label: 'Rapport', place: 'ahead' }]} />
        <div className="h-10" />
        <TaskList t={t} tasks={[{ id: '1', title: 'Behovsmelding «Lesing i alle fag» er en kladd', line: 'Mangler: egenandel 35 000 kr, UH-kontakt', deadline: '1. februar (om 9 dager)', action: <ButtonLink href="/x" weight="primary">Fortsett</ButtonLink> }, { id: '2', title: 'Rapport 2026 for «Vurdering for læring»', line: 'Din del er ikke begynt. Nord universitet har sendt sin.', deadline: '1. februar (om 9 dager)', urgent: true, action: <ButtonLink href="/y">Start</ButtonLink> }]} />
        <DataTable caption="Dine tiltak" columns={[{ key: 'r', header: 'Tiltak' }, { key: 't', header: 'Tildelt', number: true, sort: { href: '?s=t', now: 'descending' } }, { key: 'b', header: 'Brukt', number: true, sort: { href: '?s=b' } }, { key: 'u', header: 'Ubrukt', number: true }, { key: 's', header: 'Tilstand' }]} rows={[{ id: '1', cells: [<a key="1" className="ds-link" href="/t">Vurdering for læring</a>, m(450000), m(310000), m(140000), <RoundTag key="r" t={t} state="open" />] }, { id: '2', cells: ['Profesjonsfellesskap', m(380000), m(null), m(0), <RoundTag key="r" t={t} state="approved" />] }]} sums={[{ id: 's', cells: ['Sum', m(830000), m(310000), m(140000), ''] }]} />
        <div className="h-12" />
        <WithMoney panel={panel}>
          <form action={act}>
            <ErrorSummary errors={[{ fieldId: 'tittel', text: 'Skriv hva tiltaket heter.' }, { fieldId: 'egen', text: 'Skriv beløpet i hele kroner.' }]} />
            <TextField name="tittel" label="Hva heter tiltaket?" description="Kort, slik at andre kjenner det igjen." error="Skriv hva tiltaket heter." />
            <TextArea name="behov" label="Hva er behovet?" max={1500} mark={{ at: 1000, text: t.common.form.counterMark('1 000') }} help={{ title: 'Hva skal stå her?', text: 'Beskriv behovet med det dere vet, og si hvordan dere vet det.' }} defaultValue={'Vi ser at '.repeat(70)} />
            <SelectField name="region" label="Region" empty="Velg region" options={[{ value: 'a', label: 'Salten' }, { value: 'b', label: 'Vesterålen' }]} />
            <DateField name="dag" label="Når begynner tiltaket?" note="valgfritt" defaultValue="2027-08-15" />
            <MoneyInput name="egen" label="Egenandel, lønn til koordinator" description="Hele kroner." defaultValue={100000} />
            <ChoiceGroup kind="checkbox" name="grupper" label="Hvem er målgruppen?" description="Velg én eller flere." chosen={['a']} options={[{ value: 'a', label: 'Lærere' }, { value: 'b', label: 'Ledere', description: 'Rektorer og mellomledere' }, { value: 'c', label: 'PPT' }]} />
            <ChoiceGroup kind="radio" name="grad" label="Samisk perspektiv" error="Velg en av dem." options={[{ value: 'a', label: 'I stor grad' }, { value: 'b', label: 'I noen grad' }]} />
            <CheckBox name="ok" label="Skoleeier har godkjent behovsmeldingen" />
            <Refusal t={t} missing={35000} source="Strategi for Dekom i Nordland 2020–2023, punkt 4" action={<ButtonLink href="/d">Søk om dispensasjon</ButtonLink>}>Egenandelen skal være minst 30 % av tilskuddet: 150 000 kr.</Refusal>
            <Notice kind="done" title="Behovsmeldingen er sendt" action={<ButtonLink href="/a">Vis behovsmeldingen</ButtonLink>}>Forumet behandler den 12. mars. Du får e-post når innstillingen er klar.</Notice>
            <Notice>Runden åpner 1. november.</Notice>
            <MissingList t={t} items={[{ href: '#egen', text: 'Egenandel: 35 000 kr mangler' }, { href: '#tittel', text: 'Kontakt hos UH' }]} />
            <div className="mt-4" /><MissingList t={t} items={[]} />
            <div className="mt-8 flex flex-wrap gap-3"><ConfirmButton label="Send behovsmeldingen" title="Send behovsmeldingen?">Når du har sendt den, kan du ikke endre den uten at Statsforvalteren returnerer den.</ConfirmButton><SubmitButton weight="secondary">Lagre</SubmitButton></div>
            <div className="mt-6"><DisabledAction id="hvorfor" label="Godkjenn alle" reason="Du foreslo tildelingen selv. En annen må godkjenne den." /></div>
          </form>
        </WithMoney>
        <div className="mt-12 grid gap-12 lg:grid-cols-2"><StackedBar t={t} title="Rammen for DEKOMP Nordland 2027" parts={parts} whole={7400000} /><BarChart t={t} title="Tildelt per region" parts={parts} /></div>
        <div className="h-12" />
        <Empty title="Ingen behovsmeldinger ennå" action={<ButtonLink href="/ny">Skriv en behovsmelding</ButtonLink>}>Her står behovsmeldingene du har skrevet eller fått delt med deg. Runden for 2027 er åpen til 1. februar.</Empty>
        <History t={t} entries={[{ id: '1', at: now, when: formatDateTime(now, now), text: 'Kari Berg sendte behovsmeldingen.' }, { id: '2', at: now, when: formatDateTime(now, now), text: 'Ola Nordmann endret budsjettet.' }]} />
      </Main>
      <SiteFooter t={t} links={[{ href: '/a', text: t.common.portal.accessibility }, { href: '/b', text: t.common.portal.privacy }]} />
    </>
  );
}
