'use client';

import { useSyncExternalStore } from 'react';
import '@fontsource-variable/inter/wght.css';
import './globals.css';
import { BugMessage } from '#components/bug-message';
import { LocaleProvider } from '#components/locale';
import type { Locale } from '#lib/texts/locale';

const never = () => () => undefined;
const fromBrowser = (): Locale => (document.cookie.includes('sprak=nn') ? 'nn' : 'nb');
const fromServer = (): Locale => 'nb';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for the whole document when the frame itself fails, so it brings its own look and language. */
export default function GlobalError({ error, reset }: Props) {
  const locale = useSyncExternalStore(never, fromBrowser, fromServer);
  return (
    <html lang={locale} data-size="sm" data-color="accent" data-color-scheme="light">
      <body>
        <LocaleProvider locale={locale}>
          <main className="mx-auto max-w-[80rem] px-4 py-12 sm:px-8">
            <BugMessage reference={error.digest} onRetry={reset} />
          </main>
        </LocaleProvider>
      </body>
    </html>
  );
}
