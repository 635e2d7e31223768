import type { Private } from '../../domain/private.js';
import type { Invitation } from '../ports/desk.js';

export interface DeskSays {
  closed: Record<string, never>;
  invitation: { readonly invitation: Private<Invitation> };
}
