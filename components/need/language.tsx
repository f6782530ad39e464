import { useTexts } from '#components/locale';
import { TEXT_LANGUAGES } from '#lib/domain/states';

type Props = { field: string; id?: string; chosen: string; about: string };

/** The language a long text is written in: a small choice under it, said together with the text's own name. */
export function LanguageChoice({ field, id = `lang.${field}`, chosen, about }: Props) {
  const words = useTexts().behovsmelding;
  return (
    <div className="-mt-5 mb-6 flex max-w-[42rem] items-center gap-2 text-sm">
      <label htmlFor={id} className="text-quiet">
        {words.language}
      </label>
      <select
        className="ds-input min-h-8 py-0.5 text-sm"
        data-width="auto"
        id={id}
        name={`lang.${field}`}
        defaultValue={chosen}
        aria-describedby={`${id}-om`}
      >
        {TEXT_LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {words.languages[one]}
          </option>
        ))}
      </select>
      <span id={`${id}-om`} className="ds-sr-only">
        {about}
      </span>
    </div>
  );
}
