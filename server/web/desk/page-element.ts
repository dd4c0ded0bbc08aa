// What every page but the queue is given.

import type { DeskApi } from "../shared/desk-api.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";

/** Properties: `api`, `signIn`, `translator`, `notices`, `sheets`, `suspended`. */
export class PageElement extends LightElement {
  static override properties = {
    api: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
    sheets: { attribute: false },
    suspended: { attribute: false },
  };

  declare api: DeskApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;
  declare sheets: Sheets;
  /** While the session has ended. */
  declare suspended: boolean;

  /** Somebody came here who was here already. */
  arrived(): void {}
}
