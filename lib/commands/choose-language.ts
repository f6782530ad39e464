import { lockLanguage, saveLanguage } from '#lib/db/user';
import { done } from '#lib/domain/outcome';
import { ChooseLanguage } from '#lib/schema/language';
import { command } from './command';

/** Remembers the written language a person chose, for every place they sign in; choosing it again changes nothing. */
export const chooseLanguage = command({
  action: 'user.choose-language',
  schema: ChooseLanguage,
  load: (tx, _input, { actor }) => lockLanguage(tx, actor.userId),
  decide: (before, { locale }) => done({ locale, changed: before.locale !== locale }),
  save: async (tx, { id }, { locale, changed }) => {
    if (!changed) return { value: { locale }, log: [] };
    await saveLanguage(tx, id, locale);
    return {
      value: { locale },
      log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { locale } }],
    };
  },
});
