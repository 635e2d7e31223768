import type { View, Voice } from '../app/ports/voice.js';
import type { Says } from '../app/says.js';
import { actionSentences } from './replies/actions.js';
import { appraisalSentences } from './replies/appraisal.js';
import { careSentences } from './replies/care.js';
import { duesSentences } from './replies/dues.js';
import { exportSentences } from './replies/export.js';
import { lifeSentences } from './replies/life.js';
import { objectionSentences } from './replies/objections.js';
import { rulebookSentences } from './replies/rulebooks.js';
import { vetoSentences } from './replies/veto.js';
import { yearSentences } from './replies/year.js';
import { attendanceSentences } from './replies/attendance.js';
import { doorSentences } from './replies/door.js';
import { helpSentences } from './replies/help.js';
import { noticeSentences } from './replies/notices.js';
import { paperSentences } from './replies/papers.js';
import { pointsSentences } from './replies/points.js';
import { rosterSentences } from './replies/roster.js';
import { rulingSentences } from './replies/rulings.js';
import { upkeepSentences } from './replies/upkeep.js';
import { statusSentences } from './replies/letters.js';
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
  help: helpSentences,
  life: lifeSentences,
  export: exportSentences,
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
  failure: (reference) => `系统出错,已记录(编号${reference})。这一条没有办理,请稍后再试,或把编号告诉管理员。`,
};
