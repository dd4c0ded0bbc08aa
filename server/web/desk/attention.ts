// Whether a moderator is really at a comment, which is when others are told.

export interface Attention {
  /** All that is known of it was asked for. */
  isOpen: boolean;
  isFocusMode: boolean;
}

/** Who goes through a list stops at what holds them. */
const stayMs = 1_500;
/** One comment at a time is looked at; those that only fly past are not. */
const focusMs = 300;

/** After so long at a comment, one is. */
export function attentionAfterMs({ isOpen, isFocusMode }: Attention): number {
  if (isOpen) return 0;
  return isFocusMode ? focusMs : stayMs;
}
