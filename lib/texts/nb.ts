import { approval } from '#lib/texts/nb/tildeling';
import { attachment } from '#lib/texts/nb/form';
import { auth } from '#lib/texts/nb/people';
import { behovsmelding, comments } from './nb/behovsmelding';
import { common } from './nb/common';
import { delegation } from '#lib/texts/nb/people';
import { dispensation } from '#lib/texts/nb/tildeling';
import { errors, fieldErrors } from './nb/errors';
import { forum } from '#lib/texts/nb/people';
import { history } from '#lib/texts/nb/log';
import { log } from './nb/log';
import { letter } from '#lib/texts/nb/tildeling';
import { messages } from '#lib/texts/nb/message';
import { notifications } from '#lib/texts/nb/message';
import { innstilling } from './nb/innstilling';
import { parts } from './nb/parts';
import { people } from './nb/people';
import { beside, partners, writers } from './nb/together';
import { refusals } from '#lib/texts/nb/refusals';
import { register } from './nb/register';
import { report } from './nb/report';
import { round } from './nb/round';
import { saving } from '#lib/texts/nb/form';
import { setup } from './nb/setup';
import { start } from './nb/start';
import { tildeling } from './nb/tildeling';
import { workbench } from '#lib/texts/nb/tildeling';

/** Every word a user reads, in bokmål. It is the contract: the nynorsk must have the same texts, no more and no fewer. */
export const nb = {
  approval,
  attachment,
  auth,
  behovsmelding,
  beside,
  comments,
  common,
  delegation,
  dispensation,
  errors,
  fieldErrors,
  forum,
  history,
  log,
  letter,
  messages,
  notifications,
  innstilling,
  parts,
  people,
  partners,
  refusals,
  register,
  report,
  round,
  saving,
  setup,
  start,
  tildeling,
  workbench,
  writers,
};
