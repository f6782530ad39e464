'use client';

import { forgetAll } from '#components/saving/copies';
import { useTexts } from '#components/locale';

/** Signs out with the form it stands in, and leaves nothing typed in the browser for the next who sits down. */
export function SignOutButton({ isSmall = false }: { isSmall?: boolean }) {
  return (
    <button className="ds-button" type="submit" {...(isSmall ? { 'data-variant': 'secondary', 'data-size': 'sm' } : { 'data-variant': 'primary' })} onClick={forgetAll}>
      {useTexts().common.portal.signOut}
    </button>
  );
}
