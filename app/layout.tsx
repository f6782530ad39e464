import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/wght.css';
import './globals.css';
import { LocaleProvider } from '#components/locale';
import { nb } from '#lib/texts/nb';
import { requestLocale } from './locale';
// Every page has links and the menu: brought with the frame, they are not in each page's script once more.
import '#components/menu';

export const metadata: Metadata = {
  title: { default: nb.common.portal.name, template: `%s · ${nb.common.portal.name}` },
  description: nb.common.portal.footer,
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  return (
    <html lang={locale} data-size="sm" data-color="accent" data-color-scheme="light">
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
      </body>
    </html>
  );
}
