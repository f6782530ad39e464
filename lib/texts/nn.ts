import { approval } from './nn/approval';
import { attachment } from './nn/attachment';
import { auth } from './nn/auth';
import { behovsmelding } from './nn/behovsmelding';
import { common } from './nn/common';
import { delegation } from './nn/delegation';
import { dispensation } from './nn/dispensation';
import { errors } from './nn/errors';
import { fieldErrors } from './nn/field-errors';
import { forum } from './nn/forum';
import { history } from './nn/history';
import { log } from './nn/log';
import { letter } from './nn/letter';
import { messages } from './nn/messages';
import { notifications } from './nn/notifications';
import { innstilling } from './nn/innstilling';
import { people } from './nn/people';
import { partners } from './nn/partners';
import { refusals } from './nn/refusals';
import { register } from './nn/register';
import { report } from './nn/report';
import { round } from './nn/round';
import { saving } from './nn/saving';
import { setup } from './nn/setup';
import { start } from './nn/start';
import { tildeling } from './nn/tildeling';
import { workbench } from './nn/workbench';
import { writers } from './nn/writers';
import type { nb } from './nb';

export const nn: typeof nb = {
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
