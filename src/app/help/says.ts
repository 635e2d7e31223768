export interface HelpSays {
  nothing: Record<string, never>;
}
