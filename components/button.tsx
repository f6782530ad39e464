import Link from 'next/link';
import type { ComponentProps } from 'react';

export type Weight = 'primary' | 'secondary' | 'tertiary';

type LinkProps = Omit<ComponentProps<typeof Link>, 'className'> & { weight?: Weight };

/** A link that leads to the next piece of work, and looks like a button. One primary on a page. */
export function ButtonLink({ weight = 'secondary', ...rest }: LinkProps) {
  return <Link className="ds-button" data-variant={weight} {...rest} />;
}
