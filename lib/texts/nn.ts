import { approval } from '#lib/texts/nn/tildeling';
import { attachment } from '#lib/texts/nn/form';
import { auth } from '#lib/texts/nn/people';
import { behovsmelding, comments } from './nn/behovsmelding';
import { common } from './nn/common';
import { delegation } from '#lib/texts/nn/people';
import { dispensation } from '#lib/texts/nn/tildeling';
import { errors, fieldErrors } from './nn/errors';
import { forum } from '#lib/texts/nn/people';
import { history } from '#lib/texts/nn/log';
import { log } from './nn/log';
import { letter } from '#lib/texts/nn/tildeling';
import { messages } from '#lib/texts/nn/message';
import { notifications } from '#lib/texts/nn/message';
import { innstilling } from './nn/innstilling';
import { parts } from './nn/parts';
import { people } from './nn/people';
import { beside, partners, writers } from './nn/together';
import { refusals } from '#lib/texts/nn/refusals';
import { register } from './nn/register';
import { report } from './nn/report';
import { round } from './nn/round';
import { saving } from '#lib/texts/nn/form';
import { setup } from './nn/setup';
import { start } from './nn/start';
import { tildeling } from './nn/tildeling';
import { workbench } from '#lib/texts/nn/tildeling';
import type { nb } from './nb';

export const nn: typeof nb = {
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
