import { arranging } from './en/arranging';
import { drafts } from './en/drafts';
import { entry } from './en/entry';
import { files } from './en/files';
import { floor } from './en/floor';
import { general } from './en/general';
import { partyProposals } from './en/partyProposals';
import { exports } from './en/exports';
import { results } from './en/results';
import { settlements } from './en/settlements';
import { people } from './en/people';
import { positions } from './en/positions';
import { proposals } from './en/proposals';
import { record } from './en/record';
import { meetings } from './en/meetings';
import { room } from './en/room';
import { search } from './en/search';
import { secretariat } from './en/secretariat';
import { speech } from './en/speech';
import { statements } from './en/statements';
import { terms } from './en/terms';
import { time } from './en/time';

/** Every word on screen, in English. A translation has the same keys; a test holds that. */
export const en = { ...general, ...entry, ...terms, ...room, ...record, ...search, ...speech, ...files, ...floor, ...arranging, ...secretariat, ...meetings, ...time, ...people, ...statements, ...positions, ...proposals, ...drafts, ...partyProposals, ...results, ...settlements, ...exports };
