import Link from 'next/link';
import { SelectField, TextField } from '#components/field';
import { Empty, NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { RegisterPools, RegisterSummary, RegisterTable } from '#components/register';
import { formatKroner } from '#lib/domain/money/kroner';
import type { readRegister, readRegisterPlaces } from '#lib/queries/register';
import type { Texts } from '#lib/texts/texts';

type Place = { countyId: string; countyName: string; year: number };

/** The choice of county and year, the newest first. Works before any script has loaded. */
function ChoosePlace({ t, places, chosen }: { t: Texts; places: readonly Place[]; chosen: Place }) {
  const words = t.register.choose;
  const value = ({ countyId, year }: Place) => `${countyId}/${year}`;
  return (
    <form action="/" className="no-print mb-6 flex flex-wrap items-end gap-x-4">
      <SelectField
        name="valg"
        label={words.label}
        defaultValue={value(chosen)}
        options={places.map((place) => ({ value: value(place), label: words.place(place.countyName, place.year) }))}
      />
      <button className="ds-button mb-6" data-variant="secondary">
        {words.button}
      </button>
    </form>
  );
}

type Register = NonNullable<Awaited<ReturnType<typeof readRegister>>>;
type Places = NonNullable<Awaited<ReturnType<typeof readRegisterPlaces>>>;

/** The register of a county and year: a heading that answers, the pictures with their tables, and every tiltak. */
export function RegisterView({ t, register, places }: { t: Texts; register: Register; places: Places }) {
  const words = t.register;
  const { sums, regions, pools, found, rounds, search, year, countyName } = register;
  const here = `/fylke/${register.countyId}/${year}`;
  return (
    <>
      <PageTitle
        t={t}
        title={words.heading(year, formatKroner(sums.total), sums.tiltak, countyName)}
        under={words.under(rounds.map(({ programme }) => t.round.programme[programme]).join(', '))}
      />
      <ChoosePlace t={t} places={places} chosen={register} />
      <Marks t={t} register={register} />
      <RegisterSummary t={t} sums={sums} regions={regions} />
      <RegisterPools t={t} pools={pools} />
      <section id="tiltak">
        <h2 className="mb-4 text-xl font-semibold">{words.table}</h2>
        <form
          action={`${here}#tiltak`}
          role="search"
          className="grid max-w-[42rem] items-end gap-x-4 sm:grid-cols-[1fr_auto]"
        >
          <TextField
            kind="search"
            name="sok"
            label={words.search.label}
            description={words.search.help}
            defaultValue={search}
          />
          <button className="ds-button mb-6 justify-self-start" data-variant="secondary">
            {words.search.button}
          </button>
        </form>
        {search !== '' && (
          <p className="mb-4" role="status">
            {words.found(found.length, sums.tiltak, search)}{' '}
            <Link className="ds-link" href={`${here}#tiltak`}>
              {words.search.all}
            </Link>
          </p>
        )}
        {found.length === 0 ? (
          <Empty title={words.none.title}>{words.none.body}</Empty>
        ) : (
          <RegisterTable t={t} rows={found} searched={search !== ''} />
        )}
      </section>
    </>
  );
}

/** What a reader must know of the figures: where they come from, and what they lack. */
function Marks({ t, register: { rounds, sums } }: { t: Texts; register: Register }) {
  const words = t.register;
  const notes = rounds.flatMap(({ legacyNotes }) => legacyNotes);
  const imported = rounds.some((round) => round.imported);
  return (
    <>
      {rounds.some((round) => round.isExample) && (
        <NoticeBox kind="warning" title={words.example.title}>
          <p>{words.example.body}</p>
        </NoticeBox>
      )}
      {imported && (
        <NoticeBox title={words.imported.title}>
          <p>{words.imported.body}</p>
          {rounds.some(({ budget }) => budget === null) && <p>{words.frameUnknown}</p>}
          {notes.length > 0 && (
            <details className="fold mt-2 text-sm">
              <summary>{words.notes}</summary>
              <ul className="mt-2 list-disc pl-5">
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </details>
          )}
        </NoticeBox>
      )}
      {sums.withoutAmount > 0 && <p className="mb-8 font-medium">{words.withoutAmount(sums.withoutAmount)}</p>}
      {sums.later > 0 && <p className="mb-8">{words.later(formatKroner(sums.later))}</p>}
    </>
  );
}
