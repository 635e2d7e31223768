import type { View, Voice } from '../app/ports/voice.js';
import type { Says } from '../app/says.js';
import { actionSentences } from './replies/actions/sentences.js';
import { appraisalSentences } from './replies/appraisal/sentences.js';
import { careSentences } from './replies/care/sentences.js';
import { duesSentences } from './replies/dues/sentences.js';
import { exportSentences } from './replies/export/sentences.js';
import { importSentences } from './replies/imports/sentences.js';
import { lifeSentences } from './replies/life/sentences.js';
import { objectionSentences } from './replies/objections/sentences.js';
import { rulebookSentences } from './replies/rulebook/sentences.js';
import { vetoSentences } from './replies/veto/sentences.js';
import { yearSentences } from './replies/year/sentences.js';
import { attendanceSentences } from './replies/attendance/sentences.js';
import { doorSentences } from './replies/door/sentences.js';
import { helpSentences } from './replies/help/sentences.js';
import { noticeSentences } from './replies/notices/sentences.js';
import { paperSentences } from './replies/papers/sentences.js';
import { pointsSentences } from './replies/points/sentences.js';
import { rosterSentences } from './replies/roster/sentences.js';
import { rulingSentences } from './replies/rulings/sentences.js';
import { upkeepSentences } from './replies/upkeep/sentences.js';
import { statusSentences } from './replies/status/sentences.js';
import { callsAll, cardOf } from './replies/buttons.js';
import { leftOutText, paperMissing } from './replies/files.js';
import type { Sentences } from './replies/sentences.js';

const sentences: { readonly [S in keyof Says]: Sentences<Says[S]> } = {
  actions: actionSentences,
  appraisal: appraisalSentences,
  attendance: attendanceSentences,
  care: careSentences,
  door: doorSentences,
  dues: duesSentences,
  export: exportSentences,
  help: helpSentences,
  imports: importSentences,
  life: lifeSentences,
  notices: noticeSentences,
  objections: objectionSentences,
  papers: paperSentences,
  points: pointsSentences,
  roster: rosterSentences,
  rulebook: rulebookSentences,
  rulings: rulingSentences,
  status: statusSentences,
  upkeep: upkeepSentences,
  veto: vetoSentences,
  year: yearSentences,
};

/** Every sentence of the bot comes from here. */
export const voice: Voice = {
  say(words, view) {
    const [subject = '', code = ''] = words.code.split('.');
    const table = sentences[subject as keyof Says] as unknown as Readonly<
      Record<string, (facts: unknown, view: View) => string>
    >;
    const sentence = table[code];
    if (sentence === undefined) throw new Error(`no sentence for ${words.code}`);
    return sentence(words.facts, view);
  },
  card: cardOf,
  callsAll: ({ code }) => callsAll.has(code),
  leftOut: leftOutText,
  paperMissing,
  failure: (reference) =>
    `系统出错，已记录（编号${reference}）。这一条没有办理，请稍后再试，或把编号告诉管理员。`,
};
