export interface RosterSays {
  wrongCode: Record<string, never>;
}
