import type { Instead } from '../../app/rulings/says.js';
import type { View } from '../../app/ports/voice.js';
import { personTitles } from './persons.js';

/** 由钱进同志认定 — who rules instead of the one who may not */
export function insteadTitle({ by, persons }: Instead, { rulebook }: View): string {
  const names = personTitles(persons, rulebook);
  if (by === 'branch') return `由${names}同志认定`;
  return names === '' ? '由上级党组织认定' : `由上级${names}同志认定`;
}
