import { NextPart, PartLinks } from '#components/part-links';
import type { Pieces } from '#lib/domain/round/parts';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Pick<Texts, 'parts'>;
  list: Pieces<unknown>;
  /** The page's own address. */
  href: string;
};

/** The way between the pieces of a list that is read, and to the whole of it, which is also what one prints. */
export function PieceLinks({
  t: { parts: words },
  list: { pieces, part, shown },
  href,
  what,
}: Props & { what: string }) {
  if (pieces.length < 2) return null;
  const links = pieces.map(({ from, to }, index) => ({
    href: `${href}?del=${String(index + 1)}`,
    text: words.range(what, from, to),
  }));
  return (
    <PartLinks
      links={[...links, { href: `${href}?del=alle`, text: words.all(shown.all) }]}
      current={part ?? pieces.length}
    >
      {part !== null && <p className="no-print mt-2 text-sm text-quiet">{words.print(shown.all)}</p>}
    </PartLinks>
  );
}

/** On from the end of one piece; nothing after the last. */
export function NextPiece({ list: { pieces, part }, href }: Omit<Props, 't'>) {
  if (part === null || part + 1 >= pieces.length) return null;
  return (
    <div className="mt-4">
      <NextPart href={`${href}?del=${String(part + 2)}#deler`} />
    </div>
  );
}

/** What a table of one piece is called. */
export const pieceCaption = (caption: string, { part, shown }: Pieces<unknown>, t: Pick<Texts, 'parts'>): string =>
  part === null ? caption : t.parts.lines(caption, shown.from, shown.to, shown.all);
