import { useEffect, useRef, useSyncExternalStore } from 'react';
import { stepAt, type Step } from '#lib/domain/behovsmelding/steps';

const follow = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};
const place = (): string => decodeURIComponent(window.location.hash.slice(1));

/** Moves the focus to where the address leads: the heading of a step, or a field of it. */
function focusAt(id: string): void {
  const found = document.getElementById(id);
  const target = found?.matches('[data-step]') === true ? found.querySelector<HTMLElement>('h2') : found;
  target?.closest('details')?.setAttribute('open', '');
  target?.focus();
  target?.scrollIntoView({ block: target.tagName === 'H2' ? 'start' : 'center' });
}

/** The step that is open, by the address: so the browser's back goes one step back, and a link to a field opens its step. */
export function useStep(): Step {
  const at = useSyncExternalStore(follow, place, () => '');
  const begun = useRef(false);
  useEffect(() => {
    // The page has just come: only an address that leads somewhere moves the focus.
    if (begun.current || at !== '') focusAt(at === '' ? 'hvem' : at);
    begun.current = true;
  }, [at]);
  return stepAt(at);
}
