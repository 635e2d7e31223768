import type { Matter } from './rows.js';

/** The file that a matter was read out of; undefined: people typed it, or a register drafted it. */
export function fileOfMatter(matter: Matter): number | undefined {
  switch (matter.kind) {
    case 'bonus':
    case 'deduction':
      return matter.source?.file;
    case 'formerYear':
      return matter.file;
    case 'leave':
    case 'binding':
    case 'correction':
    case 'exemption':
    case 'veto':
    case 'objection':
    case 'rulebook':
      return undefined;
  }
}
