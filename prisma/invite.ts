import { parseArgs } from 'node:util';
import { invitePerson } from '#lib/commands/people';
import { db } from '#lib/db/client';
import { INVITED_ROLES } from '#lib/domain/people/invite';
import { SYSTEM } from '#lib/domain/policy/may';

const USAGE = `npm run invite -- --email kari@example.no --role caseworker --county nordland [--name "Kari Berg"]
  --role  ${INVITED_ROLES.join(', ')}
  skoleeier, uh and administrator also need --organisation (its number), coordinator --region (its name);
  secretariat, member and deputy need --forum (its name) where the county has several.`;

/** What is wrong with each option, in a sentence. */
const WRONG: Record<string, string> = {
  email: '--email must be an e-mail address.',
  role: `--role must be one of ${INVITED_ROLES.join(', ')}.`,
  name: '--name is not a name we can keep.',
  county: '--county must name a county in the database (its id or its name), the one the organisation lies in.',
  organisation:
    '--organisation must be the number of a school owner of a county (skoleeier), of a university, college, national centre or fagskole (uh), or of any organisation we know (administrator).',
  region: '--region must be the name of a region in the county.',
  forum: "--forum must be the name of one of the county's samarbeidsforum.",
};

async function run(): Promise<string> {
  const text = { type: 'string' } as const;
  const options = { email: text, role: text, name: text, county: text, organisation: text, region: text, forum: text };
  const { values } = parseArgs({ options });
  const outcome = await invitePerson({ ...values, email: values.email ?? '' }, { actor: SYSTEM, now: new Date() });
  if (outcome.kind === 'done')
    return outcome.value.changed
      ? `Invited ${values.email ?? ''} as ${values.role ?? ''}.`
      : `${values.email ?? ''} already is ${values.role ?? ''} there.`;
  if (outcome.kind === 'invalid')
    throw new Error(
      Object.keys(outcome.errors)
        .map((field) => WRONG[field] ?? `--${field} is wrong.`)
        .join('\n'),
    );
  if (outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'can-not-invite'))
    throw new Error(
      'That person has a role on the other side. Nobody is caseworker, approver or auditor and also an owner’s, a UH’s, a coordinator’s, a forum member’s or asked to a behovsmelding: let that role be ended first.',
    );
  if (outcome.kind === 'refused')
    throw new Error('That address belongs to a person of the demo, or to somebody whose access has ended.');
  throw new Error('The invitation could not be stored. Try again.');
}

try {
  if (process.env.DATABASE_URL === undefined)
    throw new Error('DATABASE_URL is missing: it names the database to invite into.');
  process.stdout.write(`${await run()}\n`);
  await db().destroy();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exit(1);
}
