/** The sentence for what was just done, by its word in the address; any other word says nothing. */
export const doneSentence = (sentences: Readonly<Record<string, string>>, word: unknown): string | undefined =>
  typeof word === 'string' && Object.hasOwn(sentences, word) ? sentences[word] : undefined;
