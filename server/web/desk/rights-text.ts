// What a moderator may do and where, in words.

import { roles } from "../shared/account-types.ts";
import type { DeskTranslator } from "./messages.ts";

/** One this desk does not know yet is shown as the server spells it. */
export function roleName(translator: DeskTranslator, role: string): string {
  const known = roles.find((one) => one === role);
  return known ? translator.say(`role.${known}`) : role;
}

/** Within a sentence: "for all sites", "for courier and gazette". */
export function sitesText(
  translator: DeskTranslator,
  sites: readonly string[] | undefined,
): string {
  if (sites === undefined) return translator.say("sites.for_all");
  return translator.say("sites.for_some", { sites: listText(translator, sites) });
}

/** On its own: "All sites", "courier and gazette". */
export function siteNames(
  translator: DeskTranslator,
  sites: readonly string[] | undefined,
): string {
  return sites === undefined ? translator.say("sites.all") : listText(translator, sites);
}

function listText(translator: DeskTranslator, items: readonly string[]): string {
  return new Intl.ListFormat(translator.language).format(items);
}
