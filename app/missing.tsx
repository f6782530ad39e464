import { ButtonLink } from '#components/button';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from './locale';

/** One answer for what is missing and what is closed to the reader: it does not tell which. */
export async function MissingPage() {
  const t = textsFor(await requestLocale());
  return (
    <div className="prose">
      <h1 className="text-3xl font-semibold tracking-tight">{t.errors.missingTitle}</h1>
      <p>{t.errors.missingBody}</p>
      <div className="pt-4">
        <ButtonLink href="/">{t.errors.toStart}</ButtonLink>
      </div>
    </div>
  );
}
