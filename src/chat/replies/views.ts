import type { View } from '../../app/ports/voice.js';
import { yearOf } from '../../domain/period/civil.js';

/** The view with the rulebook of the year in which this day or instant lies: titles are those of their time. */
export function viewAt(date: string, view: View): View {
  return date === '' ? view : { ...view, rulebook: view.rulebookOf(yearOf(date)) };
}
