import { approval } from './nb/approval';
import { attachment } from './nb/attachment';
import { auth } from './nb/auth';
import { behovsmelding } from './nb/behovsmelding';
import { common } from './nb/common';
import { delegation } from './nb/delegation';
import { dispensation } from './nb/dispensation';
import { errors } from './nb/errors';
import { fieldErrors } from './nb/field-errors';
import { forum } from './nb/forum';
import { history } from './nb/history';
import { log } from './nb/log';
import { letter } from './nb/letter';
import { messages } from './nb/messages';
import { notifications } from './nb/notifications';
import { innstilling } from './nb/innstilling';
import { people } from './nb/people';
import { partners } from './nb/partners';
import { refusals } from './nb/refusals';
import { register } from './nb/register';
import { report } from './nb/report';
import { round } from './nb/round';
import { saving } from './nb/saving';
import { setup } from './nb/setup';
import { start } from './nb/start';
import { tildeling } from './nb/tildeling';
import { workbench } from './nb/workbench';
import { writers } from './nb/writers';

/** Every word a user reads, in bokmål. It is the contract: the nynorsk must have the same texts, no more and no fewer. */
export const nb = {
  approval,
  attachment,
  auth,
  behovsmelding,
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
