import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { FileList } from '#components/files/file-list';
import { NoticeBox } from '#components/notice';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { filesOfHalf, filesOfBehovsmelding } from '#lib/queries/attachment';
import { AttachTo } from '#lib/schema/attachment';
import { doneSentence } from '#lib/texts/format';
import { textsFor, type Texts } from '#lib/texts/texts';
import { requestLocale } from '../../../../locale';
import { RemoveForm, UploadForm } from './forms';

type Props = {
  params: Promise<{ til: string; id: string }>;
  searchParams: Promise<{ gjort?: string | string[]; forstor?: string }>;
};

/** The record whose files these are: what it is called, its page, and its form. */
async function recordOf(params: Props['params'], t: Texts) {
  const asked = AttachTo.safeParse(await params);
  if (!asked.success) return null;
  const viewer = await currentContext();
  if (asked.data.til === 'rapport') {
    const half = await filesOfHalf(asked.data, viewer);
    return (
      half && {
        ...half,
        til: asked.data.til,
        name: t.report.name(half.title, half.year),
        back: `/rapporter/${half.reportId}`,
        list: { href: '/rapporter', text: t.report.list.title },
      }
    );
  }
  const need = await filesOfBehovsmelding(asked.data, viewer);
  return (
    need && {
      ...need,
      til: asked.data.til,
      name: need.title === '' ? t.behovsmelding.untitled : need.title,
      back: `/behovsmeldinger/${need.id}${need.mayChange ? '/skriv#vedlegg' : ''}`,
      list: { href: '/behovsmeldinger', text: t.behovsmelding.listTitle },
    }
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsFor(await requestLocale());
  const record = await recordOf(params, t);
  if (record === null) notFound();
  return { title: t.attachment.pageTitle(record.name) };
}

/** The files of a behovsmelding or of a half of a report: to add, take away and download. Works without script. */
export default async function FilesPage({ params, searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const record = await recordOf(params, t);
  if (record === null) notFound();
  const { til, id, files, mayChange, name, back, list } = record;
  const words = t.attachment;
  const search = await searchParams;
  const done = doneSentence(words.done, search.gjort);
  return (
    <>
      <PageTitle t={t} title={words.title} under={name} crumbs={[list, { href: back, text: name }]} />
      {done !== undefined && <NoticeBox kind="done">{done}</NoticeBox>}
      {search.forstor !== undefined && <NoticeBox kind="warning">{words.tooLarge}</NoticeBox>}
      {mayChange && <UploadForm til={til} id={id} />}
      <FileList
        t={t}
        files={files}
        {...(mayChange && { action: (file) => file.removedAt === null && <RemoveForm til={til} file={file} /> })}
      />
      <div className="mt-8">
        <ButtonLink href={back}>{words.back[til]}</ButtonLink>
      </div>
    </>
  );
}
