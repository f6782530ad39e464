import { describe, expect, it } from 'vitest';
import { fieldsIn } from '#components/saving/fields';
import { toldIn } from '#lib/domain/behovsmelding/comment';

describe('what a form sends', () => {
  it('is of the record, but for what the form says of itself, the framework’s own, and comments not yet written', () => {
    const own = { goals: ['Lese'], 'lines.uh_x_2027': ['100'], kommentar: ['et felt'], kommentarer: ['et annet'] };
    const beside = {
      id: ['x'],
      version: ['3'],
      began: ['{}'],
      do: ['save'],
      lists: ['themes'],
      steg: ['behov'],
      $ACTION_ID: ['1'],
      'kommentar.behov': ['Bra!'],
      'kommentar.behov.felt': ['need'],
    };
    expect(fieldsIn({ ...own, ...beside })).toEqual(own);
  });
});

describe('what is told of a comment', () => {
  it('is read from the address where it is a part and something done, and else not', () => {
    expect(toldIn('egenandel.resolved.1763')).toEqual({ section: 'egenandel', deed: 'resolved' });
    for (const said of ['', 'behov', 'behov.deleted', 'vedlegg.written', '__proto__.written', 'behov.constructor'])
      expect(toldIn(said)).toBeNull();
  });
});
